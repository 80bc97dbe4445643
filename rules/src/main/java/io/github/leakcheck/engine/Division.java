package io.github.leakcheck.engine;

import java.util.Collection;
import java.util.List;

/** Who judges what: one judge per class. */
final class Division {
  private final Scope.Engines engines;
  private final Collection<Sources.File> files;

  private Division(Scope.Engines engines, Collection<Sources.File> files) {
    this.engines = engines;
    this.files = files;
  }

  static Division of(Scope scope, Sources sources) {
    return new Division(scope.engines(), sources.files());
  }

  /** Whether the class of this binary name is judged from its class file. */
  boolean judgesClass(String name) {
    return engines != Scope.Engines.SOURCE;
  }

  /** The files to judge from source. */
  Collection<Sources.File> sourceFiles() {
    return switch (engines) {
      case SOURCE, BOTH -> files;
      case AUTO, BYTECODE -> List.of();
    };
  }

  List<String> notes() {
    return List.of();
  }
}
