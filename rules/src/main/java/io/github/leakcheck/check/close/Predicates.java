package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.Value.NonNullIf;
import io.github.leakcheck.check.close.Value.NullIf;
import io.github.leakcheck.check.close.Value.Some;
import io.github.leakcheck.facts.Step;

/** Calls whose result says whether an argument is null (contract of {@link java.util.Objects}). */
final class Predicates {
  private Predicates() {}

  /** What is known of the result; null if nothing. */
  static Value result(Step.Call call, Env env) {
    if (!call.callee().owner().equals("java.util.Objects") || call.arguments().isEmpty()) {
      return null;
    }
    Value argument = env.get(call.arguments().get(0));
    return switch (call.callee().name()) {
      case "nonNull" -> new NonNullIf(argument, true);
      case "isNull" -> new NullIf(argument);
      case "requireNonNull" ->
          argument instanceof Some some ? new Some(some.origin(), true) : argument;
      default -> null;
    };
  }
}
