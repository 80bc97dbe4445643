package io.github.leakcheck.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryCache;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.CollectResult;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.VersionRangeResolutionException;

/**
 * Resolves what a module depends on through Maven's own repository system, so that offline mode,
 * mirrors and proxies hold. What cannot be had is named; it never ends the build. Modules of the
 * reactor come first.
 */
final class Resolution {
  private static final String CACHE = Resolution.class.getName() + ".cache";
  private static final String TEST = "test";

  private final RepositorySystem system;
  private final ReactorModules reactor;
  private final RepositorySystemSession session;
  private final Set<String> missing = new LinkedHashSet<>();

  Resolution(Build build) {
    RepositorySystemSession original = build.session().getRepositorySession();
    this.system = build.repositories();
    this.reactor = new ReactorModules(build.modules(), original.getWorkspaceReader());
    this.session = withReactor(original, reactor);
  }

  /** Modules first means other descriptors than Maven's own, so a cache of our own as well. */
  private static RepositorySystemSession withReactor(
      RepositorySystemSession original, ReactorModules reactor) {
    original.getData().set(CACHE, null, new DefaultRepositoryCache());
    return new DefaultRepositorySystemSession(original)
        .setWorkspaceReader(reactor)
        .setCache((RepositoryCache) original.getData().get(CACHE))
        .setRepositoryListener(null);
  }

  /** What the module's main code, and its tests' code if wanted, is compiled against. */
  ClassPath of(MavenProject project, boolean includeTests) {
    List<ArtifactRequest> requests = new ArrayList<>();
    collectRequests(collect(project, includeTests), requests);
    List<Path> entries = new ArrayList<>();
    Set<String> uncompiled = new LinkedHashSet<>();
    for (ArtifactResult result : resolve(requests)) {
      File file = result.getArtifact() == null ? null : result.getArtifact().getFile();
      if (file == null) {
        missing.add(name(result.getRequest().getArtifact()));
        continue;
      }
      entries.add(file.toPath().toAbsolutePath().normalize());
      if (!file.exists() && hasSources(result.getArtifact())) {
        uncompiled.add(result.getArtifact().getArtifactId());
      }
    }
    return new ClassPath(entries, List.copyOf(missing), List.copyOf(uncompiled));
  }

  private boolean hasSources(Artifact artifact) {
    return reactor.module(artifact).stream()
        .flatMap(module -> module.getCompileSourceRoots().stream())
        .anyMatch(root -> new File(root).isDirectory());
  }

  private DependencyNode collect(MavenProject project, boolean includeTests) {
    try {
      return system.collectDependencies(session, request(project, includeTests)).getRoot();
    } catch (DependencyCollectionException incomplete) {
      CollectResult partial = incomplete.getResult();
      partial.getExceptions().forEach(this::nameMissing);
      return partial.getRoot();
    }
  }

  private CollectRequest request(MavenProject project, boolean includeTests) {
    ArtifactTypeRegistry types = session.getArtifactTypeRegistry();
    CollectRequest request = new CollectRequest();
    request.setRootArtifact(RepositoryUtils.toArtifact(project.getArtifact()));
    request.setRequestContext("project");
    request.setRepositories(project.getRemoteProjectRepositories());
    for (Dependency dependency : project.getDependencies()) {
      if (includeTests || !TEST.equals(dependency.getScope())) {
        request.addDependency(RepositoryUtils.toDependency(dependency, types));
      }
    }
    if (project.getDependencyManagement() != null) {
      for (Dependency managed : project.getDependencyManagement().getDependencies()) {
        request.addManagedDependency(RepositoryUtils.toDependency(managed, types));
      }
    }
    return request;
  }

  private static void collectRequests(DependencyNode node, List<ArtifactRequest> requests) {
    if (node == null) {
      return;
    }
    if (node.getDependency() != null && isOnClassPath(node.getArtifact())) {
      requests.add(new ArtifactRequest(node));
    }
    node.getChildren().forEach(child -> collectRequests(child, requests));
  }

  private static boolean isOnClassPath(Artifact artifact) {
    return Boolean.parseBoolean(
        artifact.getProperty(ArtifactProperties.CONSTITUTES_BUILD_PATH, "false"));
  }

  private List<ArtifactResult> resolve(List<ArtifactRequest> requests) {
    try {
      return system.resolveArtifacts(session, requests);
    } catch (ArtifactResolutionException incomplete) {
      return incomplete.getResults();
    }
  }

  private void nameMissing(Exception cause) {
    if (cause instanceof ArtifactDescriptorException unreadable) {
      missing.add(name(unreadable.getResult().getRequest().getArtifact()));
    } else if (cause instanceof VersionRangeResolutionException noVersion) {
      missing.add(name(noVersion.getResult().getRequest().getArtifact()));
    } else {
      missing.add(String.valueOf(cause.getMessage()));
    }
  }

  private static String name(Artifact artifact) {
    String classifier = artifact.getClassifier().isEmpty() ? "" : ":" + artifact.getClassifier();
    return artifact.getGroupId()
        + ":"
        + artifact.getArtifactId()
        + classifier
        + ":"
        + artifact.getBaseVersion();
  }
}
