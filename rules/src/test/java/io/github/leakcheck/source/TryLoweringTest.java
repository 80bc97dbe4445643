package io.github.leakcheck.source;

import static io.github.leakcheck.source.Lowered.method;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TryLoweringTest {
  @Test
  void finallyIsCopiedPerExit() {
    assertThat(
            method(
                """
                void m(java.io.InputStream in, boolean b) throws java.io.IOException {
                  try {
                    if (b) return;
                    in.read();
                  } finally {
                    in.close();
                  }
                }
                """))
        .isNotEmpty();
  }

  @Test
  void resourcesAreClosedOnBothWays() {
    assertThat(
            method(
                """
                int m(java.io.File f) throws java.io.IOException {
                  try (java.io.Reader r = new java.io.FileReader(f); java.io.Reader s = open()) {
                    return r.read();
                  } catch (java.io.FileNotFoundException | IllegalStateException e) {
                    return 1;
                  }
                }
                native java.io.Reader open();
                """))
        .isNotEmpty();
  }
}
