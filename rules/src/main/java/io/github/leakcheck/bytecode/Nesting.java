package io.github.leakcheck.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How classes lie in each other, from the attributes InnerClasses and EnclosingMethod. */
final class Nesting {
  private record Inner(String outer, int access) {}

  private final Map<String, Inner> inners = new LinkedHashMap<>();
  private String enclosing = "";

  void enclosedBy(String owner) {
    enclosing = owner;
  }

  /**
   * @param outer null for local and anonymous classes
   */
  void add(String name, String outer, int access) {
    inners.put(name, new Inner(outer, access));
  }

  /** The flags of the source, which the class file's own lack (static, private, protected). */
  int access(String name, int own) {
    Inner inner = inners.get(name);
    return inner == null ? own : inner.access();
  }

  /** The class that lexically encloses this one, empty if none. */
  String outer(String name) {
    Inner inner = inners.get(name);
    if (inner != null && inner.outer() != null) {
      return inner.outer();
    }
    if (!enclosing.isEmpty()) {
      return enclosing;
    }
    return inner == null ? "" : nearestPrefix(name);
  }

  /** Directly nested classes that the class knows of, anonymous and local ones included. */
  List<String> members(String name) {
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, Inner> entry : inners.entrySet()) {
      String outer = entry.getValue().outer();
      if (outer == null) {
        outer = nearestPrefix(entry.getKey());
      }
      if (outer.equals(name) && !entry.getKey().equals(name)) {
        members.add(entry.getKey());
      }
    }
    return members;
  }

  /**
   * Names of local and anonymous classes begin with that of the class around: the longest one that
   * this class file mentions, else what stands before the last {@code $}.
   */
  private String nearestPrefix(String name) {
    for (int end = name.lastIndexOf('$'); end > 0; end = name.lastIndexOf('$', end - 1)) {
      String prefix = name.substring(0, end);
      if (inners.containsKey(prefix)) {
        return prefix;
      }
    }
    return outermost(name);
  }

  private static String outermost(String name) {
    int end = name.indexOf('$', name.lastIndexOf('/') + 2);
    return end < 0 ? "" : name.substring(0, end);
  }
}
