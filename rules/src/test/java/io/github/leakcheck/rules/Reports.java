package io.github.leakcheck.rules;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.engine.Analysis;
import io.github.leakcheck.engine.Outcome;
import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
    Compilation.javac(samples, classes, libraries, List.of());
    return List.of(
        run("source", Scope.Engines.SOURCE, Sample.FOLDERS, classes, libraries),
        run("bytecode", Scope.Engines.BYTECODE, Sample.FOLDERS, classes, libraries),
        run("merged", Scope.Engines.BOTH, Sample.FOLDERS, classes, libraries));
  }

  /** The jars that the rules are about. */
  static List<Path> libraries() throws IOException {
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

  /** What the engines say of the sources below the folder. */
  static Reports run(
      String engine, Scope.Engines engines, Path sources, Path classes, List<Path> libraries) {
    Scope scope =
        new Scope(
            "samples",
            List.of(sources),
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
