package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.facts.MethodFlow;
import java.util.Optional;
import java.util.Set;

/** Values under a class that are members of a class: a member holds the class it is of. */
final class ClassKeys {
  private static final Set<String> MEMBERS =
      Set.of(
          "java.lang.reflect.Member",
          "java.lang.reflect.Executable",
          "java.lang.reflect.AccessibleObject",
          "java.lang.reflect.Method",
          "java.lang.reflect.Field",
          "java.lang.reflect.Constructor");

  private ClassKeys() {}

  /** How the value holds a key that is a class; empty if the key is none or the value no member. */
  static Optional<String> holds(Origin value, Set<Origin> key) {
    String type = type(value);
    return MEMBERS.contains(type) && key.stream().anyMatch(k -> type(k).equals("java.lang.Class"))
        ? Optional.of("a `" + Names.simple(type) + "` holds its class")
        : Optional.empty();
  }

  /** Declared type of the value; empty where nothing is declared. */
  private static String type(Origin origin) {
    if (origin instanceof Origin.OfField field) {
      return field.field().type();
    } else if (origin instanceof Origin.OfParameter parameter) {
      return type(parameter.body().flow(), parameter.index());
    } else if (origin instanceof Origin.Result result) {
      return result.call().callee().result();
    }
    return "";
  }

  private static String type(MethodFlow flow, int index) {
    int at = index - (flow.isStatic() ? 0 : 1);
    boolean known = flow.method().parameters() != null && !flow.isLambdaBody();
    return known && at >= 0 && at < flow.method().parameters().size()
        ? flow.method().parameters().get(at)
        : "";
  }
}
