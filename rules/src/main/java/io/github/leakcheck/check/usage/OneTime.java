package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds code that a field lets run one time: {@code if (loaded) return; ... loaded = true}, or
 * {@code if (instance == null) instance = make()}.
 */
final class OneTime {
  private static final Set<String> EXCHANGES = Set.of("compareAndSet", "getAndSet");

  private final Code code;
  private final Origins origins;

  /** What a body guards by flags: it is asked for again with each call that the body makes. */
  private final Map<Asked, BitSet> guarded = new HashMap<>();

  private record Asked(MethodRef method, boolean ofObject) {}

  OneTime(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /**
   * Whether the node runs one time in the life of the class, or of the object as well.
   *
   * @param ofObject whether once for each object counts
   */
  boolean is(Body body, int node, boolean ofObject) {
    return guarded
        .computeIfAbsent(new Asked(body.method(), ofObject), a -> guarded(body, ofObject))
        .get(node);
  }

  /** Ids of the steps that only one side of a test leads to which asks a flag. */
  private BitSet guarded(Body body, boolean ofObject) {
    BitSet guarded = new BitSet();
    if (body.nodes().stream().anyMatch(OneTime::sets)) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Test test
            && node.next().size() == 2
            && asksFlag(body, node, test, ofObject)) {
          BitSet one = Reachability.from(body.flow(), node.next().get(0));
          one.xor(Reachability.from(body.flow(), node.next().get(1)));
          guarded.or(one);
        }
      }
    }
    return guarded;
  }

  /** What sets a flag in some way; most bodies have no such step. */
  private static boolean sets(Node node) {
    return node.step() instanceof Step.StoreField
        || node.step() instanceof Step.Call call && EXCHANGES.contains(call.callee().name());
  }

  private boolean asksFlag(Body body, Node test, Step.Test step, boolean ofObject) {
    for (Origin origin : origins.of(body, test.id(), step.left())) {
      if (origin instanceof Origin.OfField field
          && isFlag(field, ofObject)
          && setsOnce(body, code.key(field.field()))) {
        return true;
      }
      if (origin instanceof Origin.Result result && exchanges(result, ofObject)) {
        return true;
      }
    }
    return false;
  }

  /** A field of the class itself, read where the question is asked. */
  private boolean isFlag(Origin.OfField field, boolean ofObject) {
    Body body = field.body();
    FieldKey key = code.key(field.field());
    if (!key.owner().equals(body.method().owner())
        || !(body.step(field.node()) instanceof Step.LoadField load)) {
      return false;
    }
    return field.field().isStatic()
        || ofObject && origins.isThis(body, field.node(), load.object());
  }

  /** Whether the body itself sets the field, and no other method puts it back. */
  private boolean setsOnce(Body body, FieldKey field) {
    boolean here = false;
    for (Site site : code.stores(field)) {
      boolean own = site.method().equals(body.method());
      here |= own;
      if (!own && !site.method().name().startsWith("<") && isReset(site)) {
        return false;
      }
    }
    return here;
  }

  private boolean isReset(Site site) {
    Optional<Body> body = code.body(site.method());
    return body.isPresent()
        && body.get().step(site.node()) instanceof Step.StoreField store
        && origins.of(body.get(), site.node(), store.value()).stream().anyMatch(OneTime::isNothing);
  }

  private static boolean isNothing(Origin origin) {
    return origin instanceof Origin.Constant c
        && (c.constant().kind() == Step.ConstKind.NULL
            || Integer.valueOf(0).equals(c.constant().value()));
  }

  /** {@code if (done.compareAndSet(false, true))} on a field that is never replaced. */
  private boolean exchanges(Origin.Result result, boolean ofObject) {
    Step.Call call = result.call();
    return EXCHANGES.contains(call.callee().name())
        && call.callee().owner().equals("java.util.concurrent.atomic.AtomicBoolean")
        && origins.of(result.body(), result.node(), call.receiver()).stream()
            .anyMatch(o -> o instanceof Origin.OfField f && isFlag(f, ofObject) && isFinal(f));
  }

  private boolean isFinal(Origin.OfField field) {
    FieldKey key = code.key(field.field());
    return code.world()
        .program()
        .type(key.owner())
        .flatMap(type -> type.field(key.name()))
        .filter(facts -> Access.has(facts.access(), Access.FINAL))
        .isPresent();
  }
}
