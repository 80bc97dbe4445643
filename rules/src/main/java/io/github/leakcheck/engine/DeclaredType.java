package io.github.leakcheck.engine;

import java.util.List;
import java.util.Set;

/**
 * A class that source declares as a member or at top level.
 *
 * @param name binary name with dots and {@code $}
 * @param fields names of some of its fields
 * @param firstLine of the declaration, annotations included
 */
record DeclaredType(
    String name, Set<String> fields, List<Method> methods, int firstLine, int lastLine) {

  /** A declared method or constructor ({@code <init>}) with its lines, annotations included. */
  record Method(String name, int parameters, int firstLine, int lastLine) {}
}
