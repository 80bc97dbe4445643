package io.github.leakcheck.source;

import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTArgumentList;
import net.sourceforge.pmd.lang.java.ast.ASTAssignmentExpression;
import net.sourceforge.pmd.lang.java.ast.ASTCastExpression;
import net.sourceforge.pmd.lang.java.ast.ASTConditionalExpression;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTLambdaExpression;
import net.sourceforge.pmd.lang.java.ast.ASTMethodDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTReturnStatement;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchArrowBranch;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchExpression;
import net.sourceforge.pmd.lang.java.ast.ASTVariableDeclarator;
import net.sourceforge.pmd.lang.java.ast.ASTVariableId;
import net.sourceforge.pmd.lang.java.ast.ASTYieldStatement;
import net.sourceforge.pmd.lang.java.ast.InvocationNode;
import net.sourceforge.pmd.lang.java.ast.JavaNode;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;
import net.sourceforge.pmd.lang.java.types.TypeOps;

/**
 * The type that the code around an expression wants of it. Where the expression itself cannot be
 * resolved this is what is known of its value: the code compiles, so the value has that type.
 */
final class Expected {
  private Expected() {}

  /** The wanted type, null if nothing around tells. */
  static JTypeMirror of(ASTExpression e) {
    JTypeMirror wanted = wanted(e);
    return wanted == null || TypeOps.isUnresolved(wanted) && wanted.getSymbol() == null
        ? null
        : wanted;
  }

  private static JTypeMirror wanted(ASTExpression e) {
    JavaNode around = e.getParent();
    if (around instanceof ASTVariableDeclarator declarator) {
      ASTVariableId id = declarator.getVarId();
      return id.isTypeInferred() ? null : Names.typeOf(id);
    }
    if (around instanceof ASTAssignmentExpression assignment) {
      return e == assignment.getRightOperand() ? Names.typeOf(assignment.getLeftOperand()) : null;
    }
    if (around instanceof ASTCastExpression cast) {
      return Names.typeOf(cast.getCastType());
    }
    if (around instanceof ASTConditionalExpression choice) {
      return e == choice.getCondition() ? null : of(choice);
    }
    if (around instanceof ASTYieldStatement yield) {
      return of(yield.getYieldTarget());
    }
    if (around instanceof ASTSwitchArrowBranch branch) {
      return branch.getParent() instanceof ASTSwitchExpression choice ? of(choice) : null;
    }
    if (around instanceof ASTReturnStatement statement) {
      return result(statement);
    }
    return around instanceof ASTArgumentList list ? parameter(list, e.getIndexInParent()) : null;
  }

  private static JTypeMirror result(ASTReturnStatement statement) {
    JavaNode body =
        statement
            .ancestors()
            .filter(n -> n instanceof ASTMethodDeclaration || n instanceof ASTLambdaExpression)
            .first();
    return body instanceof ASTMethodDeclaration method
        ? Names.typeOf(method.getResultTypeNode())
        : null;
  }

  private static JTypeMirror parameter(ASTArgumentList list, int index) {
    Overloads.Chosen found =
        list.getParent() instanceof InvocationNode call ? Overloads.of(call) : null;
    if (found == null || found.varargs()) {
      return null;
    }
    List<JTypeMirror> formals = found.method().getFormalParameters();
    return index < formals.size() ? formals.get(index) : null;
  }
}
