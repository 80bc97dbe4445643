package io.github.leakcheck.source;

import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;

/**
 * The classes of one file. They are lowered when they are first asked for, or all at once, so that
 * the tree, which takes many times the memory, can go.
 */
final class SourceFile {
  private final String path;
  private final Nesting nesting = new Nesting();
  private final SourceTypes types = new SourceTypes(nesting);
  private final Map<String, ASTTypeDeclaration> declarations = new LinkedHashMap<>();
  private final Set<String> classes = new LinkedHashSet<>();
  private final Map<String, TypeFacts> knownTypes = new HashMap<>();
  private final Map<String, ClassFacts> knownFacts = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private ASTCompilationUnit tree;
  private Hints hints;

  /**
   * A parsed file.
   *
   * @param path how findings name it
   */
  SourceFile(ASTCompilationUnit tree, String path) {
    this.tree = tree;
    this.path = path;
    for (ASTTypeDeclaration type : Nesting.declarations(tree)) {
      if (type.getBinaryName().isEmpty()) {
        notes.add(path + " was not looked into: its class has no name");
        declarations.clear();
        break;
      }
      declarations.putIfAbsent(type.getBinaryName(), type);
    }
    classes.addAll(declarations.keySet());
  }

  /** The path inside its source root that the package tells of. */
  static String path(ASTCompilationUnit file) {
    String name = file.getAstInfo().getTextDocument().getFileId().getFileName();
    String folder = file.getPackageName().replace('.', '/');
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** How findings name the file. */
  String path() {
    return path;
  }

  /** Binary names, outer classes before inner ones, in the order of the text. */
  Set<String> classes() {
    return classes;
  }

  /** The declaration of one of {@link #classes()}. */
  TypeFacts type(String name) {
    TypeFacts known = knownTypes.get(name);
    if (known == null) {
      known = declared(name, declarations.get(name));
      knownTypes.put(name, known);
    }
    return known;
  }

  private TypeFacts declared(String name, ASTTypeDeclaration type) {
    try {
      return types.of(type, path);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      notes.add("the declaration of " + name + " was not understood: " + e);
      return SourceTypes.unknown(name, path);
    }
  }

  /** Declaration and bodies of one of {@link #classes()}; empty once they are forgotten. */
  Optional<ClassFacts> facts(String name) {
    ClassFacts known = knownFacts.get(name);
    ASTTypeDeclaration type = declarations.get(name);
    if (known == null && type != null) {
      known = new ClassFacts(type(name), ClassLowering.lower(type, nesting, notes), Finding.SOURCE);
      knownFacts.put(name, known);
    }
    return Optional.ofNullable(known);
  }

  /** What the file lets see of classes that cannot be found. */
  Hints hints() {
    if (hints == null) {
      hints = Hints.of(tree);
    }
    return hints;
  }

  /** Lowers everything and lets go of the tree. */
  SourceFile lowered() {
    if (tree != null) {
      classes.forEach(this::facts);
      hints();
      declarations.clear();
      nesting.clear();
      tree = null;
    }
    return this;
  }

  /** Lets go of the bodies of a lowered file. */
  void forgetBodies() {
    knownFacts.clear();
  }

  /** Number of steps of all bodies at hand, the measure of the memory they take. */
  int steps() {
    return flows().mapToInt(flow -> flow.nodes().size()).sum();
  }

  /** Number of bodies in which everything was resolved. */
  long resolved() {
    return flows().filter(MethodFlow::resolved).count();
  }

  /** Number of bodies. */
  long bodies() {
    return flows().count();
  }

  private Stream<MethodFlow> flows() {
    return knownFacts.values().stream().flatMap(facts -> facts.flows().stream());
  }

  /** What could not be looked into so far, one line each. */
  List<String> notes() {
    return notes;
  }
}
