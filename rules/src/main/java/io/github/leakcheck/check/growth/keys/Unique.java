package io.github.leakcheck.check.growth.keys;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.KeyTypes;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells objects that are made for a removal alone and equal nothing made before: their equality is
 * their identity, or reads the next number of the counter that the entries were numbered by.
 */
final class Unique {
  private static final Pattern COUNTS = Pattern.compile("incrementAndGet|getAndIncrement");

  private final Code code;
  private final Origins origins;
  private final KeyTypes keyTypes;
  private final Equality equality;

  Unique(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.keyTypes = new KeyTypes(code.world());
    this.equality = new Equality(code);
  }

  /**
   * What the value is, in words, if it equals none of those added.
   *
   * @param removal the node that is given the value
   * @param sorted whether it is looked for by {@code compareTo()}, not by {@code equals()}
   */
  Optional<String> of(Origin value, int removal, Set<Origin> added, boolean sorted) {
    return value instanceof Origin.Fresh fresh && isUnequal(fresh, removal, added, sorted)
        ? Optional.of("a new `" + Names.simple(fresh.type()) + "`")
        : Optional.empty();
  }

  private boolean isUnequal(Origin.Fresh fresh, int removal, Set<Origin> added, boolean sorted) {
    Optional<Integer> constructor = origins.constructor(fresh);
    return constructor.isPresent()
        && code.owns(fresh.type())
        && isFor(fresh, Set.of(removal, constructor.get()))
        && added.stream().noneMatch(origin -> addsItself(origin, fresh.type()))
        && (!sorted && keyTypes.hasIdentityEquality(fresh.type())
            || isNumbered(fresh, constructor.get(), added, sorted));
  }

  /** {@code Entry(all) { all.add(this); }}: to make one is to add it. */
  private static boolean addsItself(Origin added, String type) {
    return added instanceof Origin.OfParameter given
        && given.isThis()
        && given.body().method().owner().equals(type);
  }

  /** Whether nothing but these nodes is given the value. */
  private boolean isFor(Origin value, Set<Integer> nodes) {
    Body body = value.body();
    return body.nodes().stream()
        .filter(node -> !nodes.contains(node.id()) && takes(node.step()))
        .noneMatch(
            node ->
                StepUses.used(node.step()).stream()
                    .anyMatch(used -> origins.of(body, node.id(), used).contains(value)));
  }

  private static boolean takes(Step step) {
    boolean boxes =
        step instanceof Step.Call call
            && call.callee().name().equals("valueOf")
            && call.callee().owner().startsWith("java.lang.");
    return !boxes && !(step instanceof Step.Copy) && !(step instanceof Step.Cast);
  }

  /** Whether its equality reads the next number of a counter that numbered those added as well. */
  private boolean isNumbered(Origin.Fresh made, int node, Set<Origin> added, boolean sorted) {
    Set<String> counters = counters(made, node, sorted);
    return !counters.isEmpty()
        && added.stream()
            .allMatch(
                origin ->
                    origin instanceof Origin.Fresh other
                        && other.type().equals(made.type())
                        && origins
                            .constructor(other)
                            .filter(at -> counters(other, at, sorted).containsAll(counters))
                            .isPresent());
  }

  /** The counters whose next numbers the constructor puts into fields that equality reads. */
  private Set<String> counters(Origin.Fresh fresh, int node, boolean sorted) {
    Set<FieldKey> fields = sorted ? equality.compared(fresh.type()) : equality.equal(fresh.type());
    Step.Call call = (Step.Call) fresh.body().step(node);
    Set<String> found = new HashSet<>();
    for (Body constructor : code.target(call).stream().toList()) {
      for (Node store : constructor.nodes()) {
        if (store.step() instanceof Step.StoreField set && fields.contains(code.key(set.field()))) {
          for (Origin value : origins.stored(constructor.site(store.id()))) {
            given(value, fresh.body(), node, call).flatMap(this::counter).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  /** The value itself, or what the call gives for the parameter that it is. */
  private Optional<Origin> given(Origin value, Body body, int node, Step.Call call) {
    if (!(value instanceof Origin.OfParameter parameter)) {
      return Optional.of(value);
    }
    int position = parameter.position();
    Set<Origin> all =
        position < 0 || position >= call.arguments().size()
            ? Set.of()
            : origins.of(body, node, call.arguments().get(position));
    return all.size() == 1
        ? all.stream().filter(origin -> isFor(origin, Set.of(node))).findFirst()
        : Optional.empty();
  }

  /** What counts, if the value is a number that nothing else ever has. */
  private Optional<String> counter(Origin value) {
    if (!(value instanceof Origin.Result result)) {
      return Optional.empty();
    }
    MethodRef callee = result.call().callee();
    if (callee.owner().equals("java.util.UUID") && callee.name().equals("randomUUID")) {
      return Optional.of(callee.owner());
    }
    return callee.owner().startsWith("java.util.concurrent.atomic.Atomic")
            && COUNTS.matcher(callee.name()).matches()
        ? origins.of(result.body(), result.node(), result.call().receiver()).stream()
            .filter(Origin.OfField.class::isInstance)
            .map(field -> code.key(((Origin.OfField) field).field()).toString())
            .findFirst()
        : Optional.empty();
  }
}
