package io.github.leakcheck.check.undo.lifetimes;

import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells sources that outlast who registers with them, whatever their types are called. */
public final class LastingSources {
  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final Lifecycle lifecycle;
  private final LocalObjects objects;

  public LastingSources(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.effects = Effects.of(code.world());
    this.lifecycle = Lifecycle.of(code);
    this.objects = new LocalObjects(code);
  }

  /**
   * Whether whoever makes registrants gives each of them the source that it keeps itself, and ends
   * them again or is done with them as it returns.
   */
  public boolean areKeptByMakers(Registration made) {
    Set<Origin> sources = sources(made);
    List<Given> given = sources.stream().flatMap(o -> given(made, o).stream()).toList();
    return !given.isEmpty()
        && given.size() >= sources.size()
        && given.stream().allMatch(one -> isGivenKept(made, one));
  }

  /** A constructor, and which of its arguments is the source. */
  private record Given(MethodRef constructor, int position) {}

  /** The argument itself, or those that the constructors put into the field. */
  private List<Given> given(Registration made, Origin source) {
    if (source instanceof Origin.OfParameter given) {
      return given.body() == made.body() && !given.isThis() && made.body().method().isConstructor()
          ? List.of(new Given(made.body().method(), given.position()))
          : List.of();
    }
    if (!(source instanceof Origin.OfField field) || !isKept(source)) {
      return List.of();
    }
    List<Site> stores = code.stores(code.key(field.field()));
    List<Given> found = new ArrayList<>();
    for (Site store : stores) {
      for (Origin value : origins.stored(store)) {
        if (!(value instanceof Origin.OfParameter given) || given.isThis()) {
          return List.of();
        }
        found.add(new Given(store.method(), given.position()));
      }
    }
    return found;
  }

  private boolean isGivenKept(Registration made, Given given) {
    List<Site> sites = code.callers(given.constructor());
    return !sites.isEmpty()
        && sites.stream().allMatch(site -> givesKept(made, site, given.position()));
  }

  private Set<Origin> sources(Registration made) {
    return origins.of(made.body(), made.node(), made.call().receiver());
  }

  /** Whether the constructor call makes an object for a while, and gives it what stays. */
  private boolean givesKept(Registration made, Site site, int position) {
    Optional<Body> body = code.body(site.method());
    return body.isPresent()
        && body.get().step(site.node()) instanceof Step.Call call
        && !site.method().isConstructor()
        && position < call.arguments().size()
        && Starts.of(code).onlyAtStart(site.method()) == Starts.Answer.NO
        && !Starts.of(code).oncePerObject(body.get(), site.node())
        && origins.of(body.get(), site.node(), call.arguments().get(position)).stream()
            .allMatch(this::isKept)
        && (isEnded(body.get(), site.node(), call)
            || objects.areUsedUp(body.get(), site.node(), made.body().method()));
  }

  private boolean isKept(Origin value) {
    return value instanceof Origin.OfField field
        && !code.stores(code.key(field.field())).isEmpty()
        && code.stores(code.key(field.field())).stream()
            .allMatch(store -> store.method().isConstructor());
  }

  /** Whether the class that makes the object calls its end. */
  private boolean isEnded(Body body, int node, Step.Call constructor) {
    Set<Origin> made = origins.of(body, node, constructor.receiver());
    return code.nest(body.method().owner()).stream()
        .flatMap(type -> code.bodies(type).stream())
        .anyMatch(
            other -> other.nodes().stream().anyMatch(at -> ends(other, at, made, constructor)));
  }

  private boolean ends(Body body, Node node, Set<Origin> made, Step.Call constructor) {
    return node.step() instanceof Step.Call call
        && call.receiver() != Step.NONE
        && lifecycle.ending(constructor.callee().owner()).isPresent()
        && Verbs.isEnding(call.callee().name())
        && origins.isAny(body, node.id(), call.receiver(), made);
  }

  /** Whether the source goes back into a collection, to be used by others who come later. */
  public boolean arePooled(Registration made) {
    Set<Origin> sources = new LinkedHashSet<>();
    sources(made).forEach(source -> sources.addAll(given(source)));
    return !sources.isEmpty()
        && code.nest(made.body().method().owner()).stream()
            .flatMap(type -> code.bodies(type).stream())
            .anyMatch(body -> body.nodes().stream().anyMatch(n -> isBack(body, n, sources)));
  }

  /** The value, or what the own class gives for it if it is a parameter. */
  private Set<Origin> given(Origin source) {
    if (!(source instanceof Origin.OfParameter parameter)
        || parameter.isThis()
        || parameter.body().flow().isLambdaBody()
        || Access.has(parameter.body().flow().access(), Access.PUBLIC)) {
      return Set.of(source);
    }
    Set<Origin> found = new LinkedHashSet<>();
    for (Site site : code.callers(parameter.body().method())) {
      Optional<Body> caller = code.body(site.method());
      if (caller.isPresent()
          && caller.get().step(site.node()) instanceof Step.Call call
          && parameter.position() < call.arguments().size()) {
        found.addAll(
            origins.of(caller.get(), site.node(), call.arguments().get(parameter.position())));
      }
    }
    return found;
  }

  /** Whether one of the values is taken out of the collection of a field, and is put back there. */
  private boolean isBack(Body body, Node node, Set<Origin> values) {
    return node.step() instanceof Step.Call call
        && call.receiver() != Step.NONE
        && effects.of(call.callee()).kind() == Effect.Kind.ADDS
        && origins.ofArguments(body, node.id(), call).anyMatch(values::contains)
        && origins.of(body, node.id(), call.receiver()).stream()
            .anyMatch(o -> o instanceof Origin.OfField pool && isTakenFrom(pool, values));
  }

  private boolean isTakenFrom(Origin.OfField pool, Set<Origin> values) {
    return values.stream()
        .anyMatch(
            value ->
                value instanceof Origin.Result taken
                    && effects.of(taken.call().callee()).kind() == Effect.Kind.REMOVES
                    && origins.isRead(
                        taken.body(),
                        taken.node(),
                        taken.call().receiver(),
                        code.key(pool.field())));
  }
}
