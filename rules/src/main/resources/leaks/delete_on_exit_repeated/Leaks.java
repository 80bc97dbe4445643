package delete_on_exit_repeated;

import java.util.concurrent.ConcurrentHashMap;
import java.util.Map;
import java.nio.file.FileStore;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;

public class Leaks {
  public static File report(String text) throws IOException {
    File file = File.createTempFile("report", ".txt");
    file.deleteOnExit(); // LEAK
    Files.writeString(file.toPath(), text);
    return file;
  }

  public static List<Path> split(List<String> pages) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String page : pages) {
      Path file = Files.createTempFile("page", ".txt");
      file.toFile().deleteOnExit(); // LEAK
      files.add(Files.writeString(file, page));
    }
    return files;
  }

  /** Deleting the file does not take its path out of the list. */
  public static long deletedAtOnce(InputStream upload) throws IOException {
    File file = File.createTempFile("upload", null);
    file.deleteOnExit(); // LEAK
    try {
      Files.copy(upload, file.toPath(), StandardCopyOption.REPLACE_EXISTING);
      return file.length();
    } finally {
      Files.delete(file.toPath());
    }
  }

  static class Workspace {
    private final File folder;

    Workspace(File parent, String job) {
      folder = new File(parent, job);
      if (folder.mkdirs()) {
        folder.deleteOnExit(); // LEAK
      }
    }
  }

  public static File workspace(File parent, String job) {
    return new Workspace(parent, job).folder;
  }

  public static void methodReference(List<File> files) {
    files.forEach(File::deleteOnExit); // MISSED: only calls are looked at, not method references
  }

  public static void staged(FileSystem files, String job) throws IOException {
    org.apache.hadoop.fs.Path staging = new org.apache.hadoop.fs.Path("/staging", job);
    files.mkdirs(staging);
    files.deleteOnExit(staging); // LEAK
  }

  /** A question of its own about deleting is no failed attempt to delete. */
  abstract static class Upload {
    abstract boolean deleteOnExit();

    File store() throws IOException {
      File file = File.createTempFile("upload", ".tmp");
      if (deleteOnExit()) {
        file.deleteOnExit(); // LEAK
      }
      return file;
    }
  }

  public static File stores(Upload upload) throws IOException {
    return upload.store();
  }

  /** Done once for each store, since the answer is remembered. */
  static class Clocks {
    private static final Map<FileStore, Long> RESOLUTIONS = new ConcurrentHashMap<>();

    static long resolution(FileStore store, Path folder) throws IOException {
      Long known = RESOLUTIONS.get(store);
      if (known == null) {
        known = measure(folder);
        RESOLUTIONS.put(store, known);
      }
      return known;
    }

    private static long measure(Path folder) throws IOException {
      File probe = File.createTempFile("probe", null, folder.toFile());
      probe.deleteOnExit(); // LEAK(low)
      return probe.lastModified();
    }
  }

  /** Made when it is missing, and deleted when the queue is discarded: it will be missing again. */
  static class Pages {
    private final String session;

    Pages(String session) {
      this.session = session;
    }

    File pages() throws IOException {
      File file = new File(name());
      if (!file.exists() && file.createNewFile()) {
        file.deleteOnExit(); // LEAK
      }
      return file;
    }

    boolean discard() {
      return new File(name()).delete();
    }

    private String name() {
      return "pages/" + session;
    }
  }

  public static boolean discards(String session) throws IOException {
    Pages pages = new Pages(session);
    return pages.pages().exists() && pages.discard();
  }

  /** The mark beside a book has the same path whenever the book is opened: as many as books. */
  static class Bookmark {
    private final File mark;

    Bookmark(String book) {
      this(new File(book), null);
    }

    Bookmark(File book, String folder) {
      File parent = new File(folder == null ? System.getProperty("java.io.tmpdir") : folder);
      mark = new File(parent, book.getName() + ".open");
    }

    boolean open() throws IOException {
      boolean free = mark.createNewFile();
      mark.deleteOnExit(); // LEAK(low)
      return free;
    }
  }

  interface Shelf {
    File getBook();

    Path getFolder();
  }

  public static boolean opens(File book, Shelf shelf) throws IOException {
    String folder = shelf.getFolder().toString();
    return new Bookmark(book, null).open()
        && new Bookmark("index").open()
        && new Bookmark(shelf.getBook(), folder).open();
  }

  /** The same of the draft beside a letter. */
  public static Path draft(Path letter) throws IOException {
    Path draft = letter.resolveSibling(letter.getFileName() + ".draft");
    draft.toFile().deleteOnExit(); // LEAK(low)
    return Files.copy(letter, draft);
  }

  /** In a folder that is given, but new each time. */
  public static File scratch(File folder) throws IOException {
    File page = new File(folder, "page-" + System.nanoTime());
    page.deleteOnExit(); // LEAK
    return page;
  }
}
