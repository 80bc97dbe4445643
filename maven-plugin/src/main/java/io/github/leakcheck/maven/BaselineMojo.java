package io.github.leakcheck.maven;

import io.github.leakcheck.engine.Analysis;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes the findings of today into a baseline, so that {@code check} reports only new ones.
 * Reasons that someone wrote into it stay.
 */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends ModuleMojo {
  /** Only remove entries that match nothing any more; add none. */
  @Parameter(property = "leakcheck.prune", defaultValue = "false")
  private boolean prune;

  @Inject
  public BaselineMojo(RepositorySystem repositories) {
    super(repositories);
  }

  @Override
  void run(Build build) throws MojoExecutionException {
    CheckParameters given = parameters(false, "note");
    ModuleBaseline module = new ModuleBaseline(build, new Baselines(build, baseline()));
    Optional<Looked> looked = new ModuleLook(build, Analysis::run).look(given);
    if (looked.isPresent() && prune) {
      module.prune(looked.get());
    } else if (looked.isPresent()) {
      module.write(looked.get());
    }
  }
}
