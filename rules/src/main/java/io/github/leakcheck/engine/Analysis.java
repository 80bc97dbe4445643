package io.github.leakcheck.engine;

import io.github.leakcheck.catalog.Catalog;

/** Runs the engines over a scope. */
public final class Analysis {
  private Analysis() {}

  /** Reads the scope, judges it, places and merges what was found. */
  public static Outcome run(Scope scope, Catalog catalog) {
    throw new UnsupportedOperationException();
  }
}
