package io.github.leakcheck.engine;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What simple and qualified names of classes mean in one file (JLS 6.4.1 and 6.5.5). */
final class HeaderNames {
  private final CompilationUnit unit;
  private final Predicate<String> exists;
  private final String prefix;

  HeaderNames(CompilationUnit unit, Predicate<String> exists) {
    this.unit = unit;
    this.exists = exists;
    this.prefix = unit.getPackageDeclaration().map(p -> p.getNameAsString() + ".").orElse("");
  }

  /** Binary name of a class declared in the file. */
  String binary(TypeDeclaration<?> type) {
    return around(type)
        .map(outer -> binary(outer) + "$" + type.getNameAsString())
        .orElse(prefix + type.getNameAsString());
  }

  /** The class around a node. */
  static Optional<TypeDeclaration<?>> around(Node node) {
    for (Optional<Node> at = node.getParentNode(); at.isPresent(); at = at.get().getParentNode()) {
      if (at.get() instanceof TypeDeclaration<?> type) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Binary name of the class that a type means where it stands; its own words if none is known. */
  String binary(ClassOrInterfaceType type) {
    return binary(type.getNameWithScope(), type);
  }

  /** Binary name of the class that a dotted name means at a node. */
  String binary(String name, Node at) {
    String[] parts = name.split("\\.");
    Optional<String> first = simple(parts[0], at);
    if (first.isEmpty()) {
      return parts.length == 1 ? name : ofCanonical(name);
    }
    StringBuilder binary = new StringBuilder(first.get());
    for (int i = 1; i < parts.length; i++) {
      binary.append('$').append(parts[i]);
    }
    return binary.toString();
  }

  private Optional<String> simple(String name, Node at) {
    for (Optional<TypeDeclaration<?>> type = enclosing(at); type.isPresent(); ) {
      if (type.get().getNameAsString().equals(name)) {
        return Optional.of(binary(type.get()));
      }
      Optional<String> member = member(type.get(), name);
      if (member.isPresent()) {
        return member;
      }
      type = around(type.get());
    }
    Optional<String> imported = imported(name);
    if (imported.isPresent()) {
      return imported;
    }
    if (exists.test(prefix + name)) {
      return Optional.of(prefix + name);
    }
    return onDemand(name);
  }

  private static Optional<TypeDeclaration<?>> enclosing(Node at) {
    return at instanceof TypeDeclaration<?> type ? Optional.of(type) : around(at);
  }

  /** A member of the class or of the classes it names as its supertypes. */
  private Optional<String> member(TypeDeclaration<?> type, String name) {
    String own = binary(type) + "$" + name;
    if (exists.test(own)) {
      return Optional.of(own);
    }
    Node scope = around(type).map(Node.class::cast).orElse(unit);
    for (ClassOrInterfaceType above : supertypes(type)) {
      String inherited = binary(above.getNameWithScope(), scope) + "$" + name;
      if (exists.test(inherited)) {
        return Optional.of(inherited);
      }
    }
    return Optional.empty();
  }

  private static List<ClassOrInterfaceType> supertypes(TypeDeclaration<?> type) {
    List<ClassOrInterfaceType> above = new ArrayList<>();
    if (type instanceof ClassOrInterfaceDeclaration declared) {
      above.addAll(declared.getExtendedTypes());
      above.addAll(declared.getImplementedTypes());
    } else if (type instanceof EnumDeclaration declared) {
      above.addAll(declared.getImplementedTypes());
    }
    return above;
  }

  private Optional<String> imported(String name) {
    return unit.getImports().stream()
        .filter(i -> !i.isAsterisk() && i.getName().getIdentifier().equals(name))
        .filter(i -> !i.isStatic() || exists.test(ofCanonical(i.getNameAsString())))
        .map(i -> ofCanonical(i.getNameAsString()))
        .findFirst();
  }

  private Optional<String> onDemand(String name) {
    List<String> found = new ArrayList<>();
    for (ImportDeclaration i : unit.getImports()) {
      if (i.isAsterisk()) {
        found.add(i.getNameAsString() + "." + name);
        found.add(ofCanonical(i.getNameAsString()) + "$" + name);
      }
    }
    found.add("java.lang." + name);
    return found.stream().filter(exists).findFirst();
  }

  /** {@code java.util.Map.Entry} is {@code java.util.Map$Entry}. */
  private String ofCanonical(String canonical) {
    String name = canonical;
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      if (exists.test(name)) {
        return name;
      }
      name = name.substring(0, dot) + "$" + name.substring(dot + 1);
    }
    return canonical;
  }
}
