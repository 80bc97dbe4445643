package io.github.leakcheck.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.leakcheck.bytecode.ClassPathProgram.Input;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.Types;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathProgramTest {
  private static final Map<String, byte[]> CLASSES =
      Compiled.of(
              8,
              "class T { void m() {} static class Sub extends T implements Runnable {"
                  + " public void run() { new Object() { int i; }; } } }")
          .classes();

  @TempDir Path folder;

  private static Input input(int release, Path... judged) {
    return new Input(List.of(judged), List.of(), List.of(), release, name -> true);
  }

  private static Path jar(Path jar, Map<String, byte[]> entries) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return jar;
  }

  private Path written(Map<String, byte[]> classes) throws IOException {
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      Files.write(folder.resolve(entry.getKey() + ".class"), entry.getValue());
    }
    return folder;
  }

  @Test
  void readsFoldersAndJarsAlike() throws IOException {
    Path jar = jar(folder.resolve("t.jar"), Map.of("T.class", CLASSES.get("T")));
    try (ClassPathProgram program = ClassPathProgram.open(input(8, jar))) {
      assertThat(program.classes()).containsExactly("T");
      assertThat(program.facts("T").orElseThrow().flows()).hasSize(2);
      assertThat(program.facts("java.lang.Object")).isEmpty();
    }
    try (ClassPathProgram program = ClassPathProgram.open(input(8, written(CLASSES)))) {
      assertThat(program.classes()).containsExactly("T", "T$Sub", "T$Sub$1");
      assertThat(program.notes()).isEmpty();
    }
  }

  @Test
  void knowsSubtypesOfJudgedClassesAndModules() throws IOException {
    Input input = new Input(List.of(), List.of(written(CLASSES)), List.of(), 8, name -> true);
    try (ClassPathProgram program = ClassPathProgram.open(input)) {
      assertThat(program.sight()).isEqualTo(Sight.PROGRAM);
      assertThat(program.classes()).isEmpty();
      assertThat(program.facts("T")).isEmpty();
      assertThat(program.directSubtypes("T")).containsExactly("T$Sub");
      assertThat(program.directSubtypes("java.lang.Runnable")).containsExactly("T$Sub");
      assertThat(program.directSubtypes("java.lang.Object")).containsExactly("T", "T$Sub$1");
      assertThat(program.body(new MethodRef("T", "m", List.of(), "void"))).isPresent();
    }
  }

  @Test
  void judgesWhatIsAskedFor() throws IOException {
    Input input =
        new Input(List.of(written(CLASSES)), List.of(), List.of(), 8, n -> n.endsWith("Sub"));
    try (ClassPathProgram program = ClassPathProgram.open(input)) {
      assertThat(program.sight()).isEqualTo(Sight.MODULE);
      assertThat(program.classes()).containsExactly("T$Sub");
      assertThat(program.facts("T")).isEmpty();
      assertThat(program.type("T")).isPresent();
      assertThat(program.directSubtypes("T")).containsExactly("T$Sub");
    }
  }

  @Test
  void librariesHaveBodiesOnDemandAndNoSubtypes() throws IOException {
    Input input = new Input(List.of(), List.of(), List.of(written(CLASSES)), 8, name -> true);
    try (ClassPathProgram program = ClassPathProgram.open(input)) {
      assertThat(program.body(new MethodRef("T", "m", List.of(), "void"))).isPresent();
      assertThat(program.body(new MethodRef("T", "m", List.of("int"), "void"))).isEmpty();
      assertThat(program.type("T")).isPresent();
      assertThat(program.directSubtypes("T")).isEmpty();
    }
  }

  @Test
  void typesOfTheJdkAreThoseOfTheRelease() {
    MethodRef readAllBytes =
        new MethodRef("java.io.FileInputStream", "readAllBytes", List.of(), "byte[]");
    try (ClassPathProgram eight = ClassPathProgram.open(input(8));
        ClassPathProgram eleven = ClassPathProgram.open(input(11));
        ClassPathProgram running = ClassPathProgram.open(input(Runtime.version().feature()))) {
      assertThat(new Types(eight).declared(readAllBytes)).isEmpty();
      assertThat(new Types(eleven).declared(readAllBytes)).isPresent();
      assertThat(new Types(running).declared(readAllBytes)).isPresent();
      assertThat(eight.type("java.net.http.HttpClient")).isEmpty();
      assertThat(eleven.type("java.net.http.HttpClient")).isPresent();
      assertThat(new Types(eight).isCloseable("java.io.BufferedReader")).isTrue();
      assertThat(new Types(eight).isComplete("java.util.concurrent.ThreadPoolExecutor")).isTrue();
      assertThat(eight.notes()).isEmpty();
    }
  }

  @Test
  void bodiesOfTheJdkAreNeverRead() {
    MethodRef close = new MethodRef("java.io.FileInputStream", "close", List.of(), "void");
    MethodRef internal =
        new MethodRef("sun.nio.ch.FileChannelImpl", "implCloseChannel", List.of(), "void");
    try (ClassPathProgram program = ClassPathProgram.open(input(Runtime.version().feature()))) {
      assertThat(program.type("java.io.FileInputStream")).isPresent();
      assertThat(program.body(close)).isEmpty();
    }
    try (ClassPathProgram program =
        ClassPathProgram.over(List.of(), ClassPathProgramTest::fromImage, 11)) {
      assertThat(program.body(close)).isEmpty();
      assertThat(program.body(internal)).isEmpty();
    }
  }

  private static byte[] fromImage(String name) {
    return new RunningJdk(new Notes()).read(name);
  }

  @Test
  void aHostFeedsClassesByName() {
    try (ClassPathProgram program = ClassPathProgram.over(List.of("T", "Gone"), CLASSES::get, 8)) {
      assertThat(program.classes()).containsExactly("T");
      assertThat(program.type("T$Sub")).isPresent();
      assertThat(program.facts("T$Sub")).isEmpty();
      assertThat(program.notes()).hasSize(1).first().asString().startsWith("Gone: ");
    }
  }

  @Test
  void brokenClassPathEntriesAreNoted() throws IOException {
    Path noZip = Files.writeString(folder.resolve("text.jar"), "no zip");
    Path empty = Files.createFile(folder.resolve("empty.jar"));
    Path gone = folder.resolve("gone.jar");
    Path noFolder = folder.resolve("classes");
    Input input =
        new Input(List.of(noFolder), List.of(), List.of(noZip, empty, gone), 8, n -> true);
    try (ClassPathProgram program = ClassPathProgram.open(input)) {
      assertThat(program.classes()).isEmpty();
      assertThat(program.type("org.acme.Cache")).isEmpty();
      assertThat(program.notes()).hasSize(3).allMatch(note -> note.contains(".jar: "));
    }
  }

  @Test
  void brokenClassFilesAreNotedAndTheRestGoesOn() throws IOException {
    byte[] whole = CLASSES.get("T");
    byte[] future = whole.clone();
    future[7] = (byte) 200;
    Path jar =
        jar(
            folder.resolve("t.jar"),
            Map.of(
                "T.class",
                whole,
                "Future.class",
                future,
                "Short.class",
                Arrays.copyOf(whole, whole.length / 2),
                "Empty.class",
                new byte[0],
                "org/acme/Other.class",
                whole,
                "../../T$Sub.class",
                CLASSES.get("T$Sub")));
    try (ClassPathProgram program = ClassPathProgram.open(input(8, jar))) {
      assertThat(program.classes()).containsExactly("T");
      assertThat(program.facts("T")).isPresent();
      assertThat(program.type("Future")).isEmpty();
      assertThat(program.type("org.acme.Other")).isEmpty();
      assertThat(String.join("\n", program.notes()))
          .contains("Future: ")
          .contains("Short: ")
          .contains("Empty: ")
          .contains("org.acme.Other: holds the class T");
    }
  }

  @Test
  void everyCutOfAClassFileIsSurvived() {
    byte[] whole = CLASSES.get("T$Sub");
    ClassFileReader reader = new ClassFileReader(note -> {});
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatCode(() -> reader.facts(cut)).as("length " + length).doesNotThrowAnyException();
      byte[] flipped = whole.clone();
      flipped[length] ^= (byte) 0x81;
      assertThatCode(() -> reader.facts(flipped)).as("flip " + length).doesNotThrowAnyException();
    }
  }

  @Test
  void namesCannotLeaveTheirRoot() throws IOException {
    Path root = Files.createDirectory(folder.resolve("root"));
    written(CLASSES);
    try (ClassPathProgram program = ClassPathProgram.open(input(8, root))) {
      for (String name :
          List.of("", ".", "..T", "../T", "..\\T", folder + "/T", "[T", "T\0", "a..b", "\ud800")) {
        assertThat(program.type(name)).as(name).isEmpty();
      }
    }
  }

  @Test
  void cyclesInTheHierarchyEnd() {
    Map<String, byte[]> one = Compiled.of(8, "class A extends B {} class B {}").classes();
    Map<String, byte[]> other = Compiled.of(8, "class B extends A {} class A {}").classes();
    Map<String, byte[]> both = Map.of("A", one.get("A"), "B", other.get("B"));
    try (ClassPathProgram program = ClassPathProgram.over(both.keySet(), both::get, 8)) {
      assertThat(new Types(program).supertypes("A")).contains("A", "B", "java.lang.Object");
      assertThat(program.directSubtypes("A")).containsExactly("B");
    }
  }

  @Test
  void multiReleaseJarsAreReadForTheRelease() throws IOException {
    byte[] later = Compiled.of(9, "class T { void later() {} }").classes().get("T");
    Path jar =
        jar(
            folder.resolve("t.jar"),
            Map.of(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n".getBytes(),
                "T.class",
                CLASSES.get("T"),
                "META-INF/versions/11/T.class",
                later));
    MethodRef method = new MethodRef("T", "later", List.of(), "void");
    try (ClassPathProgram eight = ClassPathProgram.open(input(8, jar));
        ClassPathProgram seventeen = ClassPathProgram.open(input(17, jar))) {
      assertThat(eight.classes()).containsExactly("T");
      assertThat(eight.body(method)).isEmpty();
      assertThat(seventeen.body(method)).isPresent();
    }
  }
}
