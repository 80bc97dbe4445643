package io.github.leakcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.model.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BytecodeEngineTest {
  private static final String LEAK =
      """
      package p;

      import java.io.FileInputStream;
      import java.io.IOException;

      class %s {
        static {
          System.setProperty("leakcheck.test.loaded", "yes");
        }

        %s

        static int leak(String name) throws IOException {
          return new FileInputStream(name).read();
        }
      }
      """;

  private Project project;

  @BeforeEach
  void setUp(@TempDir Path folder) throws IOException {
    project = Project.in(folder);
  }

  private static String methods(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "void m" + i + "() {}")
        .collect(Collectors.joining(" "));
  }

  private Raw run() {
    return BytecodeEngine.run(
        project.scope(Scope.Engines.BYTECODE),
        Catalog.load(List.of()),
        name -> true,
        new Progress());
  }

  @Test
  void judgesWithoutLoading() throws IOException {
    project.write("p/A.java", LEAK.formatted("A", ""));
    project.compile();
    Raw raw = run();
    assertThat(raw.findings()).extracting(Finding::rule).contains("unclosed-file-stream");
    assertThat(raw.judged()).isEqualTo(1);
    assertThat(raw.notes()).isEmpty();
    assertThat(System.getProperty("leakcheck.test.loaded")).isNull();
  }

  @Test
  void judgesHugeClasses() throws IOException {
    project.write("p/Huge.java", LEAK.formatted("Huge", methods(1_100)));
    project.compile();
    assertThat(run().findings()).extracting(Finding::rule).contains("unclosed-file-stream");
  }

  @Test
  void judgesOnlyWhatItIsAskedTo() throws IOException {
    project.write("p/A.java", LEAK.formatted("A", ""));
    project.write("p/B.java", LEAK.formatted("B", ""));
    project.compile();
    Raw raw =
        BytecodeEngine.run(
            project.scope(Scope.Engines.BYTECODE),
            Catalog.load(List.of()),
            "p.B"::equals,
            new Progress());
    assertThat(raw.judged()).isEqualTo(1);
    assertThat(raw.findings()).extracting(f -> f.place().member().className()).containsOnly("p.B");
  }

  @Test
  void survivesBrokenClassFiles() throws IOException {
    project.write("p/A.java", LEAK.formatted("A", ""));
    project.compile();
    Files.write(project.classes().resolve("p/Broken.class"), new byte[] {1, 2, 3});
    Raw raw = run();
    assertThat(raw.findings()).isNotEmpty();
    assertThat(raw.notes()).isNotEmpty();
  }

  @Test
  void nothingToReadIsNoError() {
    assertThat(run()).isEqualTo(Raw.NOTHING);
  }

  @Test
  void worksFromManyThreadsInSilence() throws IOException {
    project.write("p/A.java", LEAK.formatted("A", ""));
    project.compile();
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true));
    System.setErr(new PrintStream(printed, true));
    try {
      List<CompletableFuture<Raw>> runs =
          IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(this::run)).toList();
      assertThat(runs).allSatisfy(r -> assertThat(r.join().findings()).isNotEmpty());
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(printed.toString()).doesNotContain("p.A").doesNotContain("Exception");
  }
}
