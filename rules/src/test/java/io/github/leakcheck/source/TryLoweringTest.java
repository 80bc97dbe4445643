package io.github.leakcheck.source;

import static io.github.leakcheck.source.Lowered.method;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TryLoweringTest {
  @Test
  void finallyIsCopiedToEveryExit() {
    assertThat(
            method(
                "void m(java.io.Reader r, boolean b) throws Exception {",
                "  try { if (b) return; r.read(); } finally { r.close(); }",
                "}"))
        .isEqualTo(
            """
            0: if is_true v2 -> 1,3
            1: virtual Reader.close() on v1
            2: return
            3: virtual Reader.read() on v1 ! 5
            4: virtual Reader.close() on v1 -> 8
            5: v3 = catch any
            6: virtual Reader.close() on v1
            7: throw v3
            8: return
            """);
  }

  @Test
  void valueIsKeptBeforeTheFinallyBlockRuns() {
    assertThat(method("int m(int i) { try { return i; } finally { i = 2; } }"))
        .isEqualTo(
            """
            0: v2 = v1
            1: v3 = 2
            2: v1 = v3 as i
            3: return v2
            """);
  }

  @Test
  void breakAndContinueRunTheFinallyBlocksTheyLeave() {
    assertThat(
            method(
                "void m(int i) {",
                "  while (i > 3) {",
                "    try {",
                "      try { if (i > 9) break; f(); } finally { g(); }",
                "      if (i > 7) continue;",
                "    } finally { h(); }",
                "  }",
                "}",
                "static void f() {} static void g() {} static void h() {}"))
        .isEqualTo(
            """
            0: v2 = 3
            1: if less v2, v1 -> 2,18
            2: v3 = 9
            3: if less v3, v1 -> 4,6
            4: static Sample.g() ! 15
            5: static Sample.h() -> 18
            6: static Sample.f() ! 8,15
            7: static Sample.g() -> 11 ! 15
            8: v4 = catch any
            9: static Sample.g() ! 15
            10: throw v4 ! 15
            11: v5 = 7
            12: if less v5, v1 -> 13,14
            13: static Sample.h() -> 0
            14: static Sample.h() -> 0
            15: v6 = catch any
            16: static Sample.h()
            17: throw v6
            18: return
            """);
  }

  @Test
  void catchesAreTriedInOrderThenTheFinallyBlock() {
    assertThat(
            method(
                "void m() {",
                "  try { f(); }",
                "  catch (IllegalStateException | IllegalArgumentException e) { g(e); }",
                "  catch (RuntimeException e) { throw e; }",
                "  finally { f(); }",
                "}",
                "static void f() {} static void g(Object o) {}"))
        .isEqualTo(
            """
            0: static Sample.f() ! 2,6,9
            1: static Sample.f() -> 12
            2: v1 = catch IllegalStateException|IllegalArgumentException
            3: v2 = v1 as e
            4: static Sample.g(Object) with v2 ! 9
            5: static Sample.f() -> 12
            6: v3 = catch RuntimeException
            7: v4 = v3 as e
            8: throw v4 ! 9
            9: v5 = catch any
            10: static Sample.f()
            11: throw v5
            12: return
            """);
  }

  @Test
  void resourcesAreClosedInReverseOnEveryWay() {
    assertThat(
            method(
                "int m(java.io.File f) throws java.io.IOException {",
                "  try (java.io.Reader r = new java.io.FileReader(f); java.io.Reader s = open()) {",
                "    return r.read();",
                "  } catch (java.io.FileNotFoundException e) {",
                "    return 1;",
                "  }",
                "}",
                "native java.io.Reader open();"))
        .isEqualTo(
            """
            0: v2 = new FileReader
            1: constructor FileReader.<init>(File) on v2 with v1 ! 20
            2: v3 = v2 as r
            3: v4 = virtual Sample.open() on v0 ! 16,20
            4: v5 = v4 as s
            5: v6 = virtual Reader.read() on v3 ! 11,16,20
            6: v7 = v6
            7: if is_null v5 -> 9,8
            8: virtual Reader.close() on v5 ! 16,20
            9: virtual Reader.close() on v3 ! 20
            10: return v7
            11: v8 = catch Throwable
            12: if is_null v5 -> 15,13
            13: virtual Reader.close() on v5 -> 15 ! 14,16,20
            14: v9 = catch Throwable
            15: throw v8 ! 16,20
            16: v10 = catch Throwable
            17: virtual Reader.close() on v3 -> 19 ! 18,20
            18: v11 = catch Throwable
            19: throw v10 ! 20
            20: v12 = catch FileNotFoundException
            21: v13 = v12 as e
            22: v14 = 1
            23: return v14
            """);
  }

  @Test
  void resourceThatExistedBeforeIsKeptAndChecked() {
    assertThat(
            method(
                "final java.io.Reader r = null;",
                "void m() throws Exception { try (this.r) { f(); } }",
                "static void f() {}"))
        .isEqualTo(
            """
            0: v2 = Sample.r of v0
            1: v1 = v2
            2: static Sample.f() ! 5
            3: if is_null v1 -> 10,4
            4: virtual Reader.close() on v1 -> 10
            5: v3 = catch Throwable
            6: if is_null v1 -> 9,7
            7: virtual Reader.close() on v1 -> 9 ! 8
            8: v4 = catch Throwable
            9: throw v3
            10: return
            """);
  }

  @Test
  void handlerThatNothingReachesIsLeftOut() {
    assertThat(method("void m(int i) { try { i = 1; } catch (RuntimeException e) { i = 2; } }"))
        .doesNotContain("catch");
  }
}
