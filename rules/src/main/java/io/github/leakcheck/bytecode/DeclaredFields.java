package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.TypeFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the class that declares a field. Compilers name the class through which code reaches a
 * field (JVMS 5.4.3.2 looks it up from there): a subclass that uses an inherited field names
 * itself.
 */
final class DeclaredFields {
  private static final int DEPTH = 50;

  private final Function<String, Optional<TypeFacts>> types;
  private final Predicate<String> followed;
  private final Map<String, String> known = new HashMap<>();

  /**
   * @param followed says of the class that is named whether it is worth a look
   */
  DeclaredFields(Function<String, Optional<TypeFacts>> types, Predicate<String> followed) {
    this.types = types;
    this.followed = followed;
  }

  /** Binary name of the declaring superclass; the class named if none is found to declare it. */
  String owner(String named, String field) {
    String key = named + "#" + field;
    String owner = known.get(key);
    if (owner == null) {
      owner = find(named, field);
      known.put(key, owner);
    }
    return owner;
  }

  private String find(String named, String field) {
    Optional<TypeFacts> type = followed.test(named) ? types.apply(named) : Optional.empty();
    for (int i = 0; i < DEPTH && type.isPresent(); i++) {
      if (type.get().field(field).isPresent()) {
        return type.get().name();
      }
      type = types.apply(type.get().superName());
    }
    return named;
  }
}
