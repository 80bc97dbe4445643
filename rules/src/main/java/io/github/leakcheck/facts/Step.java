package io.github.leakcheck.facts;

import java.util.List;

/**
 * One raw step of a method over numbered registers. Registers are mutable places (locals,
 * temporaries, stack slots); {@link #NONE} stands for "no register". Steps know no resources: what
 * a call means is decided by the catalogue.
 */
public sealed interface Step {
  /** No register. */
  int NONE = -1;

  /** How a call is dispatched. */
  enum CallKind {
    STATIC,
    /** Receiver decides (class or interface method). */
    VIRTUAL,
    /** Exactly the named method: private, super. */
    SPECIAL,
    /**
     * A constructor on an object made by {@link New}, or {@code this(..)}/{@code super(..)} on
     * {@code this}.
     */
    CONSTRUCTOR
  }

  /** What a {@link Const} puts into its register. */
  enum ConstKind {
    NULL,
    INT,
    STRING,
    CLASS,
    OTHER
  }

  /**
   * How a {@link Test} compares. The first successor of the node is taken when the comparison
   * holds.
   */
  enum Comparison {
    /** {@code left} is null; {@code right} is {@link #NONE}. */
    IS_NULL,
    /** {@code left} is true (boolean) or not 0 (int); {@code right} is {@link #NONE}. */
    IS_TRUE,
    /** References or ints are equal. */
    EQUAL,
    /** {@code left < right} for ints. */
    LESS,
    /** {@code left <= right} for ints. */
    LESS_OR_EQUAL,
    /** Not understood; either successor may be taken. */
    OPAQUE
  }

  /** A fresh, not yet constructed object. */
  record New(int result, String type) implements Step {}

  /** A fresh array. {@code length} is a register or {@link #NONE}. */
  record NewArray(int result, String type, int length) implements Step {}

  /**
   * A call; the only step beside {@link Throw} with exception edges.
   *
   * @param receiver {@link #NONE} for static calls
   * @param result {@link #NONE} if void or dropped on the spot
   */
  record Call(MethodRef callee, CallKind kind, int receiver, List<Integer> arguments, int result)
      implements Step {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Makes a functional object.
   *
   * @param type the interface it implements
   * @param body the method that runs: a synthetic lambda body (its flow has the captured values as
   *     first parameters) or the referenced method
   * @param captured registers captured, in the order of the body's first parameters (a bound
   *     receiver first)
   * @param reference true for {@code a::b}, false for {@code x -> ..}
   */
  record Lambda(int result, String type, MethodRef body, List<Integer> captured, boolean reference)
      implements Step {
    public Lambda {
      captured = List.copyOf(captured);
    }
  }

  /**
   * Copies a value.
   *
   * @param name source name of the variable written, null for temporaries or where unknown
   */
  record Copy(int to, int from, String name) implements Step {}

  /** A checked cast; same value. */
  record Cast(int to, int from, String type) implements Step {}

  /**
   * Puts a constant. {@code value}: Integer for INT (booleans are 0 and 1), String for STRING, type
   * name for CLASS.
   */
  record Const(int to, ConstKind kind, Object value) implements Step {}

  /**
   * An unknown value computed from the operands: arithmetic, comparison of non-ints, string
   * concatenation.
   */
  record Compute(int to, List<Integer> operands, String type) implements Step {
    public Compute {
      operands = List.copyOf(operands);
    }
  }

  /** {@code to = value instanceof type}: true implies that the value is not null. */
  record InstanceOf(int to, int value, String type) implements Step {}

  /** Reads a field; {@code object} is {@link #NONE} for static ones. */
  record LoadField(int to, FieldRef field, int object) implements Step {}

  /** Writes a field; {@code object} is {@link #NONE} for static ones. */
  record StoreField(FieldRef field, int object, int value) implements Step {}

  /** Reads an array element. */
  record LoadElement(int to, int array) implements Step {}

  /** Writes an array element. */
  record StoreElement(int array, int value) implements Step {}

  /** Two-way branch: first successor if it holds, second if not. */
  record Test(Comparison comparison, int left, int right) implements Step {}

  /**
   * Multi-way branch on an int; {@code keys.get(i)} leads to successor i, the last successor is the
   * default.
   */
  record Switch(int value, List<Integer> keys) implements Step {
    public Switch {
      keys = List.copyOf(keys);
    }
  }

  /** Leaves the method; {@link #NONE} for void. No successors. */
  record Return(int value) implements Step {}

  /** Throws. No normal successors; handlers as for calls. */
  record Throw(int value) implements Step {}

  /**
   * Entry of a handler: puts the caught exception. {@code types} are alternatives; empty means any
   * Throwable.
   */
  record Catch(int to, List<String> types) implements Step {
    public Catch {
      types = List.copyOf(types);
    }
  }

  /** Does nothing; a joint or a place worth naming. */
  record Nop() implements Step {}
}
