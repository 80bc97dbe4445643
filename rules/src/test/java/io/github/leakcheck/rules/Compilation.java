package io.github.leakcheck.rules;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Makes class files of samples, by different compilers. */
final class Compilation {
  private Compilation() {}

  /** By the javac of the JDK that runs. */
  static void javac(List<Sample> samples, Path classes, List<Path> libraries, List<String> more)
      throws IOException {
    List<String> options = new ArrayList<>(List.of("-nowarn", "-Xlint:none"));
    options.addAll(more);
    compile(ToolProvider.getSystemJavaCompiler(), samples, classes, libraries, options);
  }

  /** By the compiler of Eclipse, whose class files have shapes of their own. */
  static void ecj(List<Sample> samples, Path classes, List<Path> libraries) throws IOException {
    List<String> options = List.of("-nowarn", "--release", "17");
    compile(new EclipseCompiler(), samples, classes, libraries, options);
  }

  /** The samples that need nothing newer than the language of Java 8; they are compiled for it. */
  static List<Sample> java8(List<Sample> samples, Path classes, List<Path> libraries)
      throws IOException {
    List<String> options = List.of("-nowarn", "-Xlint:none", "-source", "8", "-target", "8");
    Set<Path> newer = new HashSet<>();
    for (int round = 0; round < 4; round++) {
      List<Sample> old = samples.stream().filter(s -> !newer.contains(s.file())).toList();
      DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
      if (compiles(ToolProvider.getSystemJavaCompiler(), old, classes, libraries, options, found)) {
        return old;
      }
      errors(found).forEach(d -> newer.add(Path.of(d.getSource().toUri())));
    }
    throw new IllegalStateException("no samples are left for Java 8");
  }

  /** By another JDK's javac. */
  static void javac(Path jdk, List<Sample> samples, Path classes, List<Path> libraries)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/javac").toString()));
    command.addAll(options(classes, libraries));
    command.addAll(List.of("-nowarn", "-Xlint:none"));
    samples.forEach(sample -> command.add(sample.file().toString()));
    Path log = Files.createTempFile("javac", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("samples do not compile:\n" + Files.readString(log));
      }
    } finally {
      Files.delete(log);
    }
  }

  private static void compile(
      JavaCompiler compiler,
      List<Sample> samples,
      Path classes,
      List<Path> libraries,
      List<String> more)
      throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    if (!compiles(compiler, samples, classes, libraries, more, found)) {
      String messages = errors(found).map(d -> d.toString()).collect(Collectors.joining("\n"));
      throw new IllegalStateException("samples do not compile:\n" + messages);
    }
  }

  private static boolean compiles(
      JavaCompiler compiler,
      List<Sample> samples,
      Path classes,
      List<Path> libraries,
      List<String> more,
      DiagnosticCollector<JavaFileObject> found)
      throws IOException {
    List<String> options = new ArrayList<>(options(classes, libraries));
    options.addAll(more);
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      var units = files.getJavaFileObjectsFromPaths(samples.stream().map(Sample::file).toList());
      return compiler.getTask(messages, files, found, options, null, units).call();
    }
  }

  private static List<String> options(Path classes, List<Path> libraries) {
    String path =
        libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return List.of("-g", "-proc:none", "-d", classes.toString(), "-classpath", path);
  }

  private static Stream<Diagnostic<? extends JavaFileObject>> errors(
      DiagnosticCollector<JavaFileObject> found) {
    return found.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR);
  }
}
