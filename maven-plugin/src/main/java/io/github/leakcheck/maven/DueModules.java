package io.github.leakcheck.maven;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The modules that a whole report is about, whether this build looks at them or not. */
record DueModules(Build build, boolean tests) {

  /** In this build the module has nothing to report. */
  static void excuse(Build build) {
    Set<String> excused = build.shared("excused", TreeSet::new);
    synchronized (excused) {
      excused.add(SarifFiles.name(build.project()));
    }
  }

  /** Those that are neither among the names nor excused. */
  List<MavenProject> without(Set<String> names) {
    Set<String> excused = build.shared("excused", TreeSet::new);
    synchronized (excused) {
      return build.modules().stream()
          .filter(module -> !names.contains(SarifFiles.name(module)))
          .filter(module -> !excused.contains(SarifFiles.name(module)))
          .filter(this::isDue)
          .toList();
    }
  }

  private boolean isDue(MavenProject module) {
    return !"pom".equals(module.getPackaging())
        && (build.execution().getSource() == MojoExecution.Source.CLI || isBound(module))
        && !new MavenScope(module, tests, false).isEmpty();
  }

  private boolean isBound(MavenProject module) {
    Plugin plugin = module.getPlugin(build.plugin().getPluginLookupKey());
    return plugin != null
        && plugin.getExecutions().stream()
            .anyMatch(execution -> execution.getGoals().contains(build.execution().getGoal()));
  }
}
