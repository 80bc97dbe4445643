package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells methods that end the same object, each by itself: whoever calls the one has no reason to
 * call the other.
 */
public final class TwinEnds {
  /** More methods than these say something of the object, but not that it has ended. */
  private static final int MOST = 3;

  private static final Set<String> GIVES_UP = Set.of("abort", "kill", "release", "rollback");

  private final Code code;
  private final Origins origins;
  private final Endings endings;

  public TwinEnds(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.endings = new Endings(code);
  }

  /** Whether both are methods of one class that end its object, and nobody calls both. */
  public boolean are(Body one, Body other) {
    return one != other
        && isOrdinary(one)
        && isOrdinary(other)
        && one.method().owner().equals(other.method().owner())
        && (!common(marks(one), marks(other)).isEmpty()
            || !common(ended(one), ended(other)).isEmpty())
        && !endings.reachedFrom(one.method()).contains(other.method())
        && !endings.reachedFrom(other.method()).contains(one.method())
        && code.callers(one.method()).stream().noneMatch(site -> isCalledBeside(site, other));
  }

  private static boolean isOrdinary(Body body) {
    return !body.flow().isStatic()
        && !body.flow().isLambdaBody()
        && !body.method().name().startsWith("<");
  }

  private static <T> Set<T> common(Set<T> one, Set<T> other) {
    Set<T> both = new HashSet<>(one);
    both.retainAll(other);
    return both;
  }

  private record Mark(FieldKey field, Object value) {}

  /** The flags of the object that the body puts up for good. */
  private Set<Mark> marks(Body body) {
    Set<Mark> found = new HashSet<>();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField store
          && !store.field().isStatic()
          && store.field().type().equals("boolean")) {
        value(body, node.id(), store)
            .map(value -> new Mark(code.key(store.field()), value))
            .filter(this::isFinal)
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Object> value(Body body, int node, Step.StoreField store) {
    Set<Origin> values = origins.of(body, node, store.value());
    return values.size() == 1 && values.iterator().next() instanceof Origin.Constant c
        ? Optional.ofNullable(c.constant().value())
        : Optional.empty();
  }

  /** Whether no ordinary method takes the flag down, and few put it up. */
  private boolean isFinal(Mark mark) {
    Set<Object> setting = new HashSet<>();
    for (Site site : code.stores(mark.field())) {
      Optional<Body> body = code.body(site.method());
      if (body.isEmpty() || site.method().isConstructor()) {
        continue;
      }
      if (!(body.get().step(site.node()) instanceof Step.StoreField store)
          || !value(body.get(), site.node(), store).filter(mark.value()::equals).isPresent()) {
        return false;
      }
      setting.add(site.method());
    }
    return setting.size() <= MOST;
  }

  /** The fields whose objects the body ends. */
  private Set<FieldKey> ended(Body body) {
    Set<FieldKey> found = new HashSet<>();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && (Verbs.isEnding(call.callee().name()) || GIVES_UP.contains(call.callee().name()))) {
        for (Origin origin : origins.of(body, node.id(), call.receiver())) {
          if (origin instanceof Origin.OfField field && !field.field().isStatic()) {
            found.add(code.key(field.field()));
          }
        }
      }
    }
    return found;
  }

  /** Whether the same run of the caller comes to the other one, too. */
  private boolean isCalledBeside(Site call, Body other) {
    return code.callers(other.method()).stream()
        .filter(site -> site.method().equals(call.method()))
        .anyMatch(
            site ->
                code.body(call.method())
                    .filter(
                        caller ->
                            Ways.lead(caller, call.node(), site.node())
                                || Ways.lead(caller, site.node(), call.node()))
                    .isPresent());
  }
}
