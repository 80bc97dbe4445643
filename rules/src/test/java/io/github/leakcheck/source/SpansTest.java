package io.github.leakcheck.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {
  private static List<Span> spans(Class<? extends Step> kind, String... lines) {
    return Lowered.flow("m", lines).nodes().stream()
        .filter(node -> kind.isInstance(node.step()))
        .map(Node::span)
        .toList();
  }

  @Test
  void callsStandAtTheNameOfTheMethod() {
    assertThat(
            spans(
                Step.Call.class,
                "void m(String s) {",
                "  (s.trim())",
                "    .<Object> concat(s).length();",
                "\tm(s);",
                "}"))
        .containsExactly(
            new Span(3, 6, 3, 10),
            new Span(4, 15, 4, 21),
            new Span(4, 25, 4, 31),
            new Span(5, 2, 5, 3));
  }

  @Test
  void objectsStandAtNewAndTheTypesName() {
    assertThat(
            spans(
                Step.New.class,
                "class Inner { }",
                "void m(Sample o) {",
                "  new java.util.ArrayList<String>(3);",
                "  o. new Inner();",
                "  new Object() { };",
                "}"))
        .containsExactly(new Span(4, 3, 4, 26), new Span(5, 6, 5, 15), new Span(6, 3, 6, 13));
  }

  @Test
  void copiesOfAFinallyBlockStandAtOnePlace() {
    assertThat(
            spans(
                Step.Call.class,
                "void m(boolean b) {",
                "  try { if (b) return; f(); }",
                "  finally { g(); }",
                "}",
                "static void f() {} static void g() {}"))
        .containsExactlyInAnyOrder(
            new Span(3, 24, 3, 25),
            new Span(4, 13, 4, 14),
            new Span(4, 13, 4, 14),
            new Span(4, 13, 4, 14));
  }

  @Test
  void variablesStandAtTheirName() {
    assertThat(spans(Step.Copy.class, "void m(int i) {", "  int j =", "    i;", "}"))
        .containsExactly(new Span(3, 7, 3, 8));
  }

  @Test
  void returnThatIsNotWrittenStandsAtTheBrace() {
    assertThat(spans(Step.Return.class, "void m() {", "}")).containsExactly(new Span(3, 1, 3, 2));
  }
}
