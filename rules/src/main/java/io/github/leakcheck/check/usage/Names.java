package io.github.leakcheck.check.usage;

/** Names as messages show them. */
public final class Names {
  private Names() {}

  /** The class's name without package and outer classes. */
  public static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  /** Whether javac named the class by a number. */
  public static boolean isAnonymous(String type) {
    int dollar = type.lastIndexOf('$');
    return dollar >= 0
        && dollar + 1 < type.length()
        && type.substring(dollar + 1).chars().allMatch(Character::isDigit);
  }
}
