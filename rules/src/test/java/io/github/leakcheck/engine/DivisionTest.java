package io.github.leakcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.engine.Scope.Engines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

final class DivisionTest {
  private static final String CACHE =
      """
      package org.acme;

      class Cache {
        private int size;

        Cache(int size) {
          this.size = size;
        }

        Runnable grow() {
          return () -> new Object() {}.hashCode();
        }

        class Entry {
          Entry() {
            size++;
          }
        }

        enum Kind { SMALL, LARGE }
      }
      """;

  private Project project;

  @BeforeEach
  void compileOne(@TempDir Path folder) throws IOException {
    project = Project.in(folder);
    project.write("org/acme/Cache.java", CACHE);
    project.compile();
  }

  @Test
  void freshClassesAreJudgedFromBytecodeAlone() {
    Division division = project.division(Engines.AUTO);
    assertThat(division.judgesClass("org.acme.Cache")).isTrue();
    assertThat(division.judgesClass("org.acme.Cache$1")).isTrue();
    assertThat(division.judgesClass("org.acme.Cache$Entry")).isTrue();
    assertThat(division.sourceFiles()).isEmpty();
    assertThat(division.notes()).isEmpty();
  }

  @Test
  void timestampsDecideNothing() throws IOException {
    Path file = project.sources().resolve("org/acme/Cache.java");
    Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + 86_400_000));
    assertThat(project.division(Engines.AUTO).sourceFiles()).isEmpty();
  }

  @Test
  void movedLinesMakeClassesStale() throws IOException {
    project.write("org/acme/Cache.java", CACHE.replace("  Runnable", "\n\n\n  Runnable"));
    assertStale();
  }

  @Test
  void newMembersMakeClassesStale() throws IOException {
    project.write("org/acme/Cache.java", CACHE.replace("size;\n\n", "size; void more() {}\n\n"));
    assertStale();
    project.write("org/acme/Cache.java", CACHE.replace("size;\n\n", "size; int more;\n\n"));
    assertStale();
    project.write("org/acme/Cache.java", CACHE.replace("class Entry", "class Other"));
    assertStale();
  }

  private void assertStale() {
    Division division = project.division(Engines.AUTO);
    assertThat(division.judgesClass("org.acme.Cache")).isFalse();
    assertThat(division.sourceFiles())
        .extracting(Sources.File::inside)
        .containsExactly("org/acme/Cache.java");
    assertThat(division.notes())
        .containsExactly("1 of 1 source files judged from source: class files are out of date");
  }

  @Test
  void generatedMembersDoNot() throws IOException {
    project.write(
        "org/acme/Cache.java",
        CACHE.replace("class Cache {\n", "class Cache { int hidden() { return 1; }\n"));
    project.compile();
    project.write("org/acme/Cache.java", CACHE);
    assertThat(project.division(Engines.AUTO).sourceFiles()).isEmpty();
  }

  @Test
  void uncompiledSourcesAreJudgedFromSource() throws IOException {
    project.write("org/acme/New.java", "package org.acme; class New {}");
    project.write("org/acme/package-info.java", "package org.acme;");
    Division division = project.division(Engines.AUTO);
    assertThat(division.judgesClass("org.acme.Cache")).isTrue();
    assertThat(division.sourceFiles())
        .extracting(Sources.File::inside)
        .containsExactly("org/acme/New.java");
    assertThat(division.notes())
        .containsExactly("1 of 2 source files judged from source: no class files");
    assertThat(project.division(Engines.BYTECODE).notes())
        .containsExactly("1 of 2 source files not judged: no class files");
  }

  @Test
  void classesWithoutSourceAreIgnoredAndCounted() throws IOException {
    project.write("org/acme/Old.java", "package org.acme; class Old { class In {} }");
    project.compile();
    Files.delete(project.sources().resolve("org/acme/Old.java"));
    Division division = project.division(Engines.AUTO);
    assertThat(division.judgesClass("org.acme.Old")).isFalse();
    assertThat(division.judgesClass("org.acme.Cache")).isTrue();
    assertThat(division.notes()).containsExactly("2 classes ignored: their source is gone");
  }

  @Test
  void classesOfUnwantedSourcesAreIgnoredInSilence() throws IOException {
    Path old = project.write("org/acme/Old.java", "package org.acme; class Old { class In {} }");
    project.compile();
    Path unwanted = project.sources().resolveSibling("generated");
    Files.createDirectories(unwanted.resolve("org/acme"));
    Files.move(old, unwanted.resolve("org/acme/Old.java"));
    Scope scope = project.scope(Engines.AUTO).without(List.of(unwanted));
    Sources sources = Sources.of(scope);
    Division division = Division.of(scope, sources, new Texts(sources, scope.encoding()));
    assertThat(division.judgesClass("org.acme.Old")).isFalse();
    assertThat(division.notes()).isEmpty();
  }

  @Test
  void nestedClassesLeftOverAreIgnored() throws IOException {
    project.write(
        "org/acme/Cache.java", CACHE.replace("  enum Kind", "  class Gone {}\n  enum Kind"));
    project.compile();
    project.write("org/acme/Cache.java", CACHE);
    Path kept = project.classes().resolve("org/acme/Cache$Gone.class");
    byte[] leftOver = Files.readAllBytes(kept);
    project.compile();
    Files.write(kept, leftOver);
    Division division = project.division(Engines.AUTO);
    assertThat(division.judgesClass("org.acme.Cache$Kind")).isTrue();
    assertThat(division.judgesClass("org.acme.Cache$Gone")).isFalse();
  }

  @Test
  void otherLanguagesAreJudgedFromBytecode() throws IOException {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V1_8, Opcodes.ACC_PUBLIC, "org/acme/AppKt", null, "java/lang/Object", null);
    writer.visitSource("App.kt", null);
    Files.write(project.classes().resolve("org/acme/AppKt.class"), writer.toByteArray());
    Division division = project.division(Engines.AUTO);
    assertThat(division.judgesClass("org.acme.AppKt")).isTrue();
    assertThat(division.notes()).isEmpty();
  }

  @Test
  void filesForOtherReleasesTakeNobodysClasses() throws IOException {
    project.write("META-INF/versions/9/org/acme/Cache.java", CACHE.replace("size", "length"));
    Division division = project.division(Engines.AUTO);
    assertThat(division.judgesClass("org.acme.Cache")).isTrue();
    assertThat(division.sourceFiles()).isEmpty();
    assertThat(division.notes())
        .containsExactly("1 source files for other Java releases not judged");
  }

  @Test
  void withoutSourceRootsAllClassesAreJudged() {
    Scope scope =
        new Scope(
            "jars",
            List.of(),
            List.of(project.classes()),
            List.of(),
            17,
            StandardCharsets.UTF_8,
            file -> true,
            Engines.AUTO);
    Sources sources = Sources.of(scope);
    Division division = Division.of(scope, sources, new Texts(sources, scope.encoding()));
    assertThat(division.judgesClass("org.acme.Cache$Entry")).isTrue();
    assertThat(division.notes()).isEmpty();
  }

  @Test
  void bothEnginesJudgeWhatBothCan() throws IOException {
    Division both = project.division(Engines.BOTH);
    assertThat(both.judgesClass("org.acme.Cache")).isTrue();
    assertThat(both.sourceFiles()).hasSize(1);
    Division source = project.division(Engines.SOURCE);
    assertThat(source.judgesClass("org.acme.Cache")).isFalse();
    assertThat(source.sourceFiles()).hasSize(1);
    assertThat(source.notes()).isEmpty();
  }

  @Test
  void brokenClassFilesAreNoted() throws IOException {
    Files.write(project.classes().resolve("Broken.class"), new byte[] {1, 2, 3});
    assertThat(project.division(Engines.AUTO).notes())
        .singleElement()
        .asString()
        .startsWith("cannot read class file Broken.class");
  }
}
