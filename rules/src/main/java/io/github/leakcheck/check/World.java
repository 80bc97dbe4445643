package io.github.leakcheck.check;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What checks may ask beyond the class at hand. One instance serves one analysis, in one thread.
 * What a check works out of the whole program it keeps here, so that it ends with the analysis.
 */
public final class World {
  private final Catalog catalog;
  private final Program program;
  private final Types types;
  private final Map<Class<?>, Object> workedOut = new HashMap<>();

  private final Set<MethodRef> coarse = new HashSet<>();

  private World(Catalog catalog, Program program, Types types) {
    this.catalog = catalog;
    this.program = program;
    this.types = types;
  }

  public static World of(Catalog catalog, Program program) {
    return new World(catalog, program, new Types(program));
  }

  public Catalog catalog() {
    return catalog;
  }

  public Program program() {
    return program;
  }

  /** Hierarchy of {@link #program()}. */
  public Types types() {
    return types;
  }

  /** The one value of this kind in this analysis, made when first asked for. Never null. */
  public <T> T once(Class<T> kind, Function<World, T> make) {
    Object known = workedOut.get(kind);
    if (known == null) {
      known = make.apply(this);
      workedOut.put(kind, known);
    }
    return kind.cast(known);
  }

  /** To be told when a method was too large to be followed path by path. */
  public void tooLarge(MethodRef method) {
    coarse.add(method);
  }

  /** Number of methods that were too large to be followed path by path. */
  public int coarse() {
    return coarse.size();
  }
}
