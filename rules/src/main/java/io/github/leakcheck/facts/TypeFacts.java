package io.github.leakcheck.facts;

import io.github.leakcheck.model.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The declaration of a class: no bodies. Names are binary names with dots and {@code $}.
 *
 * @param superName empty for Object, {@link MethodRef#UNKNOWN} where it could not be resolved (so
 *     that a hierarchy is not taken for complete)
 * @param access access flags; {@link Access#RECORD} is set for records
 * @param outer class that lexically encloses it, empty for top-level classes
 * @param sourceFile path inside its source root ({@code org/acme/Cache.java}), empty where unknown
 * @param annotations simple name to qualified name of the class's annotations
 */
public record TypeFacts(
    String name,
    String superName,
    List<String> interfaces,
    int access,
    String outer,
    String sourceFile,
    Map<String, String> annotations,
    List<FieldFacts> fields,
    List<MethodFacts> methods,
    List<String> members) {

  /** A declared field. {@code constant}: a static final with a compile-time constant. */
  public record FieldFacts(
      String name, String type, int access, Set<String> annotations, Span span, boolean constant) {}

  /**
   * A declared method.
   *
   * @param exceptions declared exceptions, checked and unchecked
   * @param annotations simple names
   * @param parameterAnnotations simple names by parameter position (no {@code this}); absent means
   *     none
   */
  public record MethodFacts(
      MethodRef ref,
      int access,
      List<String> exceptions,
      Set<String> annotations,
      Map<Integer, Set<String>> parameterAnnotations,
      Span span) {}

  public boolean isInterface() {
    return Access.has(access, Access.INTERFACE);
  }

  public Optional<FieldFacts> field(String fieldName) {
    return fields.stream().filter(f -> f.name().equals(fieldName)).findFirst();
  }

  /** The declared method with this name and these parameters. */
  public Optional<MethodFacts> method(MethodRef ref) {
    return methods.stream().filter(m -> m.ref().overrides(ref)).findFirst();
  }
}
