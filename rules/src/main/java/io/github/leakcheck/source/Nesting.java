package io.github.leakcheck.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sourceforge.pmd.lang.ast.Node;
import net.sourceforge.pmd.lang.java.ast.ASTBodyDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTConstructorCall;
import net.sourceforge.pmd.lang.java.ast.ASTEnumConstant;
import net.sourceforge.pmd.lang.java.ast.ASTExecutableDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTExplicitConstructorInvocation;
import net.sourceforge.pmd.lang.java.ast.ASTFieldDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTInitializer;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTVariableAccess;
import net.sourceforge.pmd.lang.java.ast.JModifier;
import net.sourceforge.pmd.lang.java.ast.JavaNode;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.symbols.JFormalParamSymbol;
import net.sourceforge.pmd.lang.java.symbols.JVariableSymbol;

/**
 * What the classes of a file hold of their surroundings: the enclosing instance and captured local
 * variables.
 */
final class Nesting {
  private final Map<ASTTypeDeclaration, List<JVariableSymbol>> captured = new HashMap<>();
  private final Map<ASTTypeDeclaration, Boolean> outer = new HashMap<>();

  /** Lets go of all trees. */
  void clear() {
    captured.clear();
    outer.clear();
  }

  /** The declaration around a class, null for top-level classes. */
  static ASTTypeDeclaration around(JavaNode node) {
    return node.ancestors(ASTTypeDeclaration.class).first();
  }

  /** The declaration of a class in this file, null for others. */
  static ASTTypeDeclaration declaration(JClassSymbol symbol) {
    return symbol == null ? null : symbol.tryGetNode();
  }

  /** Whether objects of the class have an enclosing instance. */
  boolean hasOuter(ASTTypeDeclaration type) {
    Boolean known = outer.get(type);
    if (known == null) {
      known = computeOuter(type);
      outer.put(type, known);
    }
    return known;
  }

  private static boolean computeOuter(ASTTypeDeclaration type) {
    if (type.isTopLevel() || type.isEnum() || type.isRecord() || type.isInterface()) {
      return false;
    }
    if (type.isAnonymous() || type.isLocal()) {
      return !isInStaticContext(type);
    }
    return !type.isStatic();
  }

  private static boolean isInStaticContext(JavaNode node) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof ASTExplicitConstructorInvocation || at instanceof ASTEnumConstant) {
        return true;
      }
      if (at instanceof ASTFieldDeclaration field) {
        return field.hasModifiers(JModifier.STATIC);
      }
      if (at instanceof ASTInitializer block) {
        return block.isStatic();
      }
      if (at instanceof ASTExecutableDeclaration executable) {
        return executable.isStatic();
      }
      if (at instanceof ASTBodyDeclaration) {
        return false;
      }
    }
    return true;
  }

  /** Name of the field that holds the enclosing instance: {@code this$0}. */
  String outerField(ASTTypeDeclaration type) {
    int depth = 0;
    for (ASTTypeDeclaration at = around(type); at != null && hasOuter(at); at = around(at)) {
      depth++;
    }
    return "this$" + depth;
  }

  /** Name of the field that holds a captured variable. */
  static String capturedField(JVariableSymbol variable) {
    return "val$" + variable.getSimpleName();
  }

  /** Local variables from around the class that its objects hold, in the order of first use. */
  List<JVariableSymbol> captured(ASTTypeDeclaration type) {
    List<JVariableSymbol> known = captured.get(type);
    if (known == null) {
      known = computeCaptured(type);
      captured.put(type, known);
    }
    return known;
  }

  private List<JVariableSymbol> computeCaptured(ASTTypeDeclaration type) {
    Set<JVariableSymbol> found = new LinkedHashSet<>();
    if (isInsideBody(type)) {
      Set<ASTTypeDeclaration> seen = new HashSet<>();
      Deque<ASTTypeDeclaration> open = new ArrayDeque<>(List.of(type));
      while (!open.isEmpty()) {
        ASTTypeDeclaration next = open.poll();
        if (seen.add(next)) {
          collect(next, type, found, open);
        }
      }
    }
    return List.copyOf(found);
  }

  /** Whether the class is local, anonymous or a member of such a class. */
  private static boolean isInsideBody(ASTTypeDeclaration type) {
    for (ASTTypeDeclaration at = type; at != null; at = around(at)) {
      if (at.isLocal() || at.isAnonymous()) {
        return true;
      }
    }
    return false;
  }

  private static void collect(
      ASTTypeDeclaration from,
      ASTTypeDeclaration type,
      Set<JVariableSymbol> found,
      Deque<ASTTypeDeclaration> open) {
    from.descendants(ASTVariableAccess.class)
        .crossFindBoundaries()
        .forEach(access -> note(access.getReferencedSym(), from, type, found));
    for (ASTConstructorCall call :
        from.descendants(ASTConstructorCall.class).crossFindBoundaries()) {
      openLocal(declaration(classOf(call)), open);
    }
    openLocal(declaration(from.getSymbol().getSuperclass()), open);
  }

  private static JClassSymbol classOf(ASTConstructorCall call) {
    return Names.typeOf(call.getTypeNode()).getSymbol() instanceof JClassSymbol type ? type : null;
  }

  private static void openLocal(ASTTypeDeclaration created, Deque<ASTTypeDeclaration> open) {
    if (created != null && created.isLocal()) {
      open.add(created);
    }
  }

  private static void note(
      JVariableSymbol variable,
      ASTTypeDeclaration from,
      ASTTypeDeclaration type,
      Set<JVariableSymbol> found) {
    if (variable == null || variable.isField() || Constants.of(variable) != null) {
      return;
    }
    JavaNode declared = declaring(variable);
    if (declared != null && !isInside(declared, type) && !isInside(declared, from)) {
      found.add(variable);
    }
  }

  /** The parameters of a compact constructor have no node of their own: the record stands in. */
  private static JavaNode declaring(JVariableSymbol variable) {
    JavaNode node = variable.tryGetNode();
    if (node == null && variable instanceof JFormalParamSymbol parameter) {
      return declaration(parameter.getDeclaringSymbol().getEnclosingClass());
    }
    return node;
  }

  private static boolean isInside(JavaNode node, ASTTypeDeclaration type) {
    return node.ancestorsOrSelf().any(ancestor -> ancestor == type);
  }

  /** Classes declared in a file, outer ones before inner ones, in the order of the text. */
  static List<ASTTypeDeclaration> declarations(JavaNode file) {
    return new ArrayList<>(
        file.descendants(ASTTypeDeclaration.class).crossFindBoundaries().toList());
  }
}
