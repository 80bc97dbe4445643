package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells keys that code looks up in a collection that never changes before it adds them elsewhere:
 * {@code if (KNOWN.contains(key)) cache.put(key, value)} ends with as many as are known.
 */
public final class KnownKeys {
  private static final int DEPTH = 2;
  private static final Set<String> ASKS = Set.of("contains", "containsKey");

  private final Code code;
  private final Origins origins;
  private final Starts starts;
  private final FieldUses fieldUses;

  public KnownKeys(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.starts = Starts.of(code);
    this.fieldUses = FieldUses.of(code.world());
  }

  /** Whether the key in the register, as the node finds it, is one of a fixed collection. */
  boolean are(Body body, int node, int register) {
    return register != Step.NONE && are(body, node, register, DEPTH);
  }

  private boolean are(Body body, int node, int register, int depth) {
    Set<Origin> key = origins.of(body, node, register);
    return !key.isEmpty()
        && (isBehind(body, node, key, this::isFixed)
            || depth > 0 && ofCallers(body, key, depth - 1));
  }

  /** Whether the node is only reached where the key was found in such a collection. */
  public boolean isBehind(Body body, int node, Set<Origin> key, Predicate<Set<Origin>> collection) {
    return body.nodes().stream().anyMatch(test -> admits(body, test, node, key, collection));
  }

  /** Whether all ways to the node lead over the side of the test on which the key is known. */
  private boolean admits(
      Body body, Node test, int node, Set<Origin> key, Predicate<Set<Origin>> collection) {
    if (!(test.step() instanceof Step.Test step) || test.next().size() != 2) {
      return false;
    }
    int unknown =
        switch (step.comparison()) {
          case IS_TRUE -> asks(body, test, key, ASKS, collection) ? 1 : -1;
          case IS_NULL -> asks(body, test, key, Set.of("get"), collection) ? 0 : -1;
          default -> -1;
        };
    return unknown >= 0
        && !Reachability.leads(body.flow(), List.of(0), n -> n == node, n -> n == test.id())
        && !Reachability.leads(
            body.flow(), List.of(test.next().get(unknown)), n -> n == node, n -> n == test.id());
  }

  private boolean asks(
      Body body,
      Node test,
      Set<Origin> key,
      Set<String> questions,
      Predicate<Set<Origin>> collection) {
    Set<Origin> asked = origins.of(body, test.id(), ((Step.Test) test.step()).left());
    return !asked.isEmpty()
        && asked.stream()
            .allMatch(
                o ->
                    o instanceof Origin.Result r
                        && r.body() == body
                        && questions.contains(r.call().callee().name())
                        && r.call().arguments().size() == 1
                        && origins.of(body, r.node(), r.call().arguments().get(0)).equals(key)
                        && collection.test(origins.of(body, r.node(), r.call().receiver())));
  }

  /** A private method is given what its callers have looked up. */
  private boolean ofCallers(Body body, Set<Origin> key, int depth) {
    if (key.size() != 1
        || !(key.iterator().next() instanceof Origin.OfParameter parameter)
        || parameter.body() != body
        || parameter.isThis()
        || !Access.has(body.flow().access(), Access.PRIVATE)
        || body.flow().isLambdaBody()) {
      return false;
    }
    int position = parameter.position();
    List<Site> callers = code.callers(body.method());
    return !callers.isEmpty()
        && callers.stream().allMatch(caller -> isKnown(caller, position, depth));
  }

  private boolean isKnown(Site caller, int position, int depth) {
    Optional<Body> body = code.body(caller.method());
    return body.isPresent()
        && body.get().step(caller.node()) instanceof Step.Call call
        && position < call.arguments().size()
        && are(body.get(), caller.node(), call.arguments().get(position), depth);
  }

  private boolean isFixed(Set<Origin> collection) {
    return !collection.isEmpty()
        && collection.stream()
            .allMatch(
                o ->
                    o instanceof Origin.OfField field && isFixed(code.key(field.field()))
                        || o instanceof Origin.Result result && isOfPlatform(result.call()));
  }

  /** {@code ZoneId.getAvailableZoneIds()}: what the platform has, it has from the start. */
  private static boolean isOfPlatform(Step.Call call) {
    return call.receiver() == Step.NONE
        && call.arguments().isEmpty()
        && Platform.isJdk(call.callee().owner());
  }

  /** A final field of a class at hand that nothing adds to once its owner is there. */
  private boolean isFixed(FieldKey field) {
    Optional<FieldFacts> facts =
        code.world().program().type(field.owner()).flatMap(type -> type.field(field.name()));
    return code.owns(field.owner())
        && facts.filter(f -> Access.has(f.access(), Access.FINAL)).isPresent()
        && fieldUses.of(field).stream().filter(Use::adds).allMatch(this::isAtStart);
  }

  private boolean isAtStart(Use add) {
    return add.site().method().isConstructor()
        || starts.onlyAtStart(add.site().method()) != Starts.Answer.NO;
  }
}
