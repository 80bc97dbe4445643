package io.github.leakcheck.source;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.ASTResource;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;
import net.sourceforge.pmd.lang.java.types.TypeOps;

/**
 * What a file lets see of classes that cannot be found: whatever it closes can be closed, and what
 * it puts where a known type is wanted has that type.
 */
final class Hints {
  private static final String CLOSEABLE = "java.lang.AutoCloseable";
  private static final Map<String, String> BY_SUFFIX =
      Map.of(
          "InputStream", "java.io.InputStream",
          "OutputStream", "java.io.OutputStream",
          "Exception", "java.lang.Exception");

  private final Map<String, Set<String>> supertypes = new HashMap<>();

  private Hints() {}

  /** Looks through a file once. */
  static Hints of(ASTCompilationUnit file) {
    Hints hints = new Hints();
    file.descendants(ASTExpression.class).crossFindBoundaries().forEach(hints::expression);
    file.descendants(ASTResource.class).crossFindBoundaries().forEach(hints::resource);
    return hints;
  }

  /** What files let see of a class, without members; empty if nothing. */
  static Optional<TypeFacts> type(String name, List<Hints> files) {
    Set<String> found = new LinkedHashSet<>();
    files.forEach(hints -> found.addAll(hints.supertypes.getOrDefault(name, Set.of())));
    BY_SUFFIX.forEach(
        (suffix, type) -> {
          if (name.endsWith(suffix)) {
            found.add(type);
          }
        });
    return found.isEmpty() ? Optional.empty() : Optional.of(made(name, List.copyOf(found)));
  }

  private static TypeFacts made(String name, List<String> above) {
    return new TypeFacts(
        name, MethodRef.UNKNOWN, above, 0, "", "", Map.of(), List.of(), List.of(), List.of());
  }

  private void resource(ASTResource resource) {
    if (resource.isConciseResource()) {
      note(Names.typeOf(resource.getInitializer()), CLOSEABLE);
    } else {
      note(Names.typeOf(resource.asLocalVariableDeclaration().getVarIds().first()), CLOSEABLE);
    }
  }

  private void expression(ASTExpression e) {
    if (e instanceof ASTMethodCall call) {
      closed(call).forEach(closed -> note(Names.typeOf(closed), CLOSEABLE));
    }
    JTypeMirror type = Names.typeOf(e);
    if (isNamed(type)) {
      JTypeMirror wanted = Expected.of(e);
      if (wanted != null && !TypeOps.isUnresolved(wanted) && !wanted.isTop()) {
        note(type, new Names().of(wanted));
      }
    }
  }

  private static Stream<ASTExpression> closed(ASTMethodCall call) {
    String name = call.getMethodName().toLowerCase(Locale.ROOT);
    if (name.equals("close") && call.getArguments().isEmpty() && call.getQualifier() != null) {
      return Stream.of(call.getQualifier());
    }
    boolean closer =
        name.contains("close")
            && Stream.of("quiet", "silent", "safe", "ignor").anyMatch(name::contains);
    return closer ? call.getArguments().toStream().toList().stream() : Stream.empty();
  }

  private static boolean isNamed(JTypeMirror type) {
    return TypeOps.isUnresolved(type) && type.getSymbol() != null;
  }

  private void note(JTypeMirror type, String above) {
    String name = isNamed(type) ? new Names().of(type) : MethodRef.UNKNOWN;
    if (!name.equals(MethodRef.UNKNOWN) && !name.equals(above)) {
      supertypes.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(above);
    }
  }
}
