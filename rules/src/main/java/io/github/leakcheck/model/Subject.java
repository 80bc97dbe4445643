package io.github.leakcheck.model;

/**
 * What a finding is about: the expression that acquires, adds or registers, so that both engines
 * mean the same one.
 *
 * @param kind what sort of expression or member stands at the place
 * @param type binary name of the acquired type, of the callee's owner, or of the field's type
 * @param name called method's name; {@code <init>} for {@code new}; the field's name for a field
 * @param ordinal position among equal subjects (same kind, type's simple name and name) of the
 *     enclosing source member, in source order from 0
 */
public record Subject(Kind kind, String type, String name, int ordinal) {
  /** What stands at the place. */
  public enum Kind {
    NEW,
    CALL,
    FIELD,
    MEMBER
  }

  /** The type's name without package and outer classes. */
  public String simpleType() {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
