package io.github.leakcheck.check.usage;

/** Names as messages show them. */
public final class Names {
  private Names() {}

  /** The class's name without package and outer classes. */
  public static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
