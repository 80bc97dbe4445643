package io.github.leakcheck.bytecode;

import java.util.Map;

/** JVM descriptors of types as facts name them. */
final class Descriptors {
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "void", "V", "boolean", "Z", "byte", "B", "char", "C", "short", "S", "int", "I", "long",
          "J", "float", "F", "double", "D");

  private Descriptors() {}

  /** {@code int[]} to {@code [I}, {@code java.util.Map$Entry} to its descriptor. */
  static String of(String type) {
    if (type.endsWith("[]")) {
      return "[" + of(type.substring(0, type.length() - 2));
    }
    String primitive = PRIMITIVES.get(type);
    return primitive != null ? primitive : "L" + type.replace('.', '/') + ";";
  }
}
