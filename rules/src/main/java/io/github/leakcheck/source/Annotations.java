package io.github.leakcheck.source;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import net.sourceforge.pmd.lang.java.ast.ASTAnnotation;
import net.sourceforge.pmd.lang.java.ast.ASTLocalVariableDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTStatement;
import net.sourceforge.pmd.lang.java.ast.Annotatable;
import net.sourceforge.pmd.lang.java.symbols.AnnotableSymbol;
import net.sourceforge.pmd.lang.java.symbols.SymbolicValue.SymAnnot;

/** Names of annotations. */
final class Annotations {
  private Annotations() {}

  /** Simple names of those written at a declaration. */
  static Set<String> simple(Annotatable node) {
    Set<String> names = new LinkedHashSet<>();
    for (ASTAnnotation annotation : node.getDeclaredAnnotations()) {
      names.add(annotation.getSimpleName());
    }
    return names;
  }

  /** Simple to qualified names of those written at a declaration. */
  static Map<String, String> qualified(Annotatable node) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (ASTAnnotation annotation : node.getDeclaredAnnotations()) {
      byName.put(annotation.getSimpleName(), new Names().of(annotation.getTypeNode()));
    }
    return byName;
  }

  /** Whether Lombok closes the local variable that is declared here. */
  static boolean isCleanedUp(ASTStatement statement) {
    return statement instanceof ASTLocalVariableDeclaration declaration
        && declaration
            .getDeclaredAnnotations()
            .any(annotation -> annotation.getSimpleName().equals("Cleanup"));
  }

  /** Simple names of those of a class file. */
  static Set<String> simple(AnnotableSymbol symbol) {
    return qualified(symbol).keySet();
  }

  /** Simple to qualified names of those of a class file. */
  static Map<String, String> qualified(AnnotableSymbol symbol) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (SymAnnot annotation : symbol.getDeclaredAnnotations()) {
      String name = annotation.getBinaryName();
      byName.put(name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1), name);
    }
    return byName;
  }
}
