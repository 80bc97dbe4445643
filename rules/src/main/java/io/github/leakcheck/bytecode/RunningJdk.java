package io.github.leakcheck.bytecode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The run-time image of the running JVM. */
final class RunningJdk implements JdkApi {
  private final FileSystem image;
  private final Map<String, List<Path>> modules = new HashMap<>();

  RunningJdk(Notes notes) {
    this.image = image(notes);
  }

  private static FileSystem image(Notes notes) {
    try {
      return FileSystems.getFileSystem(URI.create("jrt:/"));
    } catch (ProviderNotFoundException missing) {
      notes.add("JDK classes cannot be read: " + missing.getMessage());
      return null;
    }
  }

  @Override
  public byte[] read(String name) {
    Path file = file(name);
    try {
      return file == null ? null : Files.readAllBytes(file);
    } catch (IOException unreadable) {
      return null;
    }
  }

  @Override
  public boolean contains(String name) {
    return file(name) != null;
  }

  private Path file(String name) {
    String path = ClassSource.path(name);
    int end = name.lastIndexOf('.');
    if (image == null || path == null || end < 0) {
      return null;
    }
    try {
      for (Path module : modules.computeIfAbsent(name.substring(0, end), this::modulesOf)) {
        Path file = module.resolve(path);
        if (Files.exists(file)) {
          return file;
        }
      }
    } catch (InvalidPathException strange) {
      return null;
    }
    return null;
  }

  private List<Path> modulesOf(String packageName) {
    List<Path> found = new ArrayList<>();
    Path links = image.getPath("/packages", packageName);
    if (!Files.isDirectory(links)) {
      return found;
    }
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(links)) {
      for (Path link : stream) {
        found.add(image.getPath("/modules", link.getFileName().toString()));
      }
    } catch (IOException unreadable) {
      return found;
    }
    return found;
  }
}
