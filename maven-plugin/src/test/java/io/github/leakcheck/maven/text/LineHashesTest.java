package io.github.leakcheck.maven.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineHashesTest {
  /** The values are those that code scanning computes. */
  @Test
  void agreesWithCodeScanning() {
    assertThat(LineHashes.of("")).containsExactly("c129715d7a2bc9a3:1");
    assertThat(LineHashes.of(" a\nb\n  \t\tc\n d"))
        .startsWith("271789c17abda88f:1", "54703d4cd895b18:1")
        .hasSize(4);
  }

  @Test
  void blanksAndLineEndsDoNotMatter() {
    assertThat(LineHashes.of("a b\r\n\tc\r\n")).isEqualTo(LineHashes.of("ab\nc\n"));
    assertThat(LineHashes.of("a b\r\tc\r")).isEqualTo(LineHashes.of("ab\nc\n"));
  }

  @Test
  void equalLinesCount() {
    String same = "x".repeat(200) + "\n";
    assertThat(LineHashes.of(same + same))
        .hasSize(3)
        .first()
        .isEqualTo(LineHashes.of(same + same).get(1).replace(":2", ":1"));
  }
}
