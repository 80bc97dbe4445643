package io.github.leakcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.model.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Whatever else is in the module, the leak in {@code p.A} is found, and what was skipped is said.
 */
final class HostileInputTest {
  private static final String LEAK =
      """
      package p;

      class A {
        int leak(String name) throws java.io.IOException {
          return new java.io.FileInputStream(name).read();
        }
      }
      """;

  private static final String OPENS = "var s = new java.io.FileInputStream(n);\n";

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void setUp() throws IOException {
    project = Project.in(Files.createDirectories(folder.resolve("project")));
    project.write("p/A.java", LEAK);
    project.compile();
  }

  private Outcome run(Scope.Engines engines, Path... classPath) {
    Scope scope = project.scope(engines);
    Outcome outcome =
        Analysis.run(
            new Scope(
                scope.name(),
                scope.sourceRoots(),
                scope.classFolders(),
                List.of(classPath),
                scope.release(),
                scope.encoding(),
                scope.included(),
                scope.engines()),
            Catalog.load(List.of()));
    assertThat(outcome.findings())
        .extracting(Finding::rule, f -> f.place().member().className())
        .contains(org.assertj.core.groups.Tuple.tuple("unclosed-file-stream", "p.A"));
    assertThat(outcome.notes()).containsAll(outcome.failures());
    return outcome;
  }

  private void classFile(String inside, byte[] bytes) throws IOException {
    Path file = project.classes().resolve(inside);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static byte[] type(int version, String name, String parent) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, Opcodes.ACC_PUBLIC, name, null, parent, null);
    writer.visitEnd();
    return writer.toByteArray();
  }

  @Test
  void truncatedAndFutureClassFiles() throws IOException {
    byte[] whole = Files.readAllBytes(project.classes().resolve("p/A.class"));
    classFile("p/Half.class", Arrays.copyOf(whole, whole.length / 2));
    classFile("p/Empty.class", new byte[0]);
    classFile("p/Future.class", type(Opcodes.V17 + 40, "p/Future", "java/lang/Object"));
    Outcome outcome = run(Scope.Engines.AUTO);
    for (String name : List.of("Half", "Empty", "Future")) {
      assertThat(outcome.failures())
          .as(name)
          .anyMatch(note -> note.startsWith("cannot read class file p/" + name + ".class: "));
    }
  }

  @Test
  void brokenClassFilesOfFilesThatAreThere() throws IOException {
    project.write("p/B.java", LEAK.replace("class A", "class B"));
    classFile("p/B.class", new byte[] {1, 2, 3});
    Outcome outcome = run(Scope.Engines.AUTO);
    assertThat(outcome.judged()).isEqualTo(new Outcome.Judged(1, 1));
    assertThat(outcome.failures()).hasSize(1);
  }

  @Test
  void classPathEntriesThatAreMissingOrNoZip() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no zip");
    Path absent = folder.resolve("absent.jar");
    for (Scope.Engines engines : List.of(Scope.Engines.BYTECODE, Scope.Engines.SOURCE)) {
      assertThat(run(engines, text, absent).failures())
          .as(engines.name())
          .singleElement()
          .asString()
          .contains("text.jar: is no readable jar");
    }
  }

  @Test
  void zipBombsAndEntriesThatLeadOutside() throws IOException {
    Path jar = folder.resolve("bomb.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("../../evil.class"));
      zip.write(type(Opcodes.V17, "evil", "java/lang/Object"));
      zip.putNextEntry(new ZipEntry("q/Bomb.class"));
      zeros(zip, 100);
    }
    project.write(
        "p/B.java",
        LEAK.replace("class A", "class B extends q.Bomb").replace("String name", "q.Bomb name"));
    Outcome outcome = run(Scope.Engines.SOURCE, jar);
    assertThat(outcome.notes()).allMatch(note -> note.contains("q/Bomb.class: too large"));
    assertThat(folder.resolve("../evil.class")).doesNotExist();
    Files.copy(jar, project.classes().resolve("inner.jar"));
    run(Scope.Engines.AUTO, jar);
  }

  private static void zeros(OutputStream out, int megabytes) throws IOException {
    byte[] zeros = new byte[1 << 20];
    for (int i = 0; i < megabytes; i++) {
      out.write(zeros);
    }
  }

  @Test
  void veryLongMethods() throws IOException {
    project.write("p/Long.java", method("Long", OPENS + "s.read();\n".repeat(20_000)));
    String branches =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "if (s.read() == " + i + ") s.mark(" + i + ");\n")
            .collect(Collectors.joining());
    project.write("p/Longer.java", method("Longer", OPENS + branches));
    Outcome source = run(Scope.Engines.AUTO);
    assertThat(source.judged().total()).isEqualTo(3);
    assertThat(source.failures())
        .containsExactly(
            "p/Longer.java: p.Longer.m was not looked into: it has more than 60000 steps");
  }

  @Test
  void veryLongCompiledMethods() throws IOException {
    String steps =
        IntStream.range(0, 6_000)
            .mapToObj(i -> "if (x == 0) s.read();\n")
            .collect(Collectors.joining());
    project.write("p/Long.java", method("Long", OPENS + "int x = n.length();\n" + steps));
    project.compile();
    assertThat(run(Scope.Engines.AUTO).judged()).isEqualTo(new Outcome.Judged(2, 0));
  }

  private static String method(String type, String body) {
    return "package p; class " + type + " { void m(String n) throws Exception {\n" + body + "\n} }";
  }

  @Test
  void deeplyNestedBlocks() throws IOException {
    project.write("p/Deep.java", method("Deep", "{".repeat(5_000) + "}".repeat(5_000)));
    String tests = "if (n != null) { n.length(); ".repeat(5_000) + "}".repeat(5_000);
    project.write("p/Tests.java", method("Tests", tests));
    String tries = "try { n.length(); ".repeat(5_000) + "} finally { n.trim(); }".repeat(5_000);
    project.write("p/Tries.java", method("Tries", tries));
    Outcome outcome = run(Scope.Engines.AUTO);
    assertThat(outcome.judged().total()).isPositive();
    assertThat(outcome.failures()).noneMatch(note -> note.contains("p/A.java"));
    int counted = outcome.judged().total() + outcome.failures().size();
    assertThat(counted).as("each file is judged or named: %s", outcome.failures()).isEqualTo(4);
  }

  @Test
  void classesThatAreTheirOwnAncestors() throws IOException {
    classFile("p/X.class", type(Opcodes.V17, "p/X", "p/Y"));
    classFile("p/Y.class", type(Opcodes.V17, "p/Y", "p/X"));
    classFile("p/Self.class", type(Opcodes.V17, "p/Self", "p/Self"));
    project.write(
        "p/C.java",
        "package p; class C { void m(X x, Self s) throws Exception { x.close(); s.read(); } }");
    project.write("p/X.java", "package p; class X extends Y { native void close(); }");
    project.write("p/Y.java", "package p; class Y extends X { }");
    project.write("p/Self.java", "package p; class Self extends Self { native void read(); }");
    for (Scope.Engines engines : List.of(Scope.Engines.BOTH, Scope.Engines.BYTECODE)) {
      run(engines);
    }
  }

  @Test
  void classesThatAreNotWhatTheirPathSays() throws IOException {
    classFile("p/Liar.class", type(Opcodes.V17, "p/Other", "java/lang/Object"));
    classFile("p/Twin.class", Files.readAllBytes(project.classes().resolve("p/A.class")));
    project.write("p/Liar.java", "package p; class Liar { }");
    project.write("p/Twin.java", "package p; class Twin { }");
    Outcome outcome = run(Scope.Engines.AUTO);
    assertThat(outcome.failures())
        .anyMatch(note -> note.contains("p/Liar.class") || note.contains("p.Liar"));
  }

  @Test
  void namesThatNoCompilerWrites() throws IOException {
    String name = "p/<script>\n\u001b[31m\u202eevil";
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    writer.visitSource("<b>\r\n.groovy", null);
    MethodVisitor leak =
        writer.visitMethod(Opcodes.ACC_STATIC, "a b\n\u001b", "()Ljava/lang/Object;", null, null);
    leak.visitTypeInsn(Opcodes.NEW, "java/io/FileInputStream");
    leak.visitInsn(Opcodes.DUP);
    leak.visitLdcInsn("</script>\u001b");
    leak.visitMethodInsn(
        Opcodes.INVOKESPECIAL, "java/io/FileInputStream", "<init>", "(Ljava/lang/String;)V", false);
    leak.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/io/FileInputStream", "read", "()I", false);
    leak.visitInsn(Opcodes.POP);
    leak.visitInsn(Opcodes.ACONST_NULL);
    leak.visitInsn(Opcodes.ARETURN);
    leak.visitMaxs(0, 0);
    writer.visitEnd();
    classFile("p/strange.class", writer.toByteArray());
    Outcome outcome = run(Scope.Engines.AUTO);
    assertThat(outcome.notes()).allMatch(note -> note.lines().count() == 1);
  }

  @Test
  void textThatIsNoText() throws IOException {
    byte[] noise = new byte[100_000];
    new java.util.Random(1).nextBytes(noise);
    Files.write(project.sources().resolve("p/Noise.java"), noise);
    Files.write(project.sources().resolve("p/Wide.java"), LEAK.getBytes(StandardCharsets.UTF_16));
    Files.write(project.sources().resolve("p/Empty.java"), new byte[0]);
    run(Scope.Engines.AUTO);
  }
}
