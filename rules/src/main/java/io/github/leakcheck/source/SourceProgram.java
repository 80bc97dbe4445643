package io.github.leakcheck.source;

import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.types.TypeSystem;

/**
 * Parsed source files as a program: one alone, or those of a module. Bodies have the shape that
 * javac gives class files.
 */
public final class SourceProgram implements Program {
  /** Bytes that a step of a body takes, with all that belongs to it. */
  private static final int STEP = 200;

  /** The share of the heap that bodies may take; those beyond are read again when asked for. */
  private static final int SHARE = 8;

  private static final long MOST_STEPS = Runtime.getRuntime().maxMemory() / SHARE / STEP;

  /** Sees enough of a module to say that something is nowhere: this share of its bodies. */
  private static final double CLEAR = 0.95;

  private final Program libraries;
  private final SourceLookup others;
  private final Map<String, SourceFile> judged = new LinkedHashMap<>();
  private final List<SourceFile> files = new ArrayList<>();
  private final Map<String, Optional<TypeFacts>> knownTypes = new HashMap<>();
  private final Map<String, Set<String>> subtypes = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final SourceTypes types = new SourceTypes(new Nesting());
  private final RecentFiles recent;
  private TypeSystem typeSystem;
  private long steps;
  private long bodies;
  private long resolved;

  private SourceProgram(Program libraries, SourceLookup others) {
    this.libraries = libraries;
    this.others = others;
    this.recent = new RecentFiles(others, MOST_STEPS);
  }

  /**
   * The classes of a file.
   *
   * @param libraries what else can be seen; null to know only the declarations that PMD finds on
   *     its own class path
   */
  public static SourceProgram of(ASTCompilationUnit file, Program libraries) {
    SourceProgram program = new SourceProgram(libraries, SourceLookup.NONE);
    program.add(file, new SourceFile(file, SourceFile.path(file)));
    return program;
  }

  /**
   * The classes of the files that will be added. Ask it nothing before the last one is.
   *
   * @param libraries what can be seen beside sources
   * @param others finds the other sources of the module
   */
  public static SourceProgram of(Program libraries, SourceLookup others) {
    return new SourceProgram(libraries, others);
  }

  /**
   * Reads a file and keeps nothing of its tree.
   *
   * @param path how findings are to name the file
   */
  public void add(ASTCompilationUnit file, String path) {
    SourceFile lowered = new SourceFile(file, path).lowered();
    bodies += lowered.bodies();
    resolved += lowered.resolved();
    steps += lowered.steps();
    if (steps > MOST_STEPS) {
      lowered.forgetBodies();
    }
    add(file, lowered);
  }

  private void add(ASTCompilationUnit file, SourceFile read) {
    typeSystem = file.getTypeSystem();
    files.add(read);
    read.classes().forEach(name -> judged.putIfAbsent(name, read));
  }

  @Override
  public Sight sight() {
    return others.isWhole() && resolved >= bodies * CLEAR ? Sight.MODULE : Sight.FILE;
  }

  @Override
  public Collection<String> classes() {
    return List.copyOf(judged.keySet());
  }

  @Override
  public Optional<TypeFacts> type(String name) {
    Optional<TypeFacts> known = knownTypes.get(name);
    if (known == null) {
      known = find(name);
      knownTypes.put(name, known);
    }
    return known;
  }

  private Optional<TypeFacts> find(String name) {
    SourceFile own = judged.get(name);
    if (own != null) {
      return Optional.of(own.type(name));
    }
    Optional<TypeFacts> library = libraries == null ? Optional.empty() : libraries.type(name);
    if (library.isPresent()) {
      return library;
    }
    Optional<TypeFacts> found = resolve(name);
    return found.isPresent() ? found : hinted(name);
  }

  private Optional<TypeFacts> hinted(String name) {
    return Hints.type(name, files.stream().map(SourceFile::hints).toList());
  }

  private Optional<TypeFacts> resolve(String name) {
    if (name.isEmpty() || name.endsWith("]") || name.equals(MethodRef.UNKNOWN)) {
      return Optional.empty();
    }
    try {
      JClassSymbol symbol = typeSystem == null ? null : typeSystem.getClassSymbol(name);
      return symbol == null || symbol.isUnresolved() || symbol.isPrimitive()
          ? Optional.empty()
          : Optional.of(types.of(symbol));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no class could have such a name
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      notes.add("the declaration of " + name + " was not understood: " + e);
      return Optional.empty();
    }
  }

  @Override
  public Optional<ClassFacts> facts(String name) {
    SourceFile file = judged.get(name);
    if (file == null) {
      return Optional.empty();
    }
    Optional<ClassFacts> facts = file.facts(name);
    return facts.isPresent() ? facts : recent.facts(name);
  }

  @Override
  public Optional<MethodFlow> body(MethodRef method) {
    Optional<ClassFacts> own = facts(method.owner());
    if (own.isPresent()) {
      return flow(own.get(), method);
    }
    Optional<MethodFlow> library = libraries == null ? Optional.empty() : libraries.body(method);
    return library.isPresent()
        ? library
        : recent.facts(method.owner()).flatMap(facts -> flow(facts, method));
  }

  private static Optional<MethodFlow> flow(ClassFacts facts, MethodRef method) {
    return facts.flows().stream().filter(flow -> flow.method().overrides(method)).findFirst();
  }

  @Override
  public Collection<String> directSubtypes(String name) {
    if (subtypes.isEmpty()) {
      judged.keySet().forEach(this::noteSupertypes);
    }
    Set<String> found = new LinkedHashSet<>(subtypes.getOrDefault(name, Set.of()));
    if (libraries != null) {
      for (String other : libraries.directSubtypes(name)) {
        if (!judged.containsKey(other)) {
          found.add(other);
        }
      }
    }
    return found;
  }

  private void noteSupertypes(String own) {
    TypeFacts facts = type(own).orElseThrow();
    subtypes.computeIfAbsent(facts.superName(), n -> new LinkedHashSet<>()).add(own);
    for (String above : facts.interfaces()) {
      subtypes.computeIfAbsent(above, n -> new LinkedHashSet<>()).add(own);
    }
  }

  /** The file that declares a class of {@link #classes()}, as notes begin; empty for one alone. */
  String label(String name) {
    return judged.containsKey(name) ? label(judged.get(name)) : "";
  }

  private String label(SourceFile file) {
    return others == SourceLookup.NONE ? "" : file.path() + ": ";
  }

  /** One line for each method asked for so far that could not be looked into. */
  public List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    for (SourceFile file : files) {
      file.notes().forEach(note -> all.add(label(file) + note));
    }
    return all;
  }
}
