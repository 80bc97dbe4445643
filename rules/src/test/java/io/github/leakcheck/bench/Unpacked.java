package io.github.leakcheck.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A release's sources jar, unpacked once beside it. */
final class Unpacked {
  private Unpacked() {}

  /** The folder with the sources; made if missing. */
  static Path sources(Path folder) throws IOException {
    Path target = folder.resolve("sources-unpacked");
    if (Files.isDirectory(target)) {
      return target;
    }
    Path partial = Files.createTempDirectory(folder, "unpacking");
    try (ZipFile zip = new ZipFile(folder.resolve("sources.jar").toFile())) {
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        unpack(zip, e.nextElement(), partial);
      }
    }
    return Files.move(partial, target);
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
    if (entry.isDirectory() || !entry.getName().endsWith(".java")) {
      return;
    }
    Path file = folder.resolve(entry.getName()).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("entry leaves its folder: " + entry.getName());
    }
    Files.createDirectories(file.getParent());
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
