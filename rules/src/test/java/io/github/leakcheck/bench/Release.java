package io.github.leakcheck.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One published release named in a manifest. */
record Release(String group, String artifact, String version) {

  /** The releases of a manifest, each once: columns version, or buggyVersion and fixedVersion. */
  static List<Release> read(Path manifest) throws IOException {
    Set<Release> releases = new LinkedHashSet<>();
    for (Tsv.Row row : Tsv.read(manifest)) {
      for (String column : List.of("version", "buggyVersion", "fixedVersion")) {
        if (!row.get(column).isEmpty()) {
          releases.add(row.release(column));
        }
      }
    }
    return new ArrayList<>(releases);
  }

  /** Source files that a manifest names, by their path inside the source root. */
  static Set<String> files(Path manifest) throws IOException {
    return Tsv.read(manifest).stream().map(row -> row.get("file")).collect(Collectors.toSet());
  }

  /** A version with two colons means other coordinates. */
  static Release of(String group, String artifact, String version) {
    String[] moved = version.split(":");
    return moved.length == 3
        ? new Release(moved[0], moved[1], moved[2])
        : new Release(group, artifact, version);
  }

  Path folder(Path work) {
    return work.resolve("rel").resolve(group).resolve(artifact).resolve(version);
  }

  /** {@code group__artifact__version}. */
  String fileName() {
    return group + "__" + artifact + "__" + version;
  }
}
