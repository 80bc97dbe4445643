package io.github.leakcheck.source;

import io.github.leakcheck.model.Span;
import net.sourceforge.pmd.lang.ast.impl.javacc.JavaccToken;
import net.sourceforge.pmd.lang.document.FileLocation;
import net.sourceforge.pmd.lang.java.ast.ASTClassType;
import net.sourceforge.pmd.lang.java.ast.ASTConstructorCall;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.JavaNode;

/** Where tree nodes stand. */
final class Spans {
  private Spans() {}

  static Span of(JavaNode node) {
    JavaccToken first = node.getFirstToken();
    JavaccToken last = node.getLastToken();
    return between(first, last);
  }

  static Span of(JavaccToken token) {
    return between(token, token);
  }

  /** The end of a body: its closing brace. */
  static Span end(JavaNode node) {
    return of(node.getLastToken());
  }

  /** The name of the called method. */
  static Span name(ASTMethodCall call) {
    JavaccToken parenthesis = call.getArguments().getFirstToken();
    JavaccToken token = call.getFirstToken();
    if (call.getExplicitTypeArguments() != null) {
      token = call.getExplicitTypeArguments().getLastToken();
    } else if (call.getQualifier() != null) {
      token = call.getQualifier().getLastToken();
    }
    while (token.getNext() != null && token.getNext() != parenthesis) {
      token = token.getNext();
    }
    return of(token);
  }

  /** From {@code new} to the end of the type's name. */
  static Span creation(ASTConstructorCall call) {
    ASTClassType type = call.getTypeNode();
    JavaccToken last = type.getLastToken();
    if (type.getTypeArguments() != null) {
      JavaccToken angle = type.getTypeArguments().getFirstToken();
      last = type.getFirstToken();
      while (last.getNext() != null && last.getNext() != angle) {
        last = last.getNext();
      }
    }
    return between(keyword(call), last);
  }

  private static JavaccToken keyword(ASTConstructorCall call) {
    ASTExpression qualifier = call.getQualifier();
    JavaccToken token = call.getFirstToken();
    if (qualifier != null) {
      token = qualifier.getLastToken();
      while (!token.getImage().equals("new") && token.getNext() != null) {
        token = token.getNext();
      }
    }
    return token;
  }

  /** Where a declaration is reported: its name. */
  static Span declared(JavaNode node) {
    return of(node.getReportLocation());
  }

  private static Span of(FileLocation at) {
    return new Span(at.getStartLine(), at.getStartColumn(), at.getEndLine(), at.getEndColumn());
  }

  private static Span between(JavaccToken first, JavaccToken last) {
    FileLocation from = first.getReportLocation();
    FileLocation to = first == last ? from : last.getReportLocation();
    return new Span(from.getStartLine(), from.getStartColumn(), to.getEndLine(), to.getEndColumn());
  }
}
