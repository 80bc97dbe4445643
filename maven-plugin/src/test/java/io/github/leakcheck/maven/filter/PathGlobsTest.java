package io.github.leakcheck.maven.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobsTest {
  @ParameterizedTest
  @CsvSource({
    "org/acme/**,              org/acme/a/B.java,   true",
    "org/acme/**,              org/acmes/B.java,    false",
    "org/acme/,                org/acme/a/B.java,   true",
    "**/B.java,                B.java,              true",
    "**/B.java,                org/acme/B.java,     true",
    "**/gen/**,                org/gen/x/B.java,    true",
    "**/gen/**,                org/general/B.java,  false",
    "org/*/B.java,             org/acme/B.java,     true",
    "org/*/B.java,             org/acme/x/B.java,   false",
    "org/acme/?.java,          org/acme/B.java,     true",
    "org/acme/?.java,          org/acme/BB.java,    false",
    "org/acme/B.java,          org/acme/BXjava,     false",
    "org\\acme\\**,            org/acme/B.java,     true",
  })
  void matchesWithinTheSourceRoot(String glob, String path, boolean expected) {
    assertThat(new PathGlobs(List.of(glob), List.of()).test(path)).isEqualTo(expected);
    assertThat(new PathGlobs(List.of(), List.of(glob)).test(path)).isEqualTo(!expected);
  }

  @Test
  void excludesAreStronger() {
    PathGlobs globs = new PathGlobs(List.of("org/**"), List.of("**/*Test.java"));
    assertThat(globs.test("org/A.java")).isTrue();
    assertThat(globs.test("org/ATest.java")).isFalse();
    assertThat(globs.test("com/A.java")).isFalse();
  }
}
