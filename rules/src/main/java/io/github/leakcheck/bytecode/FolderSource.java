package io.github.leakcheck.bytecode;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.TreeSet;

/** An output folder. Symbolic links to folders are not followed. */
final class FolderSource implements ClassSource {
  private final Path root;
  private final Notes notes;

  FolderSource(Path root, Notes notes) {
    this.root = root.toAbsolutePath().normalize();
    this.notes = notes;
  }

  @Override
  public byte[] read(String name) {
    String path = ClassSource.path(name);
    try {
      Path file = path == null ? null : root.resolve(path).normalize();
      if (file == null || !file.startsWith(root) || !Files.isRegularFile(file)) {
        return null;
      }
      if (Files.size(file) > LARGEST) {
        notes.add(file + ": too large");
        return null;
      }
      return Files.readAllBytes(file);
    } catch (InvalidPathException strange) {
      return null;
    } catch (IOException failed) {
      notes.add(name + ": cannot be read, " + failed);
      return null;
    }
  }

  @Override
  public Collection<String> names() {
    Collection<String> names = new TreeSet<>();
    try {
      Files.walkFileTree(root, new Collector(names));
    } catch (IOException failed) {
      notes.add(root + ": cannot be listed, " + failed);
    }
    return names;
  }

  @Override
  public String label() {
    return root.toString();
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final Collection<String> names;

    Collector(Collection<String> names) {
      this.names = names;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = root.relativize(file).toString();
      String name = ClassSource.className(path.replace(root.getFileSystem().getSeparator(), "/"));
      if (name != null) {
        names.add(name);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) {
      notes.add(file + ": cannot be read, " + failed);
      return FileVisitResult.CONTINUE;
    }
  }
}
