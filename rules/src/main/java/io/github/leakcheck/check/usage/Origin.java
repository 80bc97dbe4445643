package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.Step;

/** Where a value comes from, once copies, casts, wrappers and getters are looked through. */
public sealed interface Origin {
  /** The code that makes the value. */
  Body body();

  /** Whether it is the constant {@code null}. */
  default boolean isNull() {
    return this instanceof Constant made && made.constant().kind() == Step.ConstKind.NULL;
  }

  /**
   * Whether it is the object that the method is called on; never in a static method or a lambda.
   */
  default boolean isThis() {
    return false;
  }

  /**
   * Whether it is an argument of the method, of a lambda too: a parameter other than {@code this}.
   */
  default boolean isGiven() {
    return this instanceof OfParameter && !isThis();
  }

  /** Whether it is {@code Integer.MAX_VALUE}, which as a size is no bound. */
  default boolean isUnlimited() {
    return this instanceof Constant made
        && Integer.valueOf(Integer.MAX_VALUE).equals(made.constant().value());
  }

  /**
   * Whether this very step of the body makes the object or function or, as a call, hands it back.
   * Steps are numbered anew in each body, and what a function captured comes from another one.
   */
  default boolean isMadeAt(Body body, int node) {
    return this instanceof Fresh fresh && fresh.body() == body && fresh.node() == node
        || this instanceof Result result && result.body() == body && result.node() == node
        || this instanceof Function made && made.body() == body && made.node() == node;
  }

  /** Whether this very step of the body reads it from a field, or calls a getter of one. */
  default boolean isReadAt(Body body, int node) {
    return this instanceof OfField read && read.body() == body && read.node() == node;
  }

  /** Read from a field at a node, or by a getter called there. */
  record OfField(Body body, int node, FieldRef field) implements Origin {}

  /** Given to the method; {@code index} counts {@code this}. */
  record OfParameter(Body body, int index) implements Origin {
    @Override
    public boolean isThis() {
      return index == 0 && !body.flow().isStatic() && !body.flow().isLambdaBody();
    }

    /** Where callers give it among their arguments; below 0 for {@code this}. */
    public int position() {
      return body.flow().isStatic() ? index : index - 1;
    }
  }

  /** Made here. */
  record Fresh(Body body, int node, String type) implements Origin {}

  /** Returned by a call. */
  record Result(Body body, int node, Step.Call call) implements Origin {}

  /** A lambda or method reference made here. */
  record Function(Body body, int node, Step.Lambda lambda) implements Origin {}

  /** A constant. */
  record Constant(Body body, int node, Step.Const constant) implements Origin {
    /** Whether it is {@code true}, which class files write as 1. */
    public boolean isTrue() {
      return Boolean.TRUE.equals(constant.value()) || Integer.valueOf(1).equals(constant.value());
    }
  }

  /** Computed, caught, read from an array, or not understood. */
  record Other(Body body, int node) implements Origin {}
}
