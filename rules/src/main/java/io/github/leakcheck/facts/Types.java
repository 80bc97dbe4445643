package io.github.leakcheck.facts;

import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Questions about types that need the hierarchy. Answers are cached; cycles in broken hierarchies
 * are cut.
 */
public final class Types {
  private static final String OBJECT = "java.lang.Object";

  private final Program program;
  private final Map<String, Set<String>> supertypes = new HashMap<>();

  public Types(Program program) {
    this.program = program;
  }

  /**
   * All supertypes that could be found, the type itself first, then breadth first; Object always
   * included. What was moved below somebody's own packages comes under its first name, too, so that
   * what is said of a library holds wherever it is shipped.
   */
  public Set<String> supertypes(String type) {
    Set<String> known = supertypes.get(type);
    if (known == null) {
      known = collect(type);
      supertypes.put(type, known);
    }
    return known;
  }

  private Set<String> collect(String type) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(type);
    while (!open.isEmpty()) {
      String name = open.poll();
      if (!name.isEmpty() && seen.add(name)) {
        seen.add(Relocated.original(name));
        program
            .type(name)
            .ifPresent(
                facts -> {
                  open.add(facts.superName());
                  open.addAll(facts.interfaces());
                });
      }
    }
    seen.add(OBJECT);
    return seen;
  }

  /** Whether {@code type} is {@code target} or a subtype of it as far as the hierarchy is known. */
  public boolean isSubtype(String type, String target) {
    return type.equals(target) || target.equals(OBJECT) || supertypes(type).contains(target);
  }

  /** Whether the declaration of the type and of all its supertypes could be found. */
  public boolean isComplete(String type) {
    Set<String> all = supertypes(type);
    return all.stream().allMatch(name -> program.type(name).isPresent() || isFirstName(name, all));
  }

  private static boolean isFirstName(String name, Set<String> all) {
    return all.stream().anyMatch(t -> !t.equals(name) && Relocated.original(t).equals(name));
  }

  /**
   * The declaration of the method that a call with this static receiver type means: the class, then
   * supertypes.
   */
  public Optional<MethodFacts> declared(MethodRef method) {
    for (String owner : supertypes(method.owner())) {
      Optional<MethodFacts> found = program.type(owner).flatMap(facts -> facts.method(method));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether values of the type have a {@code close()} that {@link AutoCloseable} promises. */
  public boolean isCloseable(String type) {
    return isSubtype(type, "java.lang.AutoCloseable");
  }
}
