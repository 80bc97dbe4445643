package io.github.leakcheck.source;

import io.github.leakcheck.facts.MethodRef;
import net.sourceforge.pmd.lang.java.ast.ASTAmbiguousName;

/** Dotted names of which nothing could be found: judged by how Java programmers write names. */
final class Qualified {
  private Qualified() {}

  /** Whether the last part is written like a class name. */
  static boolean isType(ASTAmbiguousName name) {
    String text = name.getName();
    String last = text.substring(text.lastIndexOf('.') + 1);
    return Character.isUpperCase(last.charAt(0)) && !last.equals(last.toUpperCase())
        || last.length() == 1 && Character.isUpperCase(last.charAt(0));
  }

  /** Binary name of the class if it is written with its package, else unknown. */
  static String owner(ASTAmbiguousName name) {
    StringBuilder owner = new StringBuilder();
    boolean inClass = false;
    for (String part : name.getName().split("\\.")) {
      if (owner.length() > 0) {
        owner.append(inClass ? '$' : '.');
      }
      inClass |= Character.isUpperCase(part.charAt(0));
      owner.append(part);
    }
    boolean packaged = !Character.isUpperCase(owner.charAt(0)) && owner.indexOf(".") > 0;
    return packaged ? owner.toString() : MethodRef.UNKNOWN;
  }
}
