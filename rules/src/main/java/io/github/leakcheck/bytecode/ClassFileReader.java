package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Finding;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.objectweb.asm.ClassReader;

/**
 * Reads single class files. What is broken, hostile or newer than we know comes out empty, with a
 * note.
 */
public final class ClassFileReader {
  private final Names names;
  private final Accessors accessors;
  private final Consumer<String> notes;

  /**
   * @param notes gets a line for what cannot be read
   */
  public ClassFileReader(Consumer<String> notes) {
    this(new Names(), Accessors.none(), notes);
  }

  ClassFileReader(Names names, Accessors accessors, Consumer<String> notes) {
    this.names = names;
    this.accessors = accessors;
    this.notes = line -> notes.accept(Notes.printable(line));
  }

  /** The declaration; spans of its methods are unknown. */
  public Optional<TypeFacts> declaration(byte[] bytes) {
    return declaration(bytes, "class file", false);
  }

  /** Declaration and bodies, those left out that only the compiler wrote. */
  public Optional<ClassFacts> facts(byte[] bytes) {
    return declaration(bytes, "class file", true)
        .flatMap(type -> open(bytes, type))
        .flatMap(this::facts);
  }

  Optional<ClassFacts> facts(ClassFile file) {
    return guarded(
        file.type().name(), () -> new ClassFacts(file.type(), file.written(), Finding.BYTECODE));
  }

  Optional<TypeFacts> declaration(byte[] bytes, String label, boolean lines) {
    return guarded(label, () -> DeclarationReader.read(new ClassReader(bytes), names, lines));
  }

  /** The bodies of a class whose declaration has been read from these bytes. */
  Optional<ClassFile> open(byte[] bytes, TypeFacts type) {
    return guarded(
        type.name(), () -> new ClassFile(new ClassReader(bytes), type, names, accessors, notes));
  }

  /** The library that reads class files trusts them: lengths, indexes and nesting may be lies. */
  <T> Optional<T> guarded(String label, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError broken) {
      String why = broken.getMessage() == null ? broken.toString() : broken.getMessage();
      notes.accept(label + ": cannot be read, " + why);
      return Optional.empty();
    }
  }
}
