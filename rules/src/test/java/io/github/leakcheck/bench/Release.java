package io.github.leakcheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One published release named in a manifest. */
record Release(String group, String artifact, String version) {

  /** The releases of a manifest, each once: columns version, or buggyVersion and fixedVersion. */
  static List<Release> read(Path manifest) throws IOException {
    List<String> lines = Files.readAllLines(manifest);
    List<String> columns = Arrays.asList(lines.get(0).split("\t", -1));
    Set<Release> releases = new LinkedHashSet<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      for (String column : List.of("version", "buggyVersion", "fixedVersion")) {
        int index = columns.indexOf(column);
        if (index >= 0 && index < cells.length && !cells[index].isEmpty()) {
          releases.add(
              of(
                  cells[columns.indexOf("groupId")],
                  cells[columns.indexOf("artifactId")],
                  cells[index]));
        }
      }
    }
    return new ArrayList<>(releases);
  }

  /** Source files that a manifest names, by their path inside the source root. */
  static Set<String> files(Path manifest) throws IOException {
    List<String> lines = Files.readAllLines(manifest);
    int at = Arrays.asList(lines.get(0).split("\t", -1)).indexOf("file");
    Set<String> files = new LinkedHashSet<>();
    lines.stream().skip(1).map(line -> line.split("\t", -1)).forEach(cells -> files.add(cells[at]));
    return files;
  }

  /** A version with two colons means other coordinates. */
  private static Release of(String group, String artifact, String version) {
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
