package io.github.leakcheck.maven;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.maven.report.SarifInput;
import io.github.leakcheck.maven.report.SourceRoot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * Where the SARIF reports of a build lie: one in each module, and one of all in its root, which is
 * the only one of the root itself. A folder that lies outside of the module is shared by all, so
 * each has a folder of its own in there.
 */
record SarifFiles(Build build, Path output) {
  private static final String NAME = "leakcheck.sarif";

  /** How reports call a module. */
  static String name(MavenProject module) {
    return module.getGroupId() + ":" + module.getArtifactId();
  }

  /** The module's own report. */
  Path own() {
    return own(build.project());
  }

  Path own(MavenProject module) {
    return folder(module).resolve(NAME);
  }

  /** The report of the whole build. */
  Path merged() {
    return own(root());
  }

  private Path folder(MavenProject module) {
    Path target = Path.of(build.project().getBuild().getDirectory());
    if (isShared()) {
      return output.resolve(insideRoot(module));
    }
    return output.startsWith(target)
        ? Path.of(module.getBuild().getDirectory()).resolve(target.relativize(output))
        : module.getBasedir().toPath().resolve(build.folder().relativize(output));
  }

  private boolean isShared() {
    String given = build.session().getUserProperties().getProperty("leakcheck.outputDirectory", "");
    return Path.of(given).isAbsolute() || !output.startsWith(build.folder());
  }

  private String insideRoot(MavenProject module) {
    Path root = root().getBasedir().toPath();
    Path folder = module.getBasedir().toPath();
    return folder.startsWith(root) ? root.relativize(folder).toString() : module.getArtifactId();
  }

  /** The module that Maven was called in, even if it takes no part itself. */
  private MavenProject root() {
    return build.modules().stream()
        .filter(MavenProject::isExecutionRoot)
        .findFirst()
        .orElse(build.project());
  }

  /** All that the reports tell beside findings. */
  SarifInput about(List<Rule> rules) {
    SourceRoot root = SourceRoot.around(Path.of(build.session().getExecutionRootDirectory()));
    return new SarifInput(build.plugin().getVersion(), rules, engines(), root);
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
