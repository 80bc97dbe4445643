package io.github.leakcheck.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.model.Member;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionLoweringTest {
  @Test
  void capturedValuesComeFirst() {
    String code =
        Lowered.members(
            "int count;",
            "java.util.function.Function<String, Integer> m(String a, int b) {",
            "  final int c = 5;",
            "  return s -> { count = b + c; return (a + s).length(); };",
            "}");
    assertThat(Lowered.allOf("Sample", code))
        .contains(
            """
            Sample.lambda$m$0(int,String,String) [this, b, a, s]
            """)
        .contains("v5 = lambda Function Sample.lambda$m$0(int,String,String) with v0,v2,v1");
  }

  @Test
  void bodyThatDoesNotUseThisIsStatic() {
    MethodFlow flow =
        Lowered.flows("Sample", Lowered.members("Runnable m() { return () -> {}; }")).get(1);
    assertThat(flow.isStatic()).isTrue();
    assertThat(Access.has(flow.access(), Access.SYNTHETIC)).isTrue();
    assertThat(flow.isLambdaBody()).isTrue();
    assertThat(flow.source())
        .isEqualTo(new Member("Sample", "m", List.of(), "()Ljava/lang/Runnable;"));
  }

  @Test
  void innerLambdaCapturesThroughTheOuterOne() {
    String text =
        Lowered.allOf(
            "Sample",
            Lowered.members(
                "void m(String a) { Runnable r = () -> { Runnable q = () -> use(a); }; }",
                "static void use(String s) {}"));
    assertThat(text)
        .contains("Sample.lambda$m$0(String) static [a]\n")
        .contains("Sample.lambda$m$1(String) static [a]\n")
        .contains("lambda Runnable Sample.lambda$m$0(String) with v1");
  }

  @Test
  void resultOfAnExpressionIsReturnedUnlessTheMethodIsVoid() {
    String text =
        Lowered.allOf(
            "Sample",
            Lowered.members(
                "void m(java.io.Reader r) {",
                "  java.util.concurrent.Callable<Integer> a = () -> r.read();",
                "  Runnable b = () -> r.toString();",
                "}"));
    assertThat(text)
        .contains("v1 = virtual Reader.read() on v0\n1: return v1\n")
        .contains("0: virtual Object.toString() on v0\n1: return\n");
  }

  @Test
  void bodyIsSharedByCopiesOfTheCodeAround() {
    List<MethodFlow> flows =
        Lowered.flows(
            "Sample",
            Lowered.members(
                "Runnable field = () -> {};",
                "Sample() {} Sample(int i) {}",
                "void m() { try { f(); } finally { Runnable r = () -> {}; } }",
                "static void f() {}"));
    assertThat(flows.stream().filter(MethodFlow::isLambdaBody)).hasSize(2);
  }

  @Test
  void referencesNameTheMethod() {
    String text =
        Lowered.allOf(
            "Sample",
            Lowered.members(
                "class Inner { Inner(String s) {} }",
                "void m(java.io.Reader r) throws Exception {",
                "  AutoCloseable a = r::close;",
                "  java.util.function.Function<String, Integer> b = String::length;",
                "  java.util.function.Function<String, Integer> c = Integer::valueOf;",
                "  java.util.function.Function<String, Inner> d = Inner::new;",
                "  java.util.function.IntFunction<int[]> e = int[]::new;",
                "  Runnable f = this::hashCode;",
                "}"));
    assertThat(text)
        .contains("reference AutoCloseable Reader.close() with v1\n")
        .contains("reference Function String.length()\n")
        .contains("reference Function Integer.valueOf(String)\n")
        .contains("reference Function Sample$Inner.<init>(Sample,String) with v0\n")
        .contains("reference IntFunction int[].<init>(int)\n")
        .contains("reference Runnable Object.hashCode() with v0\n");
  }
}
