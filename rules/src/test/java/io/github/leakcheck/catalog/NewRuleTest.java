package io.github.leakcheck.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script bin/new-rule makes a folder that can be read and compiled as it is. */
class NewRuleTest {
  @TempDir Path leaks;

  private String said;

  @BeforeEach
  void needsAShell() {
    assumeThat(Path.of("/bin/sh")).exists();
  }

  @Test
  void makesAFolderThatCanBeReadAndCompiled() throws Exception {
    assertThat(run("lost-thing", "must-close")).isZero();
    Path folder = leaks.resolve("lost_thing");
    Rule rule =
        RuleReader.read(
            "lost_thing",
            Text.file(folder.resolve("rule.md")),
            ApiReader.ofRule(Text.file(folder.resolve("apis.txt")), "lost-thing"));
    assertThat(rule.title()).isEqualTo("Lost thing");
    assertThat(rule.check()).isEqualTo("must-close");
    assertThat(compiles(folder)).isTrue();
    assertThat(said).contains("-Dleakcheck.regenerate=true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"LostThing", "lost_thing", "lost-", "-lost", "lost--thing", "../lost", ""})
  void refusesABadId(String id) throws Exception {
    assertThat(run(id, "must-close")).isEqualTo(1);
    assertThat(said).contains("'" + id + "' is no rule id");
    assertNothingIsMade();
  }

  @Test
  void refusesAnUnknownCheck() throws Exception {
    assertThat(run("lost-thing", "must-shut")).isEqualTo(1);
    assertThat(said).contains("'must-shut' is no check").contains("must-undo");
    assertNothingIsMade();
  }

  @Test
  void refusesAnExistingFolder() throws Exception {
    Files.createDirectory(leaks.resolve("lost_thing"));
    assertThat(run("lost-thing", "must-close")).isEqualTo(1);
    assertThat(said).contains("lost_thing exists already");
    try (Stream<Path> files = Files.list(leaks.resolve("lost_thing"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void tellsItsUse() throws Exception {
    assertThat(run("lost-thing")).isEqualTo(2);
    assertThat(said).contains("usage: bin/new-rule <rule-id> <check>");
    assertNothingIsMade();
  }

  private void assertNothingIsMade() throws IOException {
    try (Stream<Path> files = Files.list(leaks)) {
      assertThat(files).isEmpty();
    }
  }

  private int run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "../bin/new-rule"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LEAKS_FOLDER", leaks.toString());
    Process process = builder.start();
    said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor();
  }

  private boolean compiles(Path folder) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      return javac
          .getTask(
              null,
              files,
              null,
              List.of("-d", leaks.toString()),
              null,
              files.getJavaFileObjects(folder.resolve("Leaks.java"), folder.resolve("Clean.java")))
          .call();
    }
  }
}
