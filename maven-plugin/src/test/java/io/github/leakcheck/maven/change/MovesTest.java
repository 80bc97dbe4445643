package io.github.leakcheck.maven.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.maven.text.SourceText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MovesTest {
  private static final Path FILE = Path.of("A.java");
  private static final Path OTHER = Path.of("B.java");
  private static final String OPEN = "InputStream in=open(file)";

  private final Moves moves = new Moves();

  @Test
  void layoutIsNoNews() {
    add(FILE, "a(); InputStream in = open(file);", "a();\n\tInputStream in =\n\t\topen(file);");

    assertThat(moves.brought(FILE, OPEN)).isZero();
  }

  @Test
  void movedIsNotNewAndCopiedIs() {
    add(FILE, "a(); InputStream in = open(file);", "a();");
    add(OTHER, "", "InputStream in = open(file);");
    assertThat(moves.brought(OTHER, OPEN)).isZero();

    add(Path.of("C.java"), "", "InputStream in = open(file);");
    assertThat(moves.brought(OTHER, OPEN)).isEqualTo(1);
  }

  @Test
  void repairedHereAndWrittenThereIsNew() {
    add(FILE, "InputStream in = open(file);", "try (InputStream in = open(file)) {");
    add(OTHER, "", "InputStream in = open(file);");

    assertThat(moves.brought(OTHER, OPEN)).isEqualTo(1);
  }

  @Test
  void newWhenItsTryOrCloseIsGone() {
    add(FILE, "try { in = open(file); } finally { in.close(); }", "in = open(file);");
    assertThat(moves.brought(FILE, "in=open(file)")).isPositive();
  }

  @Test
  void anotherNameOfAVariableIsNoNews() {
    add(FILE, "InputStream in = open(file); in.read();", "InputStream s = open(file); s.read();");
    add(OTHER, "InputStream in = open(file); in.close();", "InputStream s = open(file); s.read();");

    assertThat(moves.brought(FILE, "InputStream s=open(file)")).isZero();
    assertThat(moves.brought(OTHER, "InputStream s=open(file)")).isPositive();
  }

  private void add(Path file, String before, String after) {
    moves.add(file, SourceText.of(before), SourceText.of(after));
  }
}
