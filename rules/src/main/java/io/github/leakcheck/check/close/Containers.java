package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.Value.Bound;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.check.close.Value.Some;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import java.util.List;

/**
 * Collections that live and die within a method: what is put into one is still the method's own.
 */
final class Containers {
  private static final String PACKAGE = "java.util.";

  private Containers() {}

  /** A collection, map or iterator of the platform. */
  static boolean isContainer(String type) {
    return type.startsWith(PACKAGE)
        && Character.isUpperCase(type.charAt(PACKAGE.length()))
        && !type.startsWith("java.util.Properties");
  }

  /** The call puts something into a collection that was made here and that nobody else gets. */
  static boolean isLocal(MethodFlow flow, Step.Call call, Env env) {
    return env.get(call.receiver()) instanceof Some some
        && some.origin() >= 0
        && isMade(flow.node(some.origin()).step())
        && !escapes(flow, some.origin());
  }

  /** What a call means that passes on what it gets, says the catalogue. */
  static Meaning takes(MethodFlow flow, Step.Call call, Env env) {
    if (ReleaseNames.releasesArgument(call.callee().name())) {
      return Meaning.CLOSES;
    }
    return isLocal(flow, call, env) ? Meaning.binding(call.receiver(), Role.HOLDER) : Meaning.GIVES;
  }

  /** Nothing closeable can be inside. */
  static boolean isValue(String type) {
    return !type.contains(".")
        || type.equals("java.lang.String")
        || type.startsWith("java.lang.") && !type.equals("java.lang.Object");
  }

  private static boolean isMade(Step step) {
    return step instanceof Step.New fresh && isContainer(fresh.type());
  }

  private static boolean escapes(MethodFlow flow, int origin) {
    Definitions definitions = flow.definitions();
    return flow.nodes().stream()
        .anyMatch(
            node ->
                passed(node.step()).stream()
                    .anyMatch(
                        register ->
                            FieldReleases.originNode(flow, definitions, node.id(), register)
                                == origin));
  }

  /** Registers whose values others get by the step. */
  private static List<Integer> passed(Step step) {
    if (step instanceof Step.Call call) {
      return call.arguments();
    }
    boolean passes =
        step instanceof Step.StoreField
            || step instanceof Step.StoreElement
            || step instanceof Step.Lambda
            || step instanceof Step.Throw;
    return passes ? StepUses.used(step) : List.of();
  }

  /** A function is given to a container: it may do anything with what is inside. */
  static boolean passesFunction(MethodRef callee) {
    return isContainer(callee.owner())
        && callee.parameters() != null
        && callee.parameters().stream()
            .anyMatch(type -> type.startsWith("java.util.function.") || type.contains(".stream."));
  }

  /** On its way the resource lay in a collection or array of the method's own. */
  static boolean held(MethodFlow flow, PathState end) {
    for (PathState state = end; state != null; state = state.parent()) {
      if (state.env().anyMatch(value -> isHeld(flow, value))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeld(MethodFlow flow, Value value) {
    return value.is(Role.ARRAY)
        || value instanceof Bound bound
            && bound.role() == Role.HOLDER
            && bound.origin() >= 0
            && isMade(flow.node(bound.origin()).step());
  }
}
