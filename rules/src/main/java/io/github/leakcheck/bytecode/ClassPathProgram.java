package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.TypeFacts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  private final Sight sight;
  private final Notes notes = new Notes();
  private final Names names = new Names(new DeclaredFields(this::type, this::isOwn)::owner);
  private final ClassFileReader reader =
      new ClassFileReader(names, new Accessors(this::staticBody), notes::add);
  private final OwnClasses own = new OwnClasses(reader, names, notes);
  private final RunningJdk running = new RunningJdk(notes);
  private final JdkApi jdk;
  private final List<ClassSource> libraries = new ArrayList<>();
  private final List<Closeable> opened = new ArrayList<>();
  private final Map<String, Optional<TypeFacts>> types = new HashMap<>();
  private final ClassFileCache files = new ClassFileCache();
  private final Set<String> broken = new HashSet<>();

  private ClassPathProgram(Sight sight, int release) {
    this.sight = sight;
    this.jdk = JdkApi.of(release, running, notes);
    opened.add(jdk);
  }

  /** Opens the class path; close it after the analysis. */
  public static ClassPathProgram open(Input input) {
    Sight sight = input.modules().isEmpty() ? Sight.MODULE : Sight.PROGRAM;
    ClassPathProgram program = new ClassPathProgram(sight, input.release());
    for (ClassSource source : program.sources(input.judged(), input.release())) {
      program.own.add(source, input.judge());
    }
    for (ClassSource source : program.sources(input.modules(), input.release())) {
      program.own.add(source, name -> false);
    }
    program.libraries.addAll(program.sources(input.libraries(), input.release()));
    return program;
  }

  /**
   * A program over a foreign host's class path.
   *
   * @param judged binary names of the classes to judge
   * @param bytes class file of a binary name, or null; asked for other classes of the project and
   *     of libraries too, what it tells of JDK classes is not used
   * @param release Java release whose JDK API is meant
   */
  public static ClassPathProgram over(
      Collection<String> judged, Function<String, byte[]> bytes, int release) {
    ClassPathProgram program = new ClassPathProgram(Sight.MODULE, release);
    program.own.add(new FunctionSource(new TreeSet<>(judged), bytes), name -> true);
    Function<String, byte[]> others =
        name -> program.running.contains(name) ? null : bytes.apply(name);
    program.libraries.add(new FunctionSource(List.of(), others));
    return program;
  }

  private List<ClassSource> sources(List<Path> paths, int release) {
    List<ClassSource> sources =
        paths.stream().distinct().map(path -> ClassSource.open(path, release, notes)).toList();
    opened.addAll(sources);
    return sources;
  }

  /** One line each: what could not be read, and why. Grows while the program is asked. */
  public List<String> notes() {
    return notes.lines();
  }

  /** Those of the notes that tell of something that could not be read. */
  public List<String> failures() {
    return notes.failures();
  }

  @Override
  public Sight sight() {
    return sight;
  }

  @Override
  public Optional<TypeFacts> type(String name) {
    Optional<TypeFacts> known = types.get(name);
    if (known == null) {
      known = readType(name);
      types.put(name, known);
    }
    return known;
  }

  private Optional<TypeFacts> readType(String name) {
    byte[] bytes = own.read(name);
    boolean lines = bytes != null;
    if (bytes == null && !own.contains(name)) {
      bytes = jdk.read(name);
      bytes = bytes == null ? readLibrary(name) : bytes;
    }
    return bytes == null
        ? Optional.empty()
        : reader.declaration(bytes, name, lines).filter(facts -> isNamed(name, facts));
  }

  /** Fields of libraries are not followed: their classes are not read for a name alone. */
  private boolean isOwn(String name) {
    return own.contains(name);
  }

  private boolean isNamed(String name, TypeFacts facts) {
    if (!facts.name().equals(name)) {
      notes.add(name + ": holds the class " + facts.name());
      return false;
    }
    return true;
  }

  private byte[] readLibrary(String name) {
    for (ClassSource library : libraries) {
      byte[] bytes = library.read(name);
      if (bytes != null) {
        return bytes;
      }
    }
    return null;
  }

  @Override
  public Collection<String> classes() {
    return Collections.unmodifiableCollection(own.judged());
  }

  @Override
  public Optional<ClassFacts> facts(String name) {
    return own.judged().contains(name) ? file(name).flatMap(reader::facts) : Optional.empty();
  }

  @Override
  public Optional<MethodFlow> body(MethodRef method) {
    return file(method.owner())
        .flatMap(file -> reader.guarded(method.owner(), () -> file.flow(method)))
        .flatMap(flow -> flow);
  }

  private Optional<MethodFlow> staticBody(String owner, String name, String descriptor) {
    return body(names.method(owner, name, descriptor));
  }

  /** Class files with bodies: none of the JDK's. */
  private Optional<ClassFile> file(String name) {
    ClassFile known = files.get(name);
    if (known != null || broken.contains(name)) {
      return Optional.ofNullable(known);
    }
    byte[] bytes = bytes(name);
    Optional<TypeFacts> type = bytes == null ? Optional.empty() : type(name);
    Optional<ClassFile> file = type.flatMap(declared -> reader.open(bytes, declared));
    file.ifPresentOrElse(read -> files.put(name, read), () -> broken.add(name));
    return file;
  }

  private byte[] bytes(String name) {
    byte[] bytes = own.read(name);
    boolean elsewhere = bytes == null && !own.contains(name) && !jdk.contains(name);
    return elsewhere ? readLibrary(name) : bytes;
  }

  @Override
  public Collection<String> directSubtypes(String name) {
    return own.directSubtypes(name);
  }

  @Override
  public void close() {
    for (Closeable source : opened) {
      try {
        source.close();
      } catch (IOException failed) {
        notes.remark("cannot be closed: " + failed.getMessage());
      }
    }
  }
}
