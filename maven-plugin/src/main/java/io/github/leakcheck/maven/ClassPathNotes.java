package io.github.leakcheck.maven;

import java.util.ArrayList;
import java.util.List;

/** Says in one line each what of a class path is not there, what that means and what to do. */
record ClassPathNotes(String module, ClassPath classPath) {
  private static final int NAMED = 5;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!classPath.missing().isEmpty()) {
      lines.add(
          "leakcheck: %s: cannot resolve %s, so leaks through their types may go unseen; go online, or install them"
              .formatted(module, named(classPath.missing())));
    }
    if (!classPath.uncompiled().isEmpty()) {
      lines.add(
          "leakcheck: %s: not compiled: %s, so what their methods do with resources is unknown; `mvn compile leakcheck:check` sees more"
              .formatted(module, named(classPath.uncompiled())));
    }
    return lines;
  }

  private static String named(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    int others = names.size() - NAMED;
    return others > 0 ? first + " and " + others + " more" : first;
  }
}
