package io.github.leakcheck.facts;

import java.util.ArrayList;
import java.util.List;

/** Which registers a step reads and which one it writes. */
public final class StepUses {
  private StepUses() {}

  /**
   * The register the step writes, {@link Step#NONE} if none. A call that throws writes nothing:
   * along its exception edges the old value stays.
   */
  public static int defined(Step step) {
    if (step instanceof Step.Call call) {
      return call.result();
    } else if (step instanceof Step.Copy copy) {
      return copy.to();
    } else if (step instanceof Step.Const constant) {
      return constant.to();
    } else if (step instanceof Step.New made) {
      return made.result();
    } else if (step instanceof Step.LoadField load) {
      return load.to();
    } else if (step instanceof Step.Compute compute) {
      return compute.to();
    } else if (step instanceof Step.Catch caught) {
      return caught.to();
    } else if (step instanceof Step.Cast cast) {
      return cast.to();
    } else if (step instanceof Step.InstanceOf test) {
      return test.to();
    } else if (step instanceof Step.NewArray array) {
      return array.result();
    } else if (step instanceof Step.LoadElement load) {
      return load.to();
    } else if (step instanceof Step.Lambda lambda) {
      return lambda.result();
    }
    return definesNothing(step);
  }

  private static int definesNothing(Step step) {
    if (step instanceof Step.StoreField
        || step instanceof Step.StoreElement
        || step instanceof Step.Test
        || step instanceof Step.Switch
        || step instanceof Step.Return
        || step instanceof Step.Throw
        || step instanceof Step.Nop) {
      return Step.NONE;
    }
    throw unknown(step);
  }

  /** The registers the step reads, receiver first, without {@link Step#NONE}; may repeat. */
  public static List<Integer> used(Step step) {
    if (step instanceof Step.Call call) {
      return with(call.receiver(), call.arguments());
    } else if (step instanceof Step.Copy copy) {
      return List.of(copy.from());
    } else if (step instanceof Step.LoadField load) {
      return present(load.object());
    } else if (step instanceof Step.StoreField store) {
      return present(store.object(), store.value());
    } else if (step instanceof Step.Test test) {
      return present(test.left(), test.right());
    } else if (step instanceof Step.Return exit) {
      return present(exit.value());
    } else if (step instanceof Step.Compute compute) {
      return compute.operands();
    } else if (step instanceof Step.Cast cast) {
      return List.of(cast.from());
    } else if (step instanceof Step.InstanceOf test) {
      return List.of(test.value());
    } else if (step instanceof Step.Lambda lambda) {
      return lambda.captured();
    }
    return usedByRarer(step);
  }

  private static List<Integer> usedByRarer(Step step) {
    if (step instanceof Step.NewArray array) {
      return present(array.length());
    } else if (step instanceof Step.LoadElement load) {
      return List.of(load.array());
    } else if (step instanceof Step.StoreElement store) {
      return List.of(store.array(), store.value());
    } else if (step instanceof Step.Switch branch) {
      return List.of(branch.value());
    } else if (step instanceof Step.Throw thrown) {
      return List.of(thrown.value());
    } else if (step instanceof Step.Const
        || step instanceof Step.New
        || step instanceof Step.Catch
        || step instanceof Step.Nop) {
      return List.of();
    }
    throw unknown(step);
  }

  /** Whether exceptions may leave the step: its handlers count. */
  public static boolean throwing(Step step) {
    return step instanceof Step.Call || step instanceof Step.Throw;
  }

  private static List<Integer> with(int first, List<Integer> rest) {
    if (first == Step.NONE) {
      return rest;
    }
    List<Integer> all = new ArrayList<>(rest.size() + 1);
    all.add(first);
    all.addAll(rest);
    return all;
  }

  private static List<Integer> present(int register) {
    return register == Step.NONE ? List.of() : List.of(register);
  }

  private static List<Integer> present(int first, int second) {
    if (first == Step.NONE) {
      return present(second);
    }
    return second == Step.NONE ? List.of(first) : List.of(first, second);
  }

  private static IllegalStateException unknown(Step step) {
    return new IllegalStateException("No uses known for " + step.getClass().getName());
  }
}
