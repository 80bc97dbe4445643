package io.github.leakcheck.check.undo.registrations;

import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Knows the handles of registrations that fields collect, to undo one after the other. */
final class KeptHandles {
  private static final int DEPTH = 4;
  private static final Set<String> WALKS =
      Set.of("iterator", "next", "stream", "values", "keySet", "poll", "pop");

  private final Code code;
  private final Origins origins;

  KeptHandles(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether the value is one of a collection that holds handles of the same kind, not this one. */
  boolean areOthers(Registration made, Origin handle) {
    Optional<FieldKey> field =
        handle instanceof Origin.Result result
            ? collection(result, DEPTH)
            : handle instanceof Origin.OfParameter parameter
                ? walked(parameter.body().method())
                : Optional.empty();
    return field.filter(key -> areOthers(made, key)).isPresent();
  }

  /** The same of what a reference to the undoing method is applied to. */
  boolean areOthers(Registration made, Body body, int reference) {
    return walked(body, reference).filter(key -> areOthers(made, key)).isPresent();
  }

  private boolean areOthers(Registration made, FieldKey field) {
    List<Use> uses = FieldUses.of(code.world()).of(field);
    List<Use> adds = uses.stream().filter(Use::adds).toList();
    return !adds.isEmpty()
        && uses.stream().noneMatch(use -> use.kind() == Use.Kind.PASSED)
        && adds.stream().allMatch(use -> addsOther(made, use));
  }

  private boolean addsOther(Registration made, Use add) {
    Optional<Body> body = code.body(add.site().method());
    return body.isPresent()
        && origins
            .ofArguments(body.get(), add.site().node(), add.call())
            .allMatch(o -> o instanceof Origin.Result result && isOther(made, result));
  }

  private static boolean isOther(Registration made, Origin.Result result) {
    return result.call().callee().equals(made.call().callee())
        && (result.node() != made.node() || !result.body().method().equals(made.body().method()));
  }

  /** The collection that a function of this body walks. */
  private Optional<FieldKey> walked(MethodRef function) {
    List<Site> sites = code.functionSites(function);
    return sites.size() == 1
        ? code.body(sites.get(0).method()).flatMap(body -> walked(body, sites.get(0).node()))
        : Optional.empty();
  }

  private Optional<FieldKey> walked(Body body, int function) {
    return body.nodes().stream()
        .filter(
            node ->
                node.step() instanceof Step.Call call
                    && call.callee().name().equals("forEach")
                    && origins
                        .ofArguments(body, node.id(), call)
                        .anyMatch(o -> o.isMadeAt(body, function)))
        .findFirst()
        .flatMap(node -> collection(body, node.id(), ((Step.Call) node.step()).receiver(), DEPTH));
  }

  private Optional<FieldKey> collection(Origin.Result result, int depth) {
    return WALKS.contains(result.call().callee().name())
        ? collection(result.body(), result.node(), result.call().receiver(), depth - 1)
        : Optional.empty();
  }

  private Optional<FieldKey> collection(Body body, int node, int register, int depth) {
    Set<Origin> found = origins.of(body, node, register);
    if (depth == 0 || found.size() != 1) {
      return Optional.empty();
    }
    Origin origin = found.iterator().next();
    return origin instanceof Origin.OfField field
        ? Optional.of(code.key(field.field()))
        : origin instanceof Origin.Result result ? collection(result, depth) : Optional.empty();
  }
}
