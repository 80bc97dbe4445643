package io.github.leakcheck.check.close;

/** What a register holds, seen from the followed resource. */
sealed interface Value {
  Value UNKNOWN = new Unknown();
  Value NULL = new Null();
  Value THIS = new This();

  /** Nothing is known. */
  record Unknown() implements Value {}

  /** The null reference. */
  record Null() implements Value {}

  /** The receiver of the method at hand. */
  record This() implements Value {}

  /** An int or boolean constant. */
  record Int(int value) implements Value {}

  /** A string constant. */
  record Text(String value) implements Value {}

  /**
   * Some value, the same wherever it is copied.
   *
   * @param origin node that made it, or {@code -2 - i} for parameter i
   * @param sure known not to be null (a reference) or not to be 0 (an int)
   */
  record Some(int origin, boolean sure) implements Value {}

  /** The followed resource, or an object bound to it. */
  record Bound(Role role, int origin) implements Value {}

  /** A boolean: true implies that {@code of} is not null. */
  record NonNullIf(Value of, boolean exact) implements Value {}

  /** A boolean: {@code of} is null. */
  record NullIf(Value of) implements Value {}

  /** How an object is bound to the followed resource. */
  enum Role {
    /** The resource itself. */
    SELF,
    /** Closing it closes the resource. */
    WRAPPER,
    /** Keeps the resource; who gets this gets the resource. */
    HOLDER,
    /** An array that the resource was put into. */
    ARRAY,
    /** Uses the resource when called, but never releases it. */
    USER,
    /** Closing it frees the resource, but it was there before. */
    OWNER,
    /**
     * The object under construction, once it keeps the resource: lost if its constructor throws.
     */
    KEEPER
  }

  /** Whether whoever holds this could still release the resource. */
  default boolean reaches() {
    return this instanceof Bound;
  }

  default boolean is(Role role) {
    return this instanceof Bound bound && bound.role() == role;
  }
}
