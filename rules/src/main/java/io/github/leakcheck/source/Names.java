package io.github.leakcheck.source;

import io.github.leakcheck.facts.MethodRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTArgumentList;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTList;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.FunctionalExpression;
import net.sourceforge.pmd.lang.java.ast.TypeNode;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.symbols.JExecutableSymbol;
import net.sourceforge.pmd.lang.java.symbols.JTypeDeclSymbol;
import net.sourceforge.pmd.lang.java.types.JArrayType;
import net.sourceforge.pmd.lang.java.types.JPrimitiveType;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;
import net.sourceforge.pmd.lang.java.types.Substitution;
import net.sourceforge.pmd.lang.java.types.TypeOps;

/**
 * Erased binary names of types and methods. Remembers whether something could not be resolved.
 * Failures of the type inference count as unresolved: broken code must not stop the analysis.
 */
final class Names {
  /** Result of methods that return nothing. */
  static final String VOID = "void";

  /** Stands before a simple name whose package is not known. */
  static final String UNPACKAGED = MethodRef.UNKNOWN + ".";

  /** Root of all classes. */
  static final String OBJECT = "java.lang.Object";

  private boolean complete = true;

  /** Whether all that was asked for was resolved. */
  boolean isComplete() {
    return complete;
  }

  /** Notes that something could not be resolved. */
  void unresolved() {
    complete = false;
  }

  /** The static type of a node, never null. */
  static JTypeMirror typeOf(TypeNode node) {
    JTypeMirror unknown = node.getTypeSystem().UNKNOWN;
    JTypeMirror type;
    try {
      type = node.getTypeMirror();
    } catch (RuntimeException | AssertionError e) {
      type = unknown;
    }
    JTypeMirror declared =
        type == unknown && node instanceof ASTMethodCall call ? Overloads.result(call) : null;
    return declared == null ? type : declared;
  }

  String of(TypeNode node) {
    return of(typeOf(node));
  }

  String of(JTypeMirror type) {
    JTypeMirror erased = type.getErasure();
    if (erased instanceof JPrimitiveType primitive) {
      return primitive.getSimpleName();
    }
    if (erased.isVoid()) {
      return VOID;
    }
    if (erased instanceof JArrayType array) {
      return of(array.getComponentType()) + "[]";
    }
    return of(erased.getSymbol());
  }

  String of(JTypeDeclSymbol symbol) {
    if (!(symbol instanceof JClassSymbol type)) {
      complete = false;
      return MethodRef.UNKNOWN;
    }
    String name = type.getBinaryName();
    if (!type.isUnresolved()) {
      return name;
    }
    complete = false;
    boolean named = !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
    if (!named) {
      return MethodRef.UNKNOWN;
    }
    return name.indexOf('.') > 0 ? name : UNPACKAGED + name;
  }

  List<String> parameters(JExecutableSymbol symbol) {
    List<String> names = new ArrayList<>();
    for (JTypeMirror type : symbol.getFormalParameterTypes(Substitution.EMPTY)) {
      names.add(of(type));
    }
    return names;
  }

  /** A method as declared, called through {@code owner}. */
  MethodRef method(JExecutableSymbol symbol, String owner) {
    return new MethodRef(owner, symbol.getSimpleName(), parameters(symbol), result(symbol));
  }

  private String result(JExecutableSymbol symbol) {
    if (symbol.getEnclosingClass().isArray()) {
      return OBJECT; // the clone() of arrays, whose result is cast
    }
    return of(symbol.getReturnType(Substitution.EMPTY));
  }

  /** A method of which only name and number of arguments are known. */
  MethodRef guess(String owner, String name, int arguments, String result) {
    complete = false;
    return new MethodRef(owner, name, Collections.nCopies(arguments, MethodRef.UNKNOWN), result);
  }

  /** A method of which only name and arguments are known. */
  MethodRef guess(String owner, String name, ASTArgumentList arguments, String result) {
    complete = false;
    return new MethodRef(owner, name, arguments(arguments), result);
  }

  /** Types of arguments, as far as they are known. */
  private List<String> arguments(ASTArgumentList list) {
    return ASTList.orEmptyStream(list).toList(this::argument);
  }

  private String argument(ASTExpression argument) {
    JTypeMirror type = typeOf(argument);
    boolean known =
        !TypeOps.isUnresolvedOrNull(type) && !(argument instanceof FunctionalExpression);
    return known ? of(type) : MethodRef.UNKNOWN;
  }
}
