package io.github.leakcheck.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.SessionData;

/** What Maven hands a goal: the module, the build it belongs to, and Maven's services. */
record Build(
    MavenProject project,
    MavenSession session,
    MojoExecution execution,
    RepositorySystem repositories,
    Log log) {

  /** How messages call the module. */
  String module() {
    return project.getArtifactId();
  }

  /** This plugin, as Maven resolved it. */
  PluginDescriptor plugin() {
    return execution.getMojoDescriptor().getPluginDescriptor();
  }

  Path folder() {
    return project.getBasedir().toPath().toAbsolutePath().normalize();
  }

  /** The root folder of the build; that of the module when Maven knows none. */
  Path root() {
    return Stream.ofNullable(session.getRequest().getMultiModuleProjectDirectory())
        .map(folder -> folder.toPath().toAbsolutePath().normalize())
        .findFirst()
        .orElseGet(this::folder);
  }

  /** All modules of the reactor, those left out of this call too. */
  List<MavenProject> modules() {
    return session.getAllProjects() == null ? session.getProjects() : session.getAllProjects();
  }

  /** Whether nobody asked for this subject before in this build; safe in parallel builds. */
  boolean isFirst(String subject) {
    return session.getRepositorySession().getData().set("leakcheck." + subject, null, Boolean.TRUE);
  }

  /**
   * What all modules of the build share under a name; made by the first that asks. Modules may load
   * this plugin each on its own, so it can only be of types that Java itself brings.
   */
  @SuppressWarnings("unchecked")
  <T> T shared(String name, Supplier<T> first) {
    SessionData data = session.getRepositorySession().getData();
    String key = "leakcheck.shared." + name;
    if (data.get(key) == null) {
      data.set(key, null, first.get());
    }
    return (T) data.get(key);
  }
}
