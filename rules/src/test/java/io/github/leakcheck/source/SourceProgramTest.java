package io.github.leakcheck.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import io.github.leakcheck.facts.Types;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Span;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class SourceProgramTest {
  private static TypeFacts type(String name, String code) {
    return Parsed.program(code).type(name).orElseThrow();
  }

  @Test
  void classesAreNamedAsJavacDoes() {
    SourceProgram program =
        Parsed.program(
            """
            package p;
            class A {
              Object o = new Object() { };
              class B { }
              void m() { class L { } Runnable r = () -> new Object() { }; }
              enum E { X { } }
            }
            record R() { }
            """);
    assertThat(program.classes())
        .containsExactly("p.A", "p.A$1", "p.A$B", "p.A$1L", "p.A$2", "p.A$E", "p.A$E$1", "p.R");
    assertThat(program.sight()).isEqualTo(Program.Sight.FILE);
    assertThat(program.facts("p.A$B").orElseThrow().engine()).isEqualTo(Finding.SOURCE);
    assertThat(program.facts("p.C")).isEmpty();
  }

  @Test
  void declarationOfAClassOfTheFile() {
    TypeFacts facts =
        type(
            "p.Sample$Inner",
            """
            package p;
            class Sample {
              @Deprecated
              @org.acme.Scoped
              abstract class Inner extends java.io.Reader implements Runnable, AutoCloseable {
                static final int K = 3;
                @Deprecated private java.util.List<String> names;
                Inner(@Deprecated String s) throws java.io.IOException, IllegalStateException { }
                protected abstract void all(int... i);
              }
            }
            """);
    assertThat(facts.superName()).isEqualTo("java.io.Reader");
    assertThat(facts.interfaces()).containsExactly("java.lang.Runnable", "java.lang.AutoCloseable");
    assertThat(facts.outer()).isEqualTo("p.Sample");
    assertThat(facts.sourceFile()).isEqualTo("p/Sample.java");
    assertThat(facts.annotations())
        .isEqualTo(Map.of("Deprecated", "java.lang.Deprecated", "Scoped", "org.acme.Scoped"));
    assertThat(Access.has(facts.access(), Access.ABSTRACT)).isTrue();
    FieldFacts constant = facts.field("K").orElseThrow();
    assertThat(constant.constant()).isTrue();
    assertThat(constant.span()).isEqualTo(new Span(6, 22, 6, 23));
    FieldFacts names = facts.field("names").orElseThrow();
    assertThat(names.type()).isEqualTo("java.util.List");
    assertThat(names.annotations()).containsExactly("Deprecated");
    assertThat(facts.field("this$0").orElseThrow().access())
        .isEqualTo(Access.FINAL | Access.SYNTHETIC);
    MethodFacts constructor = facts.methods().get(0);
    assertThat(constructor.ref())
        .isEqualTo(
            new MethodRef(
                "p.Sample$Inner", "<init>", List.of("p.Sample", "java.lang.String"), "void"));
    assertThat(constructor.exceptions())
        .containsExactly("java.io.IOException", "java.lang.IllegalStateException");
    assertThat(constructor.parameterAnnotations()).isEqualTo(Map.of(1, Set.of("Deprecated")));
    MethodFacts all = facts.methods().get(1);
    assertThat(all.ref().parameters()).containsExactly("int[]");
    assertThat(all.access()).isEqualTo(Access.PROTECTED | Access.ABSTRACT | Access.VARARGS);
    assertThat(all.span()).isEqualTo(new Span(9, 29, 9, 32));
  }

  @Test
  void kindsOfClassesAreFlags() {
    assertThat(Access.has(type("I", "interface I { }").access(), Access.INTERFACE)).isTrue();
    assertThat(Access.has(type("I", "@interface I { }").access(), Access.ANNOTATION)).isTrue();
    assertThat(Access.has(type("E", "enum E { }").access(), Access.ENUM)).isTrue();
    assertThat(Access.has(type("R", "record R() { }").access(), Access.RECORD)).isTrue();
    TypeFacts color = type("E", "enum E { A }");
    assertThat(Access.has(color.field("A").orElseThrow().access(), Access.ENUM)).isTrue();
    assertThat(color.methods()).extracting(m -> m.ref().name()).contains("values", "valueOf");
  }

  @Test
  void fileWithoutAClassIsNoted() {
    SourceProgram program = Parsed.program("void main() { Runnable r = new Runnable() { }; }");
    assertThat(program.classes()).isEmpty();
    assertThat(program.notes())
        .containsExactly("Sample.java was not looked into: its class has no name");
  }

  @Test
  void unresolvedSupertypeMakesTheHierarchyIncomplete() {
    SourceProgram program = Parsed.program("class A extends Missing { } class B { }");
    Types types = new Types(program);
    assertThat(types.isComplete("A")).isFalse();
    assertThat(types.isComplete("B")).isTrue();
  }

  @Test
  void declarationsOfLibrariesComeFromTheClassPath() {
    SourceProgram program = Parsed.program("class A { }");
    Types types = new Types(program);
    assertThat(types.isCloseable("java.io.FileReader")).isTrue();
    assertThat(types.isCloseable("java.lang.String")).isFalse();
    MethodRef submit =
        new MethodRef(
            "java.util.concurrent.ThreadPoolExecutor",
            "submit",
            List.of("java.lang.Runnable"),
            "java.util.concurrent.Future");
    assertThat(types.declared(submit).orElseThrow().ref().owner())
        .isEqualTo("java.util.concurrent.AbstractExecutorService");
    assertThat(program.type("java.util.Map$Entry")).isPresent();
    assertThat(program.type("no.such.Type")).isEmpty();
    for (String odd : List.of("?", "int[]", "int", "void", "", "a/b", "a b", ".", "java.lang")) {
      assertThat(program.type(odd)).as(odd).isEmpty();
    }
    assertThat(program.notes()).isEmpty();
    assertThat(program.body(submit)).isEmpty();
  }

  @Test
  void bodiesAreFoundByMethod() {
    SourceProgram program = Parsed.program("class A { int m(int i) { return i; } }");
    MethodRef m = new MethodRef("A", "m", List.of("int"), "int");
    assertThat(program.body(m).orElseThrow().method()).isEqualTo(m);
    assertThat(program.body(new MethodRef("A", "m", List.of("long"), "int"))).isEmpty();
  }

  @Test
  void othersComeFromTheLibraries() {
    MethodFlow flow =
        Parsed.program("class Other { void m() {} }")
            .body(new MethodRef("Other", "m", List.of(), "void"))
            .orElseThrow();
    Program libraries = new Fixed(flow);
    SourceProgram program =
        SourceProgram.of(
            Parsed.file("class A implements Runnable { public void run() {} }"), libraries);
    assertThat(program.type("lib.Type").orElseThrow().superName()).isEqualTo("lib.Above");
    assertThat(program.type("A").orElseThrow().superName()).isEqualTo("java.lang.Object");
    assertThat(program.type("java.lang.String")).isPresent();
    assertThat(program.body(flow.method())).containsSame(flow);
    assertThat(program.directSubtypes("java.lang.Runnable")).containsExactly("A", "lib.Task");
  }

  /** Libraries with one class, one body and one subtype. */
  private record Fixed(MethodFlow flow) implements Program {
    @Override
    public Sight sight() {
      return Sight.PROGRAM;
    }

    @Override
    public Optional<TypeFacts> type(String name) {
      return Optional.of(name)
          .filter(n -> n.equals("lib.Type") || n.equals("A"))
          .map(
              n ->
                  new TypeFacts(
                      n,
                      "lib.Above",
                      List.of(),
                      0,
                      "",
                      "",
                      Map.of(),
                      List.of(),
                      List.of(),
                      List.of()));
    }

    @Override
    public Collection<String> classes() {
      return List.of();
    }

    @Override
    public Optional<ClassFacts> facts(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<MethodFlow> body(MethodRef method) {
      return Optional.of(flow).filter(f -> f.method().equals(method));
    }

    @Override
    public Collection<String> directSubtypes(String name) {
      return List.of("lib.Task");
    }
  }

  @Test
  void nestingThatIsTooDeepIsNoted() throws Exception {
    String code =
        "class A { int m(int b) { return %s b; } void n() { } }".formatted("-~".repeat(2000));
    SourceProgram program = withStack(1 << 28, () -> Parsed.program(code));
    List<MethodFlow> flows = withStack(1, () -> program.facts("A").orElseThrow().flows());
    assertThat(flows).hasSize(2);
    assertThat(program.notes()).containsExactly("A.m was not looked into: it is nested too deeply");
  }

  private static <T> T withStack(long size, Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(null, task, "stack", size);
    thread.start();
    return task.get();
  }

  @Test
  void methodWithTooManyStepsIsNoted() {
    String open = "try { if (b) return; f(); } finally { ";
    String nested = open.repeat(16) + "f();" + " }".repeat(16);
    SourceProgram program =
        Parsed.program("class A { void m(boolean b) { " + nested + " } void f() { } }");
    assertThat(program.facts("A").orElseThrow().flows()).hasSize(2);
    assertThat(program.notes())
        .containsExactly("A.m was not looked into: it has more than 60000 steps");
  }
}
