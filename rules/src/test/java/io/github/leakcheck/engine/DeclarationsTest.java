package io.github.leakcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DeclarationsTest {
  private static DeclaredType first(String text) {
    return Declarations.scan(text).types().get(0);
  }

  private static List<String> methods(DeclaredType type) {
    return type.methods().stream()
        .map(m -> m.name() + "/" + m.parameters() + "@" + m.firstLine() + "-" + m.lastLine())
        .toList();
  }

  @Test
  void findsPackageAndNestedTypes() {
    Declarations found =
        Declarations.scan(
            """
            package org . acme; // package no.such;
            import java.util.*;
            public final class Outer<T extends Comparable<T>> {
              static class Inner { @interface Mark { int value() default 1; } }
              enum Color { RED, GREEN { void m() {} }; interface Deep {} }
              record Point(int x, int y) { Point { } static int z() { return 0; } }
            }
            interface Second {}
            """);
    assertThat(found.packageName()).isEqualTo("org.acme");
    assertThat(found.types().stream().map(DeclaredType::name))
        .containsExactly(
            "org.acme.Outer",
            "org.acme.Outer$Inner",
            "org.acme.Outer$Inner$Mark",
            "org.acme.Outer$Color",
            "org.acme.Outer$Color$Deep",
            "org.acme.Outer$Point",
            "org.acme.Second");
  }

  @Test
  void countsParametersAndLines() {
    DeclaredType type =
        first(
            """
            class A {
              A() {}
              public <T> A(java.util.Map<String, T> a, int... b) {
              }
              @Deprecated(since = "(")
              @SuppressWarnings({"a", "b"})
              int[] of(final int a, @Bound(max = 1, min = 0) int b)
                  throws java.io.IOException {
                if (a < b) { class Local { void no() {} } }
                Runnable r = () -> { };
                return new int[] {1, 2};
              }
              abstract void none(A this);
              A a(A other) { return other; }
            }
            """);
    assertThat(methods(type))
        .containsExactly("<init>/0@2-2", "<init>/2@3-4", "of/2@5-12", "none/0@13-13", "a/1@14-14");
    assertThat(type.lastLine()).isEqualTo(15);
  }

  @Test
  void isNotConfusedByLiteralsAndComments() {
    DeclaredType type =
        first(
            """
            class A {
              String a = "} class B { \\" ", b;
              char c = '{', d = '\\'', e = '"';
              /* } void no() {} */
              String text = \"""
                  } void no() { \\\""" "
                  \""";
              Runnable r = new Runnable() { public void run() { } };
              static { int x = 1; }
              { int y = 2; }
              int m() { return 1; }
            }
            """);
    assertThat(methods(type)).containsExactly("m/0@11-11");
    assertThat(type.fields()).contains("a", "c", "text", "r").doesNotContain("x", "y");
  }

  @Test
  void knowsFieldsAndEnumConstants() {
    assertThat(
            first("enum E { @Old A, B(1, x -> { return 2; }) { int f; }, C; int g; E() {} }")
                .fields())
        .containsExactlyInAnyOrder("A", "B", "C", "g");
    assertThat(first("class F { java.util.Map<String, int[]> m = null; int i[]; }").fields())
        .containsExactlyInAnyOrder("m", "i");
  }

  @Test
  void survivesWhatIsNotJava() {
    for (String text :
        List.of(
            "",
            "{",
            "}}}}",
            "class",
            "class A",
            "class A { void m(",
            "\"",
            "'",
            "/*",
            "@",
            "@A(",
            "enum E {",
            "record R(",
            "class A { int x = ",
            "\"\"\"",
            "\\")) {
      assertThat(Declarations.scan(text)).isNotNull();
    }
  }
}
