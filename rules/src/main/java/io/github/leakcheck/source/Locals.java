package io.github.leakcheck.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.pmd.lang.java.ast.ASTAssignableExpr.ASTNamedReferenceExpr;
import net.sourceforge.pmd.lang.java.ast.ASTAssignableExpr.AccessType;
import net.sourceforge.pmd.lang.java.ast.ASTExpressionStatement;
import net.sourceforge.pmd.lang.java.ast.ASTStatementExpressionList;
import net.sourceforge.pmd.lang.java.ast.ASTVariableId;
import net.sourceforge.pmd.lang.java.symbols.JVariableSymbol;

/**
 * Registers of the local variables of one flow. In the body of a lambda expression a variable from
 * around it gets a register when it is first used: a captured value.
 */
final class Locals {
  private final FlowBuilder flow;
  private final boolean captures;
  private final Map<JVariableSymbol, Integer> registers = new HashMap<>();
  private final Map<Integer, JVariableSymbol> variables = new HashMap<>();
  private final Map<JVariableSymbol, Boolean> unstable = new HashMap<>();
  private final List<JVariableSymbol> captured = new ArrayList<>();

  Locals(FlowBuilder flow, boolean captures) {
    this.flow = flow;
    this.captures = captures;
  }

  /** The register of a variable that is declared in this flow. */
  int declare(JVariableSymbol variable) {
    Integer register = registers.get(variable);
    if (register == null) {
      register = flow.newRegister();
      registers.put(variable, register);
      variables.put(register, variable);
    }
    return register;
  }

  /** Whether the variable is known here, or can be captured. */
  boolean knows(JVariableSymbol variable) {
    return captures || registers.containsKey(variable);
  }

  boolean isDeclared(JVariableSymbol variable) {
    return registers.containsKey(variable);
  }

  /** The register of a variable, captured if need be. */
  int register(JVariableSymbol variable) {
    if (!registers.containsKey(variable)) {
      captured.add(variable);
    }
    return declare(variable);
  }

  /** Captured variables in the order of first use. */
  List<JVariableSymbol> captured() {
    return captured;
  }

  /**
   * Whether the register is that of a variable which is written inside of larger expressions, so
   * that its value may change between the evaluation of two operands.
   */
  boolean isUnstable(int register) {
    JVariableSymbol variable = variables.get(register);
    return variable != null && unstable.computeIfAbsent(variable, Locals::hasNestedWrite);
  }

  private static boolean hasNestedWrite(JVariableSymbol variable) {
    ASTVariableId id = variable.tryGetNode();
    if (id == null) {
      return true;
    }
    for (ASTNamedReferenceExpr use : id.getLocalUsages()) {
      if (use.getAccessType() == AccessType.WRITE
          && !(use.getParent().getParent() instanceof ASTExpressionStatement)
          && !(use.getParent().getParent() instanceof ASTStatementExpressionList)) {
        return true;
      }
    }
    return false;
  }
}
