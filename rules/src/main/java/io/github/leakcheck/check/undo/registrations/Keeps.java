package io.github.leakcheck.check.undo.registrations;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.undo.registrations.Kept.Kind;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Captures;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Key;
import io.github.leakcheck.check.usage.Keys;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Finds out what a registration keeps alive. */
final class Keeps {
  /** Longer chains of builder calls are cut off; in a loop they have no end. */
  private static final int CHAIN = 8;

  private static final Pattern TAGS =
      Pattern.compile("(with)?(tag|label)s?", Pattern.CASE_INSENSITIVE);

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Captures captures;
  private final Keys keys;

  Keeps(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
    this.captures = new Captures(code);
    this.keys = Keys.of(code);
  }

  /** What the arguments of the registration keep. */
  Kept of(Registration registration) {
    List<Integer> arguments = registration.call().arguments();
    OptionalInt position = registration.line().argument();
    Kept most = new Kept(Kind.HARMLESS, "", false);
    for (int i = 0; i < arguments.size(); i++) {
      if (position.isEmpty() || position.getAsInt() == i) {
        Kept kept = of(registration.body(), registration.node(), arguments.get(i));
        kept = registration.isByShape() && !isOwn(registration, arguments.get(i)) ? most : kept;
        most = kept.kind().ordinal() > most.kind().ordinal() ? kept : most;
      }
    }
    Kept built =
        registration.isBuilt()
            ? builder(
                registration.body(), registration.node(), registration.call().receiver(), CHAIN)
            : most;
    Kept best = built.kind().ordinal() > most.kind().ordinal() ? built : most;
    return best.kind() == Kind.HARMLESS && registration.isBuilt() && isNamedAnew(registration)
        ? new Kept(Kind.ALONE, "an entry for every name", false)
        : best;
  }

  /** Whether one of the values is this object, or made by it to reach it. */
  private boolean isOwn(Registration registration, int register) {
    return origins.of(registration.body(), registration.node(), register).stream()
        .anyMatch(
            o ->
                !(o instanceof Origin.OfField field)
                    || field.field().isStatic()
                    || code.stores(code.key(field.field())).stream().anyMatch(this::storesOwn));
  }

  /** Whether what is registered is the registrant itself, or was made to reach it. */
  boolean isRegistrant(Registration registration) {
    Body body = registration.body();
    List<Integer> arguments = registration.call().arguments();
    int position = registration.line().argument().orElse(0);
    return position < arguments.size()
        && origins.of(body, registration.node(), arguments.get(position)).stream()
            .anyMatch(o -> isRegistrant(body, o));
  }

  private boolean isRegistrant(Body body, Origin value) {
    if (value instanceof Origin.OfParameter parameter) {
      return parameter.isThis();
    } else if (value instanceof Origin.OfField field) {
      return !field.field().isStatic()
          && code.stores(code.key(field.field())).stream().anyMatch(this::storesOwn);
    }
    return of(body, value).kind() == Kind.THIS;
  }

  private boolean storesOwn(Site site) {
    Optional<Body> body = code.body(site.method());
    return body.isPresent()
        && body.get().step(site.node()) instanceof Step.StoreField store
        && origins.of(body.get(), site.node(), store.value()).stream()
            .anyMatch(o -> !(o instanceof Origin.OfField) && of(body.get(), o).kind() == Kind.THIS);
  }

  /** Whether a builder was told a name that is not the same each time. */
  private boolean isNamedAnew(Registration registration) {
    List<Told> chain = chain(registration);
    Told first = chain.get(chain.size() - 1);
    return first.call().receiver() == Step.NONE
        && !first.call().arguments().isEmpty()
        && keys.of(first.body(), first.node(), first.call().arguments().get(0))
                .domain()
                .compareTo(Key.Domain.FEW)
            > 0;
  }

  /** Whether a builder was told tags that are not the same each time. */
  boolean isTaggedAnew(Registration registration) {
    return chain(registration).stream()
        .skip(1)
        .anyMatch(
            told ->
                TAGS.matcher(told.call().callee().name()).matches()
                    && isOpen(told.body(), told.node(), told.call()));
  }

  /** The registration and, last first, the calls that its builder comes from. */
  private List<Told> chain(Registration registration) {
    List<Told> chain = new ArrayList<>();
    Told last = new Told(registration.body(), registration.node(), registration.call());
    chain.add(last);
    while (chain.size() <= CHAIN && last.call().receiver() != Step.NONE) {
      Optional<Origin> from =
          origins.of(last.body(), last.node(), last.call().receiver()).stream().findFirst();
      if (from.isEmpty() || !(from.get() instanceof Origin.Result result)) {
        return chain;
      }
      last = new Told(result.body(), result.node(), result.call());
      chain.add(last);
    }
    return chain;
  }

  /** A call of a chain, in the body that makes it. */
  private record Told(Body body, int node, Step.Call call) {}

  private boolean isOpen(Body body, int node, Step.Call call) {
    return call.arguments().stream()
        .anyMatch(a -> keys.of(body, node, a).domain().compareTo(Key.Domain.UNKNOWN) >= 0);
  }

  /** What a builder was told, call by call. */
  private Kept builder(Body body, int node, int register, int depth) {
    Kept most = new Kept(Kind.HARMLESS, "", false);
    for (Origin origin : origins.of(body, node, register)) {
      if (depth > 0 && origin instanceof Origin.Result result) {
        List<Kept> told = new ArrayList<>();
        Step.Call call = result.call();
        call.arguments().forEach(argument -> told.add(of(result.body(), result.node(), argument)));
        told.add(builder(result.body(), result.node(), call.receiver(), depth - 1));
        for (Kept kept : told) {
          most = kept.kind().ordinal() > most.kind().ordinal() ? kept : most;
        }
      }
    }
    return most;
  }

  private Kept of(Body body, int node, int register) {
    Kept most = new Kept(Kind.HARMLESS, "", false);
    for (Origin origin : origins.of(body, node, register)) {
      Kept kept = of(body, origin);
      most = kept.kind().ordinal() > most.kind().ordinal() ? kept : most;
    }
    return most;
  }

  private Kept of(Body body, Origin origin) {
    if (origin instanceof Origin.OfParameter parameter) {
      return parameter.isThis() ? new Kept(Kind.THIS, "this object", false) : given(parameter);
    } else if (origin instanceof Origin.Function function) {
      boolean holds = captures.holdsThis(function) || holdsPart(function);
      String what = function.lambda().reference() ? "method reference" : "lambda";
      boolean nameless = !isUsedElsewhere(function.body(), origin, function.lambda().result());
      return new Kept(holds ? Kind.THIS : Kind.ALONE, "a " + what, nameless, true);
    } else if (origin instanceof Origin.Fresh fresh) {
      return fresh(fresh);
    } else if (origin instanceof Origin.OfField field) {
      return field(field);
    } else if (origin instanceof Origin.Result result && result.body() == body) {
      return made(result);
    }
    return new Kept(Kind.HARMLESS, "", false);
  }

  /** What a method of the object makes and returns. */
  private Kept made(Origin.Result result) {
    Kept most = new Kept(Kind.HARMLESS, "", false);
    Optional<Body> maker = code.target(result.call()).filter(body -> isOwnMethod(result, body));
    for (Node node : maker.map(Body::nodes).orElse(List.of())) {
      if (node.step() instanceof Step.Return back && back.value() != Step.NONE) {
        for (Origin value : origins.of(maker.get(), node.id(), back.value())) {
          boolean fresh = value instanceof Origin.Fresh || value instanceof Origin.Function;
          Kept kept = fresh ? of(maker.get(), value) : most;
          most = kept.kind().ordinal() > most.kind().ordinal() ? kept : most;
        }
      }
    }
    return most;
  }

  private boolean isOwnMethod(Origin.Result result, Body maker) {
    return maker != result.body()
        && maker.method().owner().equals(result.body().method().owner())
        && result.call().receiver() != Step.NONE
        && origins.isThis(result.body(), result.node(), result.call().receiver());
  }

  /** Whether the function captures what the object keeps in a field of its own as well. */
  private boolean holdsPart(Origin.Function function) {
    Body body = function.body();
    for (int captured : function.lambda().captured()) {
      for (Origin value : origins.of(body, function.node(), captured)) {
        if (value instanceof Origin.OfParameter
            && body.nodes().stream()
                .anyMatch(
                    node ->
                        node.step() instanceof Step.StoreField store
                            && !store.field().isStatic()
                            && origins.of(body, node.id(), store.value()).contains(value))) {
          return true;
        }
      }
    }
    return false;
  }

  /** What callers give, if all of them are in the same class. */
  private Kept given(Origin.OfParameter parameter) {
    MethodFlow flow = parameter.body().flow();
    int position = parameter.position();
    Kept most = new Kept(Kind.HARMLESS, "", false);
    if (!Access.has(flow.access(), Access.PRIVATE) || flow.isLambdaBody() || position < 0) {
      return most;
    }
    for (Site site : code.callers(flow.method())) {
      Optional<Body> caller = code.body(site.method());
      if (caller.isPresent()
          && caller.get() != parameter.body()
          && caller.get().step(site.node()) instanceof Step.Call call
          && position < call.arguments().size()) {
        for (Origin origin :
            origins.of(caller.get(), site.node(), call.arguments().get(position))) {
          Kept kept = origin.isGiven() ? most : of(caller.get(), origin);
          most = kept.kind().ordinal() > most.kind().ordinal() ? kept : most;
        }
      }
    }
    return most;
  }

  private Kept field(Origin.OfField field) {
    String type = field.field().type();
    boolean runs = world.types().isSubtype(type, "java.lang.Runnable");
    boolean data = type.startsWith("java.lang.") && !runs || type.indexOf('.') < 0 || isWeak(type);
    Kind held = field.field().isStatic() ? Kind.ALONE : Kind.THIS;
    return new Kept(data ? Kind.HARMLESS : held, "`" + field.field().name() + "`", false);
  }

  private Kept fresh(Origin.Fresh fresh) {
    if (isWeak(fresh.type())
        || fresh.type().startsWith("java.lang.") && !fresh.type().equals("java.lang.Thread")) {
      return new Kept(Kind.HARMLESS, "", false);
    }
    boolean holds = captures.holdsThis(fresh);
    String text =
        Names.isAnonymous(fresh.type())
            ? "an anonymous object"
            : "a new `" + Names.simple(fresh.type()) + "`";
    return new Kept(holds ? Kind.THIS : Kind.ALONE, text, !isStored(fresh));
  }

  private boolean isStored(Origin.Fresh fresh) {
    return fresh.body().nodes().stream()
        .anyMatch(
            other ->
                other.step() instanceof Step.StoreField store
                    && origins.of(fresh.body(), other.id(), store.value()).contains(fresh));
  }

  private boolean isWeak(String type) {
    return Names.simple(type).contains("Weak")
        || world.types().isSubtype(type, "java.lang.ref.Reference");
  }

  /** Whether the value goes anywhere but into one call. */
  private boolean isUsedElsewhere(Body body, Origin value, int register) {
    int uses = 0;
    for (Node other : body.nodes()) {
      boolean moves = other.step() instanceof Step.Copy || other.step() instanceof Step.Cast;
      for (int used : moves ? List.<Integer>of() : StepUses.used(other.step())) {
        if (origins.of(body, other.id(), used).contains(value)) {
          uses++;
        }
      }
    }
    return uses > 1;
  }
}
