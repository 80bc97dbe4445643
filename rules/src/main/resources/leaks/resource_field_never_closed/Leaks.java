package resource_field_never_closed;

import java.io.BufferedWriter;
import java.io.FileInputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipFile;

public class Leaks {
  static void journalWithoutClose() throws IOException {
    new Journal("journal.log").write("started");
  }

  static void archiveForgotten() throws IOException {
    try (Archive archive = new Archive("a.zip", "index")) {
      archive.size();
    }
  }

  /** No way to close at all. */
  static final class Journal {
    private final BufferedWriter writer;

    Journal(String file) throws IOException {
      this.writer = new BufferedWriter(new FileWriter(file)); // LEAK
    }

    void write(String line) throws IOException {
      writer.write(line);
    }
  }

  /** Closes one of two. */
  static final class Archive implements AutoCloseable {
    private final ZipFile zip;
    private final FileInputStream index;

    Archive(String zip, String index) throws IOException {
      this.zip = new ZipFile(zip); // LEAK: unclosed-zip-file
      this.index = new FileInputStream(index);
    }

    int size() {
      return zip.size();
    }

    int first() throws IOException {
      return index.read();
    }

    @Override
    public void close() throws IOException { // LEAK
      zip.close();
    }
  }

  abstract static class Base {
    protected InputStream in;
  }

  static final class Derived extends Base {
    void open(String file) throws IOException {
      in = new FileInputStream(file);
    }

    void stop() { // LEAK
      in = null;
    }
  }
}
