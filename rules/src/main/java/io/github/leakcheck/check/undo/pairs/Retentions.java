package io.github.leakcheck.check.undo.pairs;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Learns from bodies which methods keep what they are given in a collection of their object, and
 * which others, or what they return, take it out again: such a pair is a registration, whatever its
 * methods are called.
 */
public final class Retentions {
  private static final String RULE = "registration-never-undone";
  private static final int CALLS = 3;
  private static final int SUBTYPES = 8;

  /** What a registration may return to take it back by. */
  public static final Set<String> TICKETS = Set.of("int", "long");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final MadeHandles handles;
  private final Map<MethodRef, Optional<Api>> known = new HashMap<>();
  private final Map<MethodRef, FieldKey> collections = new HashMap<>();
  private final Map<Asked, Set<Held>> answers = new HashMap<>();

  public Retentions(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.effects = Effects.of(world);
    this.handles = new MadeHandles(code);
  }

  /** What a method does with one of its parameters and a collection in a field. */
  private record Held(FieldKey field, int argument) {}

  /** Asked over and over in code whose methods all hand one thing on, as parsers' do. */
  private record Asked(Body body, Effect.Kind kind, int depth) {}

  /** Whether the line was learned here: such methods are given much that is no listener. */
  public static boolean isLearned(Api line) {
    return line.rule().equals(RULE) && line.origin().isEmpty();
  }

  /** What a catalogue would say of the call if it knew the method; empty if it keeps nothing. */
  public Optional<Api> line(Step.Call call) {
    MethodRef callee = call.callee();
    if (callee.isConstructor()
        || callee.parameters() == null
        || callee.parameters().stream().noneMatch(Retentions::mayBeRegistered)
        || Platform.isJdk(callee.owner())
        || world.types().isSubtype(callee.owner(), "java.util.Collection")
        || world.types().isSubtype(callee.owner(), "java.util.Map")) {
      return Optional.empty();
    }
    Optional<Api> line = known.get(callee);
    if (line == null) {
      line = learn(callee);
      known.put(callee, line);
    }
    return line;
  }

  /**
   * Whether what the call registers stays in its collection until it is taken back or the object
   * ends: nothing else takes things out one by one, as off a queue.
   */
  public boolean keepsToEnd(Step.Call call) {
    FieldKey field = line(call).map(line -> collections.get(call.callee())).orElse(null);
    String undo = line(call).flatMap(Api::undo).map(Signature::name).orElse("");
    return field != null
        && FieldUses.of(world).of(field).stream()
            .filter(use -> use.removes() || use.kind() == Use.Kind.WRITTEN)
            .map(use -> code.body(use.site().method()).orElseThrow())
            .allMatch(body -> body.method().name().equals(undo) || isEnd(body));
  }

  /** By its name or for being a constructor, or since it sets a flag that is never set back. */
  private boolean isEnd(Body body) {
    return body.method().isConstructor()
        || Lifecycle.ends(body.flow())
        || body.nodes().stream()
            .anyMatch(
                node -> node.step() instanceof Step.StoreField set && isFinal(body, node, set));
  }

  private boolean isFinal(Body body, Node node, Step.StoreField set) {
    Optional<Object> flag = constant(body.site(node.id()));
    return set.field().type().equals("boolean")
        && flag.isPresent()
        && code.stores(code.key(set.field())).stream()
            .filter(store -> !store.method().isConstructor())
            .allMatch(store -> constant(store).equals(flag));
  }

  private Optional<Object> constant(Site store) {
    Set<Origin> values = origins.stored(store);
    return values.size() == 1 && values.iterator().next() instanceof Origin.Constant constant
        ? Optional.ofNullable(constant.constant().value())
        : Optional.empty();
  }

  private static boolean mayBeRegistered(String type) {
    return type.indexOf('.') > 0
        && !type.endsWith("[]")
        && (!type.startsWith("java.lang.") || Shapes.CALLED.contains(type));
  }

  private Optional<Api> learn(MethodRef callee) {
    for (Body body : bodies(callee)) {
      Set<Held> all = held(body, Effect.Kind.ADDS, CALLS);
      for (Held held : all) {
        if (mayBeRegistered(callee.parameters().get(held.argument()))) {
          Optional<Signature> undo =
              undo(callee, body.method().owner(), held.field(), all)
                  .or(() -> handles.undo(body, held.field(), held.argument()));
          if (undo.isPresent()) {
            collections.put(callee, held.field());
            return undo.map(found -> line(callee, found, held.argument()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Api line(MethodRef callee, Signature undo, int argument) {
    Map<String, String> keys =
        Map.of(
            Key.LIFETIME.word(), "instance",
            Key.CONFIDENCE.word(), "medium",
            Key.ARGUMENT.word(), Integer.toString(argument));
    Signature does = new Signature(undo.owner(), callee.name(), callee.parameters());
    return new Api(Role.DOES, does, Optional.of(undo), keys, "", RULE, "");
  }

  /** What a call may run: the method as declared, and where that is abstract those of subtypes. */
  private List<Body> bodies(MethodRef callee) {
    List<Body> found = new ArrayList<>();
    Set<String> types = new LinkedHashSet<>(List.of(callee.owner()));
    List<String> open = new ArrayList<>(types);
    while (!open.isEmpty() && types.size() < SUBTYPES) {
      for (String subtype : world.program().directSubtypes(open.remove(0))) {
        if (types.add(subtype)) {
          open.add(subtype);
        }
      }
    }
    for (String type : types) {
      world.types().supertypes(type).stream()
          .filter(owner -> !Platform.isJdk(owner))
          .flatMap(owner -> world.program().type(owner).stream())
          .flatMap(facts -> facts.method(callee).map(m -> m.ref().in(facts.name())).stream())
          .findFirst()
          .flatMap(code::body)
          .filter(body -> !found.contains(body))
          .ifPresent(found::add);
    }
    return found;
  }

  /** What the body does to collections of its object with its own parameters. */
  private Set<Held> held(Body body, Effect.Kind kind, int depth) {
    Asked asked = new Asked(body, kind, depth);
    Set<Held> found = answers.get(asked);
    if (found == null) {
      found = find(body, kind, depth);
      answers.put(asked, found);
    }
    return found;
  }

  private Set<Held> find(Body body, Effect.Kind kind, int depth) {
    Set<Held> found = new LinkedHashSet<>();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call && !call.arguments().isEmpty()) {
        if (call.receiver() != Step.NONE && effects.of(call.callee()).kind() == kind) {
          Set<Integer> given = given(body, node, call);
          if (kind == Effect.Kind.REMOVES) {
            given.addAll(asked(body, node, call));
          }
          fields(body, node.id(), call.receiver(), CALLS)
              .forEach(field -> given.forEach(i -> found.add(new Held(field, i))));
        } else if (depth > 0) {
          throughCall(body, node, call, kind, depth, found);
        }
      }
    }
    return found;
  }

  private void throughCall(
      Body body, Node node, Step.Call call, Effect.Kind kind, int depth, Set<Held> found) {
    for (int i = 0; i < call.arguments().size(); i++) {
      Optional<Integer> parameter = parameter(body, node, call.arguments().get(i));
      if (parameter.isPresent() && isPart(body, node, call)) {
        int position = i;
        code.target(call).stream()
            .flatMap(target -> held(target, kind, depth - 1).stream())
            .filter(held -> held.argument() == position)
            .forEach(held -> found.add(new Held(held.field(), parameter.get())));
      }
    }
  }

  /** Whether the call is made on this object, or one that it keeps in a field. */
  private boolean isPart(Body body, Node node, Step.Call call) {
    return call.receiver() == Step.NONE
        || origins.of(body, node.id(), call.receiver()).stream()
            .anyMatch(o -> o instanceof Origin.OfField || o.isThis());
  }

  private Set<FieldKey> fields(Body body, int node, int register, int depth) {
    Set<FieldKey> found = new LinkedHashSet<>();
    for (Origin origin : origins.of(body, node, register)) {
      if (origin instanceof Origin.OfField field) {
        found.add(code.key(field.field()));
      } else if (origin instanceof Origin.Result result
          && depth > 0
          && result.call().receiver() != Step.NONE
          && effects.of(result.call().callee()).kind() != Effect.Kind.UNKNOWN) {
        found.addAll(fields(result.body(), result.node(), result.call().receiver(), depth - 1));
      }
    }
    return found;
  }

  /** Positions of the parameters that the call is given, as they are or in a new wrapper. */
  private Set<Integer> given(Body body, Node node, Step.Call call) {
    Set<Integer> found = new LinkedHashSet<>();
    for (int argument : call.arguments()) {
      parameter(body, node, argument).ifPresent(found::add);
    }
    return found;
  }

  /** Positions of the parameters that a predicate knows which the call is given. */
  private Set<Integer> asked(Body body, Node node, Step.Call call) {
    Set<Integer> found = new LinkedHashSet<>();
    for (int argument : call.arguments()) {
      for (Origin origin : origins.of(body, node.id(), argument)) {
        if (origin instanceof Origin.Function function && function.body() == body) {
          Node made = body.flow().node(function.node());
          function.lambda().captured().stream()
              .flatMap(captured -> parameter(body, made, captured).stream())
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Integer> parameter(Body body, Node node, int register) {
    int self = body.flow().isStatic() ? 0 : 1;
    for (Origin origin : origins.of(body, node.id(), register)) {
      if (origin instanceof Origin.OfParameter p && p.body() == body && p.index() >= self) {
        return Optional.of(p.index() - self);
      }
      if (origin instanceof Origin.Fresh fresh && !isWeak(fresh.type())) {
        Optional<Integer> wrapped =
            origins
                .constructor(fresh)
                .filter(made -> fresh.body() == body)
                .flatMap(made -> wrapped(body, made));
        if (wrapped.isPresent()) {
          return wrapped;
        }
      }
    }
    return Optional.empty();
  }

  private boolean isWeak(String type) {
    return world.types().isSubtype(type, "java.lang.ref.Reference")
        || Names.simple(type).contains("Weak");
  }

  private Optional<Integer> wrapped(Body body, int made) {
    int self = body.flow().isStatic() ? 0 : 1;
    for (int argument : ((Step.Call) body.step(made)).arguments()) {
      for (Origin origin : origins.of(body, made, argument)) {
        if (origin instanceof Origin.OfParameter p && p.body() == body && p.index() >= self) {
          return Optional.of(p.index() - self);
        }
      }
    }
    return Optional.empty();
  }

  /** The method of the same type that takes it, or what is kept under its key, out again. */
  private Optional<Signature> undo(MethodRef callee, String runs, FieldKey field, Set<Held> all) {
    List<String> kept =
        all.stream()
            .filter(held -> held.field().equals(field))
            .map(held -> callee.parameters().get(held.argument()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (TICKETS.contains(callee.result())) {
      kept.add(callee.result());
    }
    for (String type : world.types().supertypes(runs)) {
      for (MethodFacts method : methods(type)) {
        MethodRef ref = method.ref();
        if (!ref.name().equals(callee.name())
            && !Access.has(method.access(), Access.PRIVATE)
            && ref.parameters() != null
            && ref.parameters().stream().anyMatch(p -> isLike(p, kept))
            && code.body(ref.in(type)).filter(body -> takesOut(body, field, kept)).isPresent()) {
          return highest(callee, runs, ref);
        }
      }
    }
    return Optional.empty();
  }

  private List<MethodFacts> methods(String type) {
    Optional<TypeFacts> facts =
        Platform.isJdk(type) ? Optional.empty() : world.program().type(type);
    return facts.map(TypeFacts::methods).orElse(List.of());
  }

  private boolean takesOut(Body body, FieldKey field, List<String> kept) {
    return held(body, Effect.Kind.REMOVES, CALLS).stream()
        .anyMatch(
            held ->
                held.field().equals(field)
                    && isLike(body.method().parameters().get(held.argument()), kept));
  }

  private boolean isLike(String parameter, List<String> kept) {
    return kept.stream()
        .anyMatch(
            one ->
                one.equals(parameter)
                    || mayBeRegistered(parameter)
                        && (world.types().isSubtype(parameter, one)
                            || world.types().isSubtype(one, parameter)));
  }

  /** The highest type that declares both, so that calls by any static type are found. */
  private Optional<Signature> highest(MethodRef add, String runs, MethodRef remove) {
    String highest = null;
    for (String type : world.types().supertypes(runs)) {
      boolean both =
          methods(type).stream().anyMatch(m -> m.ref().overrides(add.in(type)))
              && methods(type).stream().anyMatch(m -> m.ref().name().equals(remove.name()));
      highest = both ? type : highest;
    }
    return Optional.ofNullable(highest).map(type -> new Signature(type, remove.name(), null));
  }
}
