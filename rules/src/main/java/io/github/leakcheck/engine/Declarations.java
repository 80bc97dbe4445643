package io.github.leakcheck.engine;

import java.util.List;

/**
 * Finds the classes, methods and fields that a source file declares, without parsing bodies: an
 * order of magnitude cheaper than a parser, which is the point of asking class files first.
 *
 * @param packageName empty for the unnamed package
 */
record Declarations(String packageName, List<DeclaredType> types) {

  static Declarations scan(String text) {
    return new DeclarationScan(new Tokens(text)).file();
  }
}
