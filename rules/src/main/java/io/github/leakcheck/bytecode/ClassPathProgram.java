package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.TypeFacts;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A program read from class files: the classes to judge, other modules, libraries and the JDK of
 * the project's release. Reads lazily; nothing it meets on the class path makes it throw, see
 * {@link #notes()}.
 */
public final class ClassPathProgram implements Program, Closeable {
  /**
   * What to read. Paths are folders or jars; what does not exist is noted.
   *
   * @param judged classes to judge
   * @param modules output of other modules of the reactor: bodies and subtypes known, not judged
   * @param libraries declarations and bodies on demand
   * @param release Java release whose JDK API is meant
   * @param judge says of a binary class name ({@code org.acme.Outer$Inner}) whether it is to be
   *     judged
   */
  public record Input(
      List<Path> judged,
      List<Path> modules,
      List<Path> libraries,
      int release,
      Predicate<String> judge) {
    public Input {
      judged = List.copyOf(judged);
      modules = List.copyOf(modules);
      libraries = List.copyOf(libraries);
    }
  }

  private ClassPathProgram() {}

  /** Opens the class path; close it after the analysis. */
  public static ClassPathProgram open(Input input) {
    throw new UnsupportedOperationException();
  }

  /**
   * A program over a foreign host's class path.
   *
   * @param judged binary names of the classes to judge
   * @param bytes class file of a binary name, or null; asked for other classes of the project and
   *     of libraries too, never for those of the JDK
   * @param release Java release whose JDK API is meant
   */
  public static ClassPathProgram over(
      Collection<String> judged, Function<String, byte[]> bytes, int release) {
    throw new UnsupportedOperationException();
  }

  /** One line each: what could not be read, and why. Grows while the program is asked. */
  public List<String> notes() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Sight sight() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<TypeFacts> type(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Collection<String> classes() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<ClassFacts> facts(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<MethodFlow> body(MethodRef method) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Collection<String> directSubtypes(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
