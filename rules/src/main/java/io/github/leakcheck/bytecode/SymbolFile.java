package io.github.leakcheck.bytecode;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * {@code lib/ct.sym}: the declarations of earlier releases, which {@code javac --release} compiles
 * against. Folders are named by the releases whose classes they hold, a letter or digit each (A is
 * 10), then the module.
 */
final class SymbolFile implements JdkApi {
  private final ZipFile zip;
  private final Map<String, String> entries;
  private final RunningJdk running;
  private final Notes notes;

  private SymbolFile(ZipFile zip, Map<String, String> entries, RunningJdk running, Notes notes) {
    this.zip = zip;
    this.entries = entries;
    this.running = running;
    this.notes = notes;
  }

  /** Null if the running JDK has no such file or it does not know the release. */
  static JdkApi open(int release, RunningJdk running, Notes notes) {
    File file = Path.of(System.getProperty("java.home"), "lib", "ct.sym").toFile();
    try {
      ZipFile zip = new ZipFile(file);
      Map<String, String> entries = index(zip, release);
      if (entries.containsKey("java/lang/Object")) {
        return new SymbolFile(zip, entries, running, notes);
      }
      zip.close();
    } catch (IOException | RuntimeException unreadable) {
      // as if it did not know the release
    }
    int feature = Runtime.version().feature();
    notes.remark(
        "JDK " + feature + " stands for that of release " + release + ": no ct.sym for it");
    return null;
  }

  private static Map<String, String> index(ZipFile zip, int release) {
    char letter = Character.toUpperCase(Character.forDigit(release, Character.MAX_RADIX));
    Map<String, String> entries = new HashMap<>(1 << 15);
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      String entry = all.nextElement().getName();
      int releases = entry.indexOf('/');
      int module = entry.indexOf('/', releases + 1);
      if (module > 0 && entry.endsWith(".sig") && holds(entry, releases, letter)) {
        entries.put(entry.substring(module + 1, entry.length() - ".sig".length()), entry);
      }
    }
    return entries;
  }

  private static boolean holds(String entry, int end, char letter) {
    String releases = entry.substring(0, end).toUpperCase(Locale.ROOT);
    return releases.indexOf(letter) >= 0 && releases.indexOf('-') < 0;
  }

  @Override
  public byte[] read(String name) {
    String entry = entries.get(name.replace('.', '/'));
    if (entry == null) {
      return null;
    }
    try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      return in.readAllBytes();
    } catch (IOException | RuntimeException failed) {
      notes.add(name + ": cannot be read from ct.sym, " + failed);
      return running.read(name);
    }
  }

  @Override
  public boolean contains(String name) {
    return entries.containsKey(name.replace('.', '/'));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
