package io.github.leakcheck.maven;

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

  /**
   * Report only what is new since the branch, tag or commit, as git tells it: the committed and
   * uncommitted changes since HEAD left it.
   */
  @Parameter(property = "leakcheck.newSince")
  private String newSince;

  /** Report only what is new by this unified diff. */
  @Parameter(property = "leakcheck.diffFile")
  private String diffFile;

  /**
   * What of a finding must lie in the change to be new: line (where it stands), path (that, or
   * another line of its path, or something taken away in between) or file.
   */
  @Parameter(property = "leakcheck.newIn", defaultValue = "line")
  private String newIn;

  /** Fail when the baseline holds entries that match nothing any more. */
  @Parameter(property = "leakcheck.failOnStaleBaseline", defaultValue = "false")
  private boolean failOnStaleBaseline;

  /** Let every module report before the build fails, and not only those before the first leak. */
  @Parameter(property = "leakcheck.failAtEnd", defaultValue = "false")
  private boolean failAtEnd;

  /**
   * Whom to tell of findings beside the reports: github (workflow commands and step summary),
   * gitlab (code quality report), azure (logging commands) or none; auto looks where it runs.
   */
  @Parameter(property = "leakcheck.annotations", defaultValue = "auto")
  private String annotations;

  @Inject
  public CheckMojo(RepositorySystem repositories) {
    super(repositories);
  }

  @Override
  void run(Build build) throws MojoExecutionException, MojoFailureException {
    ReviewParameters review =
        new ReviewParameters(
            newSince, diffFile, newIn, baseline(), failOnStaleBaseline, failAtEnd, annotations);
    new ModuleCheck(build, parameters(failOnViolation, failOnSeverity), review)
        .run(new Watched(build.log(), Terminal.isOne()));
  }
}
