package io.github.leakcheck.source;

import static io.github.leakcheck.source.Lowered.method;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.CallKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallLoweringTest {
  private static Step.Call only(MethodFlow flow) {
    return (Step.Call)
        flow.nodes().stream()
            .map(node -> node.step())
            .filter(Step.Call.class::isInstance)
            .reduce((first, second) -> second)
            .orElseThrow();
  }

  /** The last call of a method of a generic class. */
  private static Step.Call generic(String parameters, String statement) {
    return only(
        Lowered.flow(
            "m",
            "<T extends Object & Comparable<T> & java.io.Closeable> void m("
                + parameters
                + ") throws Exception { "
                + statement
                + " }",
            "private void own() {}",
            "public String toString() { return super.toString(); }"));
  }

  @Test
  void ownerIsTheStaticTypeOfTheReceiver() {
    MethodRef read = generic("java.io.FileInputStream in", "in.read(new byte[1]);").callee();
    assertThat(read)
        .isEqualTo(new MethodRef("java.io.FileInputStream", "read", List.of("byte[]"), "int"));
    assertThat(generic("java.io.FileInputStream in", "in.mark(1);").callee().owner())
        .isEqualTo("java.io.FileInputStream");
  }

  @Test
  void ownerOfObjectMethodsAndStaticOnesIsTheirClass() {
    assertThat(generic("String s", "s.getClass();").callee().owner()).isEqualTo("java.lang.Object");
    Step.Call of = generic("", "java.util.List.of(1);");
    assertThat(of.kind()).isEqualTo(CallKind.STATIC);
    assertThat(of.callee())
        .isEqualTo(
            new MethodRef("java.util.List", "of", List.of("java.lang.Object"), "java.util.List"));
    assertThat(of.receiver()).isEqualTo(Step.NONE);
  }

  @Test
  void boundThatHasTheMethodIsTheOwner() {
    assertThat(generic("T t", "t.close();").callee().owner()).isEqualTo("java.io.Closeable");
    assertThat(generic("T t", "t.compareTo(t);").callee())
        .isEqualTo(
            new MethodRef("java.lang.Comparable", "compareTo", List.of("java.lang.Object"), "int"));
  }

  @Test
  void privateAndSuperCallsAreExact() {
    assertThat(generic("", "own();").kind()).isEqualTo(CallKind.SPECIAL);
    Step.Call above = generic("", "super.toString();");
    assertThat(above.kind()).isEqualTo(CallKind.SPECIAL);
    assertThat(above.callee().owner()).isEqualTo("java.lang.Object");
    assertThat(generic("", "toString();").kind()).isEqualTo(CallKind.VIRTUAL);
  }

  @Test
  void ownerOfSuperCallsIsTheClassAbove() {
    List<MethodFlow> flows =
        Lowered.flows(
            "Sample",
            "class Sample extends java.io.FileReader implements Runnable2 {"
                + "Sample() throws Exception { super(\"\"); }"
                + "void m() throws Exception { super.close(); Runnable2.super.twice(); } }"
                + "interface Runnable2 { default void twice() {} }");
    assertThat(Printed.of(flows.get(1)))
        .contains("special FileReader.close() on v0")
        .contains("special Runnable2.twice() on v0");
  }

  @Test
  void elementsOfVariableArityGoIntoAnArray() {
    assertThat(method("String m(Object[] all) { return String.format(\"f\", 1, 2); }"))
        .isEqualTo(
            """
            0: v2 = f
            1: v3 = 2
            2: v4 = array Object[] of v3
            3: v5 = 1
            4: v4[] = v5
            5: v6 = 2
            6: v4[] = v6
            7: v7 = static String.format(String,Object[]) with v2,v4
            8: return v7
            """);
    assertThat(method("String m(Object[] all) { return String.format(\"f\", all); }"))
        .contains("String.format(String,Object[]) with v2,v1");
  }

  @Test
  void resultsThatAreNotUsedHaveNoRegister() {
    assertThat(generic("java.io.InputStream in", "in.read();").result()).isEqualTo(Step.NONE);
  }

  @Test
  void receiverOfAnOuterMethodIsTheOuterObject() {
    assertThat(
            Lowered.allOf(
                "Sample$Inner", "class Sample { void f() {} class Inner { void m() { f(); } } }"))
        .contains(
            """
            0: v1 = Sample$Inner.this$0 of v0
            1: virtual Sample.f() on v1
            """);
  }

  @Test
  void unresolvedCallsKeepWhatTheTextTells() {
    MethodFlow flow =
        Lowered.flows(
                "Sample",
                """
                import org.acme.Known;
                import static org.acme.Statics.imported;
                class Sample {
                  void m(Known known, Unknown unknown) {
                    known.a(1).b();
                    unknown.c();
                    Known.d();
                    org.acme.deep.Named.e(1, 2);
                    Other.f();
                    imported(known);
                    new Known(1);
                    new Unknown();
                  }
                }
                """)
            .get(1);
    assertThat(flow.resolved()).isFalse();
    assertThat(Printed.of(flow))
        .isEqualTo(
            """
            0: v3 = 1
            1: v4 = virtual Known.a(int) on v1 with v3
            2: virtual ?.b() on v4
            3: virtual Unknown.c() on v2
            4: static Known.d()
            5: v5 = 1
            6: v6 = 2
            7: static Named.e(int,int) with v5,v6
            8: static ?.f()
            9: static Statics.imported(?) with v1
            10: v7 = new Known
            11: v8 = 1
            12: constructor Known.<init>(int) on v7 with v8
            13: v9 = new Unknown
            14: constructor Unknown.<init>() on v9
            15: return
            """);
    assertThat(((Step.Call) flow.node(7).step()).callee())
        .isEqualTo(new MethodRef("org.acme.deep.Named", "e", List.of("int", "int"), "?"));
  }

  @Test
  void onlyFittingMethodIsMeantWhereArgumentsAreUnresolved() {
    assertThat(
            method(
                "void m(java.util.concurrent.atomic.AtomicLong a, int i) {",
                "  a.set(i > 1 ? (byte) i : -1);",
                "}"))
        .contains("virtual AtomicLong.set(long) on v1");
  }
}
