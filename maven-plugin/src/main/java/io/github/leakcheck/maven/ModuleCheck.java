package io.github.leakcheck.maven;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.engine.Outcome;
import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.maven.filter.MinConfidence;
import io.github.leakcheck.maven.report.ConsoleReport;
import io.github.leakcheck.maven.report.FileNames;
import io.github.leakcheck.maven.report.ModuleFindings;
import io.github.leakcheck.maven.report.SourceLines;
import io.github.leakcheck.maven.report.Style;
import io.github.leakcheck.maven.report.Summary;
import io.github.leakcheck.maven.report.Tally;
import io.github.leakcheck.model.Finding;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** One module from its project to its verdict, in a straight line. */
final class ModuleCheck {
  private final MavenProject project;
  private final MavenSession session;
  private final SarifFiles sarif;
  private final RepositorySystem repositories;
  private final Log log;
  private final BiFunction<Scope, Catalog, Outcome> analysis;

  ModuleCheck(
      MavenProject project,
      MavenSession session,
      PluginDescriptor plugin,
      RepositorySystem repositories,
      Log log,
      BiFunction<Scope, Catalog, Outcome> analysis) {
    this.project = project;
    this.session = session;
    this.sarif = new SarifFiles(project, session, plugin);
    this.repositories = repositories;
    this.log = log;
    this.analysis = analysis;
  }

  void run(CheckParameters given) throws MojoExecutionException, MojoFailureException {
    long start = System.nanoTime();
    Catalog catalog = Catalog.load(new Models(project, session).files(given.resourceModels()));
    Choices choices = Choices.of(given, catalog.rules().stream().map(Rule::id).toList());
    MavenScope module = new MavenScope(project, given.includeTests(), given.includeGenerated());
    if (module.sourceRoots().isEmpty()) {
      log.info("leakcheck: " + project.getArtifactId() + " has no sources to look at");
      return;
    }
    Scope scope = scope(module, choices, given);
    Outcome outcome = analysis.apply(scope, catalog);
    outcome.notes().forEach(note -> log.warn("leakcheck: " + note));
    List<Finding> selected = choices.rules().apply(outcome.findings());
    List<Finding> shown = new MinConfidence(choices.minConfidence()).apply(selected);
    Verdict verdict = new Verdict(given.failOnViolation(), choices.failOnSeverity());
    new Console(log, console(scope), verdict).say(shown);
    Path output = given.outputDirectory().toPath().toAbsolutePath().normalize();
    report(output, scope, outcome, shown, catalog.rules());
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    int low = selected.size() - shown.size();
    log.info(new Summary(Tally.of(shown), low, 0, outcome.judged().total(), time).line());
    verdict.pronounce(project.getArtifactId(), shown, fileNames().of(sarif.own(output).toString()));
  }

  private void report(
      Path output, Scope scope, Outcome outcome, List<Finding> shown, List<Rule> rules)
      throws MojoExecutionException {
    ModuleFindings module =
        new ModuleFindings(
            project.getGroupId() + ":" + project.getArtifactId(),
            project.getBasedir().toPath(),
            scope.encoding(),
            shown,
            outcome.notes());
    sarif.write(output, module, rules).forEach(warning -> log.warn("leakcheck: " + warning));
  }

  private Scope scope(MavenScope module, Choices choices, CheckParameters given)
      throws MojoExecutionException {
    List<Path> classes = module.classFolders().stream().filter(Files::isDirectory).toList();
    if (given.requireClasses() && classes.isEmpty()) {
      throw new MojoExecutionException(
          "leakcheck.requireClasses: %s has no class files; compile it first, as in `mvn compile leakcheck:check`."
              .formatted(project.getArtifactId()));
    }
    ClassPath classPath = new Resolution(repositories, session).of(project, given.includeTests());
    new ClassPathNotes(project.getArtifactId(), classPath).lines().forEach(log::warn);
    if (module.declaredEncoding().isEmpty()) {
      log.info("leakcheck: no project.build.sourceEncoding is set, sources are read as UTF-8");
    }
    return module.scope(classPath, choices, session.getUserProperties());
  }

  private ConsoleReport console(Scope scope) {
    Style style = Terminal.style(System.getenv());
    return new ConsoleReport(new SourceLines(scope.encoding()), fileNames(), style);
  }

  private FileNames fileNames() {
    File root = session.getRequest().getMultiModuleProjectDirectory();
    Path working = Path.of("").toAbsolutePath();
    return new FileNames(
        root == null ? List.of(working) : List.of(working, root.toPath().toAbsolutePath()));
  }
}
