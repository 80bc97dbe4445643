package io.github.leakcheck.check.usage;

/** A field by its declaring class and name, however an access names its type. */
public record FieldKey(String owner, String name) {
  /** {@code Cache.entries}, with the class's simple name. */
  public String shortName() {
    return Names.simple(owner) + "." + name;
  }
}
