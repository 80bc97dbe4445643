package io.github.leakcheck.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;

/** The declarations in the class files of folders and jars; the first of a name counts. */
final class ClassFiles {
  private static final int HEAD = 1 << 26; // no class file is larger; a longer entry is hostile

  private final Map<String, ClassHeader> headers = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> unreadable = new HashSet<>();

  private ClassFiles() {}

  static ClassFiles of(Collection<Path> roots) {
    ClassFiles files = new ClassFiles();
    for (Path root : roots) {
      try {
        files.readRoot(root);
      } catch (IOException | UncheckedIOException e) {
        files.notes.add("cannot read classes in " + root.getFileName() + ": " + e.getMessage());
      }
    }
    return files;
  }

  Collection<ClassHeader> headers() {
    return Collections.unmodifiableCollection(headers.values());
  }

  /** What could not be read, one line each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Binary names of the classes whose files could not be read, going by their paths. */
  Set<String> unreadable() {
    return Collections.unmodifiableSet(unreadable);
  }

  private void readRoot(Path root) throws IOException {
    if (Files.isDirectory(root)) {
      readFolder(root);
    } else if (Files.isRegularFile(root)) {
      readJar(root);
    }
  }

  private void readFolder(Path root) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(root)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = root.relativize(file).toString().replace('\\', '/');
      if (isClass(name)) {
        try (InputStream in = Files.newInputStream(file)) {
          add(name, in);
        }
      }
    }
  }

  private void readJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (isClass(entry.getName())) {
          try (InputStream in = zip.getInputStream(entry)) {
            add(entry.getName(), in);
          }
        }
      }
    }
  }

  /** Classes for other Java releases lie in {@code META-INF/versions}. */
  private static boolean isClass(String name) {
    return name.endsWith(".class")
        && !name.startsWith("META-INF/")
        && !name.endsWith("module-info.class")
        && !name.endsWith("package-info.class");
  }

  private void add(String file, InputStream in) throws IOException {
    try {
      ClassHeader header = HeaderVisitor.read(new ClassReader(in.readNBytes(HEAD)));
      headers.putIfAbsent(header.name(), header);
    } catch (RuntimeException e) { // what ASM throws at broken and too new classes
      unreadable.add(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
      notes.add("cannot read class file " + file + ": " + e.getMessage());
    }
  }
}
