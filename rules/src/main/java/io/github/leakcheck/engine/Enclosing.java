package io.github.leakcheck.engine;

import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.Place;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds the source members that a place of a class file can mean. */
final class Enclosing {
  private Enclosing() {}

  /** Most likely first: right class and name and covering the line, then what covers the line. */
  static List<SourceMember> candidates(Place place, List<SourceMember> members) {
    int line = place.span().line();
    Member wanted = place.member();
    List<SourceMember> ofClass = inClass(wanted.className(), members);
    Comparator<SourceMember> likely =
        Comparator.comparing((SourceMember m) -> !ofClass.contains(m))
            .thenComparing(m -> line > 0 && !m.covers(line))
            .thenComparing(m -> !sameParameters(m, wanted))
            .thenComparingInt(SourceMember::lines);
    return members.stream()
        .filter(m -> m.holdsCodeOf(wanted.name()))
        .filter(m -> ofClass.contains(m) || line > 0 && m.covers(line))
        .sorted(likely)
        .toList();
  }

  /** Members of the class; every anonymous class may be the one that class files number. */
  static List<SourceMember> inClass(String className, List<SourceMember> members) {
    String[] names = className.substring(className.lastIndexOf('.') + 1).split("\\$", -1);
    List<String> wanted = Arrays.stream(names).map(name -> name.replaceFirst("^\\d+", "")).toList();
    List<SourceMember> exact = members.stream().filter(m -> m.type().equals(wanted)).toList();
    String last = wanted.get(wanted.size() - 1);
    return exact.isEmpty() && !last.isEmpty() // names with a dollar sign, local classes
        ? members.stream().filter(m -> m.type().get(m.type().size() - 1).equals(last)).toList()
        : exact;
  }

  private static boolean sameParameters(SourceMember member, Member wanted) {
    if (!wanted.isMethod()) {
      return true;
    }
    List<String> simple =
        wanted.parameters().stream()
            .map(type -> type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1))
            .toList();
    return member.parameters().equals(simple);
  }
}
