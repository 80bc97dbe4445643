package io.github.leakcheck.source;

import io.github.leakcheck.facts.MethodRef;
import java.util.Map;
import java.util.stream.Stream;

/** JVM descriptors. */
final class Descriptors {
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "boolean", "Z", "byte", "B", "char", "C", "short", "S", "int", "I", "long", "J", "float",
          "F", "double", "D", "void", "V");

  private Descriptors() {}

  /** Descriptor of a method, empty unless all its types are known. */
  static String of(MethodRef method) {
    if (!method.isResolved() || isUnpackaged(method)) {
      return "";
    }
    StringBuilder text = new StringBuilder("(");
    for (String parameter : method.parameters()) {
      append(parameter, text);
    }
    append(method.result(), text.append(')'));
    return text.toString();
  }

  private static boolean isUnpackaged(MethodRef method) {
    return Stream.concat(method.parameters().stream(), Stream.of(method.owner(), method.result()))
        .anyMatch(type -> type.startsWith(Names.UNPACKAGED));
  }

  private static void append(String type, StringBuilder to) {
    String element = type;
    while (element.endsWith("[]")) {
      to.append('[');
      element = element.substring(0, element.length() - 2);
    }
    String primitive = PRIMITIVES.get(element);
    if (primitive != null) {
      to.append(primitive);
    } else {
      to.append('L').append(element.replace('.', '/')).append(';');
    }
  }
}
