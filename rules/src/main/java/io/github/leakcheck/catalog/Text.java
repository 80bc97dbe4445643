package io.github.leakcheck.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file by lines, and how messages call it.
 *
 * @param name path as its reader knows it
 */
record Text(String name, List<String> lines) {
  Text {
    lines = List.copyOf(lines);
  }

  /** A resource beside this class, found through its own class loader. */
  static Text resource(String path) {
    try (InputStream in = Text.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new CatalogException(
            path, 0, "no such resource", "Name only existing folders in leaks/index.txt.");
      }
      return decoded(path, in.readAllBytes());
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** A user's file. */
  static Text file(Path path) {
    try {
      return decoded(path.toString(), Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      throw new CatalogException(
          path.toString(), 0, "no such file", "Mend the path or make the file.");
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  private static Text decoded(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return of(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new CatalogException(name, 0, "not UTF-8", "Save the file as UTF-8.");
    }
  }

  static Text of(String name, String content) {
    return new Text(name, content.lines().toList());
  }

  private static CatalogException unreadable(String name, IOException e) {
    return new CatalogException(
        name, 0, "cannot be read (" + e + ")", "Make it a readable text file.");
  }

  /** Wrong at a line, counted from 1. */
  CatalogException error(int line, String wrong, String mend) {
    return new CatalogException(name, line, wrong, mend);
  }
}
