package io.github.leakcheck.bytecode;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.check.Checks;
import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One judging of all classes of a program. */
public final class Session {
  private final Program program;
  private final World world;
  private final Consumer<Finding> sink;
  private final Runnable each;
  private final List<String> failures = new ArrayList<>();
  private int judged;

  public Session(Program program, Catalog catalog, Consumer<Finding> sink) {
    this(program, catalog, sink, () -> {});
  }

  /**
   * @param each runs after each class
   */
  public Session(Program program, Catalog catalog, Consumer<Finding> sink, Runnable each) {
    this.program = program;
    this.world = World.of(catalog, program);
    this.sink = sink;
    this.each = each;
  }

  /** Number of classes judged so far. */
  public int judged() {
    return judged;
  }

  /** Classes that could not be judged and why, one line each. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** Number of methods that were too large to be followed path by path. */
  public int coarse() {
    return world.coarse();
  }

  /** Judges all classes of the program; to be called once. */
  public void judge() {
    program.classes().forEach(this::judge);
  }

  private void judge(String name) {
    try {
      Optional<ClassFacts> facts = program.facts(name);
      if (facts.isPresent()) {
        judged++;
        Checks.judge(facts.get(), world).forEach(sink);
      }
    } catch (RuntimeException | StackOverflowError e) {
      failures.add("could not judge " + name + ": " + e); // one odd class must not hide the others
    }
    each.run();
  }
}
