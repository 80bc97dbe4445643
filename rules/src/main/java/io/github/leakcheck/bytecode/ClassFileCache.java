package io.github.leakcheck.bytecode;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the class files used last, up to a number of bytes. */
final class ClassFileCache {
  private static final int MOST_BYTES = 6 << 20;

  private final Map<String, ClassFile> files = new LinkedHashMap<>(64, 0.75f, true);
  private int bytes;

  /** Null if it is not kept. */
  ClassFile get(String name) {
    return files.get(name);
  }

  void put(String name, ClassFile file) {
    files.put(name, file);
    bytes += file.weight();
    Iterator<ClassFile> oldest = files.values().iterator();
    while (bytes > MOST_BYTES && files.size() > 1) {
      bytes -= oldest.next().weight();
      oldest.remove();
    }
  }
}
