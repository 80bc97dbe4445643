package io.github.leakcheck.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** What all goals that look into a module have in common: what to look at, and how. */
abstract class ModuleMojo extends AbstractMojo {
  private final RepositorySystem repositories;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  /** Do nothing. */
  @Parameter(property = "leakcheck.skip", defaultValue = "false")
  private boolean skip;

  /** Findings less sure than this are not shown and do not count: high, medium or low. */
  @Parameter(property = "leakcheck.minConfidence", defaultValue = "medium")
  private String minConfidence;

  /** Ids of the only rules to report; all when empty. */
  @Parameter(property = "leakcheck.rules")
  private List<String> rules;

  /** Ids of rules not to report. */
  @Parameter(property = "leakcheck.excludeRules")
  private List<String> excludeRules;

  /** Source files to report on, as globs inside their source root; all when empty. */
  @Parameter(property = "leakcheck.includes")
  private List<String> includes;

  /** Source files not to report on, as globs inside their source root. */
  @Parameter(property = "leakcheck.excludes")
  private List<String> excludes;

  /** Look at test sources too. */
  @Parameter(property = "leakcheck.includeTests", defaultValue = "false")
  private boolean includeTests;

  /** Look at generated sources too, that is, those below the build folder. */
  @Parameter(property = "leakcheck.includeGenerated", defaultValue = "false")
  private boolean includeGenerated;

  /** Who judges: auto (class files where they are fresh, else source), both, source or bytecode. */
  @Parameter(property = "leakcheck.engines", defaultValue = "auto")
  private String engines;

  /**
   * Where the code runs: application (a program of its own), library (part of programs that are not
   * in sight) or container (loaded and unloaded again and again, so what holds a class loader is a
   * leak). It changes how sure findings are.
   */
  @Parameter(property = "leakcheck.context", defaultValue = "application")
  private String context;

  /** Where reports go. */
  @Parameter(
      property = "leakcheck.outputDirectory",
      defaultValue = "${project.build.directory}/leakcheck")
  private File outputDirectory;

  /** Java release of the code, 8 to 25; by default what the compiler plugin is told. */
  @Parameter(property = "leakcheck.release")
  private String release;

  /**
   * Files with API lines of your own; {@code leakcheck-apis.txt} at the root of the build is read
   * without being named.
   */
  @Parameter(property = "leakcheck.resourceModels")
  private List<String> resourceModels;

  /**
   * PMD rulesets of your own, whose violations come out as findings of {@code pmd:TheRule}: files,
   * or resources of PMD or of a dependency of this plugin ({@code category/java/errorprone.xml}).
   */
  @Parameter(property = "leakcheck.pmdRulesets")
  private List<String> pmdRulesets;

  /**
   * SpotBugs plugins of your own, whose bugs come out as findings of {@code spotbugs:THE_TYPE}:
   * {@code group:artifact:version}, the same as elements, or a jar.
   */
  @Parameter(property = "leakcheck.spotbugsPlugins")
  private List<SpotBugsPlugin> spotbugsPlugins;

  /** Fail when there are no class files, instead of judging from source alone. */
  @Parameter(property = "leakcheck.requireClasses", defaultValue = "false")
  private boolean requireClasses;

  /**
   * File with findings to set aside, as {@code leakcheck:baseline} writes it, or {@code none}; by
   * default the nearest {@code .leakcheck-baseline.json} in the module or above it.
   */
  @Parameter(property = "leakcheck.baseline")
  private String baseline;

  /** Fail when something could not be analysed; what was judged from source was. */
  @Parameter(property = "leakcheck.failOnAnalysisError", defaultValue = "false")
  private boolean failOnAnalysisError;

  ModuleMojo(RepositorySystem repositories) {
    this.repositories = repositories;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Build build = new Build(project, session, execution, repositories, getLog());
    if (skip) {
      getLog().info("leakcheck: skipped (leakcheck.skip)");
      DueModules.excuse(build);
    } else if (!"pom".equals(project.getPackaging())) {
      run(build);
    }
  }

  /** Does the goal's work in a module that may have code. */
  abstract void run(Build build) throws MojoExecutionException, MojoFailureException;

  /** All parameters, with what the goal itself knows of verdicts. */
  CheckParameters parameters(boolean failOnViolation, String failOnSeverity) {
    return new CheckParameters(
        failOnViolation,
        failOnSeverity,
        minConfidence,
        rules,
        excludeRules,
        includes,
        excludes,
        includeTests,
        includeGenerated,
        engines,
        context,
        outputDirectory,
        release,
        resourceModels,
        pmdRulesets,
        spotbugsPlugins,
        requireClasses,
        failOnAnalysisError);
  }

  String baseline() {
    return baseline == null ? "" : baseline.strip();
  }
}
