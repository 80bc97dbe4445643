package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which types can have a resource inside: what a reader returns that has nothing but bytes and
 * numbers in it does not keep the file open.
 */
final class Contents {
  private final Program program;
  private final Knowledge knowledge;
  private final Map<String, Boolean> holding = new HashMap<>();

  Contents(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  /** Whether an object of the type may lead to a resource; true where the type is not known. */
  boolean mayHold(String type) {
    String element = type.replace("[]", "");
    if (Containers.isValue(element)) {
      return false;
    }
    Boolean known = holding.get(element);
    if (known == null) {
      holding.put(element, false);
      known = judge(element);
      holding.put(element, known);
    }
    return known;
  }

  private boolean judge(String type) {
    Optional<TypeFacts> facts = Platform.isProvided(type) ? Optional.empty() : program.type(type);
    if (facts.isEmpty() || isOpen(facts.get())) {
      return true;
    }
    boolean own =
        facts.get().fields().stream()
            .filter(field -> !Access.has(field.access(), Access.STATIC))
            .map(FieldFacts::type)
            .anyMatch(this::mayHold);
    String parent = facts.get().superName();
    return own
        || !parent.equals("java.lang.Object") && mayHold(parent)
        || knowledge.targets().subtypes(type).stream().anyMatch(this::mayHold);
  }

  /** Others decide what is inside. */
  private static boolean isOpen(TypeFacts type) {
    return Access.has(type.access(), Access.INTERFACE)
        || Access.has(type.access(), Access.ABSTRACT);
  }
}
