package io.github.leakcheck.source;

import static io.github.leakcheck.source.Lowered.method;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConditionLoweringTest {
  private static String branches(String parameters, String condition) {
    return method(
        "void m(" + parameters + ") { if (" + condition + ") yes(); else no(); }",
        "static void yes() {} static void no() {}");
  }

  @Test
  void shortCircuitsAreBranches() {
    assertThat(branches("boolean a, boolean b, boolean c", "a && (b || !c)"))
        .isEqualTo(
            """
            0: if is_true v1 -> 1,4
            1: if is_true v2 -> 3,2
            2: if is_true v3 -> 4,3
            3: static Sample.yes() -> 5
            4: static Sample.no()
            5: return
            """);
  }

  @Test
  void nullIsTestedOnEitherSide() {
    assertThat(branches("Object o", "o == null")).startsWith("0: if is_null v1 -> 1,2\n");
    assertThat(branches("Object o", "null != o")).startsWith("0: if is_null v1 -> 2,1\n");
  }

  @Test
  void comparisonsOfIntsAreExact() {
    assertThat(branches("int a, int b", "a < b")).startsWith("0: if less v1, v2 -> 1,2\n");
    assertThat(branches("int a, int b", "a >= b"))
        .startsWith("0: if less_or_equal v2, v1 -> 1,2\n");
    assertThat(branches("int a, int b", "a != b")).startsWith("0: if equal v1, v2 -> 2,1\n");
    assertThat(branches("int a", "a == 0")).startsWith("0: if is_true v1 -> 2,1\n");
    assertThat(branches("boolean a", "a != false")).startsWith("0: if is_true v1 -> 1,2\n");
  }

  @Test
  void comparisonsOfOtherNumbersAreOpaque() {
    assertThat(branches("long a, int b", "a < b"))
        .startsWith("0: v3 = compute boolean v1,v2\n1: if opaque v3 -> 2,3\n");
  }

  @Test
  void constantConditionsBranchOneWay() {
    assertThat(
            method(
                "static final boolean DEBUG = false;",
                "void m() { final int level = 3; if (DEBUG) f(); while (true) { f(); } }",
                "static void f() {}"))
        .isEqualTo(
            """
            0: v2 = 3
            1: v1 = v2 as level
            2: static Sample.f() -> 2
            """);
  }

  @Test
  void constantsOfLibrariesAreFoldedWhateverTheirType() {
    assertThat(
            method(
                "int m() {",
                "  return javax.xml.XMLConstants.DEFAULT_NS_PREFIX.isEmpty()",
                "    ? Integer.MAX_VALUE : javax.swing.SwingConstants.TOP;",
                "}"))
        .contains("2147483647")
        .contains("= 1\n");
  }

  @Test
  void patternVariableIsBoundWhereItMatches() {
    assertThat(branches("Object o", "!(o instanceof String s) || s.isEmpty()"))
        .isEqualTo(
            """
            0: v2 = v1 instanceof String
            1: if is_true v2 -> 2,6
            2: v3 = (String) v1
            3: v4 = v3 as s
            4: v5 = virtual String.isEmpty() on v4
            5: if is_true v5 -> 6,7
            6: static Sample.yes() -> 8
            7: static Sample.no()
            8: return
            """);
  }

  @Test
  void recordPatternReadsComponents() {
    assertThat(
            method(
                "record Pair(Object a, String b) {}",
                "Object m(Object o) {",
                "  return o instanceof Pair(Integer i, var s) ? s : null;",
                "}"))
        .startsWith(
            """
            0: v3 = v1 instanceof Sample$Pair
            1: if is_true v3 -> 2,11
            2: v4 = (Sample$Pair) v1
            3: v5 = virtual Sample$Pair.a() on v4
            4: v6 = v5 instanceof Integer
            5: if is_true v6 -> 6,11
            6: v7 = (Integer) v5
            7: v8 = v7 as i
            8: v9 = virtual Sample$Pair.b() on v4
            9: v10 = v9 as s
            """);
  }

  @Test
  void conditionAsValueIsOneOrZero() {
    assertThat(method("boolean m(Object o) { return o != null; }"))
        .isEqualTo(
            """
            0: if is_null v1 -> 2,1
            1: v2 = 1 -> 3
            2: v2 = 0
            3: return v2
            """);
  }

  @Test
  void assertionDependsOnAFlagOfTheClass() {
    assertThat(method("void m(Object o) { assert o != null; }"))
        .isEqualTo(
            """
            0: v2 = static Sample.$assertionsDisabled
            1: if is_true v2 -> 6,2
            2: if is_null v1 -> 3,6
            3: v3 = new AssertionError
            4: constructor AssertionError.<init>() on v3
            5: throw v3
            6: return
            """);
  }
}
