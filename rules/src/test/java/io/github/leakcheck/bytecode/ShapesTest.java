package io.github.leakcheck.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.facts.FlowText;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What compilers make of Java, and what comes out as steps. */
class ShapesTest {
  private static MethodFlow method(int release, String body) {
    String source = "import java.io.*;\nimport java.util.*;\nimport java.util.function.*;\n";
    MethodFlow flow = Compiled.of(release, source + "class T {\n" + body + "\n}").flow("m");
    assertThat(FlowRules.broken(flow)).isEmpty();
    assertThat(FlowRules.undefined(flow)).isEmpty();
    return flow;
  }

  private static String steps(int release, String body) {
    return FlowText.steps(method(release, body));
  }

  private static <T extends Step> Stream<T> all(MethodFlow flow, Class<T> kind) {
    return flow.nodes().stream().map(Node::step).filter(kind::isInstance).map(kind::cast);
  }

  @Test
  void constructionUsesOneRegister() {
    assertThat(
            steps(
                8,
                "InputStream m(String p) throws IOException {"
                    + " InputStream in = new FileInputStream(p); return in; }"))
        .isEqualTo(
            """
            nop
            r3 = new java.io.FileInputStream
            call CONSTRUCTOR r3 java.io.FileInputStream.<init>(r1)
            r2 = r3 'in'
            return r2""");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 17})
  void privateConstructorsOfTheNestAreCalledDirectly(int release) {
    String body =
        "Object m(String p) { return new N(p); } static class N { private N(String s) {} }";
    assertThat(all(method(release, body), Step.Call.class))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.callee().owner()).isEqualTo("T$N");
              assertThat(call.callee().parameters()).containsExactly("java.lang.String");
              assertThat(call.arguments()).hasSize(1);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 11, 17})
  void tryWithResourcesIsAnOrdinaryFlow(int release) {
    MethodFlow flow =
        method(
            release,
            "int m(String p) throws IOException {\n"
                + " try (InputStream in = new FileInputStream(p)) { return in.read(); } }");
    List<Node> closes =
        flow.nodes().stream()
            .filter(n -> n.step() instanceof Step.Call c && c.callee().name().equals("close"))
            .toList();
    assertThat(closes).hasSizeGreaterThanOrEqualTo(2);
    assertThat(closes).extracting(n -> ((Step.Call) n.step()).receiver()).containsOnly(2);
    assertThat(all(flow, Step.Call.class).map(c -> c.callee().name()))
        .doesNotContain("addSuppressed");
    Node read = callNode(flow, "read");
    Node caught = flow.node(read.handlers().get(0));
    assertThat(((Step.Catch) caught.step()).types()).containsExactly("java.lang.Throwable");
  }

  private static Node callNode(MethodFlow flow, String name) {
    return flow.nodes().stream()
        .filter(n -> n.step() instanceof Step.Call c && c.callee().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void finallyCopiesStandAtTheSameLine() {
    MethodFlow flow =
        method(
            17,
            "void m(InputStream in) throws IOException {\n"
                + " try {\n in.read();\n } catch (IllegalStateException | NullPointerException e) {\n"
                + " hashCode();\n } finally {\n in.close();\n }\n}");
    List<Node> closes =
        flow.nodes().stream()
            .filter(n -> n.step() instanceof Step.Call c && c.callee().name().equals("close"))
            .toList();
    assertThat(closes).hasSize(3);
    assertThat(closes).extracting(Node::span).containsOnly(closes.get(0).span());
    List<Integer> handlers = callNode(flow, "read").handlers();
    assertThat(handlers).hasSize(2);
    assertThat(((Step.Catch) flow.node(handlers.get(0)).step()).types())
        .containsExactly("java.lang.IllegalStateException", "java.lang.NullPointerException");
    assertThat(((Step.Catch) flow.node(handlers.get(1)).step()).types()).isEmpty();
  }

  @Test
  void handlersDoNotCoverThemselves() {
    MethodFlow flow = method(8, "void m(Object o) { synchronized (o) { o.hashCode(); } }");
    for (Node node : flow.nodes()) {
      assertThat(node.handlers()).allMatch(handler -> handler > node.id());
    }
    assertThat(all(flow, Step.Throw.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p == null",
        "!(p != null)",
        "p == null ? true : false",
      })
  void firstSuccessorIsWhereTheComparisonHolds(String condition) {
    MethodFlow flow =
        method(8, "String m(String p) { if (" + condition + ") { return \"null\"; } return p; }");
    Node test =
        flow.nodes().stream().filter(n -> n.step() instanceof Step.Test).findFirst().orElseThrow();
    assertThat(((Step.Test) test.step()).comparison()).isEqualTo(Step.Comparison.IS_NULL);
    Step holds = flow.node(test.next().get(0)).step();
    assertThat(holds).isInstanceOf(Step.Const.class);
  }

  @Test
  void numbersAreComparedInTheOrderOfTheSource() {
    assertThat(
            steps(
                8,
                "int m(int a, int b) { if (a >= b) return 1; if (a > 0) return 2;"
                    + " return a <= b ? 3 : 4; }"))
        .contains("test r1 LESS r2")
        .contains("test r1 LESS_OR_EQUAL r4")
        .contains("test r2 LESS r1");
  }

  @Test
  void incrementsLeaveTheOldValueWhereItIsUsed() {
    assertThat(steps(8, "int m(int i) { return i++ + i; }"))
        .isEqualTo(
            """
            nop
            r2 = r1
            r1 = compute int(r1)
            r2 = compute int(r2, r1)
            return r2""");
  }

  @Test
  void assignmentsAreValuesToo() {
    assertThat(
            steps(8, "Object f; Object m(Object[] a, int i) { return f = a[i] = new Object(); }"))
        .contains("element of r1 = ")
        .contains("store r0 T.f = ");
    assertThat(steps(8, "long g; long m(long[] a, int i, long v) { return g += a[i] = v; }"))
        .contains("store r0 T.g = ")
        .isEqualTo(
            """
            nop
            r6 = load r0 T.g
            r6 = compute long(r6, r3)
            store r0 T.g = r6
            return r6""");
  }

  @Test
  void choiceInsideAConstructorKeepsTheObject() {
    MethodFlow flow =
        method(
            8,
            "Object m(boolean b) throws IOException {"
                + " return new FileReader(b ? \"x\" : \"y\"); }");
    Step.New made = all(flow, Step.New.class).findFirst().orElseThrow();
    Step.Return exit = all(flow, Step.Return.class).findFirst().orElseThrow();
    assertThat(exit.value()).isEqualTo(made.result());
  }

  @Test
  void droppedResultsHaveNoRegister() {
    assertThat(steps(8, "void m(List<String> l) { l.add(\"a\"); l.size(); }"))
        .contains("\ncall VIRTUAL r1 java.util.List.add")
        .contains("\ncall VIRTUAL r1 java.util.List.size()");
  }

  @Test
  void stringsAreComputed() {
    assertThat(steps(17, "String m(String a, int b) { return a + b; }"))
        .contains("compute java.lang.String(r1, r2)");
  }

  @Test
  void switchesLeadToTheirCases() {
    MethodFlow flow =
        method(
            8,
            "int m(int i) { switch (i) { case 1: return 7; case 5: return 8; }" + " return 9; }");
    Node branch =
        flow.nodes().stream()
            .filter(n -> n.step() instanceof Step.Switch)
            .findFirst()
            .orElseThrow();
    assertThat(branch.next().stream().map(id -> ((Step.Const) flow.node(id).step()).value()))
        .endsWith(9);
    int five = ((Step.Switch) branch.step()).keys().indexOf(5);
    assertThat(flow.node(branch.next().get(five)).step())
        .isEqualTo(new Step.Const(2, Step.ConstKind.INT, 8));
  }

  @Test
  void emptyLoopsHaveANode() {
    MethodFlow flow = method(8, "void m() { for (;;) {} }");
    assertThat(flow.nodes()).hasSize(2);
    assertThat(flow.node(1).next()).containsExactly(1);
  }

  @Test
  void lambdasNameBodyAndCaptures() {
    MethodFlow flow =
        method(
            8,
            "Supplier<Integer> m(String s) { Runnable r = () -> hashCode();"
                + " return s::length; }");
    List<Step.Lambda> lambdas = all(flow, Step.Lambda.class).toList();
    assertThat(lambdas.get(0).reference()).isFalse();
    assertThat(lambdas.get(0).type()).isEqualTo("java.lang.Runnable");
    assertThat(lambdas.get(0).captured()).containsExactly(0);
    assertThat(lambdas.get(1).reference()).isTrue();
    assertThat(lambdas.get(1).body())
        .isEqualTo(new MethodRef("java.lang.String", "length", List.of(), "int"));
    assertThat(lambdas.get(1).captured()).containsExactly(1);
  }

  @Test
  void lambdasInLambdasBelongToTheMethodAround() {
    Compiled compiled =
        Compiled.of(
            17,
            "class T { Runnable f = () -> {};"
                + " void m(int x) { Runnable a = () -> { Runnable b = () -> g(); }; }"
                + " void g() {} }");
    try (ClassPathProgram program = compiled.program()) {
      List<MethodFlow> flows = program.facts("T").orElseThrow().flows();
      assertThat(flows.stream().filter(f -> f.method().name().startsWith("lambda$m$")))
          .hasSize(2)
          .allMatch(MethodFlow::isLambdaBody)
          .allMatch(f -> f.source().name().equals("m"))
          .allMatch(f -> f.source().parameters().equals(List.of("int")));
      assertThat(flows.stream().filter(f -> f.method().name().startsWith("lambda$new$")))
          .hasSize(1)
          .allMatch(f -> f.source().name().equals("<init>"));
    }
  }

  @Test
  void privateMembersAreReachedWithoutAccessors() {
    Compiled compiled =
        Compiled.of(
            8,
            "class T { private int f; private static String s; private int p(int x) { return x; }"
                + " class In { int m(int v) { s = \"a\"; f = v; return p(f); } } }");
    MethodFlow flow = compiled.flows("T$In", "m").get(0);
    assertThat(FlowText.steps(flow))
        .isEqualTo(
            """
            nop
            r2 = const STRING a
            store T.s = r2
            r2 = load r0 T$In.this$0
            store r2 T.f = r1
            r2 = load r0 T$In.this$0
            r3 = load r0 T$In.this$0
            r3 = load r3 T.f
            r2 = call SPECIAL r2 T.p(r3)
            return r2""");
    try (ClassPathProgram program = compiled.program()) {
      assertThat(program.facts("T").orElseThrow().flows())
          .extracting(f -> f.method().name())
          .containsExactly("<init>", "p");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 17})
  void privateMethodsAreCalledExactly(int release) {
    MethodFlow flow = method(release, "private void p() {} void m() { p(); hashCode(); }");
    assertThat(all(flow, Step.Call.class).map(Step.Call::kind))
        .containsExactly(Step.CallKind.SPECIAL, Step.CallKind.VIRTUAL);
  }

  @Test
  void bridgesLeadToWhatTheyBridge() {
    Compiled compiled =
        Compiled.of(
            8, "class T implements Comparable<T> {" + " public int compareTo(T o) { return 7; } }");
    try (ClassPathProgram program = compiled.program()) {
      MethodRef bridge = new MethodRef("T", "compareTo", List.of("java.lang.Object"), "int");
      assertThat(program.body(bridge).orElseThrow().method().parameters()).containsExactly("T");
      assertThat(program.facts("T").orElseThrow().flows()).hasSize(2);
    }
  }

  @Test
  void patternsAndRecordsAreRead() {
    assertThat(
            steps(
                17,
                "record R(int a) {} int m(Object o) {"
                    + " return o instanceof R r ? r.a() : r(o); } int r(Object o) { return 0; }"))
        .contains("r1 instanceof T$R")
        .contains("(T$R) r1");
  }

  @Test
  void parametersAreNamed() {
    MethodFlow flow = method(8, "static void m(long a, double[] b, String c) {}");
    assertThat(flow.parameters()).containsExactly(0, 2, 3);
    assertThat(flow.parameterNames()).containsExactly("a", "b", "c");
    assertThat(flow.source().descriptor()).isEqualTo("(J[DLjava/lang/String;)V");
    assertThat(flow.source().parameters()).containsExactly("long", "double[]", "java.lang.String");
  }
}
