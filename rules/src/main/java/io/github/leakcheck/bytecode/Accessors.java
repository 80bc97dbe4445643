package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Sees through {@code access$000} methods, by which classes compiled for Java 10 or older reach
 * private members of the classes around them.
 */
final class Accessors {
  /** Finds the body of a static method, by internal owner, name and descriptor. */
  interface Bodies {
    Optional<MethodFlow> find(String owner, String name, String descriptor);
  }

  /**
   * What an accessor does.
   *
   * @param returnedParameter position of the parameter that it returns, -1 if it returns the step's
   *     result or nothing
   */
  record Access(Step step, List<Integer> parameters, int returnedParameter) {
    /** The same on the caller's registers. */
    Step with(List<Integer> arguments, int result) {
      if (step instanceof Step.Call call) {
        List<Integer> given = call.arguments().stream().map(r -> argument(r, arguments)).toList();
        int receiver = argument(call.receiver(), arguments);
        return new Step.Call(call.callee(), call.kind(), receiver, given, result);
      } else if (step instanceof Step.LoadField load) {
        return new Step.LoadField(result, load.field(), argument(load.object(), arguments));
      }
      Step.StoreField store = (Step.StoreField) step;
      return new Step.StoreField(
          store.field(), argument(store.object(), arguments), argument(store.value(), arguments));
    }

    private int argument(int register, List<Integer> arguments) {
      return register == Step.NONE ? Step.NONE : arguments.get(parameters.indexOf(register));
    }
  }

  private final Bodies bodies;
  private final Map<String, Optional<Access>> known = new HashMap<>();

  Accessors(Bodies bodies) {
    this.bodies = bodies;
  }

  /** Leaves all calls as they are. */
  static Accessors none() {
    return new Accessors((owner, name, descriptor) -> Optional.empty());
  }

  /** What the static method does, if it is an accessor for a single call or field. */
  Optional<Access> find(MethodInsnNode call) {
    if (!call.name.startsWith("access$")) {
      return Optional.empty();
    }
    String key = call.owner + '.' + call.name + call.desc;
    Optional<Access> access = known.get(key);
    if (access == null) {
      known.put(key, Optional.empty()); // an accessor that calls itself ends here
      access = bodies.find(call.owner, call.name, call.desc).flatMap(Accessors::single);
      known.put(key, access);
    }
    return access;
  }

  /** Entry, step, return. */
  private static Optional<Access> single(MethodFlow flow) {
    List<Node> nodes = flow.nodes();
    if (nodes.size() != 3 || !(nodes.get(2).step() instanceof Step.Return exit)) {
      return Optional.empty();
    }
    Step step = nodes.get(1).step();
    boolean known =
        step instanceof Step.Call
            || step instanceof Step.LoadField
            || step instanceof Step.StoreField;
    if (!known || !flow.parameters().containsAll(StepUses.used(step))) {
      return Optional.empty();
    }
    int returned = flow.parameters().indexOf(exit.value());
    boolean ownResult = exit.value() == StepUses.defined(step);
    return returned >= 0 || ownResult
        ? Optional.of(new Access(step, flow.parameters(), returned))
        : Optional.empty();
  }
}
