package io.github.leakcheck.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void paragraphsTakeOneLineAndCodeItsOwn() {
    String markdown =
        """
        ## Fix

        Close `it`, in all
        cases:

        ```java
        try (var in = open()) {
          use(in);
        }
        ```

        - one
        - two,
          still two
        """;

    assertThat(PlainText.of(markdown))
        .isEqualTo(
            "Fix\n\nClose it, in all cases:\n\ntry (var in = open()) {\n  use(in);\n}\n\n"
                + "- one\n- two, still two");
  }

  @Test
  void nothingStaysNothing() {
    assertThat(PlainText.of(" \n")).isEmpty();
  }
}
