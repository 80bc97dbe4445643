package io.github.leakcheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Prints releases drawn at random, {@code MANIFEST WORK COUNT SEED}: name, folder and class path,
 * parted by tabs. Only releases that were fetched are drawn.
 */
public final class Drawn {
  private Drawn() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 4) {
      throw new IllegalArgumentException("Drawn MANIFEST WORK COUNT SEED");
    }
    Path work = Path.of(arguments[1]).toAbsolutePath();
    List<Release> releases = new ArrayList<>(Release.read(Path.of(arguments[0])));
    releases.removeIf(r -> !Files.exists(r.folder(work).resolve("artifact.jar")));
    Collections.shuffle(releases, new Random(Long.parseLong(arguments[3])));
    for (Release release : releases.subList(0, Integer.parseInt(arguments[2]))) {
      Path folder = release.folder(work);
      Unpacked.sources(folder);
      String classPath =
          Replay.classPath(folder).stream()
              .map(Path::toString)
              .collect(Collectors.joining(java.io.File.pathSeparator));
      System.out.println(release.fileName() + "\t" + folder + "\t" + classPath);
    }
  }
}
