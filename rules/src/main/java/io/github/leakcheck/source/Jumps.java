package io.github.leakcheck.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The statements around the current point that jumps and exceptions must respect: jump targets,
 * cleanups that run on the way out, handlers.
 */
final class Jumps {
  private final FlowBuilder flow;
  private Scope scope = new Scope(null, List.of(), null, null);

  /**
   * @param handlers what covers code inside, innermost first
   * @param cleanup code to copy when control leaves, null if none
   * @param target where jumps lead that mean this scope, null if none
   */
  private record Scope(Scope outer, List<Label> handlers, Runnable cleanup, Target target) {}

  /**
   * A statement that can be left by a jump.
   *
   * @param labels names it carries in source
   * @param plain whether a {@code break} without a name means it
   * @param proceed where {@code continue} leads, null if it is no loop
   * @param yields the switch expression that {@code yield} means, null if it is none
   */
  record Target(Set<String> labels, boolean plain, Label leave, Label proceed, Yield yields) {}

  /** Where {@code yield} puts the value of a switch expression. */
  record Yield(int result) {}

  Jumps(FlowBuilder flow) {
    this.flow = flow;
  }

  /** Enters a statement that jumps can leave. */
  void enter(Target target) {
    push(new Scope(scope, scope.handlers, null, target));
  }

  /** Enters code that is covered by catches, innermost first. */
  void enter(List<Label> catches) {
    push(new Scope(scope, joined(catches), null, null));
  }

  /** Enters code with a cleanup that is copied to each way out. */
  void enter(Label caught, Runnable cleanup) {
    push(new Scope(scope, joined(List.of(caught)), cleanup, null));
  }

  private List<Label> joined(List<Label> catches) {
    List<Label> all = new ArrayList<>(catches);
    all.addAll(scope.handlers);
    return all;
  }

  private void push(Scope next) {
    scope = next;
    flow.coverBy(next.handlers);
  }

  /** Leaves what was entered last. */
  void exit() {
    push(scope.outer);
  }

  /** Copies all cleanups up to the end of the method. */
  void unwindAll() {
    unwindTo(null, () -> {});
  }

  /** Whether leaving the method runs something. */
  boolean hasCleanups() {
    for (Scope at = scope; at != null; at = at.outer) {
      if (at.cleanup != null) {
        return true;
      }
    }
    return false;
  }

  /** A {@code break}; name null for a plain one. */
  void leave(String name) {
    for (Scope at = scope; at != null; at = at.outer) {
      Target target = at.target;
      if (target != null && (name == null ? target.plain : target.labels.contains(name))) {
        unwindTo(at, () -> flow.jump(target.leave));
        return;
      }
    }
  }

  /** A {@code continue}; name null for a plain one. */
  void proceed(String name) {
    for (Scope at = scope; at != null; at = at.outer) {
      Target target = at.target;
      if (target != null
          && target.proceed != null
          && (name == null || target.labels.contains(name))) {
        unwindTo(at, () -> flow.jump(target.proceed));
        return;
      }
    }
  }

  /** The switch expression that {@code yield} means here, null if there is none. */
  Yield yields() {
    for (Scope at = scope; at != null; at = at.outer) {
      if (at.target != null && at.target.yields != null) {
        return at.target.yields;
      }
    }
    return null;
  }

  /** Leaves the innermost switch expression. */
  void leaveSwitchExpression() {
    for (Scope at = scope; at != null; at = at.outer) {
      Target target = at.target;
      if (target != null && target.yields != null) {
        unwindTo(at, () -> flow.jump(target.leave));
        return;
      }
    }
  }

  private void unwindTo(Scope end, Runnable jump) {
    Scope before = scope;
    for (Scope at = before; at != end && flow.isReachable(); at = at.outer) {
      if (at.cleanup != null) {
        push(at.outer);
        at.cleanup.run();
      }
    }
    push(end == null ? before : end);
    jump.run();
    push(before);
  }
}
