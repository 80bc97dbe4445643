package io.github.leakcheck.source;

import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.ConstKind;
import net.sourceforge.pmd.lang.java.ast.ASTAssignableExpr.ASTNamedReferenceExpr;
import net.sourceforge.pmd.lang.java.ast.ASTCastExpression;
import net.sourceforge.pmd.lang.java.ast.ASTConditionalExpression;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTInfixExpression;
import net.sourceforge.pmd.lang.java.ast.ASTLiteral;
import net.sourceforge.pmd.lang.java.ast.ASTUnaryExpression;
import net.sourceforge.pmd.lang.java.ast.ASTVariableAccess;
import net.sourceforge.pmd.lang.java.ast.ASTVariableId;
import net.sourceforge.pmd.lang.java.ast.JModifier;
import net.sourceforge.pmd.lang.java.symbols.JVariableSymbol;
import net.sourceforge.pmd.lang.java.types.JPrimitiveType.PrimitiveTypeKind;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;
import net.sourceforge.pmd.lang.java.types.TypeTestUtil;

/** Compile-time constants, which javac folds. */
final class Constants {
  private Constants() {}

  /** Value of a constant expression, null if it is none. */
  static Object of(ASTExpression e) {
    if (!isFoldable(e)) {
      return null;
    }
    if (e.isCompileTimeConstant()) {
      return typed(e, e.getConstValue());
    }
    return e instanceof ASTVariableAccess access ? of(access.getReferencedSym()) : null;
  }

  /** Class files keep boolean constants as ints. */
  private static Object typed(ASTExpression e, Object value) {
    boolean isTruth =
        value instanceof Integer
            && e instanceof ASTNamedReferenceExpr
            && Names.typeOf(e).isPrimitive(PrimitiveTypeKind.BOOLEAN);
    return isTruth ? (Object) !value.equals(0) : value;
  }

  private static boolean isFoldable(ASTExpression e) {
    return e instanceof ASTNamedReferenceExpr
        || e instanceof ASTLiteral
        || e instanceof ASTInfixExpression
        || e instanceof ASTUnaryExpression
        || e instanceof ASTConditionalExpression
        || e instanceof ASTCastExpression;
  }

  /** Value of a local constant variable, null if it is none. */
  static Object of(JVariableSymbol variable) {
    if (variable == null || variable.isField()) {
      return null;
    }
    ASTVariableId id = variable.tryGetNode();
    return id != null && id.isLocalVariable() ? of(id) : null;
  }

  /** Value that the declaration of a constant variable gives it, null if it is none. */
  static Object of(ASTVariableId id) {
    ASTExpression value = id.getInitializer();
    if (value == null || !id.hasModifiers(JModifier.FINAL)) {
      return null;
    }
    JTypeMirror type = Names.typeOf(id);
    return type.isPrimitive() || TypeTestUtil.isA(String.class, type) ? of(value) : null;
  }

  /** The step that puts a constant. */
  static Step.Const step(int to, Object value) {
    if (value instanceof Boolean truth) {
      return new Step.Const(to, ConstKind.INT, truth ? 1 : 0);
    }
    if (value instanceof Character character) {
      return new Step.Const(to, ConstKind.INT, (int) character);
    }
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return new Step.Const(to, ConstKind.INT, ((Number) value).intValue());
    }
    ConstKind kind = value instanceof String ? ConstKind.STRING : ConstKind.OTHER;
    return new Step.Const(to, kind, value);
  }
}
