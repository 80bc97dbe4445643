package io.github.leakcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Classes whose compiler does not ask for checked exceptions to be declared. */
class OtherLanguagesTest {
  private static final String SOURCE =
      """
      package p;

      import java.io.File;
      import java.io.FileInputStream;
      import java.io.IOException;
      import java.io.InputStream;

      class Reader {
        static int first(File file, File other) throws IOException {
          InputStream in = new FileInputStream(file);
          int size = size(other);
          in.close();
          return size;
        }

        static int size(File file) throws IOException {
          try (InputStream in = new FileInputStream(file)) {
            return in.read();
          }
        }
      }
      """;

  private Project project;

  @BeforeEach
  void setUp(@TempDir Path folder) throws IOException {
    project = Project.in(folder);
    Path java = project.write("p/Reader.java", SOURCE);
    project.compile();
    Files.delete(java);
  }

  /** The class as another compiler would have written it: nothing declared. */
  private void undeclared(String sourceFile) throws IOException {
    Path file = project.classes().resolve("p/Reader.class");
    ClassWriter out = new ClassWriter(0);
    new ClassReader(Files.readAllBytes(file))
        .accept(
            new ClassVisitor(Opcodes.ASM9, out) {
              @Override
              public void visitSource(String source, String debug) {
                super.visitSource(sourceFile, debug);
              }

              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String generic, String[] thrown) {
                return super.visitMethod(access, name, descriptor, generic, null);
              }
            },
            0);
    Files.write(file, out.toByteArray());
  }

  private List<Finding> findings() {
    return Analysis.run(project.scope(Scope.Engines.BYTECODE), Catalog.load(List.of())).findings();
  }

  @Test
  void exceptionsOfKotlinNeedNoDeclaration() throws IOException {
    undeclared("Reader.kt");
    project.write("p/Reader.kt", "// Kotlin");
    assertThat(findings())
        .extracting(finding -> finding.place().span().line() + " " + finding.confidence())
        .containsExactly("10 MEDIUM");
  }

  @Test
  void javaDeclaresWhatLeaves() throws IOException {
    undeclared("Reader.java");
    project.write("p/Reader.java", SOURCE);
    assertThat(findings())
        .extracting(finding -> finding.place().span().line() + " " + finding.confidence())
        .containsExactly("10 LOW");
  }
}
