package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.Step;

/**
 * One thing that code does with a collection held in a field or given as a parameter.
 *
 * @param held which collection
 * @param call the call that does it, null for what is no call
 * @param effect the call's effect, null for what is no call
 */
public record Use(Held held, Kind kind, Reach reach, Site site, Step.Call call, Effect effect) {
  /** What is done. */
  public enum Kind {
    /** The field gets a value. */
    WRITTEN,
    /** A method is called on it: see the effect. */
    CALLED,
    /** Returned to the caller. */
    RETURNED,
    /** Given to code that could do anything with it. */
    PASSED,
    /** Also kept elsewhere. */
    STORED
  }

  /** On what exactly. */
  public enum Reach {
    ITSELF,
    /** A view or iterator of it. */
    VIEW,
    /** One of its entries. */
    ENTRY
  }

  /** A collection as one body knows it. */
  public sealed interface Held {
    /** Read from a field. */
    record InField(FieldKey field) implements Held {}

    /** Given to the method. */
    record InParameter(int index) implements Held {}
  }

  /** Whether the collection itself grows here. */
  public boolean adds() {
    return is(Effect.Kind.ADDS) && reach != Reach.ENTRY;
  }

  /** Whether entries of the collection go away here. */
  public boolean removes() {
    return is(Effect.Kind.REMOVES) && reach != Reach.ENTRY;
  }

  /** Whether the collection is called with this effect. */
  public boolean is(Effect.Kind wanted) {
    return kind == Kind.CALLED && effect.kind() == wanted;
  }

  Use on(Held other) {
    return new Use(other, kind, reach, site, call, effect);
  }
}
