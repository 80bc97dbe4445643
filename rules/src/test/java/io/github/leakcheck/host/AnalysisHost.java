package io.github.leakcheck.host;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.engine.Analysis;
import io.github.leakcheck.engine.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Our own analysis, as the plugin drives it. */
public final class AnalysisHost implements Function<String, List<String>> {

  /** Rule, line and engines of each finding in a folder of sources and their classes. */
  @Override
  public List<String> apply(String folder) {
    List<Path> here = List.of(Path.of(folder));
    Scope scope =
        new Scope(
            "host",
            here,
            here,
            List.of(),
            17,
            StandardCharsets.UTF_8,
            file -> true,
            Scope.Engines.AUTO);
    return Analysis.run(scope, Catalog.load(List.of())).findings().stream()
        .map(f -> f.rule() + " " + f.place().span().line() + " " + f.engines())
        .toList();
  }
}
