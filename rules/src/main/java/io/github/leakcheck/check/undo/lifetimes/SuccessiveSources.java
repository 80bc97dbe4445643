package io.github.leakcheck.check.undo.lifetimes;

import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.Step;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells sources that are parts of what a field holds, where each value of the field is made from
 * the one before: the parts stay, and are registered with once more for each new value.
 */
public final class SuccessiveSources {
  private static final int DEPTH = 6;

  private final Code code;
  private final Origins origins;
  private final Endings endings;

  public SuccessiveSources(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.endings = new Endings(code);
  }

  /** Whether the method that puts the next value into the field leads to the registration. */
  public boolean areKept(Registration made) {
    Set<FieldKey> fields = new LinkedHashSet<>();
    wholes(made.body(), made.node(), made.call().receiver(), false, DEPTH, fields);
    return fields.stream()
        .flatMap(field -> code.stores(field).stream())
        .filter(store -> !store.method().isConstructor())
        .anyMatch(store -> leads(store, made) && isMadeFromLast(store));
  }

  /** The fields of this object that hold what the value is a part of. */
  private void wholes(
      Body body, int node, int register, boolean isPart, int depth, Set<FieldKey> found) {
    for (Origin origin : depth == 0 ? Set.<Origin>of() : origins.of(body, node, register)) {
      if (origin instanceof Origin.Result result) {
        int of = result.call().receiver();
        wholes(result.body(), result.node(), of, true, depth - 1, found);
      } else if (origin instanceof Origin.OfField field && !field.field().isStatic()) {
        int holder = holder(field);
        if (isPart && origins.mayBeThis(field.body(), field.node(), holder)) {
          found.add(code.key(field.field()));
        }
        wholes(field.body(), field.node(), holder, true, depth - 1, found);
      }
    }
  }

  private static int holder(Origin.OfField field) {
    Step step = field.body().step(field.node());
    return step instanceof Step.LoadField load
        ? load.object()
        : step instanceof Step.Call call ? call.receiver() : Step.NONE;
  }

  private boolean leads(Site store, Registration made) {
    return Code.nestOf(store.method().owner()).equals(Code.nestOf(made.body().method().owner()))
        && endings.reachedFrom(store.method()).contains(made.body().method());
  }

  /**
   * Whether the stored value, or what the own class gives for it, comes of the field's last one.
   */
  private boolean isMadeFromLast(Site store) {
    Optional<Body> body = code.body(store.method());
    if (body.isEmpty() || !(body.get().step(store.node()) instanceof Step.StoreField set)) {
      return false;
    }
    FieldKey field = code.key(set.field());
    return origins.stored(store).stream()
        .anyMatch(
            value ->
                isNext(value, field)
                    || value instanceof Origin.OfParameter parameter
                        && !parameter.isThis()
                        && code.callers(store.method()).stream()
                            .anyMatch(site -> givesNext(site, parameter, field)));
  }

  private boolean givesNext(Site site, Origin.OfParameter parameter, FieldKey field) {
    Optional<Body> caller = code.body(site.method());
    return caller.isPresent()
        && caller.get().step(site.node()) instanceof Step.Call call
        && !parameter.body().flow().isLambdaBody()
        && parameter.position() < call.arguments().size()
        && origins
            .of(caller.get(), site.node(), call.arguments().get(parameter.position()))
            .stream()
            .anyMatch(value -> isNext(value, field));
  }

  /** Whether a method of the last value, not one of its parts, gives another of its type. */
  private boolean isNext(Origin value, FieldKey field) {
    return value instanceof Origin.Result result
        && result.call().callee().result().equals(result.call().callee().owner())
        && !result.call().arguments().isEmpty()
        && result.call().receiver() != Step.NONE
        && origins.isRead(result.body(), result.node(), result.call().receiver(), field);
  }
}
