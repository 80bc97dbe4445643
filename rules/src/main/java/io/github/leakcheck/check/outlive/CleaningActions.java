package io.github.leakcheck.check.outlive;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Captures;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.KeptParameters;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges what is registered to be run when an object is no longer reachable, and refers to that
 * object: the registry keeps the action, the action the object, and so it is reachable for good.
 * {@code java.lang.ref.Cleaner} warns of it in its own documentation.
 */
public final class CleaningActions {
  private static final String RULE = "cleaning-action-holds-object";

  private final Code code;
  private final Origins origins;
  private final Captures captures;
  private final KeptParameters keptParameters;
  private final Places places;

  public CleaningActions(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.captures = new Captures(code);
    this.keptParameters = new KeptParameters(code);
    this.places = new Places(world);
  }

  /** The actions registered by methods of the class that keep their own object alive. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call && registers(call)) {
          holder(body, node.id(), call).map(o -> draft(body, node.id(), o)).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static boolean registers(Step.Call call) {
    return call.arguments().size() == 2
        && (is(call, "java.lang.ref.Cleaner", "register")
            || is(call, "sun.misc.Cleaner", "create"));
  }

  private static boolean is(Step.Call call, String owner, String name) {
    return call.callee().owner().equals(owner) && call.callee().name().equals(name);
  }

  private Optional<Origin> holder(Body body, int node, Step.Call call) {
    Set<Origin> object = origins.of(body, node, call.arguments().get(0));
    return object.isEmpty()
        ? Optional.empty()
        : origins.of(body, node, call.arguments().get(1)).stream()
            .filter(action -> holds(action, object))
            .findFirst();
  }

  private boolean holds(Origin action, Set<Origin> object) {
    boolean self = object.stream().allMatch(Origin::isThis);
    if (action instanceof Origin.Function function) {
      return self && captures.holdsThis(function)
          || function.lambda().captured().stream()
              .anyMatch(held -> isOf(function.body(), function.node(), held, object));
    }
    return action instanceof Origin.Fresh fresh && keeps(fresh, object);
  }

  private boolean keeps(Origin.Fresh fresh, Set<Origin> object) {
    Optional<Integer> made = origins.constructor(fresh);
    if (made.isEmpty()) {
      return false;
    }
    Step.Call constructor = (Step.Call) fresh.body().step(made.get());
    for (int i = 0; i < constructor.arguments().size(); i++) {
      if (isOf(fresh.body(), made.get(), constructor.arguments().get(i), object)
          && keptParameters.keeps(constructor, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOf(Body body, int node, int register, Set<Origin> object) {
    Set<Origin> held = origins.of(body, node, register);
    return !held.isEmpty() && object.containsAll(held);
  }

  private Draft draft(Body body, int node, Origin action) {
    String what =
        action instanceof Origin.Function f
            ? f.lambda().reference() ? "the method reference" : "the lambda"
            : "the action";
    return new Draft(
        RULE,
        Confidence.HIGH,
        body.site(node),
        "The cleaning action never runs: "
            + what
            + " refers to the object that it waits for, which stays reachable by it",
        "Make it a static nested class or a lambda in a static method, and give it only what it frees",
        List.of(new PathStep(PathStep.Kind.ESCAPES, places.of(body, node), "kept by the cleaner")));
  }
}
