package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows flags that have one value for good, though code asks them as if somebody changed them. */
final class ConstantFlags {
  private final Code code;
  private final Origins origins;
  private final Map<FieldKey, Optional<Boolean>> known = new HashMap<>();

  ConstantFlags(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Where the body may go on after the step: past a test of such a flag there is one way only. */
  List<Integer> next(Body body, Node node) {
    if (!(node.step() instanceof Step.Test test)
        || test.comparison() != Step.Comparison.IS_TRUE
        || node.next().size() != 2) {
      return node.next();
    }
    Set<Origin> asked = origins.of(body, node.id(), test.left());
    return asked.size() == 1 && asked.iterator().next() instanceof Origin.OfField field
        ? value(code.key(field.field()))
            .map(value -> List.of(node.next().get(value ? 0 : 1)))
            .orElse(node.next())
        : node.next();
  }

  /** Whether such flags leave a way to the step. */
  boolean lead(Body body, int wanted) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty() && !seen.get(wanted)) {
      int at = open.pop();
      if (!seen.get(at)) {
        seen.set(at);
        Node node = body.flow().node(at);
        open.addAll(next(body, node));
        open.addAll(node.handlers());
      }
    }
    return seen.get(wanted);
  }

  private Optional<Boolean> value(FieldKey flag) {
    return known.computeIfAbsent(flag, this::find);
  }

  /** The value that a private flag of the program's own always has. */
  private Optional<Boolean> find(FieldKey flag) {
    Optional<TypeFacts.FieldFacts> field =
        code.world()
            .program()
            .type(flag.owner())
            .filter(type -> code.owns(type.name()))
            .flatMap(type -> type.field(flag.name()))
            .filter(ConstantFlags::isFlag);
    List<Site> stores = code.stores(flag);
    if (field.isEmpty() || stores.isEmpty() && !field.get().annotations().isEmpty()) {
      return Optional.empty(); // what nobody sets may be set by a framework
    }
    Set<Boolean> values = new HashSet<>();
    stores.stream()
        .flatMap(site -> origins.stored(site).stream())
        .forEach(value -> values.add(truth(value)));
    if (!isSetFromTheStart(flag, stores)) {
      values.add(false);
    }
    return values.size() == 1 && !values.contains(null)
        ? Optional.of(values.iterator().next())
        : Optional.empty();
  }

  /** Whether each way to make an object, or the class's initializer, sets the flag. */
  private boolean isSetFromTheStart(FieldKey flag, List<Site> stores) {
    List<MethodRef> starts =
        stores.stream().map(Site::method).filter(m -> m.name().startsWith("<")).toList();
    return starts.stream().anyMatch(method -> !method.isConstructor())
        || code.bodies(flag.owner()).stream()
            .filter(body -> body.method().isConstructor() && !delegates(body))
            .allMatch(body -> starts.contains(body.method()));
  }

  /** Whether the constructor leaves it to another one of its class. */
  private static boolean delegates(Body constructor) {
    return constructor.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.callee().isConstructor()
                    && call.callee().owner().equals(constructor.method().owner()));
  }

  private static boolean isFlag(TypeFacts.FieldFacts field) {
    return field.type().equals("boolean") && Access.has(field.access(), Access.PRIVATE);
  }

  /** Null where it is not written down. */
  private static Boolean truth(Origin value) {
    return value instanceof Origin.Constant constant ? (Boolean) constant.isTrue() : null;
  }
}
