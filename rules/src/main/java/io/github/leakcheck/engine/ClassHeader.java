package io.github.leakcheck.engine;

import java.util.List;
import java.util.Set;

/**
 * What a class file says of its declaration.
 *
 * @param name binary name with dots and {@code $}
 * @param sourceFile name of the source file; empty if the class file does not tell
 * @param nested binary names of the nested classes that it knows, its own included
 */
record ClassHeader(
    String name, String sourceFile, Set<String> fields, List<Method> methods, Set<String> nested) {

  /**
   * A method in a class file.
   *
   * @param firstLine lowest source line of its code, 0 if it has none
   * @param lastLine highest source line of its code, 0 if it has none
   */
  record Method(String name, int parameters, boolean synthetic, int firstLine, int lastLine) {}

  /** Path that the source file has inside its root ({@code org/acme/Cache.java}). */
  String sourcePath() {
    int dot = name.lastIndexOf('.');
    String folder = dot < 0 ? "" : name.substring(0, dot + 1).replace('.', '/');
    String simple = name.substring(dot + 1);
    int dollar = simple.indexOf('$', 1);
    String top = dollar < 0 ? simple : simple.substring(0, dollar);
    return folder + (sourceFile.isEmpty() ? top + ".java" : sourceFile);
  }

  /** Kotlin, Groovy and Scala compilers name their own files. */
  boolean isJava() {
    return sourceFile.isEmpty() || sourceFile.endsWith(".java");
  }
}
