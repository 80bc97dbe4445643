package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds maps with weak keys whose values hold the key, so that no entry ever goes. */
final class WeakMaps {
  private static final Set<String> ADDS = Set.of("put", "putIfAbsent", "computeIfAbsent");

  private final Code code;
  private final Origins origins;

  WeakMaps(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Where a value that reaches its key is added, and how the value reaches it. */
  record Cycle(Site site, String text) {}

  /** The first such addition to a map with weak keys. */
  Optional<Cycle> cycle(List<Use> uses) {
    for (Use use : uses) {
      if (use.adds()
          && ADDS.contains(use.call().callee().name())
          && use.call().arguments().size() == 2) {
        Optional<Cycle> cycle =
            code.body(use.site().method())
                .flatMap(body -> cycle(body, use.site().node(), use.call()));
        if (cycle.isPresent()) {
          return cycle;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Cycle> cycle(Body body, int node, Step.Call call) {
    Set<Origin> key = origins.of(body, node, call.arguments().get(0));
    boolean made = call.callee().name().equals("computeIfAbsent");
    for (Origin value : origins.of(body, node, call.arguments().get(1))) {
      Optional<String> text =
          value instanceof Origin.Function function && !made
              ? captures(function, key)
              : reaches(value, key);
      if (text.isPresent()) {
        return text.map(how -> new Cycle(body.site(node), how));
      }
    }
    return Optional.empty();
  }

  private Optional<String> reaches(Origin value, Set<Origin> key) {
    if (value instanceof Origin.OfParameter parameter && parameter.isThis()) {
      return ownField(parameter.body(), key);
    } else if (value instanceof Origin.Fresh fresh) {
      return made(fresh, key, -1);
    } else if (value instanceof Origin.Function function) {
      return function(function, key);
    }
    return Optional.empty();
  }

  /** A function as value that captures the key. */
  private Optional<String> captures(Origin.Function function, Set<Origin> key) {
    boolean captured =
        function.lambda().captured().stream()
            .flatMap(r -> origins.of(function.body(), function.node(), r).stream())
            .anyMatch(key::contains);
    return captured ? Optional.of("the function captures it") : Optional.empty();
  }

  /** {@code map.put(source, this)} where {@code source} is or becomes a field of this. */
  private Optional<String> ownField(Body body, Set<Origin> key) {
    return key.stream()
        .filter(o -> o instanceof Origin.OfField f && !f.field().isStatic())
        .map(o -> code.key(((Origin.OfField) o).field()))
        .filter(field -> code.world().types().isSubtype(body.method().owner(), field.owner()))
        .findFirst()
        .or(() -> keptIn(body, key))
        .map(field -> "the value holds it in `" + field.shortName() + "`");
  }

  private Optional<FieldKey> keptIn(Body body, Set<Origin> key) {
    return body.nodes().stream()
        .filter(
            node ->
                node.step() instanceof Step.StoreField store
                    && !store.field().isStatic()
                    && origins.of(body, node.id(), store.value()).stream().anyMatch(key::contains)
                    && origins.of(body, node.id(), store.object()).stream()
                        .anyMatch(o -> o instanceof Origin.OfParameter p && p.isThis()))
        .map(node -> code.key(((Step.StoreField) node.step()).field()))
        .findFirst();
  }

  /** An object made with the key among the arguments of its constructor, which keeps it. */
  private Optional<String> made(Origin.Fresh fresh, Set<Origin> key, int parameter) {
    if (code.world().types().isSubtype(fresh.type(), "java.lang.ref.Reference")) {
      return Optional.empty();
    }
    return origins.constructor(fresh).flatMap(node -> kept(fresh, node, key, parameter));
  }

  private Optional<String> kept(Origin.Fresh fresh, int node, Set<Origin> key, int parameter) {
    Step.Call call = (Step.Call) fresh.body().step(node);
    for (int i = 0; i < call.arguments().size(); i++) {
      Set<Origin> argument = origins.of(fresh.body(), node, call.arguments().get(i));
      boolean isKey = argument.stream().anyMatch(o -> key.contains(o) || is(o, parameter));
      if (isKey && keeps(call, i + 1)) {
        return Optional.of("the new `" + Names.simple(fresh.type()) + "` holds it");
      }
    }
    return Optional.empty();
  }

  private static boolean is(Origin origin, int parameter) {
    return parameter >= 0 && origin instanceof Origin.OfParameter p && p.index() == parameter;
  }

  /** Whether the constructor stores its parameter in a field. */
  private boolean keeps(Step.Call constructor, int index) {
    Optional<Body> body = code.target(constructor);
    if (body.isEmpty()) {
      return false;
    }
    for (Node node : body.get().nodes()) {
      int kept = Step.NONE;
      if (node.step() instanceof Step.StoreField store) {
        kept = store.value();
      }
      if (kept != Step.NONE
          && origins.of(body.get(), node.id(), kept).stream().anyMatch(o -> is(o, index))) {
        return true;
      }
    }
    return false;
  }

  /** A lambda as value that captures the key, or one that makes the value from it. */
  private Optional<String> function(Origin.Function function, Set<Origin> key) {
    if (function.lambda().reference()) {
      return referenced(function.lambda());
    }
    Optional<Body> body = code.body(function.lambda().body());
    if (body.isEmpty()) {
      return Optional.empty();
    }
    int parameter = function.lambda().captured().size();
    for (Node node : body.get().nodes()) {
      if (node.step() instanceof Step.Return back && back.value() != Step.NONE) {
        for (int register : StepUses.used(back)) {
          for (Origin value : origins.of(body.get(), node.id(), register)) {
            if (value instanceof Origin.Fresh fresh) {
              Optional<String> text = made(fresh, key, parameter);
              if (text.isPresent()) {
                return text;
              }
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** {@code View::new}. */
  private Optional<String> referenced(Step.Lambda lambda) {
    if (lambda.body() == null || !lambda.body().isConstructor()) {
      return Optional.empty();
    }
    String type = lambda.body().owner();
    Step.Call call =
        new Step.Call(lambda.body(), Step.CallKind.CONSTRUCTOR, Step.NONE, List.of(), Step.NONE);
    return !code.world().types().isSubtype(type, "java.lang.ref.Reference") && keeps(call, 1)
        ? Optional.of("the new `" + Names.simple(type) + "` holds it")
        : Optional.empty();
  }
}
