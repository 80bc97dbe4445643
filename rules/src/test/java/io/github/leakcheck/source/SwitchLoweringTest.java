package io.github.leakcheck.source;

import static io.github.leakcheck.source.Lowered.method;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SwitchLoweringTest {
  @Test
  void casesFallThrough() {
    assertThat(
            method(
                "void m(int i) {",
                "  switch (i) { case 1: case 'a': i = 5; default: i = 6; break; case 3: }",
                "}"))
        .isEqualTo(
            """
            0: switch v1 [1, 97, 3] -> 1,1,5,3
            1: v2 = 5
            2: v1 = v2 as i
            3: v3 = 6
            4: v1 = v3 as i
            5: return
            """);
  }

  @Test
  void stringsAndEnumsAreOpaqueKeys() {
    assertThat(
            method(
                "int m(String s, Thread.State t) {",
                "  switch (s) { case \"a\" -> { return 1; } case \"b\", \"c\" -> f(); }",
                "  switch (t) { case NEW: return 2; }",
                "  return 0;",
                "}",
                "static void f() {}"))
        .isEqualTo(
            """
            0: v3 = compute int v1
            1: switch v3 [0, 1, 2] -> 2,4,4,5
            2: v4 = 1
            3: return v4
            4: static Sample.f()
            5: v5 = compute int v2
            6: switch v5 [0] -> 7,9
            7: v6 = 2
            8: return v6
            9: v7 = 0
            10: return v7
            """);
  }

  @Test
  void yieldRunsFinallyBlocks() {
    assertThat(
            method(
                "int m(int i) {",
                "  return switch (i) {",
                "    case 1 -> 5;",
                "    case 2 -> throw new Error();",
                "    default -> { try { yield f(); } finally { g(); } }",
                "  };",
                "}",
                "static int f() { return 1; } static void g() {}"))
        .isEqualTo(
            """
            0: switch v1 [1, 2] -> 1,3,6
            1: v3 = 5
            2: v2 = v3 -> 12
            3: v4 = new Error
            4: constructor Error.<init>() on v4
            5: throw v4
            6: v5 = static Sample.f() ! 9
            7: v2 = v5
            8: static Sample.g() -> 12
            9: v6 = catch any
            10: static Sample.g()
            11: throw v6
            12: return v2
            """);
  }

  @Test
  void patternsAreTestedInOrder() {
    assertThat(
            method(
                "int m(Object o) {",
                "  return switch (o) {",
                "    case null -> 0;",
                "    case String s when s.isEmpty() -> 1;",
                "    case Integer i -> 2;",
                "    case Object x -> 3;",
                "  };",
                "}"))
        .isEqualTo(
            """
            0: if is_null v1 -> 12,1
            1: v3 = v1 instanceof String
            2: if is_true v3 -> 3,7
            3: v4 = (String) v1
            4: v5 = v4 as s
            5: v6 = virtual String.isEmpty() on v5
            6: if is_true v6 -> 14,7
            7: v7 = v1 instanceof Integer
            8: if is_true v7 -> 9,11
            9: v8 = (Integer) v1
            10: v9 = v8 as i -> 16
            11: v10 = v1 as x -> 18
            12: v11 = 0
            13: v2 = v11 -> 20
            14: v12 = 1
            15: v2 = v12 -> 20
            16: v13 = 2
            17: v2 = v13 -> 20
            18: v14 = 3
            19: v2 = v14
            20: return v2
            """);
  }

  @Test
  void switchOverAllConstantsThrowsOtherwise() {
    assertThat(
            method(
                "enum E { A, B }",
                "int m(E e) { return switch (e) { case A -> 1; case B -> 2; }; }"))
        .contains("new MatchException")
        .contains("throw");
  }
}
