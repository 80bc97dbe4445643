package io.github.leakcheck.catalog;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Types;
import java.util.List;

/**
 * Which methods an API line is about, in the form of PMD's InvocationMatcher: {@code
 * java.nio.file.Files#lines(_*)}, {@code java.io.FileReader#new(_*)}, {@code _#close()}.
 *
 * @param owner type whose methods are meant, subtypes included; {@code _} for any; binary name
 *     ({@code java.util.Map$Entry})
 * @param name method name, {@code <init>} for {@code new}, {@code _} for any
 * @param parameters types in order, {@code _} for any one; null for {@code _*}
 */
public record Signature(String owner, String name, List<String> parameters) {
  /** Any one type or name. */
  public static final String ANY = "_";

  /**
   * Whether a call of the method is meant. Of a call that could not be resolved the types of its
   * arguments are known at best: subtypes match, and what is unknown matches by number only.
   */
  public boolean matches(MethodRef method, Types types) {
    return (name.equals(ANY) || name.equals(method.name()))
        && parametersMatch(method.parameters(), types)
        && (owner.equals(ANY) || types.isSubtype(method.owner(), owner));
  }

  private boolean parametersMatch(List<String> actual, Types types) {
    if (parameters == null || actual == null) {
      return true;
    }
    if (parameters.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < actual.size(); i++) {
      String wanted = parameters.get(i);
      String given = actual.get(i);
      boolean fits =
          wanted.equals(ANY)
              || wanted.equals(given)
              || given.equals(MethodRef.UNKNOWN)
              || !wanted.equals("java.lang.Object") && types.isSubtype(given, wanted);
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
