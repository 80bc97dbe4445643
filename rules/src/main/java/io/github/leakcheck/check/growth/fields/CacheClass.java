package io.github.leakcheck.check.growth.fields;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What the methods of one class do with a map that its objects fill with what they are asked. */
final class CacheClass {
  private static final String MAP = "java.util.Map";

  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final Capacities capacities;
  private final String type;
  private final List<Body> bodies = new ArrayList<>();

  /** Methods that add under one of their parameters, by its position. */
  private final Map<MethodRef, Integer> adding = new HashMap<>();

  private final Set<MethodRef> releasing = new HashSet<>();
  private FieldKey map;
  private boolean evicts;

  CacheClass(Code code, Capacities capacities, String type) {
    this.code = code;
    this.origins = Origins.of(code);
    this.effects = Effects.of(code.world());
    this.capacities = capacities;
    this.type = type;
    for (String owner : code.world().types().supertypes(type)) {
      if (!Platform.isJdk(owner)) {
        code.world().program().type(owner).stream()
            .flatMap(facts -> facts.methods().stream())
            .map(TypeFacts.MethodFacts::ref)
            .forEach(ref -> code.body(ref.in(owner)).ifPresent(bodies::add));
      }
    }
    bodies.forEach(this::findAdding);
    if (map != null) {
      bodies.forEach(this::findReleasing);
      evicts |= bodies.stream().anyMatch(this::callsReleasing);
    }
  }

  String type() {
    return type;
  }

  FieldKey map() {
    return map;
  }

  /** Whether the class has such a map, without a bound, and takes nothing out when it adds. */
  boolean onlyGrows() {
    return map != null && !evicts && isUnbounded();
  }

  /** Position of the argument under which the call adds an entry. */
  Optional<Integer> keyOf(Step.Call call) {
    return adding.entrySet().stream()
        .filter(added -> means(call, added.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether the call lets entries go. */
  boolean lets(Step.Call call) {
    return releasing.stream().anyMatch(method -> means(call, method));
  }

  /** Whether the call is of this method of the class: its map has methods of the same names. */
  private boolean means(Step.Call call, MethodRef method) {
    String owner = call.callee().owner();
    return call.callee().overrides(method)
        && (code.world().types().isSubtype(type, owner)
            || code.world().types().isSubtype(owner, type));
  }

  private void findAdding(Body body) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && effects.of(call.callee()).kind() == Effect.Kind.ADDS
          && call.arguments().size() == 2) {
        Optional<FieldKey> field = own(body, node.id(), call.receiver());
        OptionalInt key = parameter(body, node.id(), call.arguments().get(0));
        if (field.isPresent() && key.isPresent()) {
          map = field.get();
          adding.put(body.method(), key.getAsInt() - 1);
          evicts |= isReference(body, node.id(), call.arguments().get(1));
        }
      }
    }
  }

  private boolean isReference(Body body, int node, int value) {
    return origins.of(body, node, value).stream()
        .anyMatch(
            o ->
                o instanceof Origin.Fresh f
                    && code.world().types().isSubtype(f.type(), "java.lang.ref.Reference"));
  }

  /** What is removed under the key just added made no value; all else is a bound. */
  private void findReleasing(Body body) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && own(body, node.id(), call.receiver()).filter(map::equals).isPresent()) {
        Effect.Kind kind = effects.of(call.callee()).kind();
        evicts |= kind == Effect.Kind.COUNTS && adding.containsKey(body.method());
        if (kind == Effect.Kind.REMOVES || kind == Effect.Kind.SHOWS) {
          removes(body, node.id(), call);
        }
      } else if (node.step() instanceof Step.Return back
          && own(body, node.id(), back.value()).filter(map::equals).isPresent()) {
        evicts = true;
      }
    }
  }

  private void removes(Body body, int node, Step.Call call) {
    Integer key = adding.get(body.method());
    boolean failed =
        key != null
            && !call.arguments().isEmpty()
            && parameter(body, node, call.arguments().get(0)).equals(OptionalInt.of(key + 1));
    if (key != null || !Access.has(body.flow().access(), Access.PUBLIC)) {
      evicts |= !failed;
    } else {
      releasing.add(body.method());
    }
  }

  /** Whether the class itself lets entries go. */
  private boolean callsReleasing(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call && lets(call)
                    || node.step() instanceof Step.Lambda lambda
                        && releasing.contains(lambda.body()));
  }

  /** The map of the object itself in the register. */
  private Optional<FieldKey> own(Body body, int node, int register) {
    return origins.of(body, node, register).stream()
        .filter(o -> o instanceof Origin.OfField f && isMapOfThis(f))
        .map(o -> code.key(((Origin.OfField) o).field()))
        .findFirst();
  }

  private boolean isMapOfThis(Origin.OfField field) {
    return !field.field().isStatic()
        && code.world().types().isSubtype(field.field().type(), MAP)
        && field.body().step(field.node()) instanceof Step.LoadField load
        && origins.isThis(field.body(), field.node(), load.object());
  }

  private OptionalInt parameter(Body body, int node, int register) {
    Set<Origin> found = origins.of(body, node, register);
    return found.size() == 1
            && found.iterator().next() instanceof Origin.OfParameter p
            && !p.isThis()
            && p.body() == body
            && !body.flow().isStatic()
        ? OptionalInt.of(p.index())
        : OptionalInt.empty();
  }

  private boolean isUnbounded() {
    List<Capacity> stored = new ArrayList<>();
    for (Body body : bodies) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.StoreField store && code.key(store.field()).equals(map)) {
          stored.addAll(capacities.of(body, node.id(), store.value()));
        }
      }
    }
    boolean plain =
        !stored.isEmpty()
            && stored.stream().allMatch(capacity -> capacity.kind() == Capacity.Kind.UNBOUNDED);
    return plain && capacities.ofType(type).kind() != Capacity.Kind.BOUNDED;
  }
}
