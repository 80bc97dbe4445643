package io.github.leakcheck.source;

import io.github.leakcheck.facts.Program;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;

/** Facts of one parsed file. Not written yet: this one reads nothing. */
public final class SourceProgram {
  private SourceProgram() {}

  public static Program of(ASTCompilationUnit unit, Program libraries) {
    return libraries;
  }
}
