package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The methods that a class declares itself, by exact name, parameters and result. */
final class OwnMethods {
  private final TypeFacts type;
  private final Map<MethodRef, MethodFacts> declared = new HashMap<>();

  OwnMethods(TypeFacts type) {
    this.type = type;
    type.methods().forEach(method -> declared.put(method.ref(), method));
  }

  /** This method, else one that differs in the result only. */
  Optional<MethodFacts> find(MethodRef method) {
    MethodFacts exact = declared.get(method);
    if (exact != null) {
      return Optional.of(exact);
    }
    return method.parameters() == null ? Optional.empty() : type.method(method);
  }

  /** Since Java 11 private methods are called like virtual ones. */
  boolean isPrivate(MethodRef callee) {
    return has(callee, Access.PRIVATE);
  }

  /** Whether the compiler made the method from a lambda of this class. */
  boolean isLambdaBody(MethodRef body) {
    return has(body, Access.SYNTHETIC) && !body.name().startsWith("access$");
  }

  private boolean has(MethodRef method, int flag) {
    if (!method.owner().equals(type.name())) {
      return false;
    }
    MethodFacts facts = declared.get(method);
    return facts != null && Access.has(facts.access(), flag);
  }
}
