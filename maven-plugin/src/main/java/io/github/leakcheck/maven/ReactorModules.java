package io.github.leakcheck.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenWorkspaceReader;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;

/**
 * Modules of the reactor as a source of artifacts: output folders, compiled or not, and effective
 * models. Holds all modules, those left out by {@code -pl} and {@code -rf} too, so that what a
 * module depends on is the same however Maven was called.
 */
final class ReactorModules implements MavenWorkspaceReader {
  private final List<MavenProject> modules;
  private final WorkspaceReader others;
  private final WorkspaceRepository repository = new WorkspaceRepository("reactor");

  /**
   * @param others asked for what is no module; may be null
   */
  ReactorModules(List<MavenProject> modules, WorkspaceReader others) {
    this.modules = List.copyOf(modules);
    this.others = others;
  }

  @Override
  public WorkspaceRepository getRepository() {
    return repository;
  }

  @Override
  public Model findModel(Artifact artifact) {
    return module(artifact)
        .map(MavenProject::getModel)
        .orElseGet(
            () -> others instanceof MavenWorkspaceReader maven ? maven.findModel(artifact) : null);
  }

  @Override
  public File findArtifact(Artifact artifact) {
    return module(artifact)
        .map(module -> file(module, artifact))
        .orElseGet(() -> others == null ? null : others.findArtifact(artifact));
  }

  @Override
  public List<String> findVersions(Artifact artifact) {
    List<String> versions = new ArrayList<>();
    modules.stream()
        .filter(module -> isNamedLike(module, artifact))
        .map(MavenProject::getVersion)
        .forEach(versions::add);
    if (others != null) {
      versions.addAll(others.findVersions(artifact));
    }
    return versions.stream().distinct().toList();
  }

  /** The module this artifact is built by. */
  Optional<MavenProject> module(Artifact artifact) {
    return modules.stream()
        .filter(module -> isNamedLike(module, artifact))
        .filter(module -> module.getVersion().equals(artifact.getBaseVersion()))
        .findFirst();
  }

  private static boolean isNamedLike(MavenProject module, Artifact artifact) {
    return module.getArtifactId().equals(artifact.getArtifactId())
        && module.getGroupId().equals(artifact.getGroupId());
  }

  private static File file(MavenProject module, Artifact artifact) {
    if (artifact.getExtension().equals("pom")) {
      return module.getFile();
    }
    if (artifact.getExtension().equals("jar")) {
      switch (artifact.getClassifier()) {
        case "", "client":
          return new File(module.getBuild().getOutputDirectory());
        case "tests":
          return new File(module.getBuild().getTestOutputDirectory());
        default:
          break;
      }
    }
    return attached(module, artifact);
  }

  private static File attached(MavenProject module, Artifact artifact) {
    return module.getAttachedArtifacts().stream()
        .filter(
            candidate ->
                artifact.getClassifier().equals(String.valueOf(candidate.getClassifier()))
                    && artifact
                        .getExtension()
                        .equals(candidate.getArtifactHandler().getExtension()))
        .map(org.apache.maven.artifact.Artifact::getFile)
        .filter(file -> file != null && file.exists())
        .findFirst()
        .orElse(null);
  }
}
