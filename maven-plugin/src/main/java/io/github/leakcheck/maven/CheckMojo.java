package io.github.leakcheck.maven;

import io.github.leakcheck.engine.Analysis;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/**
 * Looks for leak-prone code in the module's Java sources and classes, and fails the build when it
 * finds any. Works on compiled modules and, by direct call, on a checkout that was never built.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends ModuleMojo {
  /** Fail the build when something is found; otherwise only report. */
  @Parameter(property = "leakcheck.failOnViolation", defaultValue = "true")
  private boolean failOnViolation;

  /** Least severity that fails the build: error, warning or note. */
  @Parameter(property = "leakcheck.failOnSeverity", defaultValue = "warning")
  private String failOnSeverity;

  @Inject
  public CheckMojo(RepositorySystem repositories) {
    super(repositories);
  }

  @Override
  void run(Build build) throws MojoExecutionException, MojoFailureException {
    new ModuleCheck(build, Analysis::run).run(parameters(failOnViolation, failOnSeverity));
  }
}
