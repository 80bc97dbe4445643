package io.github.leakcheck.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether two runs say the same of the same releases: {@code MANIFEST FOLDER FOLDER}. Compares
 * rule, file and line of what is shown; prints each difference, and ends in an exit status of 1 if
 * there is one.
 */
public final class Agreement {
  private Agreement() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("Agreement MANIFEST FOLDER FOLDER");
    }
    int releases = 0;
    int equal = 0;
    int different = 0;
    for (Release release : Release.read(Path.of(arguments[0]))) {
      Optional<List<Reported>> one = Reported.of(Path.of(arguments[1]), release);
      Optional<List<Reported>> other = Reported.of(Path.of(arguments[2]), release);
      if (one.isPresent() && other.isPresent()) {
        releases++;
        List<String> left = keys(one.get());
        List<String> right = keys(other.get());
        equal += common(left, right);
        different += left.size() + right.size();
        left.forEach(key -> System.out.println(release.fileName() + " only first: " + key));
        right.forEach(key -> System.out.println(release.fileName() + " only second: " + key));
      }
    }
    double share = 100.0 * equal / Math.max(1, equal + different);
    System.out.printf(
        "%d releases, %d findings equal, %d not: %.1f %% of all%n",
        releases, equal, different, share);
    System.exit(releases > 0 && different == 0 ? 0 : 1);
  }

  /** Takes what is in both lists out of both, and counts it. */
  private static int common(List<String> left, List<String> right) {
    int before = left.size();
    left.removeIf(right::remove);
    return before - left.size();
  }

  private static List<String> keys(List<Reported> findings) {
    List<String> keys = new ArrayList<>();
    for (Reported found : findings) {
      if (found.isShown()) {
        keys.add(found.rule() + " " + file(found) + ":" + found.place().line());
      }
    }
    return keys;
  }

  /** The last three names of a path: roots differ between the runs. */
  private static String file(Reported found) {
    String[] parts = found.place().file().split("/");
    return String.join("/", List.of(parts).subList(Math.max(0, parts.length - 3), parts.length));
  }
}
