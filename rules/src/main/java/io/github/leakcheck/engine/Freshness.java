package io.github.leakcheck.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether class files are those of a source file: every declared class, method and field is there,
 * and code stands on lines of the method that it is of. Class files may have more than the source
 * declares (annotation processors, Lombok). Timestamps are not asked: checkouts and restored build
 * caches turn them around.
 */
final class Freshness {
  private Freshness() {}

  /** What differs, in a few words; empty if the class files are fresh. */
  static Optional<String> difference(
      Collection<DeclaredType> types, Collection<ClassHeader> classes) {
    Map<String, ClassHeader> byName = new HashMap<>();
    classes.forEach(header -> byName.put(header.name(), header));
    for (DeclaredType type : types) {
      ClassHeader header = byName.get(type.name());
      if (header == null) {
        return Optional.of("no class " + type.name());
      }
      Optional<String> difference = difference(type, header);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> difference(DeclaredType type, ClassHeader header) {
    for (String field : type.fields()) {
      if (!header.fields().contains(field)) {
        return Optional.of("no field " + type.name() + "." + field);
      }
    }
    for (DeclaredType.Method method : type.methods()) {
      if (header.methods().stream().noneMatch(compiled -> isOf(compiled, method))) {
        return Optional.of("no method " + type.name() + "." + method.name());
      }
    }
    return header.methods().stream()
        .filter(compiled -> compiled.firstLine() > 0 && !standsWhereDeclared(compiled, type))
        .map(compiled -> "other lines in " + type.name() + "." + compiled.name())
        .findFirst();
  }

  /** Constructors of enums and inner classes have parameters that source does not show. */
  private static boolean isOf(ClassHeader.Method compiled, DeclaredType.Method declared) {
    int more = compiled.parameters() - declared.parameters();
    return compiled.name().equals(declared.name())
        && (more == 0 || declared.name().equals("<init>") && (more == 1 || more == 2));
  }

  private static boolean standsWhereDeclared(ClassHeader.Method compiled, DeclaredType type) {
    if (compiled.name().startsWith("<")) {
      return (type.firstLine() <= compiled.firstLine() || compiled.firstLine() == 1)
          && compiled.lastLine() <= type.lastLine();
    }
    if (compiled.synthetic() || ofEveryEnum(compiled)) {
      return true; // compilers put what nobody wrote on lines of their own choice
    }
    List<DeclaredType.Method> declared =
        type.methods().stream().filter(method -> isOf(compiled, method)).toList();
    return declared.isEmpty()
        || declared.stream()
            .anyMatch(
                method ->
                    method.firstLine() <= compiled.firstLine()
                        && compiled.lastLine() <= method.lastLine());
  }

  private static boolean ofEveryEnum(ClassHeader.Method compiled) {
    return compiled.name().equals("valueOf") && compiled.parameters() == 1
        || compiled.name().equals("values") && compiled.parameters() == 0;
  }
}
