package io.github.leakcheck.bytecode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;

/** The classes of the module and of the modules around it: names first, headers when needed. */
final class OwnClasses {
  private final Map<String, ClassSource> sources = new LinkedHashMap<>();
  private final Map<String, List<String>> subtypes = new HashMap<>();
  private final Collection<String> judged = new TreeSet<>();
  private final ClassFileReader reader;
  private final Names names;
  private final Notes notes;
  private boolean indexed;

  OwnClasses(ClassFileReader reader, Names names, Notes notes) {
    this.reader = reader;
    this.names = names;
    this.notes = notes;
  }

  /** Adds what the source holds; of equal names the first one added counts. */
  void add(ClassSource source, Predicate<String> judge) {
    for (String name : source.names()) {
      if (sources.putIfAbsent(name, source) == null && judge.test(name)) {
        judged.add(name);
      }
    }
  }

  /** Null if it is none of these or cannot be read. */
  byte[] read(String name) {
    ClassSource source = sources.get(name);
    return source == null ? null : source.read(name);
  }

  boolean contains(String name) {
    return sources.containsKey(name);
  }

  /** Those to judge, without those that cannot be read. */
  Collection<String> judged() {
    index();
    return judged;
  }

  List<String> directSubtypes(String name) {
    index();
    return List.copyOf(subtypes.getOrDefault(name, List.of()));
  }

  private void index() {
    if (indexed) {
      return;
    }
    indexed = true;
    for (String name : sources.keySet()) {
      if (!index(name)) {
        judged.remove(name);
      }
    }
  }

  private boolean index(String name) {
    byte[] bytes = read(name);
    if (bytes == null) {
      notes.add(name + ": is not in " + sources.get(name).label());
      return false;
    }
    return reader.guarded(name, () -> indexHeader(name, new ClassReader(bytes))).orElse(false);
  }

  private boolean indexHeader(String name, ClassReader header) {
    String own = names.binary(header.getClassName());
    if (!own.equals(name)) {
      notes.add(name + ": holds the class " + own);
      return false;
    }
    if (header.getSuperName() != null) {
      addSubtype(header.getSuperName(), name);
    }
    for (String parent : header.getInterfaces()) {
      addSubtype(parent, name);
    }
    return true;
  }

  private void addSubtype(String parent, String name) {
    subtypes.computeIfAbsent(names.binary(parent), p -> new ArrayList<>()).add(name);
  }
}
