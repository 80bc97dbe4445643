package io.github.leakcheck.maven;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.maven.report.ModuleFindings;
import io.github.leakcheck.maven.report.SarifInput;
import io.github.leakcheck.maven.report.SessionFindings;
import io.github.leakcheck.maven.report.SourceRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** Where the SARIF reports of a build lie: one in each module, and one of all in its root. */
record SarifFiles(Build build) {
  private static final String NAME = "leakcheck.sarif";

  /** The module's own report. */
  Path own(Path outputDirectory) {
    return outputDirectory.resolve(NAME);
  }

  /**
   * The report of the whole build: where the root module's own would be. It is the module's own
   * when that lies outside of the module, as then all modules share it.
   */
  Path merged(Path outputDirectory) {
    MavenProject root = root();
    Path target = Path.of(build.project().getBuild().getDirectory());
    if (outputDirectory.startsWith(target)) {
      Path rootTarget = Path.of(root.getBuild().getDirectory());
      return own(rootTarget.resolve(target.relativize(outputDirectory)));
    }
    if (outputDirectory.startsWith(build.folder())) {
      Path rootFolder = root.getBasedir().toPath();
      return own(rootFolder.resolve(build.folder().relativize(outputDirectory)));
    }
    return own(outputDirectory);
  }

  /** Writes both; returns warnings for the user. */
  List<String> write(Path outputDirectory, ModuleFindings module, List<Rule> rules)
      throws MojoExecutionException {
    SourceRoot root = SourceRoot.around(Path.of(build.session().getExecutionRootDirectory()));
    SarifInput input =
        new SarifInput(build.plugin().getVersion(), rules, engines(), root, List.of(module));
    try {
      return SessionFindings.of(build.session().getRequest())
          .write(own(outputDirectory), merged(outputDirectory), module, input);
    } catch (IOException unwritable) {
      throw new MojoExecutionException(
          "leakcheck cannot write its report: " + unwritable, unwritable);
    }
  }

  private MavenProject root() {
    return build.modules().stream()
        .filter(MavenProject::isExecutionRoot)
        .findFirst()
        .orElse(build.project());
  }

  private List<SarifInput.Engine> engines() {
    Map<String, Artifact> ours = build.plugin().getArtifactMap();
    return Stream.of(
            engine("PMD", ours.get("net.sourceforge.pmd:pmd-java"), "https://pmd.github.io"),
            engine(
                "SpotBugs", ours.get("com.github.spotbugs:spotbugs"), "https://spotbugs.github.io"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<SarifInput.Engine> engine(String name, Artifact jar, String address) {
    return Optional.ofNullable(jar)
        .map(artifact -> new SarifInput.Engine(name, artifact.getVersion(), address));
  }
}
