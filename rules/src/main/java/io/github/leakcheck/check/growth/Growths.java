package io.github.leakcheck.check.growth;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.ChosenByName;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Key;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Keys;
import io.github.leakcheck.check.usage.LoadedByName;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Selects the additions that happen again and again with ever new entries. */
public final class Growths {
  private static final Set<String> POLLS =
      Set.of("poll", "pollFirst", "pollLast", "pop", "removeFirst", "removeLast");
  private static final int CONSTANT = Access.STATIC | Access.FINAL;
  private static final Set<String> LOOKUPS =
      Set.of(
          "get",
          "intern",
          "getUnchecked",
          "containsKey",
          "contains",
          "computeIfAbsent",
          "putIfAbsent",
          "getOrDefault",
          "compute",
          "merge");

  private final Code code;
  private final Origins origins;
  private final Starts starts;
  private final Keys keys;
  private final Effects effects;
  private final LoadedByName loaded;
  private final ChosenByName chosen;
  private final Ways ways;
  private final Added added;
  private final RegisteringMethods registering;
  private final References references;
  private final KnownKeys knownKeys;
  private final Counters counters;
  private final FoundFirst foundFirst;

  public Growths(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.starts = Starts.of(code);
    this.keys = Keys.of(code);
    this.effects = Effects.of(code.world());
    this.loaded = new LoadedByName(code);
    this.chosen = new ChosenByName(code);
    this.ways = new Ways(origins);
    this.added = new Added(code);
    this.registering = new RegisteringMethods(code);
    this.references = new References(code);
    this.knownKeys = new KnownKeys(code);
    this.counters = new Counters(code);
    this.foundFirst = new FoundFirst(code);
  }

  /** Growth among the uses of one field. */
  public List<Growth> of(List<Use> uses, FieldKey field, boolean isStatic) {
    List<Growth> found = new ArrayList<>();
    for (Use use : uses) {
      if (use.adds()) {
        code.body(use.site().method())
            .flatMap(body -> growth(use, body, uses, field, isStatic))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Growth> growth(
      Use use, Body body, List<Use> uses, FieldKey field, boolean isStatic) {
    int node = use.site().node();
    Starts.Answer start = starts.onlyAtStart(body, node);
    if (start == Starts.Answer.YES
        || !isStatic && (inConstructor(body.flow()) || starts.oncePerObject(body, node))
        || references.lets(use, body)
        || knownKeys.are(body, node, keyRegister(use))) {
      return Optional.empty();
    }
    boolean memo =
        !isRegisteredUnder(use, body) && (looksUp(use, uses) || asksWhetherNew(use, body));
    Key key = key(use, body, memo);
    if (memo && loadsValue(use, body)) {
      key = key.atMost(Domain.FEW);
    }
    if (key.domain() == Domain.FINITE) {
      return Optional.empty();
    }
    Confidence sure = sure(key.domain());
    if (references.areWeakValues(use, body)) {
      sure = sure.and(Confidence.MEDIUM);
    }
    boolean registered =
        !memo && (registering.isRegistration(body.flow(), field) || hasFiniteCallers(use, body));
    boolean starting =
        RegisteringMethods.isStarting(body.flow()) && (!memo || takesNothing(body.flow()));
    boolean reuses = !memo && reusesIdle(use, body);
    if (reuses
        || key.equals(Keys.OWN_CLASS)
        || ways.onlyOnFailure(body, node)
        || start == Starts.Answer.LIKELY
        || registered
        || starting
        || counters.isOne(use, body, key)
        || (memo ? foundFirst.areUnique(uses) : foundFirst.isSearched(use, body, uses))
        || isConstant(body, node, field)) {
      sure = Confidence.LOW;
    } else if (memo && hasFiniteCallers(use, body)) {
      sure = sure.and(Confidence.MEDIUM);
    }
    return Optional.of(
        new Growth(
            use,
            key,
            sure,
            memo,
            added.isData(use, body),
            added.isWork(use, body),
            added.isReturned(use, body, key, memo)));
  }

  /** A value that is found by a name: where nothing of that name is, there is no entry either. */
  private boolean loadsValue(Use use, Body body) {
    List<Integer> arguments = use.call().arguments();
    int value = arguments.isEmpty() ? Step.NONE : arguments.get(arguments.size() - 1);
    return arguments.size() > 1
        && (loaded.is(body, use.site().node(), value) || chosen.is(body, use.site().node(), value));
  }

  /** {@code addRoute(name, route) { routes.computeIfAbsent(name, ..).add(route); }}. */
  private boolean isRegisteredUnder(Use use, Body body) {
    return use.call().callee().name().equals("computeIfAbsent")
        && RegisteringMethods.isNamedSo(body.flow().source().name())
        && body.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && effects.of(call.callee()).kind() == Effect.Kind.ADDS
                        && origins.isMadeAt(body, node.id(), call.receiver(), use.site().node()));
  }

  private static boolean inConstructor(MethodFlow flow) {
    return flow.source().name().equals(MethodRef.CONSTRUCTOR);
  }

  private static Confidence sure(Domain domain) {
    return switch (domain) {
      case FINITE, FEW -> Confidence.LOW;
      case CLASSES, LOADERS, UNKNOWN -> Confidence.MEDIUM;
      case OPEN -> Confidence.HIGH;
    };
  }

  /** The register of the key that the use adds under, {@link Step#NONE} if it names none. */
  private static int keyRegister(Use use) {
    List<Integer> arguments = use.call().arguments();
    OptionalInt position = use.effect().line().map(Api::argument).orElse(OptionalInt.empty());
    return position.isPresent() && position.getAsInt() < arguments.size()
        ? arguments.get(position.getAsInt())
        : Step.NONE;
  }

  private Key key(Use use, Body body, boolean memo) {
    List<Integer> arguments = use.call().arguments();
    String owner = use.call().callee().owner();
    if (arguments.isEmpty()) {
      return new Key(Domain.UNKNOWN, "");
    }
    if (keyRegister(use) != Step.NONE) {
      return keys.of(body, use.site().node(), keyRegister(use));
    }
    boolean set = code.world().types().isSubtype(owner, "java.util.Set");
    if (!set && !memo) {
      return new Key(Domain.OPEN, "");
    }
    return keys.of(body, use.site().node(), arguments.get(arguments.size() - 1));
  }

  private static boolean looksUp(Use use, List<Use> uses) {
    if (LOOKUPS.contains(use.call().callee().name())) {
      return true;
    }
    return uses.stream()
        .filter(other -> other.kind() == Use.Kind.CALLED && other.reach() == Use.Reach.ITSELF)
        .filter(other -> other.site().method().equals(use.site().method()))
        .anyMatch(
            other -> other.is(Effect.Kind.GETS) || LOOKUPS.contains(other.call().callee().name()));
  }

  /** Whether the method's name says that it takes in what it is given, on purpose. */
  public boolean registers(Growth growth) {
    return registering.registers(growth.use().site().method());
  }

  /** {@code if (seen.add(key))}: looks up and adds at once. */
  private boolean asksWhetherNew(Use use, Body body) {
    int added = use.site().node();
    return code.world().types().isSubtype(use.call().callee().owner(), "java.util.Set")
        && body.nodes().stream()
            .filter(node -> node.step() instanceof Step.Test)
            .flatMap(n -> origins.of(body, n.id(), ((Step.Test) n.step()).left()).stream())
            .anyMatch(o -> o.isMadeAt(body, added));
  }

  /** Makes a new one only where no idle one was found: as many as are in use at once. */
  private boolean reusesIdle(Use use, Body body) {
    return body.nodes().subList(0, use.site().node()).stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && (polls(body, node.id(), call)
                        || call.callee().owner().equals(body.method().owner())
                            && code.target(call).filter(this::polls).isPresent()));
  }

  private boolean polls(Body body) {
    return body.nodes().stream()
        .anyMatch(node -> node.step() instanceof Step.Call call && polls(body, node.id(), call));
  }

  private boolean polls(Body body, int node, Step.Call call) {
    return POLLS.contains(call.callee().name())
        && origins.of(body, node, call.receiver()).stream()
            .anyMatch(Origin.OfField.class::isInstance);
  }

  /** All callers in the program pass constants. */
  private boolean hasFiniteCallers(Use use, Body body) {
    return keyRegister(use) != Step.NONE
        && keys.ofCallers(body, use.site().node(), keyRegister(use))
            .filter(key -> key.domain() == Domain.FINITE)
            .isPresent();
  }

  /**
   * An object that registers itself among the constants of its class: an enum in all but name,
   * unless all register and others are made while the program runs.
   */
  private boolean isConstant(Body body, int node, FieldKey field) {
    MethodFlow flow = body.flow();
    return flow.method().isConstructor()
        && flow.method().owner().equals(field.owner())
        && (Ways.avoid(body, node)
            || code.made(field.owner()).stream()
                .noneMatch(made -> starts.onlyAtStart(made.method()) == Starts.Answer.NO))
        && code.world().program().type(field.owner()).stream()
                .flatMap(type -> type.fields().stream())
                .filter(f -> f.type().equals(field.owner()) && (f.access() & CONSTANT) == CONSTANT)
                .count()
            > 1;
  }

  private static boolean takesNothing(MethodFlow flow) {
    return flow.parameters().size() == (flow.isStatic() ? 0 : 1);
  }
}
