package io.github.leakcheck.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** A place that holds class files. */
interface ClassSource extends Closeable {
  /** Larger class files are not read. */
  int LARGEST = 32 << 20;

  /** The class file of a binary name, null if there is none or it cannot be read. */
  byte[] read(String name);

  /** Binary names of all classes in it; module and package descriptors left out. */
  Collection<String> names();

  /** Where it lies, for messages. */
  String label();

  @Override
  default void close() throws IOException {}

  /**
   * A source for a folder or jar; an empty one for anything else. A missing folder is not worth a
   * note: modules without classes have none.
   */
  static ClassSource open(Path path, int release, Notes notes) {
    if (Files.isDirectory(path)) {
      return new FolderSource(path, notes);
    }
    if (Files.exists(path)) {
      return JarSource.open(path, release, notes);
    }
    if (path.toString().endsWith(".jar")) {
      notes.add(path.getFileName() + ": does not exist");
    }
    return new EmptySource(path.toString());
  }

  /**
   * The binary name of a class file's path ({@code org/acme/Cache.class}), null if it holds no
   * class.
   */
  static String className(String path) {
    boolean wanted =
        path.endsWith(".class")
            && !path.endsWith("module-info.class")
            && !path.endsWith("package-info.class")
            && !path.startsWith("META-INF/");
    return wanted ? path.substring(0, path.length() - ".class".length()).replace('/', '.') : null;
  }

  /** The path of a class file, null for names that no class has. */
  static String path(String name) {
    boolean plausible =
        !name.isEmpty()
            && name.charAt(0) != '.'
            && name.chars().noneMatch(c -> c < ' ' || c == '/' || c == '\\' || c == '[');
    return plausible ? name.replace('.', '/') + ".class" : null;
  }
}
