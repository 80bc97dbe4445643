package io.github.leakcheck.source;

import io.github.leakcheck.facts.ClassFacts;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Bodies of sources that are not at hand: the files asked for last are kept. */
final class RecentFiles {
  private final SourceLookup lookup;
  private final long mostSteps;
  private final Map<String, Optional<SourceFile>> files = new LinkedHashMap<>(64, 0.75f, true);
  private long steps;

  /**
   * @param mostSteps steps of bodies that may be kept
   */
  RecentFiles(SourceLookup lookup, long mostSteps) {
    this.lookup = lookup;
    this.mostSteps = mostSteps;
  }

  /** Declaration and bodies of a class; empty if there is no source of it. */
  Optional<ClassFacts> facts(String name) {
    String outermost = outermost(name);
    Optional<SourceFile> file = files.get(outermost);
    if (file == null) {
      file = lookup.parse(name).map(found -> new SourceFile(found.tree(), found.path()).lowered());
      files.put(outermost, file);
      steps += steps(file);
      forgetOldest();
    }
    return file.filter(read -> read.classes().contains(name)).flatMap(read -> read.facts(name));
  }

  private void forgetOldest() {
    Iterator<Optional<SourceFile>> oldest = files.values().iterator();
    while (steps > mostSteps && files.size() > 1) {
      steps -= steps(oldest.next());
      oldest.remove();
    }
  }

  private static int steps(Optional<SourceFile> file) {
    return file.map(SourceFile::steps).orElse(0);
  }

  private static String outermost(String name) {
    int dollar = name.indexOf('$', name.lastIndexOf('.') + 2);
    return dollar < 0 ? name : name.substring(0, dollar);
  }
}
