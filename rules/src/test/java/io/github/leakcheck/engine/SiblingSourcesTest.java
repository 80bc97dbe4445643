package io.github.leakcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.model.Confidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module that was never compiled: its files know each other, as class files would. */
final class SiblingSourcesTest {
  private static final String USES =
      """
      package p;

      import static p.util.Closing.*;
      import java.io.*;
      import p.util.*;
      import p.util.Box.Lid;

      class Uses {
        int owned(File file) throws IOException {
          Store store = new Store(file); // LEAK
          return store.first();
        }

        int released(File file) throws IOException {
          try (Store store = new Store(file)) {
            return store.first();
          }
        }

        int helped(File file) throws IOException {
          InputStream in = new FileInputStream(file);
          try {
            return in.read();
          } finally {
            endAll("helped", in);
          }
        }

        int lent(File file) throws IOException {
          InputStream in = new FileInputStream(file); // LEAK
          return count(in);
        }

        int made(File file) throws IOException {
          InputStream in = Factory.INSTANCE.reader(file); // LEAK
          return in.read();
        }

        int generic(Box<Store> box, File file) throws IOException {
          box.put(new Store(file));
          return box.get().first();
        }

        int part(Box<Store> box) throws IOException {
          return box.get().first();
        }

        int inner(File file) throws IOException {
          Lid lid = new Lid(file); // LEAK
          return lid.read();
        }

        int row(File file) throws IOException {
          Row row = new Row(file, 1);
          Store store = new Store(row.file()); // LEAK
          return store.first() + row.number();
        }
      }

      class Kept extends Base {
        private InputStream second;

        Kept(File file) throws IOException {
          super(file);
          second = new FileInputStream(file); // LEAK
        }
      }

      class Ended extends Base {
        private InputStream second;

        Ended(File file) throws IOException {
          super(file);
          second = new FileInputStream(file);
        }

        @Override
        protected void release() throws IOException {
          second.close();
        }
      }
      """;

  private Project project;

  @BeforeEach
  void setUp(@TempDir Path folder) throws IOException {
    project = Project.in(folder);
    project.write("p/Uses.java", USES);
    project.write(
        "p/util/Store.java",
        """
        package p.util;

        import java.io.*;

        public class Store implements Closeable {
          private final FileInputStream in;
          public Store(File file) throws IOException {
            in = new FileInputStream(file);
          }
          public int first() throws IOException { return in.read(); }
          @Override public void close() throws IOException { in.close(); }
        }
        """);
    project.write(
        "p/util/Closing.java",
        """
        package p.util;

        import java.io.Closeable;
        import java.io.IOException;
        import java.io.InputStream;

        public final class Closing {
          private Closing() {}
          public static void endAll(String why, Closeable... all) {
            for (Closeable one : all) {
              try { one.close(); } catch (IOException e) { System.err.println(why); }
            }
          }
          public static int count(InputStream in) throws IOException {
            int n = 0;
            while (in.read() >= 0) { n++; }
            return n;
          }
        }
        """);
    project.write(
        "p/util/Factory.java",
        """
        package p.util;

        import java.io.*;

        public enum Factory {
          INSTANCE;
          public InputStream reader(File file) throws IOException {
            return new BufferedInputStream(new FileInputStream(file));
          }
        }
        """);
    project.write(
        "p/util/Box.java",
        """
        package p.util;

        import java.io.*;
        import java.util.*;

        public class Box<T extends Closeable> implements Closeable {
          private final List<T> all = new ArrayList<>();
          public void put(T one) { all.add(one); }
          public T get() { return all.get(0); }
          @Override public void close() throws IOException {
            for (T one : all) { one.close(); }
          }
          public static class Lid extends FilterInputStream {
            public Lid(File file) throws IOException { super(new FileInputStream(file)); }
          }
        }
        """);
    project.write(
        "p/util/Base.java",
        """
        package p.util;

        import java.io.*;

        public abstract class Base implements Closeable {
          private final InputStream first;
          protected Base(File file) throws IOException { first = new FileInputStream(file); }
          protected void release() throws IOException {}
          @Override public final void close() throws IOException {
            try { release(); } finally { first.close(); }
          }
        }
        """);
    project.write(
        "p/util/Row.java",
        "package p.util;\n\npublic record Row(java.io.File file, int number) {}\n");
    project.write("p/util/Broken.java", "package p.util; class Broken { void m( { }");
  }

  @Test
  void filesOfAModuleKnowEachOther() {
    assertThat(found(project.scope(Scope.Engines.SOURCE))).isEqualTo(marked());
  }

  @Test
  void oneFileOfAModuleKnowsTheOthers() {
    Scope all = project.scope(Scope.Engines.SOURCE);
    Scope one =
        new Scope(
            all.name(),
            all.sourceRoots(),
            all.classFolders(),
            all.classPath(),
            all.release(),
            StandardCharsets.UTF_8,
            "p/Uses.java"::equals,
            all.engines());
    assertThat(found(one)).isEqualTo(marked());
  }

  private static List<Integer> found(Scope scope) {
    return Analysis.run(scope, Catalog.load(List.of())).findings().stream()
        .filter(finding -> finding.confidence() != Confidence.LOW)
        .filter(finding -> finding.place().file().endsWith("/Uses.java"))
        .map(finding -> finding.place().span().line())
        .sorted()
        .toList();
  }

  private static List<Integer> marked() {
    List<String> lines = USES.lines().toList();
    return java.util.stream.IntStream.rangeClosed(1, lines.size())
        .filter(line -> lines.get(line - 1).endsWith("// LEAK"))
        .boxed()
        .toList();
  }
}
