package io.github.leakcheck.check.growth.keys;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells which fields of the program's own classes decide what their objects are equal to. */
final class Equality {
  private final Code code;
  private final Origins origins;

  Equality(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Fields that the hash code of the class reads, by itself or by a getter. */
  Set<FieldKey> hashed(String type) {
    return code.body(new MethodRef(type, "hashCode", List.of(), "int"))
        .map(body -> read(body, type))
        .orElse(Set.of());
  }

  /** Fields by which a hashed collection or a list finds an object of the class. */
  Set<FieldKey> equal(String type) {
    Set<FieldKey> found = new HashSet<>(hashed(type));
    code.body(new MethodRef(type, "equals", List.of("java.lang.Object"), "boolean"))
        .ifPresent(body -> found.addAll(read(body, type)));
    code.world()
        .program()
        .type(type)
        .filter(facts -> Access.has(facts.access(), Access.RECORD) && found.isEmpty())
        .ifPresent(facts -> found.addAll(components(facts)));
    return found;
  }

  /** Fields by which a sorted collection without a comparator finds an object of the class. */
  Set<FieldKey> compared(String type) {
    Set<FieldKey> found = new HashSet<>();
    for (Body body : code.bodies(type)) {
      if (body.flow().source().name().equals("compareTo")) {
        found.addAll(read(body, type));
      }
    }
    return found;
  }

  private static Set<FieldKey> components(TypeFacts facts) {
    Set<FieldKey> found = new HashSet<>();
    for (FieldFacts field : facts.fields()) {
      if (!Access.has(field.access(), Access.STATIC)) {
        found.add(new FieldKey(facts.name(), field.name()));
      }
    }
    return found;
  }

  private Set<FieldKey> read(Body body, String type) {
    Set<FieldKey> found = new HashSet<>();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.LoadField load && !load.field().isStatic()) {
        found.add(code.key(load.field()));
      } else if (node.step() instanceof Step.Call call
          && call.result() != Step.NONE
          && call.callee().owner().equals(type)) {
        code.target(call).filter(origins::isGetter).ifPresent(got -> found.addAll(loaded(got)));
      }
    }
    return found;
  }

  private Set<FieldKey> loaded(Body getter) {
    Set<FieldKey> found = new HashSet<>();
    for (Node node : getter.nodes()) {
      if (node.step() instanceof Step.LoadField load) {
        found.add(code.key(load.field()));
      }
    }
    return found;
  }
}
