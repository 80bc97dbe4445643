package io.github.leakcheck.source;

import static io.github.leakcheck.source.Lowered.method;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoopLoweringTest {
  @Test
  void iterablesAreAskedForAnIterator() {
    assertThat(
            method(
                "void m(java.util.List<? extends java.io.Reader> all) throws Exception {",
                "  for (java.io.Reader r : all) r.close();",
                "}"))
        .isEqualTo(
            """
            0: v2 = virtual List.iterator() on v1
            1: v3 = virtual Iterator.hasNext() on v2
            2: if is_true v3 -> 3,7
            3: v4 = virtual Iterator.next() on v2
            4: v5 = (Reader) v4
            5: v6 = v5 as r
            6: virtual Reader.close() on v6 -> 1
            7: return
            """);
  }

  @Test
  void arraysAreReadByElement() {
    assertThat(
            method(
                "void m(java.io.Reader... all) throws Exception {",
                "  for (java.io.Reader r : all) { if (r == null) continue; r.close(); }",
                "}"))
        .isEqualTo(
            """
            0: v2 = v1
            1: v3 = compute int v2
            2: v4 = 0
            3: if less v4, v3 -> 4,10
            4: v5 = v2[]
            5: v6 = v5 as r
            6: if is_null v6 -> 8,7
            7: virtual Reader.close() on v6
            8: v7 = compute int v4
            9: v4 = v7 -> 3
            10: return
            """);
  }

  @Test
  void labelsNameTheLoopThatIsMeant() {
    assertThat(
            method(
                "void m(boolean a, boolean b) {",
                "  outer: for (int i = 0; ; i++) {",
                "    do { if (a) continue outer; if (b) break outer; } while (f());",
                "  }",
                "}",
                "static boolean f() { return true; }"))
        .isEqualTo(
            """
            0: v4 = 0
            1: v3 = v4 as i
            2: if is_true v1 -> 6,3
            3: if is_true v2 -> 8,4
            4: v5 = static Sample.f()
            5: if is_true v5 -> 2,6
            6: v6 = compute int v3
            7: v3 = v6 as i -> 2
            8: return
            """);
  }

  @Test
  void labelledBlockIsLeft() {
    assertThat(method("void m(boolean a) { x: { if (a) break x; f(); } }", "static void f() {}"))
        .isEqualTo(
            """
            0: if is_true v1 -> 2,1
            1: static Sample.f()
            2: return
            """);
  }

  @Test
  void emptyEndlessLoopIsANode() {
    assertThat(method("void m() { for (;;) { } }")).isEqualTo("0: nop -> 0\n");
  }
}
