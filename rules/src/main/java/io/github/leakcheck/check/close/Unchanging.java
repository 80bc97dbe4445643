package io.github.leakcheck.check.close;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.close.Value.Int;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows flags and numbers that are the same at all times, though nothing declares them so: a field
 * that only its initialiser sets, a method that returns one constant and cannot be overridden.
 */
final class Unchanging {
  private static final Set<String> TYPES = Set.of("boolean", "int");

  private final World world;
  private final Map<FieldRef, Optional<Int>> fields = new HashMap<>();
  private final Map<MethodRef, Optional<Int>> methods = new HashMap<>();

  Unchanging(World world) {
    this.world = world;
  }

  /** The only value of the field, empty if it has several or cannot be known. */
  Optional<Int> of(FieldRef field) {
    return TYPES.contains(field.type())
        ? fields.computeIfAbsent(field, this::stored)
        : Optional.empty();
  }

  /** The only result of the call, empty if it has several or cannot be known. */
  Optional<Int> of(Step.Call call) {
    MethodRef callee = call.callee();
    return TYPES.contains(callee.result())
            && List.of().equals(callee.parameters())
            && !Platform.isProvided(callee.owner())
        ? methods.computeIfAbsent(callee, this::returned)
        : Optional.empty();
  }

  private Optional<Int> stored(FieldRef field) {
    boolean known =
        world
            .program()
            .type(field.owner())
            .flatMap(type -> type.field(field.name()))
            .filter(Unchanging::isSetHere)
            .isPresent();
    Code code = Code.of(world);
    if (!known || !code.owns(field.owner())) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(field.owner(), field.name());
    List<Site> stores = code.stores(key);
    Set<MethodRef> setting = new HashSet<>();
    stores.forEach(site -> setting.add(site.method()));
    Set<Origin> values = new HashSet<>();
    stores.forEach(site -> values.addAll(Origins.of(code).stored(site)));
    return setting.equals(initialisers(code, field)) ? only(values) : Optional.empty();
  }

  /**
   * Whether code in sight alone sets the field: frameworks set what is annotated, and updaters by
   * name what is volatile.
   */
  private static boolean isSetHere(TypeFacts.FieldFacts field) {
    return Access.has(field.access(), Access.PRIVATE | Access.FINAL)
        && !Access.has(field.access(), Access.VOLATILE)
        && field.annotations().isEmpty();
  }

  /** All that run as a class or an object begins: those that leave it to another set nothing. */
  private static Set<MethodRef> initialisers(Code code, FieldRef field) {
    Set<MethodRef> found = new HashSet<>();
    for (Body body : code.bodies(field.owner())) {
      MethodRef method = body.method();
      if (field.isStatic()
          ? method.name().equals(MethodRef.STATIC_INITIALISER)
          : method.isConstructor() && !delegates(body)) {
        found.add(method);
      }
    }
    return found;
  }

  private static boolean delegates(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.callee().isConstructor()
                    && call.callee().owner().equals(body.method().owner())
                    && call.receiver() == body.flow().parameters().get(0));
  }

  private Optional<Int> returned(MethodRef callee) {
    Optional<MethodFlow> flow = world.program().body(callee);
    if (flow.isEmpty() || !isClosed(flow.get())) {
      return Optional.empty();
    }
    Set<Origin> values = new HashSet<>();
    Code code = Code.of(world);
    Body body = code.body(flow.get().method()).orElse(null);
    if (body == null) {
      return Optional.empty();
    }
    body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return)
        .forEach(
            node ->
                values.addAll(
                    Origins.of(code).of(body, node.id(), ((Step.Return) node.step()).value())));
    return only(values);
  }

  /** Whether no subclass can say otherwise. */
  private boolean isClosed(MethodFlow flow) {
    boolean finalType =
        world
            .program()
            .type(flow.method().owner())
            .map(TypeFacts::access)
            .filter(access -> Access.has(access, Access.FINAL))
            .isPresent();
    return finalType
        || Access.has(flow.access(), Access.PRIVATE)
        || Access.has(flow.access(), Access.STATIC)
        || Access.has(flow.access(), Access.FINAL);
  }

  private static Optional<Int> only(Set<Origin> values) {
    Set<Optional<Int>> found = new HashSet<>();
    values.forEach(value -> found.add(constant(value)));
    return found.size() == 1 ? found.iterator().next() : Optional.empty();
  }

  private static Optional<Int> constant(Origin value) {
    return value instanceof Origin.Constant constant
            && constant.constant().value() instanceof Integer number
        ? Optional.of(new Int(number))
        : Optional.empty();
  }
}
