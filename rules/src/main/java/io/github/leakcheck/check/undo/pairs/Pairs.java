package io.github.leakcheck.check.undo.pairs;

import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds pairs of methods by their names, such as {@code addHook} and {@code removeHook} of one
 * type, and who calls them. What the catalogue has lines about, and collections, are left out.
 */
final class Pairs {
  private final World world;
  private final Code code;

  Pairs(Code code) {
    this.world = code.world();
    this.code = code;
  }

  /**
   * What undoes, and where it is declared together with what it undoes.
   *
   * @param type the highest type that declares both
   */
  record Pair(String type, String remove) {}

  /** Calls of both sides of a pair, in a stable order. */
  record Calls(List<Site> adds, List<Site> removes) {}

  /** All pairs of which both sides are called. */
  Map<Pair, Calls> find() {
    Map<Pair, Calls> found = new LinkedHashMap<>();
    for (String key : code.callKeys().stream().sorted().toList()) {
      String name = key.substring(0, key.length() - 1);
      Set<String> opposites = Verbs.opposites(name);
      if (!opposites.isEmpty() && Character.isDigit(key.charAt(key.length() - 1))) {
        for (Code.Called add : code.callsNamed(name, key.charAt(key.length() - 1) - '0')) {
          pair(add.callee(), name, opposites)
              .ifPresent(pair -> found.computeIfAbsent(pair, this::calls).adds().add(add.site()));
        }
      }
    }
    found.values().removeIf(calls -> calls.removes().isEmpty());
    return found;
  }

  private Calls calls(Pair pair) {
    return new Calls(new ArrayList<>(), removes(pair));
  }

  private Optional<Pair> pair(MethodRef callee, String add, Set<String> opposites) {
    if (!callee.name().equals(add) || isKnown(callee)) {
      return Optional.empty();
    }
    for (String remove : opposites) {
      String highest = null;
      for (String type : world.types().supertypes(callee.owner())) {
        Optional<TypeFacts> facts =
            Platform.isJdk(type) ? Optional.empty() : world.program().type(type);
        if (facts.isPresent() && declares(facts.get(), add) && declares(facts.get(), remove)) {
          highest = type;
        }
      }
      if (highest != null) {
        return Optional.of(new Pair(highest, remove));
      }
    }
    return Optional.empty();
  }

  private boolean isKnown(MethodRef callee) {
    return Platform.isJdk(callee.owner())
        || world.types().isSubtype(callee.owner(), "java.util.Collection")
        || world.types().isSubtype(callee.owner(), "java.util.Map")
        || world.catalog().match(Role.DOES, callee, world.types()).isPresent();
  }

  private static boolean declares(TypeFacts facts, String name) {
    return facts.methods().stream().anyMatch(method -> method.ref().name().equals(name));
  }

  private List<Site> removes(Pair pair) {
    List<Site> found = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      for (Code.Called remove : code.callsNamed(pair.remove(), n)) {
        MethodRef callee = remove.callee();
        if (callee.name().equals(pair.remove())
            && world.types().isSubtype(callee.owner(), pair.type())) {
          found.add(remove.site());
        }
      }
    }
    return found;
  }
}
