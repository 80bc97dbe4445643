package io.github.leakcheck.source;

import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Finding;
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
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;

/**
 * One parsed source file as a program. Bodies are lowered when they are first asked for, in the
 * shape that javac gives class files.
 */
public final class SourceProgram implements Program {
  private final ASTCompilationUnit file;
  private final Program libraries;
  private final String sourceFile;
  private final Nesting nesting = new Nesting();
  private final SourceTypes types = new SourceTypes(nesting);
  private final Map<String, ASTTypeDeclaration> declarations = new LinkedHashMap<>();
  private final Map<String, Optional<TypeFacts>> knownTypes = new HashMap<>();
  private final Map<String, ClassFacts> knownFacts = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private Hints hints;

  private SourceProgram(ASTCompilationUnit file, Program libraries) {
    this.file = file;
    this.libraries = libraries;
    this.sourceFile = path(file);
    for (ASTTypeDeclaration type : Nesting.declarations(file)) {
      if (type.getBinaryName().isEmpty()) {
        notes.add(sourceFile + " was not looked into: its class has no name");
        declarations.clear();
        return;
      }
      declarations.putIfAbsent(type.getBinaryName(), type);
    }
  }

  /**
   * The classes of a file.
   *
   * @param libraries what else can be seen; null to know only the declarations that PMD finds on
   *     its own class path
   */
  public static SourceProgram of(ASTCompilationUnit file, Program libraries) {
    return new SourceProgram(file, libraries);
  }

  private static String path(ASTCompilationUnit file) {
    String name = file.getAstInfo().getTextDocument().getFileId().getFileName();
    String folder = file.getPackageName().replace('.', '/');
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  @Override
  public Sight sight() {
    return Sight.FILE;
  }

  @Override
  public Collection<String> classes() {
    return List.copyOf(declarations.keySet());
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
    ASTTypeDeclaration own = declarations.get(name);
    if (own != null) {
      return Optional.of(declared(name, own));
    }
    Optional<TypeFacts> library = libraries == null ? Optional.empty() : libraries.type(name);
    if (library.isPresent()) {
      return library;
    }
    Optional<TypeFacts> resolved = resolve(name);
    return resolved.isPresent() ? resolved : hints().type(name);
  }

  private Hints hints() {
    if (hints == null) {
      hints = Hints.of(file);
    }
    return hints;
  }

  private TypeFacts declared(String name, ASTTypeDeclaration type) {
    try {
      return types.of(type, sourceFile);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      notes.add("the declaration of " + name + " was not understood: " + e);
      return SourceTypes.unknown(name, sourceFile);
    }
  }

  private Optional<TypeFacts> resolve(String name) {
    if (name.isEmpty() || name.endsWith("]") || name.equals(MethodRef.UNKNOWN)) {
      return Optional.empty();
    }
    try {
      JClassSymbol symbol = file.getTypeSystem().getClassSymbol(name);
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
    ASTTypeDeclaration type = declarations.get(name);
    if (type == null) {
      return Optional.empty();
    }
    ClassFacts known = knownFacts.get(name);
    if (known == null) {
      List<MethodFlow> flows = ClassLowering.lower(type, nesting, notes);
      known = new ClassFacts(type(name).orElseThrow(), flows, Finding.SOURCE);
      knownFacts.put(name, known);
    }
    return Optional.of(known);
  }

  @Override
  public Optional<MethodFlow> body(MethodRef method) {
    Optional<ClassFacts> own = facts(method.owner());
    if (own.isPresent()) {
      return own.get().flows().stream().filter(flow -> flow.method().overrides(method)).findFirst();
    }
    return libraries == null ? Optional.empty() : libraries.body(method);
  }

  @Override
  public Collection<String> directSubtypes(String name) {
    Set<String> found = new LinkedHashSet<>();
    for (String own : declarations.keySet()) {
      TypeFacts facts = type(own).orElseThrow();
      if (facts.superName().equals(name) || facts.interfaces().contains(name)) {
        found.add(own);
      }
    }
    if (libraries != null) {
      found.addAll(libraries.directSubtypes(name));
      found.removeIf(other -> declarations.containsKey(other) && !isOwnSubtype(other, name));
    }
    return found;
  }

  private boolean isOwnSubtype(String own, String name) {
    TypeFacts facts = type(own).orElseThrow();
    return facts.superName().equals(name) || facts.interfaces().contains(name);
  }

  /** One line for each method asked for so far that could not be looked into. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
