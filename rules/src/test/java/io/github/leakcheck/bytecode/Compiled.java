package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.MethodFlow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Class files of a snippet, compiled in memory. */
final class Compiled {
  private static final Map<String, Compiled> KNOWN = new HashMap<>();

  private final int release;
  private final Map<String, byte[]> classes;

  private Compiled(int release, Map<String, byte[]> classes) {
    this.release = release;
    this.classes = classes;
  }

  /** Compiles the text of a file T.java with debug information; equal texts once. */
  static Compiled of(int release, String source) {
    return KNOWN.computeIfAbsent(release + source, key -> compile(release, source));
  }

  private static Compiled compile(int release, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, byte[]> classes = new TreeMap<>();
    StringWriter messages = new StringWriter();
    boolean fine =
        compiler
            .getTask(
                messages,
                new InMemory(compiler.getStandardFileManager(null, null, null), classes),
                null,
                List.of("-g", "-proc:none", "--release", String.valueOf(release)),
                null,
                List.of(new Source(source)))
            .call();
    if (!fine) {
      throw new IllegalArgumentException(messages.toString());
    }
    return new Compiled(release, classes);
  }

  Map<String, byte[]> classes() {
    return classes;
  }

  ClassPathProgram program() {
    return ClassPathProgram.over(classes.keySet(), classes::get, release);
  }

  /** Flows of a class's methods of this name, in the order of the class file. */
  List<MethodFlow> flows(String className, String method) {
    try (ClassPathProgram program = program()) {
      ClassFacts facts = program.facts(className).orElseThrow();
      List<MethodFlow> found = new ArrayList<>(facts.flows());
      found.removeIf(flow -> !flow.method().name().equals(method));
      return found;
    }
  }

  /** The flow of a method of class {@code T}. */
  MethodFlow flow(String method) {
    return flows("T", method).get(0);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///T.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, byte[]> classes;

    InMemory(JavaFileManager standard, Map<String, byte[]> classes) {
      super(standard);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/')), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream() {
            @Override
            public void close() throws IOException {
              super.close();
              classes.put(name, toByteArray());
            }
          };
        }
      };
    }
  }
}
