package delete_on_exit_repeated;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FileSystem;

public class Clean {
  /** Once in the life of a class. */
  static class Native {
    private static final File LIBRARY = new File("codec.so");

    static {
      LIBRARY.deleteOnExit();
    }

    static String path() {
      return LIBRARY.getAbsolutePath();
    }
  }

  /** Once in the life of the program. */
  public static void main(String[] args) throws IOException {
    File lock = new File("server.lock");
    if (lock.createNewFile()) {
      lock.deleteOnExit();
    }
    prepare(lock);
  }

  private static void prepare(File lock) {
    new File(lock.getParent(), "server.pid").deleteOnExit();
  }

  public static long report(String text) throws IOException {
    Path file = Files.createTempFile("report", ".txt");
    try {
      Files.writeString(file, text);
      return Files.size(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** The user asked for it. */
  public static File dump(String text) throws IOException {
    File file = File.createTempFile("dump", ".txt");
    if (Boolean.getBoolean("dump.delete")) {
      file.deleteOnExit();
    }
    Files.writeString(file.toPath(), text);
    return file;
  }

  /** The same where the answer is kept. */
  static class Dumps {
    private static final boolean DELETED = Boolean.getBoolean("dumps.delete");
    private static final boolean TIDY = Boolean.parseBoolean(System.getProperty("dumps.tidy"));

    static File dump() throws IOException {
      File file = File.createTempFile("dump", ".txt");
      if (DELETED) {
        file.deleteOnExit();
      }
      return file;
    }

    static Path page() throws IOException {
      Path file = Files.createTempFile("page", ".txt");
      if (TIDY) {
        file.toFile().deleteOnExit();
      }
      return file;
    }
  }

  public static boolean dumps() throws IOException {
    return Dumps.dump().exists() && Files.exists(Dumps.page());
  }

  public static void staged(FileSystem files, String job) throws IOException {
    org.apache.hadoop.fs.Path staging = new org.apache.hadoop.fs.Path("/staging", job);
    files.deleteOnExit(staging);
    files.mkdirs(staging);
    files.delete(staging, true);
    files.cancelDeleteOnExit(staging);
  }

  public static String library() {
    return Native.path();
  }

  /** Extracted one time, however often it is asked for. */
  static class Extracted {
    private static boolean extracted;

    public static synchronized boolean load(byte[] library) throws IOException {
      if (extracted) {
        return true;
      }
      extract(library);
      extracted = true;
      return true;
    }

    private static void extract(byte[] library) throws IOException {
      Path file = Files.createTempFile("codec", ".so");
      file.toFile().deleteOnExit();
      Files.write(file, library);
    }
  }

  public static boolean loads(byte[] library) throws IOException {
    return Extracted.load(library);
  }

  /** Once for each folder, since afterwards it is there. */
  public static Path upload(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      folder.toFile().deleteOnExit();
    }
    return Files.createFile(folder.resolve("upload"));
  }

  /** What is deleted is another file: this one is there for good. */
  static class Cache {
    private final String name;

    Cache(String name) {
      this.name = name;
    }

    File index() throws IOException {
      File file = new File(indexName());
      if (!file.exists() && file.createNewFile()) {
        file.deleteOnExit();
      }
      return file;
    }

    boolean forget(String entry) {
      return new File(name, entry).delete();
    }

    private String indexName() {
      return name + "/index";
    }
  }

  public static boolean forgets(String name, String entry) throws IOException {
    Cache cache = new Cache(name);
    return cache.index().exists() && cache.forget(entry);
  }
}
