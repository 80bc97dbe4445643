package io.github.leakcheck.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationReaderTest {
  private static final String SOURCE =
      """
      package p;
      import java.lang.annotation.*;
      import java.util.*;
      @interface Kept {}
      @Target({ElementType.TYPE_USE}) @interface Typed {}
      @Kept @Deprecated
      public abstract class T<E> implements Comparable<T<E>> {
        static final String NAME = "t";
        final int made = 3;
        static final Object LATE = new Object();
        @Kept private Map<String, int[]> map;
        private @Typed String typed;
        private List<@Typed String> elements;
        @Kept @Typed String m(@Kept String a, @Typed int[][] b, @Typed String c)
            throws java.io.IOException, IllegalStateException {
          return a;
        }
        public int compareTo(T<E> other) { return 0; }
        abstract void nothing();
        enum Colour { RED; Colour() {} }
        class Inner { Inner(@Kept String s) {} }
        static class Nested { Nested(T<String> t, @Kept @Typed String s) {} }
        enum Sized { A(1); Sized(@Kept int size) {} }
        Object anonymous() {
          class Local {}
          new Local();
          return new Object() { Object deeper() { return new Object() {}; } };
        }
      }
      """;

  private static TypeFacts type(int release, String name) {
    Map<String, byte[]> classes = Compiled.of(release, SOURCE).classes();
    return new ClassFileReader(note -> {}).declaration(classes.get(name)).orElseThrow();
  }

  private static MethodFacts method(TypeFacts type, String name) {
    return type.methods().stream()
        .filter(m -> m.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsTheClass() {
    TypeFacts type = type(8, "p.T");
    assertThat(type.name()).isEqualTo("p.T");
    assertThat(type.superName()).isEqualTo("java.lang.Object");
    assertThat(type.interfaces()).containsExactly("java.lang.Comparable");
    assertThat(type.sourceFile()).isEqualTo("p/T.java");
    assertThat(type.outer()).isEmpty();
    assertThat(type.access()).isEqualTo(Access.PUBLIC | Access.ABSTRACT);
    assertThat(type.annotations())
        .containsOnly(Map.entry("Kept", "p.Kept"), Map.entry("Deprecated", "java.lang.Deprecated"));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 17})
  void knowsHowClassesNest(int release) {
    assertThat(type(release, "p.T").members())
        .containsExactlyInAnyOrder(
            "p.T$Colour", "p.T$Inner", "p.T$Nested", "p.T$Sized", "p.T$1Local", "p.T$1");
    assertThat(type(release, "p.T$1").outer()).isEqualTo("p.T");
    assertThat(type(release, "p.T$1").members()).containsExactly("p.T$1$1");
    assertThat(type(release, "p.T$1$1").outer()).isEqualTo("p.T$1");
    assertThat(type(release, "p.T$1Local").outer()).isEqualTo("p.T");
    TypeFacts nested = type(release, "p.T$Nested");
    assertThat(nested.outer()).isEqualTo("p.T");
    assertThat(Access.has(nested.access(), Access.STATIC)).isTrue();
    assertThat(Access.has(type(release, "p.T$Inner").access(), Access.STATIC)).isFalse();
  }

  @Test
  void readsFields() {
    TypeFacts type = type(8, "p.T");
    assertThat(type.field("NAME").orElseThrow().constant()).isTrue();
    assertThat(type.field("made").orElseThrow().constant()).isFalse();
    assertThat(type.field("LATE").orElseThrow().constant()).isFalse();
    assertThat(type.field("map").orElseThrow().type()).isEqualTo("java.util.Map");
    assertThat(type.field("map").orElseThrow().annotations()).containsExactly("Kept");
    assertThat(type.field("typed").orElseThrow().annotations()).containsExactly("Typed");
    assertThat(type.field("elements").orElseThrow().annotations()).isEmpty();
  }

  @Test
  void readsMethods() {
    MethodFacts method = method(type(8, "p.T"), "m");
    assertThat(method.ref().parameters())
        .containsExactly("java.lang.String", "int[][]", "java.lang.String");
    assertThat(method.exceptions())
        .containsExactly("java.io.IOException", "java.lang.IllegalStateException");
    assertThat(method.annotations()).containsExactlyInAnyOrder("Kept", "Typed");
    assertThat(method.parameterAnnotations())
        .isEqualTo(Map.of(0, Set.of("Kept"), 2, Set.of("Typed")));
  }

  @Test
  void bridgesComeLast() {
    TypeFacts type = type(8, "p.T");
    MethodFacts last = type.methods().get(type.methods().size() - 1);
    assertThat(last.ref().name()).isEqualTo("compareTo");
    assertThat(Access.has(last.access(), Access.BRIDGE)).isTrue();
    MethodRef covariant = new MethodRef("p.T", "compareTo", List.of("p.T"), "int");
    assertThat(Access.has(type.method(covariant).orElseThrow().access(), Access.BRIDGE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 17})
  void parametersOfTheCompilerAreNotCounted(int release) {
    assertThat(method(type(release, "p.T$Inner"), "<init>").parameterAnnotations())
        .isEqualTo(Map.of(1, Set.of("Kept")));
    assertThat(method(type(release, "p.T$Nested"), "<init>").parameterAnnotations())
        .isEqualTo(Map.of(1, Set.of("Kept", "Typed")));
    assertThat(method(type(release, "p.T$Sized"), "<init>").parameterAnnotations())
        .isEqualTo(Map.of(2, Set.of("Kept")));
  }

  @Test
  void recordsAreMarked() {
    byte[] record = Compiled.of(17, "record T(int a) {}").classes().get("T");
    TypeFacts type = new ClassFileReader(note -> {}).declaration(record).orElseThrow();
    assertThat(Access.has(type.access(), Access.RECORD)).isTrue();
    assertThat(Access.has(type(17, "p.T").access(), Access.RECORD)).isFalse();
  }

  @Test
  void sourceFilesStayInTheirPackage() {
    byte[] bytes = Compiled.of(8, "package q; class T {}").classes().get("q.T");
    org.objectweb.asm.ClassWriter writer = new org.objectweb.asm.ClassWriter(0);
    new org.objectweb.asm.ClassReader(bytes)
        .accept(
            new org.objectweb.asm.ClassVisitor(org.objectweb.asm.Opcodes.ASM9, writer) {
              @Override
              public void visitSource(String source, String debug) {
                super.visitSource("../../T.java", debug);
              }
            },
            0);
    TypeFacts type = new ClassFileReader(n -> {}).declaration(writer.toByteArray()).orElseThrow();
    assertThat(type.sourceFile()).isEmpty();
  }
}
