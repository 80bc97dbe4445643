package io.github.leakcheck.maven.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;

/**
 * The findings of all modules of one build, so that the merged report is whole after each module
 * and none needs to know that it is the last. Safe for modules built in parallel.
 */
public final class SessionFindings {
  private static final Map<Object, SessionFindings> BUILDS = new WeakHashMap<>();

  private final Map<String, ModuleFindings> modules = new TreeMap<>();
  private boolean warned;

  /**
   * Those of a build.
   *
   * @param build what all modules of the build share and no other build has, compared by identity:
   *     the execution request of Maven (its session is cloned for parallel builds)
   */
  public static SessionFindings of(Object build) {
    synchronized (BUILDS) {
      return BUILDS.computeIfAbsent(build, any -> new SessionFindings());
    }
  }

  /** Adds a module, or replaces what it brought before; returns all in the order of their names. */
  public synchronized List<ModuleFindings> add(ModuleFindings module) {
    modules.put(module.module(), module);
    return List.copyOf(modules.values());
  }

  /**
   * Writes the reports of one module and of all so far. Where both are the same file, it holds all.
   *
   * @param own file of the module
   * @param merged file of the build
   * @param module what was found
   * @param about everything else; its modules do not matter
   * @return warnings for the user, at most one line in a build
   * @throws IOException if a file cannot be written
   */
  public synchronized List<String> write(
      Path own, Path merged, ModuleFindings module, SarifInput about) throws IOException {
    if (!own.toAbsolutePath().normalize().equals(merged.toAbsolutePath().normalize())) {
      SarifReport.write(own, about.about(List.of(module)));
    }
    List<String> warnings = SarifReport.write(merged, about.about(add(module)));
    if (warned || warnings.isEmpty()) {
      return List.of();
    }
    warned = true;
    return warnings;
  }
}
