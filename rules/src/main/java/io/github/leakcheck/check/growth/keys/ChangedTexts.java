package io.github.leakcheck.check.growth.keys;

import io.github.leakcheck.check.growth.KeyNames;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds removals by the text that a key was made of: {@code map.put(normal(name), x)} and {@code
 * map.remove(name)}, where the method does nothing but change the text.
 */
final class ChangedTexts {
  private static final int DEPTH = 4;
  private static final String STRING = "java.lang.String";
  private static final Set<String> CHANGES =
      Set.of("toLowerCase", "toUpperCase", "trim", "strip", "concat", "substring");

  private final Code code;
  private final Origins origins;

  ChangedTexts(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /**
   * The method that each addition changes its key with and no removal does; empty if not so.
   *
   * @param lookups what else is given a key
   */
  Optional<String> of(List<Use> puts, List<Use> removals, List<Use> lookups) {
    Optional<Changed> first = key(puts.get(0));
    boolean changed =
        first.isPresent()
            && first.get().by() != null
            && puts.stream().allMatch(put -> key(put).equals(first));
    return changed
            && removals.stream().allMatch(removal -> isPlain(removal, first.get()))
            && (!first.get().told() || lookups.stream().anyMatch(use -> isSo(use, first.get())))
        ? first.map(Changed::by)
        : Optional.empty();
  }

  /**
   * A key that comes from a parameter.
   *
   * @param name what callers call it
   * @param told whether the parameter is not the key, but an object that tells it under the name
   * @param by the outermost method that changes it, null if none does
   */
  private record Changed(String name, boolean told, String by) {
    boolean isOf(Changed other) {
      return name.equals(other.name) && Objects.equals(by, other.by);
    }
  }

  /** Whether the removal is given the name as it is, and no caller has changed it before. */
  private boolean isPlain(Use removal, Changed changed) {
    Optional<Changed> key = key(removal);
    return key.filter(k -> k.by() == null && k.name().equals(changed.name()))
            .filter(k -> !k.told() || changed.told())
            .isPresent()
        && given(removal)
            .filter(given -> givenBefore(given).anyMatch(of -> changed.by().equals(of.by())))
            .isEmpty();
  }

  /** Whether a lookup of what callers call by the name of the key changes it in the same way. */
  private boolean isSo(Use lookup, Changed changed) {
    return key(lookup).filter(key -> !key.told() && key.isOf(changed)).isPresent();
  }

  private Optional<Origin.OfParameter> given(Use use) {
    return code.body(use.site().method()).stream()
        .flatMap(
            body -> origins.of(body, use.site().node(), use.call().arguments().get(0)).stream())
        .filter(Origin.OfParameter.class::isInstance)
        .map(Origin.OfParameter.class::cast)
        .findFirst();
  }

  /** What callers give for the parameter, as far as they change it. */
  private Stream<Changed> givenBefore(Origin.OfParameter parameter) {
    int position = parameter.position();
    return code.callers(parameter.body().method()).stream()
        .flatMap(
            caller ->
                code
                    .body(caller.method())
                    .filter(body -> body.step(caller.node()) instanceof Step.Call)
                    .flatMap(body -> argument(body, caller.node(), position))
                    .stream());
  }

  private Optional<Changed> argument(Body body, int node, int position) {
    List<Integer> arguments = ((Step.Call) body.step(node)).arguments();
    return position >= 0 && position < arguments.size()
        ? key(body, node, arguments.get(position), DEPTH)
        : Optional.empty();
  }

  private Optional<Changed> key(Use use) {
    return code.body(use.site().method())
        .flatMap(body -> key(body, use.site().node(), use.call().arguments().get(0), DEPTH));
  }

  private Optional<Changed> key(Body body, int node, int register, int depth) {
    Set<Origin> found = origins.of(body, node, register);
    Origin only = found.size() == 1 ? found.iterator().next() : null;
    if (only instanceof Origin.OfParameter parameter) {
      return name(parameter).map(name -> new Changed(name, false, null));
    }
    if (only instanceof Origin.OfField field) {
      return told(field).map(name -> new Changed(name, true, null));
    }
    if (!(only instanceof Origin.Result result) || depth == 0) {
      return Optional.empty();
    }
    int text = changed(result.call());
    return text == Step.NONE
        ? Optional.empty()
        : key(result.body(), result.node(), text, depth - 1)
            .map(of -> new Changed(of.name(), of.told(), result.call().callee().name()));
  }

  /** The name under which an object that the method is given tells the key. */
  private Optional<String> told(Origin.OfField field) {
    Step step = field.body().step(field.node());
    int holder =
        step instanceof Step.Call call
            ? call.receiver()
            : step instanceof Step.LoadField load ? load.object() : Step.NONE;
    boolean given =
        holder != Step.NONE
            && origins.of(field.body(), field.node(), holder).stream().allMatch(Origin::isGiven);
    return given ? Optional.of(KeyNames.property(field.field().name())) : Optional.empty();
  }

  /** The register of the text that the call makes another text of. */
  private int changed(Step.Call call) {
    if (call.callee().owner().equals(STRING)) {
      return CHANGES.contains(call.callee().name()) ? call.receiver() : Step.NONE;
    }
    boolean text =
        call.callee().result().equals(STRING)
            && List.of(STRING).equals(call.callee().parameters())
            && code.owns(call.callee().owner());
    return text && code.target(call).filter(this::onlyChanges).isPresent()
        ? call.arguments().get(0)
        : Step.NONE;
  }

  /** Whether all that the method returns is its argument in another spelling. */
  private boolean onlyChanges(Body body) {
    List<Node> returns =
        body.nodes().stream().filter(node -> node.step() instanceof Step.Return).toList();
    return returns.size() == 1
        && origins.of(body, returns.get(0).id(), value(returns.get(0))).stream()
            .allMatch(o -> o instanceof Origin.Result r && isChange(r, DEPTH));
  }

  private static int value(Node node) {
    return ((Step.Return) node.step()).value();
  }

  private boolean isChange(Origin.Result result, int depth) {
    return depth > 0
        && result.call().callee().owner().equals(STRING)
        && CHANGES.contains(result.call().callee().name())
        && origins.of(result.body(), result.node(), result.call().receiver()).stream()
            .allMatch(o -> o.isGiven() || o instanceof Origin.Result r && isChange(r, depth - 1));
  }

  private static Optional<String> name(Origin.OfParameter parameter) {
    MethodFlow flow = parameter.body().flow();
    List<String> names = flow.parameterNames();
    boolean known =
        !parameter.isThis()
            && !flow.isLambdaBody()
            && parameter.index() >= 0
            && parameter.index() < names.size();
    return known ? Optional.ofNullable(names.get(parameter.index())) : Optional.empty();
  }
}
