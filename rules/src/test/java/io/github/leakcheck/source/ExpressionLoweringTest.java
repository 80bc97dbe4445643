package io.github.leakcheck.source;

import static io.github.leakcheck.source.Lowered.method;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.facts.MethodFlow;
import org.junit.jupiter.api.Test;

class ExpressionLoweringTest {
  @Test
  void valueBeforeALaterWriteIsKept() {
    assertThat(method("static int m(int i) { return f(i, i = 2, i++); }", FUNCTION))
        .isEqualTo(
            """
            0: v1 = v0
            1: v2 = 2
            2: v0 = v2 as i
            3: v3 = v0
            4: v4 = v0
            5: v5 = compute int v0
            6: v0 = v5 as i
            7: v6 = static Sample.f(int,int,int) with v1,v3,v4
            8: return v6
            """);
  }

  private static final String FUNCTION = "static int f(int a, int b, int c) { return a; }";

  @Test
  void stableVariablesAreNotCopied() {
    assertThat(method("static int m(int i, int j) { return f(i, j, i); }", FUNCTION))
        .isEqualTo("0: v2 = static Sample.f(int,int,int) with v0,v1,v0\n1: return v2\n");
  }

  @Test
  void choiceCopiesEitherValue() {
    assertThat(method("Object m(boolean b, Object o) { return b ? o : null; }"))
        .isEqualTo(
            """
            0: if is_true v1 -> 1,2
            1: v3 = v2 -> 4
            2: v4 = null
            3: v3 = v4
            4: return v3
            """);
  }

  @Test
  void assignmentsOfAllPlaces() {
    assertThat(
            method(
                "int field; static int common; int[] array;",
                "void m(int i, Sample other) {",
                "  i = field = common = 3;",
                "  other.field += i;",
                "  array[i]--;",
                "}"))
        .isEqualTo(
            """
            0: v3 = 3
            1: static Sample.common = v3
            2: Sample.field of v0 = v3
            3: v1 = v3 as i
            4: v4 = Sample.field of v2
            5: v5 = compute int v4,v1
            6: Sample.field of v2 = v5
            7: v6 = Sample.array of v0
            8: v7 = v6[]
            9: v8 = compute int v7
            10: v6[] = v8
            11: return
            """);
  }

  @Test
  void concatenationIsOneStep() {
    assertThat(method("String m(int i) { return \"a\" + 1 + i + \"b\" + this; }"))
        .isEqualTo(
            """
            0: v2 = a1
            1: v3 = b
            2: v4 = compute String v2,v1,v3,v0
            3: return v4
            """);
  }

  @Test
  void arraysAndTheirElements() {
    assertThat(
            method(
                "Object m(Object o) {",
                "  Object[] one = {o, null}; int[][] two = new int[3][4]; return one.length;",
                "}"))
        .isEqualTo(
            """
            0: v3 = 2
            1: v4 = array Object[] of v3
            2: v4[] = v1
            3: v5 = null
            4: v4[] = v5
            5: v2 = v4 as one
            6: v7 = 3
            7: v8 = 4
            8: v9 = array int[][] of v7
            9: v6 = v9 as two
            10: v10 = compute int v2
            11: return v10
            """);
  }

  @Test
  void castsThatChangeNothingAreLeftOut() {
    assertThat(method("Object m(String s) { return (CharSequence) s; }"))
        .isEqualTo("0: return v1\n");
    assertThat(method("Object m(Object o) { return (String) o; }"))
        .isEqualTo("0: v2 = (String) v1\n1: return v2\n");
    assertThat(method("Object m(int i) { return (Integer) i; }")).isEqualTo("0: return v1\n");
    assertThat(method("int m(long l) { return (int) l; }"))
        .isEqualTo("0: v2 = compute int v1\n1: return v2\n");
  }

  @Test
  void erasureMakesCasts() {
    assertThat(
            method(
                "String m(java.util.Map<String, String> map) { return map.get(map.get(\"k\")); }"))
        .isEqualTo(
            """
            0: v2 = k
            1: v3 = virtual Map.get(Object) on v1 with v2
            2: v4 = (String) v3
            3: v5 = virtual Map.get(Object) on v1 with v4
            4: v6 = (String) v5
            5: return v6
            """);
  }

  @Test
  void literals() {
    assertThat(
            method(
                "Object m(int i) {",
                "  if (i > 1) return int[].class; if (i > 2) return 'a'; return 5L;",
                "}"))
        .contains("= int[]\n")
        .contains("= 97\n")
        .contains("= 5\n");
  }

  @Test
  void unresolvedNamesMarkTheFlow() {
    MethodFlow flow = Lowered.flow("m", "Object m() { return missing.field; }");
    assertThat(flow.resolved()).isFalse();
    assertThat(Lowered.flow("m", "Object m() { return System.out; }").resolved()).isTrue();
  }
}
