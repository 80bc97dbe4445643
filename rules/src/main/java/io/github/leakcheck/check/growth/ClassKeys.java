package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.facts.MethodFlow;
import java.util.Optional;
import java.util.Set;

/**
 * Values under a class or class loader that hold it: a member holds the class it is of, and a class
 * or an object of it the loader.
 */
final class ClassKeys {
  private static final Set<String> MEMBERS =
      Set.of(
          "java.lang.reflect.Member",
          "java.lang.reflect.Executable",
          "java.lang.reflect.AccessibleObject",
          "java.lang.reflect.Method",
          "java.lang.reflect.Field",
          "java.lang.reflect.Constructor");

  private static final Set<String> OF_LOADER = Set.of("java.lang.Class", "java.util.ServiceLoader");
  private static final Set<String> MAKERS =
      Set.of("java.lang.Class", "java.lang.reflect.Constructor");

  private ClassKeys() {}

  /** How the value holds a key that is a class or loader; empty if it does not, or is neither. */
  static Optional<String> holds(Origin value, Set<Origin> key) {
    String type = type(value);
    if (MEMBERS.contains(type) && isClass(key)) {
      return Optional.of("a `" + Names.simple(type) + "` holds its class");
    }
    return ofLoader(value, key);
  }

  /** The same of class loaders alone. */
  static Optional<String> ofLoader(Origin value, Set<Origin> key) {
    String type = type(value);
    if (!isOf(key, "java.lang.ClassLoader")) {
      return Optional.empty();
    }
    if (MEMBERS.contains(type) || OF_LOADER.contains(type)) {
      return Optional.of("a `" + Names.simple(type) + "` holds the loader it comes from");
    }
    return isMadeByReflection(value)
        ? Optional.of("an object of a class that was loaded holds the loader")
        : Optional.empty();
  }

  /** Whether the key is a class. */
  static boolean isClass(Set<Origin> key) {
    return isOf(key, "java.lang.Class");
  }

  private static boolean isOf(Set<Origin> key, String type) {
    return key.stream().anyMatch(k -> type(k).equals(type));
  }

  /** {@code loader.loadClass(name).newInstance()}: no class that the compiler knew. */
  private static boolean isMadeByReflection(Origin value) {
    return value instanceof Origin.Result result
        && result.call().callee().name().equals("newInstance")
        && MAKERS.contains(result.call().callee().owner());
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
