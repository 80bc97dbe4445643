package io.github.leakcheck.rules;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.engine.Analysis;
import io.github.leakcheck.engine.Outcome;
import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What each engine says of all samples: one compilation, one run per engine.
 *
 * @param engine {@code source}, {@code bytecode} or {@code merged}
 */
record Reports(String engine, Outcome outcome) {
  private static final Path LIBRARIES = Path.of("target/rule-classpath");

  /** Compiles the samples into the folder and judges them by each engine. */
  static List<Reports> of(List<Sample> samples, Path classes) throws IOException {
    List<Path> libraries = libraries();
    compile(samples, classes, libraries);
    return List.of(
        run("source", Scope.Engines.SOURCE, classes, libraries),
        run("bytecode", Scope.Engines.BYTECODE, classes, libraries),
        run("merged", Scope.Engines.BOTH, classes, libraries));
  }

  private static List<Path> libraries() throws IOException {
    if (!Files.isDirectory(LIBRARIES)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(LIBRARIES)) {
      return paths
          .filter(path -> path.toString().endsWith(".jar"))
          .map(Path::toAbsolutePath)
          .sorted()
          .toList();
    }
  }

  private static void compile(List<Sample> samples, Path classes, List<Path> libraries)
      throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    String classPath =
        libraries.stream()
            .map(Path::toString)
            .collect(Collectors.joining(java.io.File.pathSeparator));
    List<String> options =
        List.of(
            "-g",
            "-proc:none",
            "-nowarn",
            "-Xlint:none",
            "-d",
            classes.toString(),
            "-classpath",
            classPath);
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      var units = files.getJavaFileObjectsFromPaths(samples.stream().map(Sample::file).toList());
      if (!javac.getTask(messages, files, null, options, null, units).call()) {
        throw new IllegalStateException("samples do not compile:\n" + messages);
      }
    }
  }

  private static Reports run(
      String engine, Scope.Engines engines, Path classes, List<Path> libraries) {
    Scope scope =
        new Scope(
            "samples",
            List.of(Sample.FOLDERS),
            engines == Scope.Engines.SOURCE ? List.of() : List.of(classes),
            libraries,
            Runtime.version().feature(),
            StandardCharsets.UTF_8,
            file -> true,
            engines);
    return new Reports(engine, Analysis.run(scope, Catalog.load(List.of())));
  }

  /** What users see of a sample without asking for more, and at these lines if they ask. */
  List<Finding> in(Sample sample, Set<Integer> low) {
    return outcome.findings().stream()
        .filter(f -> f.place().file().equals(sample.file().toString()))
        .filter(f -> (f.confidence() == Confidence.LOW) == low.contains(f.place().span().line()))
        .toList();
  }
}
