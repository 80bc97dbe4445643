package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells classes of whose objects there are many that come and go: each one made becomes an entry of
 * a collection, goes around something else that is closed, or is a part of such an object.
 */
final class OneOfMany {
  /** How many calls up what a factory makes is followed, which others may override and ask. */
  private static final int FACTORIES = 3;

  private static final int PARTS = 2;

  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final Lifecycle lifecycle;
  private final Map<String, Boolean> known = new HashMap<>();

  OneOfMany(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.effects = Effects.of(code.world());
    this.lifecycle = Lifecycle.of(code);
  }

  /** Whether every object of the class that the program makes is one of many. */
  boolean is(String type) {
    return known.computeIfAbsent(type, t -> is(t, PARTS));
  }

  private boolean is(String type, int parts) {
    List<Site> made = code.made(type);
    return !made.isEmpty() && made.stream().allMatch(site -> isOne(site, type, parts));
  }

  private boolean isOne(Site made, String type, int parts) {
    return isEntry(made, FACTORIES)
        || code.body(made.method())
            .filter(body -> isPart(body, made.node(), parts) || goesAround(body, made.node(), type))
            .isPresent();
  }

  /** Whether what is made there becomes an entry, here or where a factory's callers get it. */
  private boolean isEntry(Site made, int factories) {
    Optional<Body> body = code.body(made.method());
    return body.isPresent()
        && (isMadeByFunction(body.get(), made.node())
            || body.get().nodes().stream().anyMatch(node -> adds(body.get(), node, made.node()))
            || factories > 0
                && !body.get().flow().isLambdaBody()
                && isReturned(body.get(), made.node())
                && isEntryOfCallers(made.method(), factories - 1));
  }

  /** Whether the node adds to a collection what is made at {@code made}. */
  boolean adds(Body body, Node node, int made) {
    return node.step() instanceof Step.Call call
        && effects.of(call.callee()).kind() == Effect.Kind.ADDS
        && call.arguments().stream()
            .anyMatch(argument -> origins.isMadeAt(body, node.id(), argument, made));
  }

  private boolean isEntryOfCallers(MethodRef factory, int factories) {
    List<Site> callers = code.callers(factory).stream().filter(s -> runs(s, factory)).toList();
    return !callers.isEmpty() && callers.stream().allMatch(site -> isEntry(site, factories));
  }

  /** Not so a factory that asks the one which it overrides. */
  private boolean runs(Site caller, MethodRef factory) {
    return code.body(caller.method())
        .filter(
            body ->
                !(body.step(caller.node()) instanceof Step.Call call)
                    || call.kind() != Step.CallKind.SPECIAL
                    || call.callee().owner().equals(factory.owner()))
        .isPresent();
  }

  /** {@code computeIfAbsent(key, k -> new Owner(k))}: the function makes one whenever asked. */
  boolean isMadeByFunction(Body body, int made) {
    return body.flow().isLambdaBody() && isReturned(body, made);
  }

  private boolean isReturned(Body body, int made) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Return back
                    && origins.isMadeAt(body, node.id(), back.value(), made));
  }

  /** Whether the constructor of an object that is one of many keeps it in a field of that. */
  private boolean isPart(Body body, int made, int parts) {
    return parts > 0
        && body.method().isConstructor()
        && body.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.StoreField store
                        && !store.field().isStatic()
                        && origins.isThis(body, node.id(), store.object())
                        && origins.isMadeAt(body, node.id(), store.value(), made))
        && is(body.method().owner(), parts - 1);
  }

  /**
   * {@code wrap(Link link) { return new TracedLink(link); }}: lives as long as the one of its kind
   * that it is given, which has an end. The object that makes it does not keep it.
   */
  private boolean goesAround(Body body, int made, String type) {
    return !body.method().isConstructor()
        && body.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && call.kind() == Step.CallKind.CONSTRUCTOR
                        && origins.isMadeAt(body, node.id(), call.receiver(), made)
                        && call.arguments().stream()
                            .anyMatch(a -> isOfKind(body, origins.of(body, node.id(), a), type)))
        && body.nodes().stream()
            .noneMatch(
                node ->
                    node.step() instanceof Step.StoreField store
                        && origins.isMadeAt(body, node.id(), store.value(), made));
  }

  /** Whether the value is an argument of the method, of a type that the class has as well. */
  private boolean isOfKind(Body body, Set<Origin> given, String type) {
    return !given.isEmpty()
        && given.stream()
            .allMatch(
                o ->
                    o.isGiven()
                        && o.body() == body
                        && !Platform.isJdk(Added.type(o))
                        && code.world().types().isSubtype(type, Added.type(o))
                        && lifecycle.ending(Added.type(o)).isPresent());
  }
}
