package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.KeptParameters;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds maps with weak keys whose values hold the key, so that no entry ever goes. */
public final class WeakMaps {
  private static final int DEPTH = 2;
  private static final Set<String> ADDS = Set.of("put", "putIfAbsent", "computeIfAbsent");

  private static final Set<String> LOOKUPS = Set.of("get", "computeIfAbsent", "getOrDefault");

  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final KeptParameters kept;
  private final Members members;

  public WeakMaps(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.effects = Effects.of(code.world());
    this.kept = new KeptParameters(code);
    this.members = new Members(code);
  }

  /** Where a value that reaches its key is added, and how the value reaches it. */
  public record Cycle(Site site, String text) {}

  /** The first such addition to a map with weak keys. */
  public Optional<Cycle> cycle(List<Use> uses) {
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
      if (use.is(Effect.Kind.ADDS) && use.reach() == Use.Reach.ENTRY) {
        Optional<Cycle> cycle = code.body(use.site().method()).flatMap(body -> inEntry(body, use));
        if (cycle.isPresent()) {
          return cycle;
        }
      }
    }
    return Optional.empty();
  }

  /** {@code map.get(source).add(new Listener(source))}: what is under the key holds it. */
  private Optional<Cycle> inEntry(Body body, Use added) {
    Set<Origin> key = new LinkedHashSet<>();
    for (Origin entry : origins.of(body, added.site().node(), added.call().receiver())) {
      if (entry instanceof Origin.Result got
          && got.body() == body
          && LOOKUPS.contains(got.call().callee().name())
          && !got.call().arguments().isEmpty()) {
        key.addAll(origins.of(body, got.node(), got.call().arguments().get(0)));
      }
    }
    return origins
        .ofArguments(body, added.site().node(), added.call())
        .flatMap(
            value ->
                (value instanceof Origin.Function function
                        ? captures(function, key)
                        : value instanceof Origin.Fresh fresh
                            ? made(fresh, key, -1)
                            : Optional.<String>empty())
                    .or(() -> ClassKeys.holds(value, key)).stream())
        .findFirst()
        .map(how -> new Cycle(body.site(added.site().node()), how));
  }

  private Optional<Cycle> cycle(Body body, int node, Step.Call call) {
    Set<Origin> key = withHolder(origins.of(body, node, call.arguments().get(0)));
    boolean made = call.callee().name().equals("computeIfAbsent");
    for (Origin value : origins.of(body, node, call.arguments().get(1))) {
      Optional<String> text =
          value instanceof Origin.Function function && !made
              ? captures(function, key)
              : reaches(value, key)
                  .or(() -> ClassKeys.holds(value, key))
                  .or(() -> members.of(value, key));
      if (text.isPresent()) {
        return text.map(how -> new Cycle(body.site(node), how));
      }
    }
    return Optional.empty();
  }

  /** The key, and the object whose getter or field it is: whoever holds that one holds the key. */
  private Set<Origin> withHolder(Set<Origin> key) {
    Set<Origin> found = new LinkedHashSet<>(key);
    for (Origin origin : key) {
      if (origin instanceof Origin.Result told
          && told.call().arguments().isEmpty()
          && told.call().callee().name().startsWith("get")
          && !told.call().callee().name().equals("getClass")) {
        found.addAll(parameters(told.body(), told.node(), told.call().receiver()));
      } else if (origin instanceof Origin.OfField field) {
        Step step = field.body().step(field.node());
        int holder = step instanceof Step.Call c ? c.receiver() : object(step);
        found.addAll(parameters(field.body(), field.node(), holder));
      }
    }
    return found;
  }

  /** The key itself, or what another read of the same field of this object gives. */
  private boolean isKey(Origin origin, Set<Origin> key) {
    return key.contains(origin)
        || origin instanceof Origin.OfField field
            && isOwn(field)
            && key.stream()
                .anyMatch(
                    k ->
                        k instanceof Origin.OfField other
                            && other.body() == field.body()
                            && isOwn(other)
                            && code.key(other.field()).equals(code.key(field.field())));
  }

  private boolean isOwn(Origin.OfField field) {
    int holder = object(field.body().step(field.node()));
    return holder != Step.NONE && origins.isThis(field.body(), field.node(), holder);
  }

  private static int object(Step step) {
    return step instanceof Step.LoadField load ? load.object() : Step.NONE;
  }

  private List<Origin> parameters(Body body, int node, int register) {
    return origins.of(body, node, register).stream().filter(Origin::isGiven).toList();
  }

  private Optional<String> reaches(Origin value, Set<Origin> key) {
    if (key.contains(value)) {
      return Optional.of("it is the key itself");
    } else if (value instanceof Origin.OfParameter parameter && parameter.isThis()) {
      return ownField(parameter.body(), key);
    } else if (value instanceof Origin.Fresh fresh) {
      return made(fresh, key, -1)
          .or(() -> collects(fresh, key) ? Optional.of("it is put into it") : Optional.empty())
          .or(() -> isTold(fresh, key) ? Optional.of("it is told of it") : Optional.empty());
    } else if (value instanceof Origin.Function function) {
      return function(function, key);
    } else if (value instanceof Origin.Result result) {
      return byFactory(result, key, -1, DEPTH);
    }
    return Optional.empty();
  }

  /** {@code map.put(source, viewOf(source))}, where the method makes an object that keeps it. */
  private Optional<String> byFactory(
      Origin.Result result, Set<Origin> key, int parameter, int depth) {
    Optional<Body> body = depth == 0 ? Optional.empty() : code.target(result.call());
    List<Integer> arguments = result.call().arguments();
    for (int i = 0; body.isPresent() && i < arguments.size(); i++) {
      if (origins.of(result.body(), result.node(), arguments.get(i)).stream()
          .anyMatch(o -> isKey(o, key) || is(o, parameter))) {
        int index = body.get().flow().isStatic() ? i : i + 1;
        Optional<String> text = returned(body.get(), Set.of(), index, depth - 1);
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }

  /** What the body returns, if that holds the key or the parameter. */
  private Optional<String> returned(Body body, Set<Origin> key, int parameter, int depth) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Return back && back.value() != Step.NONE) {
        for (Origin value : origins.of(body, node.id(), back.value())) {
          Optional<String> text =
              value instanceof Origin.Fresh fresh
                  ? made(fresh, key, parameter)
                  : value instanceof Origin.Result result
                      ? byFactory(result, key, parameter, depth)
                      : Optional.empty();
          if (text.isPresent()) {
            return text;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** {@code view = new View(); view.setSource(source); map.put(source, view)}. */
  private boolean isTold(Origin.Fresh fresh, Set<Origin> key) {
    Body body = fresh.body();
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.kind() == Step.CallKind.VIRTUAL
                    && origins.of(body, node.id(), call.receiver()).contains(fresh)
                    && (givesKept(body, node.id(), call, key)
                        || kept.isSetter(call)
                            && origins.of(body, node.id(), call.arguments().get(0)).stream()
                                .anyMatch(o -> isKey(o, key))));
  }

  /** A new collection that the same body puts the key into. */
  private boolean collects(Origin.Fresh fresh, Set<Origin> key) {
    Body body = fresh.body();
    return fresh.type().startsWith("java.util.")
        && !fresh.type().contains("Weak")
        && body.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && effects.of(call.callee()).kind() == Effect.Kind.ADDS
                        && origins.of(body, node.id(), call.receiver()).contains(fresh)
                        && origins
                            .ofArguments(body, node.id(), call)
                            .anyMatch(
                                o -> isKey(o, key) || ClassKeys.ofLoader(o, key).isPresent()));
  }

  /** A function as value that captures the key. */
  private Optional<String> captures(Origin.Function function, Set<Origin> key) {
    boolean captured = origins.ofCaptured(function).anyMatch(o -> isKey(o, key));
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
        .map(field -> "the value holds it in `" + field.shortName() + "`")
        .or(
            () ->
                isKeptBySuper(body, key)
                    ? Optional.of("its superclass keeps it")
                    : Optional.empty());
  }

  private Optional<FieldKey> keptIn(Body body, Set<Origin> key) {
    return body.nodes().stream()
        .filter(
            node ->
                node.step() instanceof Step.StoreField store
                    && !store.field().isStatic()
                    && origins.of(body, node.id(), store.value()).stream()
                        .anyMatch(o -> isKey(o, key))
                    && origins.mayBeThis(body, node.id(), store.object()))
        .map(node -> code.key(((Step.StoreField) node.step()).field()))
        .findFirst();
  }

  /**
   * {@code super(source)} in a constructor that puts the new object under what the source tells.
   */
  private boolean isKeptBySuper(Body body, Set<Origin> key) {
    return body.method().isConstructor()
        && body.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && call.kind() == Step.CallKind.CONSTRUCTOR
                        && origins.mayBeThis(body, node.id(), call.receiver())
                        && givesKept(body, node.id(), call, key));
  }

  private boolean givesKept(Body body, int node, Step.Call call, Set<Origin> key) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (origins.of(body, node, call.arguments().get(i)).stream().anyMatch(o -> isKey(o, key))
          && kept.keeps(call, i + 1)) {
        return true;
      }
    }
    return false;
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
      boolean isKey = argument.stream().anyMatch(o -> isKey(o, key) || is(o, parameter));
      if (isKey && kept.keeps(call, i + 1)) {
        return Optional.of("the new `" + Names.simple(fresh.type()) + "` holds it");
      }
    }
    return Optional.empty();
  }

  private static boolean is(Origin origin, int parameter) {
    return parameter >= 0 && origin instanceof Origin.OfParameter p && p.index() == parameter;
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
    return returned(body.get(), key, function.lambda().captured().size(), DEPTH)
        .or(() -> returnsKey(function, body.get(), key));
  }

  /** {@code key -> key}, or what was captured under that name. */
  private Optional<String> returnsKey(Origin.Function function, Body body, Set<Origin> key) {
    List<Integer> captured = function.lambda().captured();
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return back && back.value() != Step.NONE)
        .flatMap(node -> origins.of(body, node.id(), ((Step.Return) node.step()).value()).stream())
        .filter(Origin.OfParameter.class::isInstance)
        .map(value -> ((Origin.OfParameter) value).index())
        .filter(
            index ->
                index == captured.size()
                    || index < captured.size()
                        && origins.isAny(
                            function.body(), function.node(), captured.get(index), key))
        .findFirst()
        .map(index -> "it is the key itself");
  }

  /** {@code View::new}, or {@code this::viewOf}. */
  private Optional<String> referenced(Step.Lambda lambda) {
    if (lambda.body() == null) {
      return Optional.empty();
    }
    if (!lambda.body().isConstructor()) {
      return code.body(lambda.body())
          .flatMap(body -> returned(body, Set.of(), body.flow().isStatic() ? 0 : 1, DEPTH));
    }
    String type = lambda.body().owner();
    Step.Call call =
        new Step.Call(lambda.body(), Step.CallKind.CONSTRUCTOR, Step.NONE, List.of(), Step.NONE);
    return !code.world().types().isSubtype(type, "java.lang.ref.Reference") && kept.keeps(call, 1)
        ? Optional.of("the new `" + Names.simple(type) + "` holds it")
        : Optional.empty();
  }
}
