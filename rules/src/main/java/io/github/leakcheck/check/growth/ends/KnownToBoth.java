package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import io.github.leakcheck.facts.TypeFacts;
import java.util.List;
import java.util.Optional;

/** Tells values of one method of a class that another method of it can know as well. */
final class KnownToBoth {
  private static final int DEPTH = 4;

  private final Code code;
  private final Origins origins;

  KnownToBoth(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /**
   * Whether the other method is given the value, or what it is asked for. What comes from the
   * object itself, or from nowhere in particular, is there for both.
   */
  boolean is(Body other, Body body, int node, int register) {
    List<String> given = other.method().parameters();
    return are(given == null ? List.of() : given, body, node, register, DEPTH);
  }

  private boolean are(List<String> given, Body body, int node, int register, int depth) {
    return origins.of(body, node, register).stream().allMatch(value -> is(given, value, depth));
  }

  private boolean is(List<String> given, Origin value, int depth) {
    if (value.isThis() || depth == 0 || given.contains(Added.type(value))) {
      return true;
    }
    return !value.isGiven() && (isTold(given, value) || isMadeOfKnown(given, value, depth - 1));
  }

  /** Whether a call of the same name asks another type for it that is given. */
  private boolean isTold(List<String> given, Origin value) {
    return madeAt(value).map(value.body()::step).orElse(null) instanceof Step.Call asked
        && asked.arguments().isEmpty()
        && given.stream().anyMatch(type -> tells(type, asked.callee()));
  }

  private boolean tells(String type, MethodRef getter) {
    return code.world().types().supertypes(type).stream()
        .flatMap(owner -> code.world().program().type(owner).stream())
        .flatMap(facts -> facts.methods().stream())
        .map(TypeFacts.MethodFacts::ref)
        .anyMatch(ref -> ref.name().equals(getter.name()) && List.of().equals(ref.parameters()));
  }

  private boolean isMadeOfKnown(List<String> given, Origin value, int depth) {
    Body body = value.body();
    Optional<Integer> made = madeAt(value);
    return made.isEmpty()
        || StepUses.used(body.step(made.get())).stream()
            .filter(used -> !isItself(value, body, made.get(), used))
            .allMatch(used -> are(given, body, made.get(), used, depth));
  }

  /** A constructor is called on what it makes. */
  private boolean isItself(Origin value, Body body, int node, int register) {
    return value instanceof Origin.Fresh && origins.of(body, node, register).contains(value);
  }

  private Optional<Integer> madeAt(Origin value) {
    if (value instanceof Origin.Fresh fresh) {
      return origins.constructor(fresh);
    } else if (value instanceof Origin.Result result) {
      return Optional.of(result.node());
    } else if (value instanceof Origin.OfField field) {
      return Optional.of(field.node());
    }
    return value instanceof Origin.Other other ? Optional.of(other.node()) : Optional.empty();
  }
}
