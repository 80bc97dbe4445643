package io.github.leakcheck.check;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Types;

/**
 * What checks may ask beyond the class at hand. One instance serves one analysis.
 *
 * @param types hierarchy of {@code program}
 */
public record World(Catalog catalog, Program program, Types types) {
  public static World of(Catalog catalog, Program program) {
    return new World(catalog, program, new Types(program));
  }
}
