package io.github.leakcheck.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.pmd.lang.java.ast.ASTConstructorCall;
import net.sourceforge.pmd.lang.java.ast.ASTExplicitConstructorInvocation;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTList;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.ASTSuperExpression;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;
import net.sourceforge.pmd.lang.java.ast.FunctionalExpression;
import net.sourceforge.pmd.lang.java.ast.InvocationNode;
import net.sourceforge.pmd.lang.java.ast.MethodUsage;
import net.sourceforge.pmd.lang.java.symbols.JExecutableSymbol;
import net.sourceforge.pmd.lang.java.types.JClassType;
import net.sourceforge.pmd.lang.java.types.JMethodSig;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;
import net.sourceforge.pmd.lang.java.types.OverloadSelectionResult;
import net.sourceforge.pmd.lang.java.types.Substitution;
import net.sourceforge.pmd.lang.java.types.TypeConversion;
import net.sourceforge.pmd.lang.java.types.TypeOps;

/**
 * The methods that calls mean. Where PMD's inference fails although the receiver's type is known,
 * the only method with that name and number of parameters is meant: the code compiles.
 */
final class Overloads {
  private Overloads() {}

  /**
   * A method a call means.
   *
   * @param varargs whether the call passes elements for the last parameter
   */
  record Chosen(JMethodSig method, boolean varargs) {
    /** The method as declared. */
    JExecutableSymbol symbol() {
      return method.getSymbol();
    }
  }

  /** The method, null if it could not be found. */
  static Chosen of(MethodUsage usage) {
    try {
      OverloadSelectionResult result = usage.getOverloadSelectionInfo();
      if (result != null && !result.isFailed()) {
        return new Chosen(result.getMethodType(), result.isVarargsCall());
      }
      return usage instanceof InvocationNode call ? only(call) : null;
    } catch (RuntimeException | AssertionError e) {
      return null;
    }
  }

  private static Chosen only(InvocationNode call) {
    List<JMethodSig> candidates = List.of();
    if (call instanceof ASTMethodCall method) {
      candidates = named(method);
    } else if (call instanceof ASTConstructorCall creation) {
      candidates = Names.typeOf(creation.getTypeNode()).getConstructors();
    } else if (call instanceof ASTExplicitConstructorInvocation other) {
      candidates = constructors(other);
    }
    List<ASTExpression> arguments = ASTList.orEmptyStream(call.getArguments()).toList();
    List<JMethodSig> fitting = distinct(candidates, arguments.size());
    if (fitting.size() > 1) {
      fitting.removeIf(method -> !accepts(method, arguments));
    }
    return fitting.size() == 1 ? new Chosen(fitting.get(0), false) : null;
  }

  private static List<JMethodSig> named(ASTMethodCall call) {
    JTypeMirror type = receiver(call);
    if (type == null || TypeOps.isUnresolved(type)) {
      return List.of();
    }
    return type.streamMethods(method -> method.nameEquals(call.getMethodName())).toList();
  }

  private static List<JMethodSig> constructors(ASTExplicitConstructorInvocation call) {
    JClassType type = call.getEnclosingType().getTypeMirror();
    JClassType target = call.isThis() ? type : type.getSuperClass();
    return target == null ? List.of() : target.getConstructors();
  }

  private static JTypeMirror receiver(ASTMethodCall call) {
    ASTExpression qualifier = call.getQualifier();
    if (qualifier == null) {
      ASTTypeDeclaration type = having(call);
      return type == null ? null : type.getTypeMirror();
    }
    if (qualifier instanceof ASTSuperExpression) {
      return call.getEnclosingType().getTypeMirror().getSuperClass();
    }
    return Names.typeOf(qualifier);
  }

  /** The innermost class around an unqualified call that has methods with its name, or null. */
  static ASTTypeDeclaration having(ASTMethodCall call) {
    for (ASTTypeDeclaration at = Nesting.around(call); at != null; at = Nesting.around(at)) {
      boolean has =
          at.getTypeMirror()
              .streamMethods(method -> method.nameEquals(call.getMethodName()))
              .findAny()
              .isPresent();
      if (has) {
        return at;
      }
    }
    return null;
  }

  /** Methods with that many parameters; of those with equal parameters the most specific. */
  private static List<JMethodSig> distinct(List<JMethodSig> candidates, int arity) {
    Map<List<String>, JMethodSig> byParameters = new LinkedHashMap<>();
    for (JMethodSig candidate : candidates) {
      if (candidate.getArity() == arity) {
        byParameters.putIfAbsent(new Names().parameters(candidate.getSymbol()), candidate);
      }
    }
    return new ArrayList<>(byParameters.values());
  }

  private static boolean accepts(JMethodSig method, List<ASTExpression> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      ASTExpression argument = arguments.get(i);
      if (argument instanceof FunctionalExpression) {
        continue;
      }
      JTypeMirror formal = method.getFormalParameters().get(i).getErasure();
      JTypeMirror given = Names.typeOf(argument).getErasure();
      if (!TypeOps.isUnresolved(given) && !TypeConversion.isConvertibleUsingBoxing(given, formal)) {
        return false;
      }
    }
    return true;
  }

  /** Declared result type of a call that PMD could not type, null if it could not be found. */
  static JTypeMirror result(ASTMethodCall call) {
    Chosen chosen = of(call);
    return chosen == null ? null : chosen.symbol().getReturnType(Substitution.EMPTY).getErasure();
  }
}
