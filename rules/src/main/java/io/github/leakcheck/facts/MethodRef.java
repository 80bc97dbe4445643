package io.github.leakcheck.facts;

import java.util.List;

/**
 * A method as a call names it. Types are binary names with dots and {@code $}, erased, arrays as
 * {@code int[]}, {@link #UNKNOWN} where the front end could not resolve them.
 *
 * @param owner static receiver type
 * @param name method name, {@code <init>} for constructors, {@code <clinit>} for static
 *     initialisers
 * @param parameters parameter types in order; {@code null} when not even their number is known
 * @param result return type, {@code void} for none
 */
public record MethodRef(String owner, String name, List<String> parameters, String result) {
  /** Stands for a type that could not be resolved. */
  public static final String UNKNOWN = "?";

  /** Name of constructors. */
  public static final String CONSTRUCTOR = "<init>";

  /** Name of static initialisers. */
  public static final String STATIC_INITIALISER = "<clinit>";

  public boolean isConstructor() {
    return name.equals(CONSTRUCTOR);
  }

  /** Whether owner, parameters and result are all known. */
  public boolean isResolved() {
    return !owner.equals(UNKNOWN)
        && !result.equals(UNKNOWN)
        && parameters != null
        && !parameters.contains(UNKNOWN);
  }

  /** The same method in another class, as when a call is dispatched. */
  public MethodRef in(String otherOwner) {
    return new MethodRef(otherOwner, name, parameters, result);
  }

  /** Whether name and parameter types agree; owners and results may differ. */
  public boolean overrides(MethodRef other) {
    return name.equals(other.name) && parameters != null && parameters.equals(other.parameters);
  }
}
