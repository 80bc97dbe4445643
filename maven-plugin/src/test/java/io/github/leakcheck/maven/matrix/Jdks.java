package io.github.leakcheck.maven.matrix;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Finds the JDKs of a machine where people, packages and CI services put them. */
final class Jdks {
  private static final List<String> FOLDERS =
      List.of(
          "/usr/lib/jvm",
          "/usr/java",
          "/opt/java",
          "/opt/jdk",
          "/Library/Java/JavaVirtualMachines",
          "~/.jdks",
          "~/.m2/jdks",
          "~/.sdkman/candidates/java",
          "C:/Program Files/Java",
          "C:/Program Files/Eclipse Adoptium");

  private Jdks() {}

  /** Home of a JDK, with its compiler, of this feature release. */
  static Optional<Path> find(int release) {
    return candidates(release)
        .filter(
            home ->
                Files.exists(home.resolve("bin/javac"))
                    || Files.exists(home.resolve("bin/javac.exe")))
        .filter(home -> release(home) == release)
        .findFirst();
  }

  private static Stream<Path> candidates(int release) {
    List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
      // JAVA_HOME_17_X64 and JAVA17_HOME are those of CI services.
      if (variable.getKey().matches("JAVA_?(HOME_?)?" + release + "?(_HOME|_X64|_ARM64|_arm64)?")) {
        homes.add(Path.of(variable.getValue()));
      }
    }
    for (String folder : FOLDERS) {
      Path parent = Path.of(folder.replaceFirst("^~", System.getProperty("user.home")));
      try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
        for (Path child : children) {
          homes.add(child);
          homes.add(child.resolve("Contents/Home"));
        }
      } catch (IOException absent) {
        // not on this machine
      }
    }
    return homes.stream();
  }

  private static int release(Path home) {
    Properties release = new Properties();
    try (Reader text = Files.newBufferedReader(home.resolve("release"))) {
      release.load(text);
    } catch (IOException | IllegalArgumentException unknown) {
      return 0;
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    String feature = version.replaceFirst("^1\\.", "").replaceFirst("[^0-9].*", "");
    return feature.isEmpty() ? 0 : Integer.parseInt(feature);
  }
}
