package io.github.leakcheck.engine;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * What to read: one module. All paths are absolute; those that do not exist are ignored.
 *
 * @param name how messages call the module ({@code artifactId})
 * @param sourceRoots folders with Java sources to judge
 * @param classFolders compiled classes of those sources (jars are allowed too)
 * @param classPath dependencies, the reactor's output folders included; not judged
 * @param release Java release of the project (8 to 25)
 * @param encoding of the sources
 * @param included says of a path inside its source root ({@code org/acme/Cache.java}) whether
 *     findings in it are wanted
 * @param engines who judges
 * @param guests a user's own rules
 * @param unwanted folders with sources that are not to be judged: nothing is said of their classes
 */
public record Scope(
    String name,
    List<Path> sourceRoots,
    List<Path> classFolders,
    List<Path> classPath,
    int release,
    Charset encoding,
    Predicate<String> included,
    Engines engines,
    Guests guests,
    List<Path> unwanted) {

  /** Who judges a class. */
  public enum Engines {
    /** Bytecode where class files are fresh, else source. */
    AUTO,
    /** Both, merged. */
    BOTH,
    SOURCE,
    BYTECODE
  }

  public Scope {
    sourceRoots = List.copyOf(sourceRoots);
    classFolders = List.copyOf(classFolders);
    classPath = List.copyOf(classPath);
    unwanted = List.copyOf(unwanted);
  }

  /** Without guests and unwanted sources. */
  public Scope(
      String name,
      List<Path> sourceRoots,
      List<Path> classFolders,
      List<Path> classPath,
      int release,
      Charset encoding,
      Predicate<String> included,
      Engines engines) {
    this(
        name,
        sourceRoots,
        classFolders,
        classPath,
        release,
        encoding,
        included,
        engines,
        Guests.NONE,
        List.of());
  }

  /** The same scope with a user's own rules. */
  public Scope with(Guests others) {
    return new Scope(
        name,
        sourceRoots,
        classFolders,
        classPath,
        release,
        encoding,
        included,
        engines,
        others,
        unwanted);
  }

  /** The same scope with other sources that are not to be judged. */
  public Scope without(List<Path> others) {
    return new Scope(
        name,
        sourceRoots,
        classFolders,
        classPath,
        release,
        encoding,
        included,
        engines,
        guests,
        others);
  }

  /** The same scope judged by others. */
  public Scope judgedBy(Engines others) {
    return new Scope(
        name,
        sourceRoots,
        classFolders,
        classPath,
        release,
        encoding,
        included,
        others,
        guests,
        unwanted);
  }
}
