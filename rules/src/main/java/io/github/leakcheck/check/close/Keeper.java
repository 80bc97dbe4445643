package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.Value.Bound;
import io.github.leakcheck.check.close.Value.Role;

/**
 * The object under construction, once it keeps the resource: nobody sees an object whose
 * constructor throws, so the resource is lost with it.
 */
final class Keeper {
  /** Register that holds it from then on, and never dies. */
  private static final int REGISTER = Integer.MAX_VALUE;

  private static final Bound VALUE = new Bound(Role.KEEPER, -1);

  private Keeper() {}

  /** The receiver keeps the resource from here on. */
  static Env in(Env env) {
    return env.map(value -> value instanceof Value.This ? VALUE : value).with(REGISTER, VALUE);
  }

  /** Whether the object under construction keeps the resource. */
  static boolean has(Env env) {
    return env.get(REGISTER).is(Role.KEEPER);
  }

  /** Whether the value is the receiver of the method, keeping anything or not. */
  static boolean isReceiver(Value value) {
    return value instanceof Value.This || value.is(Role.KEEPER);
  }
}
