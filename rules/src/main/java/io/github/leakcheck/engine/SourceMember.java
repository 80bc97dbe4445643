package io.github.leakcheck.engine;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import io.github.leakcheck.model.Span;
import java.util.List;

/**
 * One declared member as it stands in a parsed file: method, constructor, initialiser, field, or
 * (with an empty name) the class itself.
 *
 * @param type names of the classes around it, outermost first; anonymous classes have empty names
 * @param name as in {@link io.github.leakcheck.model.Member#name()}; the initialised field's name
 *     for a field
 * @param kind what sort of member it is
 * @param parameters simple names of the parameter types; empty for others
 * @param title region of the name
 */
record SourceMember(
    List<String> type,
    String name,
    Kind kind,
    List<String> parameters,
    Node node,
    Range range,
    Span title) {

  /** Sort of member. */
  enum Kind {
    METHOD,
    CONSTRUCTOR,
    INITIALISER,
    STATIC_INITIALISER,
    FIELD,
    STATIC_FIELD,
    TYPE
  }

  boolean covers(int line) {
    return range.begin.line <= line && line <= range.end.line;
  }

  int lines() {
    return range.end.line - range.begin.line;
  }

  /** Whether code that class files put into a method of this name is written here. */
  boolean holdsCodeOf(String method) {
    return switch (kind) {
      case METHOD, TYPE -> name.equals(method);
      case CONSTRUCTOR, INITIALISER, FIELD -> method.equals("<init>") || name.equals(method);
      case STATIC_INITIALISER, STATIC_FIELD -> method.equals("<clinit>") || name.equals(method);
    };
  }
}
