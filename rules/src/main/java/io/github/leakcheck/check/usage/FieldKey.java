package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.FieldRef;

/** A field by its declaring class and name, however an access names its type. */
public record FieldKey(String owner, String name) {
  public static FieldKey of(FieldRef field) {
    return new FieldKey(field.owner(), field.name());
  }

  /** {@code Cache.entries}, with the class's simple name. */
  public String shortName() {
    return Names.simple(owner) + "." + name;
  }
}
