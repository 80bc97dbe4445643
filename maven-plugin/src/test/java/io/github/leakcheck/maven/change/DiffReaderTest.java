package io.github.leakcheck.maven.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiffReaderTest {
  private static final String WITH_CONTEXT =
      """
      diff --git a/src/A.java b/src/A.java
      index 1..2 100644
      --- a/src/A.java
      +++ b/src/A.java
      @@ -1,5 +1,6 @@ class A {
       one
      -two
      --- not a file
      +Two
      +++ no file either
      +new
       three
       four
      @@ -10 +11,0 @@
      -ten
      """;

  @Test
  void readsEditsAmongTheLinesAround() {
    FileChange change = DiffReader.read(WITH_CONTEXT).get(0);

    assertThat(change.path()).isEqualTo("src/A.java");
    assertThat(change.edits())
        .containsExactly(
            new Edit(2, 3, List.of("two", "-- not a file")), new Edit(12, 0, List.of("ten")));
    assertThat(change.adds(2) && change.adds(4)).isTrue();
    assertThat(change.adds(1) || change.adds(5) || change.adds(12)).isFalse();
  }

  @Test
  void theTextBeforeComesFromTheOneAfter() {
    FileChange change = DiffReader.read(WITH_CONTEXT).get(0);
    String now = "one\nTwo\n++ no file either\nnew\nthree\nfour\n7\n8\n9\n10\n11\n12\n";

    assertThat(change.before(now))
        .isEqualTo("one\ntwo\n-- not a file\nthree\nfour\n7\n8\n9\n10\n11\nten\n12");
  }

  @Test
  void knowsNewFilesGoneOnesAndStrangeNames() {
    List<FileChange> files =
        DiffReader.read(
            """
            --- /dev/null
            +++ "b/\\303\\244 \\"x\\".java"
            @@ -0,0 +1 @@
            +new
            \\ No newline at end of file
            --- a/Gone.java	2026-01-01 00:00:00
            +++ /dev/null
            @@ -1,2 +0,0 @@
            -a
            -b
            """);

    assertThat(files).extracting(FileChange::path).containsExactly("ä \"x\".java", "");
    assertThat(files.get(0).adds(99)).isTrue();
    assertThat(files.get(1).before("")).isEqualTo("a\nb");
  }

  @Test
  void anythingElseIsNoDiff() {
    assertThat(DiffReader.read("@@ -1 +1 @@\n-a\n+b\n")).isEmpty();
    assertThat(DiffReader.read("--- only\n@@ -99999999999 +1 @@\nhello")).isEmpty();
  }

  @Test
  void knowsWhenTheFileIsAnother() {
    FileChange change = DiffReader.read(WITH_CONTEXT).get(0);

    assertThat(change.fits(12)).isTrue();
    assertThat(change.fits(3)).isFalse();
  }
}
