package io.github.leakcheck.check.usage;

import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells elements of collections that hold nothing but constants, however often code walks them. */
final class Elements {
  private static final int DEPTH = 4;
  private static final Set<String> NEXT = Set.of("next", "nextElement", "get");
  private static final Set<String> WALKS =
      Set.of("iterator", "listIterator", "keySet", "entrySet", "values", "elements", "stream");
  private static final Set<String> MAKES = Set.of("of", "asList", "copyOf", "singletonList");
  private static final Set<String> WRAPS =
      Set.of("unmodifiableList", "unmodifiableSet", "unmodifiableCollection", "copyOf");

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Keys keys;
  private final Map<FieldKey, Boolean> known = new HashMap<>();

  Elements(Code code, Keys keys) {
    this.code = code;
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(code.world());
    this.keys = keys;
  }

  /** Whether the call returns an element of a collection of constants. */
  boolean areConstants(Origin.Result element) {
    Step.Call call = element.call();
    return call.receiver() != Step.NONE
        && NEXT.contains(call.callee().name())
        && Platform.isJdk(call.callee().owner())
        && holds(element.body(), element.node(), call.receiver(), DEPTH);
  }

  private boolean holds(Body body, int node, int register, int depth) {
    Set<Origin> found = origins.of(body, node, register);
    return depth > 0
        && !found.isEmpty()
        && found.stream().allMatch(origin -> holds(origin, depth - 1));
  }

  private boolean holds(Origin origin, int depth) {
    if (origin instanceof Origin.OfField field) {
      return isFilledWith(code.key(field.field()), depth);
    }
    if (origin instanceof Origin.Fresh fresh) {
      return isMadeOf(fresh, depth);
    }
    return origin instanceof Origin.Result result
        && Platform.isJdk(result.call().callee().owner())
        && returns(result, depth);
  }

  private boolean returns(Origin.Result result, int depth) {
    Step.Call call = result.call();
    MethodRef callee = call.callee();
    if (WALKS.contains(callee.name()) && call.receiver() != Step.NONE) {
      return holds(result.body(), result.node(), call.receiver(), depth);
    }
    boolean constants =
        MAKES.contains(callee.name())
            && call.receiver() == Step.NONE
            && call.arguments().stream()
                .allMatch(argument -> isFinite(result.body(), result.node(), argument));
    return constants
        || WRAPS.contains(callee.name())
            && call.arguments().size() == 1
            && holds(result.body(), result.node(), call.arguments().get(0), depth);
  }

  private boolean isFinite(Body body, int node, int register) {
    return keys.of(body, node, register).domain() == Domain.FINITE;
  }

  /** {@code new ArrayList<>(List.of("a", "b"))}, or one that is empty at first. */
  private boolean isMadeOf(Origin.Fresh fresh, int depth) {
    List<Integer> arguments =
        origins
            .constructor(fresh)
            .map(node -> ((Step.Call) fresh.body().step(node)).arguments())
            .orElse(List.of());
    return Platform.isJdk(fresh.type())
        && fresh.body().nodes().stream().noneMatch(node -> fills(node, fresh))
        && (arguments.isEmpty()
            || arguments.size() == 1
                && holds(fresh.body(), origins.constructor(fresh).get(), arguments.get(0), depth));
  }

  /** Whether the step does something to it while it is in a local variable. */
  private boolean fills(Node node, Origin.Fresh fresh) {
    return node.step() instanceof Step.Call call
        && call.kind() != Step.CallKind.CONSTRUCTOR
        && origins.of(fresh.body(), node.id(), call.receiver()).contains(fresh);
  }

  /** Whether all that the program stores into the field, or adds to what it holds, is constant. */
  private boolean isFilledWith(FieldKey field, int depth) {
    Boolean answer = known.get(field);
    if (answer == null) {
      known.put(field, false);
      answer = onlyConstants(field, depth);
      known.put(field, answer);
    }
    return answer;
  }

  private boolean onlyConstants(FieldKey field, int depth) {
    List<Use> uses = fieldUses.of(field);
    return uses.stream().anyMatch(use -> use.kind() == Use.Kind.WRITTEN)
        && uses.stream().allMatch(use -> bringsConstants(use, depth));
  }

  private boolean bringsConstants(Use use, int depth) {
    Body body = code.body(use.site().method()).orElse(null);
    if (use.kind() == Use.Kind.WRITTEN) {
      return body != null
          && body.step(use.site().node()) instanceof Step.StoreField store
          && holds(body, use.site().node(), store.value(), depth);
    }
    return use.kind() != Use.Kind.PASSED
        && (!use.adds()
            || body != null
                && use.call().arguments().stream()
                    .allMatch(argument -> isFinite(body, use.site().node(), argument)));
  }
}
