package io.github.leakcheck.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules jar works in a foreign PMD and in a foreign SpotBugs with nothing else beside it. */
final class HostsTest {
  private static final Path CLASSES = Path.of("target/classes");

  /** SpotBugs costs more than our rules: only a user's own plugins need it. */
  private static final Pattern SPOTBUGS = Pattern.compile("spotbugs-[^a][^/]*");

  /** What spotbugs brings and PMD does not, and our own parser. */
  private static final Pattern NOT_WITH_PMD =
      Pattern.compile(
          ".*(spotbugs|javaparser|asm-(tree|analysis|commons|util)|bcel|dom4j|jaxen|jsr305)[^/]*");

  private static final Pattern NOT_WITH_SPOTBUGS =
      Pattern.compile(".*(pmd-|javaparser|antlr4|pcollections|nice-xml|checker-qual)[^/]*");

  private static final String LEAK =
      """
      class A {
        static int leak(String name) throws java.io.IOException {
          return new java.io.FileInputStream(name).read();
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void pmd() throws Exception {
    Files.writeString(folder.resolve("A.java"), LEAK);
    try (URLClassLoader host = host(NOT_WITH_PMD)) {
      assertThatThrownBy(() -> host.loadClass("edu.umd.cs.findbugs.Detector2"))
          .isInstanceOf(ClassNotFoundException.class);
      assertThat(run(host, PmdHost.class, folder.toString()))
          .singleElement()
          .asString()
          .startsWith("UnclosedFileStream 3 ");
    }
  }

  @Test
  void spotBugs() throws Exception {
    Path source = Files.writeString(folder.resolve("A.java"), LEAK);
    ToolProvider.getSystemJavaCompiler().run(null, null, null, "-g", source.toString());
    try (URLClassLoader host = host(NOT_WITH_SPOTBUGS)) {
      assertThatThrownBy(() -> host.loadClass("net.sourceforge.pmd.PmdAnalysis"))
          .isInstanceOf(ClassNotFoundException.class);
      assertThat(run(host, SpotBugsHost.class, jar().toUri() + "|" + folder))
          .singleElement()
          .asString()
          .startsWith("LEAK_UNCLOSED_FILE_STREAM 3 leak ");
    }
  }

  @Test
  void ourOwnAnalysisGoesWithoutSpotBugs() throws Exception {
    Path source = Files.writeString(folder.resolve("A.java"), LEAK);
    ToolProvider.getSystemJavaCompiler().run(null, null, null, "-g", source.toString());
    try (URLClassLoader host = host(SPOTBUGS)) {
      assertThatThrownBy(() -> host.loadClass("edu.umd.cs.findbugs.FindBugs2"))
          .isInstanceOf(ClassNotFoundException.class);
      assertThat(run(host, AnalysisHost.class, folder.toString()))
          .containsExactly("unclosed-file-stream 3 [bytecode]");
    }
  }

  /** The test's class path without some jars, seen by nobody else. */
  private static URLClassLoader host(Pattern without) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String name = entry.replace('\\', '/').toLowerCase(Locale.ROOT);
      if (!without.matcher(name.substring(name.lastIndexOf('/') + 1)).matches()) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  @SuppressWarnings("unchecked")
  private static List<String> run(URLClassLoader host, Class<?> driver, String argument)
      throws Exception {
    Class<?> type = host.loadClass(driver.getName());
    var inside = (Function<String, List<String>>) type.getDeclaredConstructor().newInstance();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(host);
    try {
      return inside.apply(argument);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private Path jar() throws Exception {
    Path jar = folder.resolve("rules.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(CLASSES.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
