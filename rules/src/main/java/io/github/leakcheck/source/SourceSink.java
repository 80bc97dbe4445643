package io.github.leakcheck.source;

import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;

/** Takes parsed files one by one; called by PMD's threads. */
@FunctionalInterface
public interface SourceSink {
  /** {@code path}: absolute path of the file. */
  void read(String path, ASTCompilationUnit file);

  /** Whether the file of this absolute path is wanted. */
  default boolean wants(String path) {
    return true;
  }
}
