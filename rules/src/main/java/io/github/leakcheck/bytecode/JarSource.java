package io.github.leakcheck.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A jar. Of multi-release jars the classes of the project's release are read. Entries are asked for
 * by class name only, nothing is unpacked.
 */
final class JarSource implements ClassSource {
  private final Path path;
  private final JarFile jar;
  private final Notes notes;

  private JarSource(Path path, JarFile jar, Notes notes) {
    this.path = path;
    this.jar = jar;
    this.notes = notes;
  }

  static ClassSource open(Path path, int release, Notes notes) {
    try {
      Runtime.Version version = Runtime.Version.parse(String.valueOf(Math.max(release, 8)));
      JarFile jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, version);
      return new JarSource(path, jar, notes);
    } catch (IOException | RuntimeException failed) {
      notes.add(path.getFileName() + ": is no readable jar, " + failed.getMessage());
      return new EmptySource(path.toString());
    }
  }

  @Override
  public byte[] read(String name) {
    String wanted = ClassSource.path(name);
    try {
      ZipEntry entry = wanted == null ? null : jar.getEntry(wanted);
      return entry == null ? null : bytes(entry);
    } catch (IOException | RuntimeException failed) {
      notes.add(name + ": cannot be read from " + path.getFileName() + ", " + failed);
      return null;
    }
  }

  private byte[] bytes(ZipEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        notes.add(entry.getName() + ": too large");
        return null;
      }
      return bytes;
    }
  }

  @Override
  public Collection<String> names() {
    Collection<String> names = new TreeSet<>();
    jar.stream()
        .filter(entry -> !entry.isDirectory())
        .map(entry -> ClassSource.className(entry.getName()))
        .filter(name -> name != null)
        .forEach(names::add);
    return names;
  }

  @Override
  public String label() {
    return path.toString();
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
