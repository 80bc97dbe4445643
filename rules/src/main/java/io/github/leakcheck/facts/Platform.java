package io.github.leakcheck.facts;

import java.util.List;
import java.util.Set;

/** Tells by their names which classes no program brings along. */
public final class Platform {
  private static final List<String> JDK =
      List.of("java.", "javax.management.", "javax.swing.", "jdk.", "sun.");

  /**
   * What the JDK, a container or the device has, too. Some of it comes in jars, of which the
   * published ones may have empty bodies.
   */
  private static final List<String> PROVIDED =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "com.sun.",
          "jakarta.",
          "android.",
          "org.w3c.dom.",
          "org.xml.sax.");

  /** What bytes and characters are read from and written to. */
  public static final Set<String> STREAMS =
      Set.of("java.io.InputStream", "java.io.OutputStream", "java.io.Reader", "java.io.Writer");

  /** Primitive types, and what is made of them and cannot change. */
  private static final Set<String> VALUES =
      Set.of(
          "boolean",
          "byte",
          "char",
          "short",
          "int",
          "long",
          "float",
          "double",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.String");

  private Platform() {}

  /** Whether objects of the type hold no other objects, for certain. */
  public static boolean isValue(String type) {
    return VALUES.contains(type);
  }

  /** Whether the class is the JDK's for certain: its documentation says all that it does. */
  public static boolean isJdk(String type) {
    return startsWith(type, JDK);
  }

  /**
   * Whether the class is there before the program is: judged by signature and catalogue, never by
   * its body, and loaded by a class loader that outlives the program's.
   */
  public static boolean isProvided(String type) {
    return startsWith(type, PROVIDED);
  }

  /** Asked for every call of a program: a loop costs a fraction of a stream. */
  private static boolean startsWith(String type, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (type.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
