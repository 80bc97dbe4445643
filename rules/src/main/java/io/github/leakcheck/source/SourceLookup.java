package io.github.leakcheck.source;

import java.util.Optional;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;

/** Finds the sources of a module beside those at hand. */
public interface SourceLookup {
  /**
   * A parsed file.
   *
   * @param path how findings are to name it
   */
  record Found(String path, ASTCompilationUnit tree) {}

  /** Finds none. */
  SourceLookup NONE =
      new SourceLookup() {
        @Override
        public Optional<Found> parse(String className) {
          return Optional.empty();
        }

        @Override
        public boolean isWhole() {
          return false;
        }
      };

  /** The file that declares the class of this binary name; empty if there is none to be read. */
  Optional<Found> parse(String className);

  /** Whether all sources of the module are judged together. */
  boolean isWhole();
}
