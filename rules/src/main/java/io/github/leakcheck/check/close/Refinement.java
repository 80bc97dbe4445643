package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.Value.Bound;
import io.github.leakcheck.check.close.Value.Int;
import io.github.leakcheck.check.close.Value.NonNullIf;
import io.github.leakcheck.check.close.Value.NullIf;
import io.github.leakcheck.check.close.Value.Some;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.Comparison;

/**
 * What the outcome of a test tells: the environment on that branch, or null if the branch cannot be
 * taken.
 */
final class Refinement {
  private Refinement() {}

  static Env apply(Env env, Step.Test test, boolean holds) {
    Value left = env.get(test.left());
    if (test.comparison() == Comparison.IS_NULL) {
      return isNull(env, left, holds);
    }
    if (test.comparison() == Comparison.IS_TRUE) {
      return isTrue(env, left, holds);
    }
    return test.comparison() == Comparison.OPAQUE || test.right() < 0
        ? env
        : compared(env, test.comparison(), left, env.get(test.right()), holds);
  }

  private static Env isNull(Env env, Value value, boolean holds) {
    if (value instanceof Value.Null) {
      return holds ? env : null;
    }
    if (value instanceof Bound || value instanceof Value.This || value instanceof Value.Text) {
      return holds ? null : env;
    }
    if (value instanceof Some some) {
      if (some.sure()) {
        return holds ? null : env;
      }
      return replace(env, some, holds ? Value.NULL : new Some(some.origin(), true));
    }
    return env;
  }

  private static Env isTrue(Env env, Value value, boolean holds) {
    if (value instanceof Int constant) {
      return (constant.value() != 0) == holds ? env : null;
    }
    if (value instanceof Some some) {
      if (some.sure()) {
        return holds ? env : null;
      }
      return replace(env, some, holds ? new Some(some.origin(), true) : new Int(0));
    }
    if (value instanceof NonNullIf test) {
      return holds || test.exact() ? isNull(env, test.of(), !holds) : env;
    }
    if (value instanceof NullIf test) {
      return isNull(env, test.of(), holds);
    }
    return env;
  }

  private static Env compared(Env env, Comparison how, Value left, Value right, boolean holds) {
    if (left instanceof Int a && right instanceof Int b) {
      return compare(how, a.value(), b.value()) == holds ? env : null;
    }
    if (how != Comparison.EQUAL) {
      return env;
    }
    if (left.is(Value.Role.SELF) && right instanceof Some
        || right.is(Value.Role.SELF) && left instanceof Some) {
      return holds
          ? null
          : env; // what was just acquired is none of the values that were there before
    }
    if (right instanceof Value.Null) {
      return isNull(env, left, holds);
    }
    if (left instanceof Value.Null) {
      return isNull(env, right, holds);
    }
    if (holds && left instanceof Some some && right instanceof Int) {
      return replace(env, some, right);
    }
    if (left instanceof Some some && right instanceof Int zero && zero.value() == 0) {
      return replace(env, some, new Some(some.origin(), true));
    }
    return env;
  }

  private static boolean compare(Comparison how, int left, int right) {
    return switch (how) {
      case EQUAL -> left == right;
      case LESS -> left < right;
      case LESS_OR_EQUAL -> left <= right;
      default -> true;
    };
  }

  /** Every copy of the value learns what one learned. */
  static Env replace(Env env, Some some, Value by) {
    return env.map(
        value -> {
          if (value instanceof Some other && other.origin() == some.origin()) {
            return by;
          }
          if (value instanceof NonNullIf test
              && test.of() instanceof Some of
              && of.origin() == some.origin()) {
            return known(by, test.exact());
          }
          if (value instanceof NullIf test
              && test.of() instanceof Some of
              && of.origin() == some.origin()) {
            return by instanceof Value.Null ? new Int(1) : new Int(0);
          }
          return value;
        });
  }

  private static Value known(Value of, boolean exact) {
    if (of instanceof Value.Null) {
      return new Int(0);
    }
    return exact ? new Int(1) : Value.UNKNOWN;
  }
}
