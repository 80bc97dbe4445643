package io.github.leakcheck.facts;

import java.util.Collection;
import java.util.Optional;

/**
 * What a front end can tell of the code around: declarations of any class it can see, bodies of the
 * classes it has. Implementations are safe for use by one analysis thread and never load analysed
 * classes.
 */
public interface Program {
  /** How much was looked at: the worth of "nothing releases it". */
  enum Sight {
    /** One source file. */
    FILE,
    /** All classes of the module. */
    MODULE,
    /** The module and the other modules that could use it. */
    PROGRAM
  }

  /** How much of the program {@link #classes()} covers. */
  Sight sight();

  /**
   * The declaration of a class, of the JDK and of libraries included; empty if it cannot be found.
   */
  Optional<TypeFacts> type(String name);

  /**
   * Names of the classes to judge, in a stable order. {@link #facts} finds each of them. In the
   * source engine these are the classes of one file.
   */
  Collection<String> classes();

  /** Declaration and bodies of a class to judge; empty for others. */
  Optional<ClassFacts> facts(String name);

  /**
   * The body of exactly this method (owner as declared), from the classes to judge, the other
   * modules or a library. Empty for abstract, native and JDK methods and for what cannot be found.
   */
  Optional<MethodFlow> body(MethodRef method);

  /** Known direct subclasses and implementers among the classes to judge and other modules. */
  Collection<String> directSubtypes(String name);
}
