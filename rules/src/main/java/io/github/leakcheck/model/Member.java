package io.github.leakcheck.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A method, constructor or field as the source declares it.
 *
 * @param className binary name with dots and {@code $} ({@code org.acme.Outer$Inner})
 * @param name method or field name, {@code <init>} for constructors, {@code <clinit>} for static
 *     initialisers, empty for the class itself
 * @param parameters erased parameter types as source writes them ({@code java.lang.String}, {@code
 *     int[]}), {@code ?} where unresolved; null for a field or a class
 * @param descriptor JVM descriptor, empty where unknown
 */
public record Member(String className, String name, List<String> parameters, String descriptor) {
  /** A field of a class. */
  public static Member field(String className, String name) {
    return new Member(className, name, null, "");
  }

  /** Whether this is a method, constructor or initialiser. */
  public boolean isMethod() {
    return parameters != null;
  }

  /** {@code org.acme.Cache.entries} or {@code org.acme.Cache.put(java.lang.String)}. */
  public String qualifiedName() {
    String owner = className.replace('$', '.');
    if (name.isEmpty()) {
      return owner;
    }
    String arguments =
        isMethod()
            ? parameters.stream()
                .map(p -> p.replace('$', '.'))
                .collect(Collectors.joining(",", "(", ")"))
            : "";
    return owner + "." + name + arguments;
  }
}
