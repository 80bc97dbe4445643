package io.github.leakcheck.source;

import static io.github.leakcheck.source.Lowered.allOf;
import static io.github.leakcheck.source.Lowered.flows;
import static io.github.leakcheck.source.Lowered.members;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.model.Member;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassLoweringTest {
  @Test
  void initialisersAreCopiedIntoConstructorsThatCallSuper() {
    assertThat(
            allOf(
                "Sample",
                members(
                    "int a = 1; { b = 2; } int b;",
                    "Sample() { this(3); }",
                    "Sample(int c) { a = c; }")))
        .isEqualTo(
            """
            Sample.<init>() [this]
            0: v1 = 3
            1: constructor Sample.<init>(int) on v0 with v1
            2: return
            Sample.<init>(int) [this, c]
            0: constructor Object.<init>() on v0
            1: v2 = 1
            2: Sample.a of v0 = v2
            3: v3 = 2
            4: Sample.b of v0 = v3
            5: Sample.a of v0 = v1
            6: return
            """);
  }

  @Test
  void staticFieldsAreSetUnlessConstant() {
    assertThat(
            allOf(
                "Sample",
                "interface Sample { int K = 3; Object LOCK = new Object(); String S = \"s\" + K; }"))
        .isEqualTo(
            """
            Sample.<clinit>() static []
            0: v0 = new Object
            1: constructor Object.<init>() on v0
            2: static Sample.LOCK = v0
            3: return
            """);
    assertThat(flows("Sample", "interface Sample { int K = 3; }")).isEmpty();
  }

  @Test
  void enumConstantsAreMadeWithNameAndOrdinal() {
    assertThat(allOf("Sample", "enum Sample { A(5) { }, B(6); Sample(int i) { } }"))
        .isEqualTo(
            """
            Sample.<init>(String,int,int) [this, $enum$name, $enum$ordinal, i]
            0: constructor Enum.<init>(String,int) on v0 with v1,v2
            1: return
            Sample.<clinit>() static []
            0: v0 = new Sample$1
            1: v1 = A
            2: v2 = 0
            3: v3 = 5
            4: constructor Sample$1.<init>(String,int,int) on v0 with v1,v2,v3
            5: static Sample.A = v0
            6: v4 = new Sample
            7: v5 = B
            8: v6 = 1
            9: v7 = 6
            10: constructor Sample.<init>(String,int,int) on v4 with v5,v6,v7
            11: static Sample.B = v4
            12: return
            """);
    assertThat(allOf("Sample$1", "enum Sample { A(5) { }, B(6); Sample(int i) { } }"))
        .contains("constructor Sample.<init>(String,int,int) on v0 with v1,v2,v3");
  }

  @Test
  void recordsStoreTheirComponents() {
    assertThat(allOf("Sample", "record Sample(String a, int... b) { Sample { a = \"\"; } }"))
        .isEqualTo(
            """
            Sample.<init>(String,int[]) [this, a, b]
            0: constructor Record.<init>() on v0
            1: v3 =\s
            2: v1 = v3 as a
            3: Sample.a of v0 = v1
            4: Sample.b of v0 = v2
            5: return
            Sample.a() [this]
            0: v1 = Sample.a of v0
            1: return v1
            Sample.b() [this]
            0: v1 = Sample.b of v0
            1: return v1
            """);
    assertThat(flows("Sample", "record Sample(String a) { Sample(String a) { this.a = a; } }"))
        .hasSize(2);
  }

  @Test
  void localClassesKeepWhatTheyCapture() {
    String code =
        members(
            "int field;",
            "void m(String a, int unused) {",
            "  final int constant = 4;",
            "  class Local {",
            "    String s = a;",
            "    Local next() { use(constant + field); return new Local(); }",
            "  }",
            "  new Local();",
            "}",
            "static void use(int i) {}");
    assertThat(allOf("Sample", code))
        .contains("constructor Sample$1Local.<init>(Sample,String) on v5 with v0,v1");
    assertThat(allOf("Sample$1Local", code))
        .isEqualTo(
            """
            Sample$1Local.<init>(Sample,String) [this, this$0, val$a]
            0: Sample$1Local.this$0 of v0 = v1
            1: Sample$1Local.val$a of v0 = v2
            2: constructor Object.<init>() on v0
            3: Sample$1Local.s of v0 = v2
            4: return
            Sample$1Local.next() [this]
            0: v1 = 4
            1: v2 = Sample$1Local.this$0 of v0
            2: v3 = Sample.field of v2
            3: v4 = compute int v1,v3
            4: static Sample.use(int) with v4
            5: v5 = new Sample$1Local
            6: v6 = Sample$1Local.this$0 of v0
            7: v7 = Sample$1Local.val$a of v0
            8: constructor Sample$1Local.<init>(Sample,String) on v5 with v6,v7
            9: return v5
            """);
  }

  @Test
  void anonymousClassesPassArgumentsOn() {
    String code =
        members(
            "static class Base { Base(Object o) {} }",
            "Object m(String a) { return new Base(a) { String s = a; }; }",
            "static Object n() { return new Base(\"\") {}; }");
    assertThat(allOf("Sample", code))
        .contains("constructor Sample$1.<init>(Sample,Object,String) on v2 with v0,v1,v1")
        .contains("constructor Sample$2.<init>(Object) on v0 with v1");
    assertThat(allOf("Sample$1", code))
        .isEqualTo(
            """
            Sample$1.<init>(Sample,Object,String) [this, this$0, null, val$a]
            0: Sample$1.this$0 of v0 = v1
            1: Sample$1.val$a of v0 = v3
            2: constructor Sample$Base.<init>(Object) on v0 with v2
            3: Sample$1.s of v0 = v3
            4: return
            """);
  }

  @Test
  void innerClassesGetTheirOuterObject() {
    String code =
        members(
            "class Inner { class Deep extends Inner { } }",
            "void m(Sample other) { new Inner(); other.new Inner().new Deep(); }");
    assertThat(allOf("Sample", code))
        .contains("constructor Sample$Inner.<init>(Sample) on v2 with v0")
        .contains("constructor Sample$Inner.<init>(Sample) on v4 with v1")
        .contains("constructor Sample$Inner$Deep.<init>(Sample$Inner) on v3 with v4");
    assertThat(allOf("Sample$Inner$Deep", code))
        .isEqualTo(
            """
            Sample$Inner$Deep.<init>(Sample$Inner) [this, this$1]
            0: Sample$Inner$Deep.this$1 of v0 = v1
            1: v2 = Sample$Inner$Deep.this$1 of v0
            2: v3 = Sample$Inner.this$0 of v2
            3: constructor Sample$Inner.<init>(Sample) on v0 with v3
            4: return
            """);
  }

  @Test
  void annotationsAreKnownBySimpleName() {
    MethodFlow flow =
        Lowered.flow(
            "m", "@Deprecated @org.acme.Owning void m(String a, @org.acme.NotOwning String b) {}");
    assertThat(flow.annotations()).containsExactlyInAnyOrder("Deprecated", "Owning");
    assertThat(flow.parameterAnnotations()).isEqualTo(Map.of(2, Set.of("NotOwning")));
  }

  @Test
  void sourceMemberIsAsWritten() {
    List<MethodFlow> flows =
        flows("p.Sample$Inner", "package p; class Sample { class Inner { Inner(int[] i) {} } }");
    assertThat(flows.get(0).source())
        .isEqualTo(new Member("p.Sample$Inner", "<init>", List.of("int[]"), "(Lp/Sample;[I)V"));
    assertThat(flows.get(0).method().parameters()).containsExactly("p.Sample", "int[]");
  }
}
