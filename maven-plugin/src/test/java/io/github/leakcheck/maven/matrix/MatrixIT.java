package io.github.leakcheck.maven.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One project with every Maven and JDK we promise: the reports are the same, byte for byte. Only
 * the profile {@code matrix} runs it, with the local repository of the other integration tests.
 */
class MatrixIT {
  private static final List<Integer> JDKS = List.of(17, 25);
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private byte[] first;

  @TestFactory
  Stream<DynamicTest> everyMavenOnEveryJdkFindsTheSame() throws IOException {
    List<Path> mavens;
    try (Stream<Path> folders = Files.list(TARGET.resolve("mavens"))) {
      mavens = folders.filter(folder -> Files.exists(folder.resolve("bin"))).sorted().toList();
    }
    assertThat(mavens).hasSize(4);
    return mavens.stream().flatMap(maven -> JDKS.stream().map(jdk -> cell(maven, jdk)));
  }

  private DynamicTest cell(Path maven, int jdk) {
    String name = maven.getFileName() + " with JDK " + jdk;
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Optional<Path> home = Jdks.find(jdk);
          assumeTrue(home.isPresent(), () -> name + ": no JDK " + jdk + " on this machine");
          Path project = copy(TARGET.resolve("matrix/" + maven.getFileName() + "-" + jdk));
          run(project, maven, home.get());
          byte[] report = Files.readAllBytes(project.resolve("target/leakcheck/leakcheck.sarif"));
          assertThat(new String(report)).containsPattern("(?s)\"ruleId\".*\"ruleId\".*\"ruleId\"");
          if (first == null) {
            first = report;
          }
          assertThat(report).as(name).isEqualTo(first);
        });
  }

  private static void run(Path project, Path maven, Path jdk)
      throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path command = maven.resolve(windows ? "bin/mvn.cmd" : "bin/mvn");
    Path log = project.resolve("build.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                command.toString(),
                "-B",
                "-Dmaven.repo.local=" + TARGET.resolve("it-repo"),
                "process-classes")
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("MAVEN_.*|GITHUB_ACTIONS|MVND_.*"));
    assertThat(builder.start().waitFor()).as(() -> "status of Maven, see " + log).isZero();
  }

  /** Each in a repository of its own, so that addresses do not tell where it lies. */
  private static Path copy(Path folder) throws IOException {
    Path source = Path.of("src/it/reactor").toAbsolutePath();
    delete(folder);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(source.relativize(file));
        Files.createDirectories(target.getParent());
        String version = System.getProperty("leakcheck.version");
        Files.writeString(target, Files.readString(file).replace("@project.version@", version));
      }
    }
    Files.createDirectory(folder.resolve(".git"));
    return folder;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
