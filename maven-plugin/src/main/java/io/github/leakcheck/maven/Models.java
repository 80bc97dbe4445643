package io.github.leakcheck.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** A user's own API files: those named, and {@code leakcheck-apis.txt} at the root. */
final class Models {
  private static final String CONVENTION = "leakcheck-apis.txt";

  private final List<Path> bases;

  Models(Build build) {
    this.bases = Stream.of(build.folder(), build.root()).distinct().toList();
  }

  /** Relative names are looked for in the module, then in the root of the build. */
  List<Path> files(List<String> named) throws MojoExecutionException {
    List<Path> files = new ArrayList<>();
    for (String name : named) {
      files.add(find(name).orElseThrow(() -> absent(name)));
    }
    Optional.of(bases.get(bases.size() - 1).resolve(CONVENTION))
        .filter(Files::isRegularFile)
        .filter(file -> !files.contains(file))
        .ifPresent(files::add);
    return files;
  }

  private Optional<Path> find(String name) {
    return bases.stream().map(base -> base.resolve(name)).filter(Files::isRegularFile).findFirst();
  }

  private MojoExecutionException absent(String name) {
    return BadParameter.of(
        "resourceModels", name, "it must name a file, absolute or below " + bases.get(0));
  }
}
