package io.github.leakcheck.engine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.sourceforge.pmd.util.AuxClasspathLoader;

/**
 * The class path that PMD resolves names with: class files, and for sources of the module that have
 * none, class files without bodies, made from their declarations when they are asked for. Nothing
 * is ever loaded from it.
 */
final class Headers extends ClassLoader implements AutoCloseable {
  private static final String CLASS = ".class";

  private final AuxClasspathLoader classPath;
  private final Map<String, Sources.File> declared;
  private final Texts texts;
  private final Map<String, byte[]> written = new HashMap<>();
  private final Map<String, Boolean> known = new HashMap<>();
  private final Set<String> read = new HashSet<>();

  /**
   * @param classPath of folders and jars, as PMD takes it
   * @param declared sources by the binary names of the classes they declare
   */
  Headers(String classPath, Map<String, Sources.File> declared, Texts texts) {
    super(null);
    this.classPath = AuxClasspathLoader.create(classPath);
    this.declared = declared;
    this.texts = texts;
  }

  @Override
  public synchronized InputStream getResourceAsStream(String path) {
    InputStream compiled = classPath.findResource(path);
    if (compiled != null || !path.endsWith(CLASS)) {
      return compiled;
    }
    String name = path.substring(0, path.length() - CLASS.length()).replace('/', '.');
    byte[] header = header(name);
    return header == null ? null : new ByteArrayInputStream(header);
  }

  private byte[] header(String name) {
    Sources.File file = declared.get(name);
    if (file != null && read.add(file.inside())) {
      texts
          .text(file.path().toString())
          .ifPresent(text -> HeaderWriter.write(text.text(), exists(), written::putIfAbsent));
    }
    return written.get(name);
  }

  /** Whether there is a class of this binary name. */
  private Predicate<String> exists() {
    return name -> declared.containsKey(name) || known.computeIfAbsent(name, this::isCompiled);
  }

  private boolean isCompiled(String name) {
    try (InputStream found = classPath.findResource(name.replace('.', '/') + CLASS)) {
      return found != null;
    } catch (java.io.IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      classPath.close();
    } catch (java.io.IOException e) {
      // it was only read
    }
  }
}
