package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows collections that replace the one in a field by a changed copy: {@code copy = new
 * ArrayList<>(listeners); copy.add(listener); listeners = copy}. What is done to the copy is done
 * to what the field holds.
 */
final class CopiesOnWrite {
  private final Code code;
  private final Origins origins;
  private final Map<MethodRef, Map<Integer, FieldKey>> known = new HashMap<>();

  private CopiesOnWrite(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** The copies of this analysis. */
  static CopiesOnWrite of(Code code) {
    return code.world().once(CopiesOnWrite.class, world -> new CopiesOnWrite(code));
  }

  /** The field that the new collection is a copy of, and replaces. */
  Optional<FieldKey> of(Origin.Fresh made) {
    Map<Integer, FieldKey> copies = known.get(made.body().method());
    if (copies == null) {
      copies = copies(made.body());
      known.put(made.body().method(), copies);
    }
    return Optional.ofNullable(copies.get(made.node()));
  }

  /** The copies that the site stores, empty if it stores something else. */
  List<Origin.Fresh> stored(Site site) {
    return origins.stored(site).stream()
        .flatMap(this::inner)
        .filter(made -> of(made).isPresent())
        .toList();
  }

  /** Whether the call hands the collection's former content to its copy. */
  boolean fills(Body body, int node, Step.Call call, FieldKey field) {
    return call.arguments().stream()
        .anyMatch(argument -> origins.isRead(body, node, argument, field));
  }

  private Map<Integer, FieldKey> copies(Body body) {
    Map<Integer, FieldKey> found = new HashMap<>();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField store) {
        FieldKey field = code.key(store.field());
        origins.of(body, node.id(), store.value()).stream()
            .flatMap(this::inner)
            .filter(made -> made.body() == body && takesIn(made, field))
            .forEach(made -> found.put(made.node(), field));
      }
    }
    return found;
  }

  /** The new collection itself, or the one that is shown for reading. */
  private Stream<Origin.Fresh> inner(Origin value) {
    if (value instanceof Origin.Fresh made) {
      return Stream.of(made);
    }
    return value instanceof Origin.Result shown
            && shown.call().callee().owner().equals("java.util.Collections")
            && shown.call().callee().name().startsWith("unmodifiable")
        ? origins.of(shown.body(), shown.node(), shown.call().arguments().get(0)).stream()
            .filter(Origin.Fresh.class::isInstance)
            .map(Origin.Fresh.class::cast)
        : Stream.empty();
  }

  /** Whether the new collection is given what the field holds, at once or afterwards. */
  private boolean takesIn(Origin.Fresh made, FieldKey field) {
    Body body = made.body();
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.receiver() != Step.NONE
                    && takesAll(call.callee())
                    && fills(body, node.id(), call, field)
                    && origins.of(body, node.id(), call.receiver()).contains(made));
  }

  private static boolean takesAll(MethodRef callee) {
    return callee.isConstructor()
        || callee.name().equals("addAll")
        || callee.name().equals("putAll");
  }
}
