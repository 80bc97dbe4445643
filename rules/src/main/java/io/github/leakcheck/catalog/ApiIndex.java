package io.github.leakcheck.catalog;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lines of one or more roles by method name and owner, so that a call that nothing is known of
 * costs one look into a map. Immutable once built.
 */
final class ApiIndex {
  private static final String OBJECT = "java.lang.Object";

  private final Map<String, Map<String, List<Api>>> byName = new HashMap<>();

  ApiIndex(List<Api> apis) {
    for (Api api : apis) {
      byName
          .computeIfAbsent(api.signature().name(), name -> new HashMap<>())
          .computeIfAbsent(api.signature().owner(), owner -> new ArrayList<>())
          .add(api);
    }
  }

  /** The lines that fit best, equally well; empty if none fits. */
  List<Api> best(MethodRef method, Types types) {
    if (method.owner().equals(MethodRef.UNKNOWN)) {
      return ofUnknownOwner(method, types);
    }
    List<Api> named = best(byName.get(method.name()), method, types);
    return named.isEmpty() ? best(byName.get(Signature.ANY), method, types) : named;
  }

  /**
   * Of a call that nothing but its name and result is known of: what is said of the methods so
   * named of those who make the result's class, if it is the same for all.
   */
  private List<Api> ofUnknownOwner(MethodRef method, Types types) {
    String maker = maker(method.result());
    List<Api> named = new ArrayList<>();
    if (!maker.isEmpty() && !method.isConstructor()) {
      byName
          .getOrDefault(method.name(), Map.of())
          .forEach(
              (owner, apis) -> {
                if (maker(owner).equals(maker)) {
                  named.addAll(fitting(apis, method.in(owner), types));
                }
              });
    }
    boolean agree =
        named.stream().map(api -> api.role() + " " + api.rule()).distinct().count() == 1;
    return agree ? List.of(named.get(0)) : List.of();
  }

  /** The first words of a package, that belong to one company or project; empty for the JDK. */
  private static String maker(String type) {
    String[] words = type.split("\\.");
    boolean known =
        words.length > 1 && !type.startsWith("java") && !type.startsWith(MethodRef.UNKNOWN);
    return !known ? "" : words[0].length() > 3 ? words[0] : words[0] + "." + words[1];
  }

  private static List<Api> best(Map<String, List<Api>> byOwner, MethodRef method, Types types) {
    if (byOwner == null) {
      return List.of();
    }
    List<Api> best = List.of();
    String bestOwner = null;
    for (String owner : types.supertypes(method.owner())) {
      List<Api> here = fitting(byOwner.get(owner), method, types);
      if (!here.isEmpty() && (bestOwner == null || isBelow(owner, bestOwner, types))) {
        best = here;
        bestOwner = owner;
      }
    }
    return best.isEmpty() ? fitting(byOwner.get(Signature.ANY), method, types) : best;
  }

  /** An owner met later, being farther away, wins only if it is a subtype of the other. */
  private static boolean isBelow(String owner, String other, Types types) {
    return !owner.equals(OBJECT)
        && (other.equals(OBJECT) || types.supertypes(owner).contains(other));
  }

  private static List<Api> fitting(List<Api> apis, MethodRef method, Types types) {
    if (apis == null) {
      return List.of();
    }
    List<Api> fitting = new ArrayList<>(1);
    int best = Integer.MIN_VALUE;
    for (Api api : apis) {
      if (api.signature().matches(method, types)) {
        int exactness = exactness(api.signature(), method);
        if (exactness > best) {
          fitting.clear();
          best = exactness;
        }
        if (exactness == best) {
          fitting.add(api);
        }
      }
    }
    return fitting;
  }

  /**
   * Named types that are known to agree count most, then a line about any list, then named types
   * that might agree, for all that could be resolved.
   */
  private static int exactness(Signature signature, MethodRef method) {
    if (signature.parameters() == null) {
      return -1;
    }
    List<String> actual = method.parameters();
    if (actual == null) {
      return -2;
    }
    int exactness = 0;
    for (int i = 0; i < actual.size(); i++) {
      if (!signature.parameters().get(i).equals(Signature.ANY)) {
        if (actual.get(i).equals(MethodRef.UNKNOWN)) {
          return -2;
        }
        exactness += actual.get(i).equals(signature.parameters().get(i)) ? 2 : 1;
      }
    }
    return exactness;
  }

  /** Method names with a line; {@link Signature#ANY} among them if there is one for any name. */
  Set<String> names() {
    return byName.keySet();
  }
}
