package io.github.leakcheck.source;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.check.Checks;
import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;

/**
 * Judges the classes of parsed files.
 *
 * @param libraries what is known of classes outside the file; null for what PMD itself resolves
 */
public record SourceJudge(Catalog catalog, Program libraries) {
  /** By Java release; catalogues index themselves while they are asked. */
  private static final Map<Integer, Catalog> CATALOGS = new ConcurrentHashMap<>();

  /**
   * What came of a file.
   *
   * @param classes number of classes judged
   * @param failures classes that could not be judged and why, one line each
   * @param coarse number of methods that were too large to be followed path by path
   */
  public record Verdict(List<Finding> findings, int classes, List<String> failures, int coarse) {
    public Verdict {
      findings = List.copyOf(findings);
      failures = List.copyOf(failures);
    }
  }

  /** In a foreign host: our own catalogue, and no more types than PMD itself resolves. */
  static SourceJudge ofHost(ASTCompilationUnit file) {
    int release = release(file.getLanguageVersion().getVersion());
    // leakcheck:ignore static-collection-only-grows there are as many as Java releases
    return new SourceJudge(CATALOGS.computeIfAbsent(release, SourceJudge::catalog), null);
  }

  private static Catalog catalog(int release) {
    return Catalog.load(List.of()).forRelease(release);
  }

  /** {@code 1.8}, {@code 21} or {@code 25-preview}. */
  private static int release(String version) {
    String number = version.startsWith("1.") ? version.substring(2) : version;
    return Integer.parseInt(number.replaceFirst("\\D.*", ""));
  }

  /** Never throws: a class that cannot be judged is a failure of its own. */
  public Verdict judge(ASTCompilationUnit file) {
    try {
      return judge(SourceProgram.of(file, libraries));
    } catch (RuntimeException | StackOverflowError e) {
      return new Verdict(List.of(), 0, List.of("could not read the file: " + e), 0);
    }
  }

  /** Judges all classes of a program. */
  public Verdict judge(SourceProgram program) {
    List<Finding> findings = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    int classes = 0;
    World world = World.of(catalog, program);
    for (String name : program.classes()) {
      classes += judge(name, world, program.label(name), findings, failures) ? 1 : 0;
    }
    failures.addAll(program.notes());
    return new Verdict(findings, classes, failures, world.coarse());
  }

  private static boolean judge(
      String name, World world, String label, List<Finding> findings, List<String> failures) {
    try {
      Optional<ClassFacts> facts = world.program().facts(name);
      facts.ifPresent(unit -> findings.addAll(Checks.judge(unit, world)));
      return facts.isPresent();
    } catch (RuntimeException | StackOverflowError e) {
      failures.add(label + "could not judge " + name + ": " + e);
      return false;
    }
  }
}
