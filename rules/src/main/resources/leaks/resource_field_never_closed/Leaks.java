package resource_field_never_closed;

import java.io.Closeable;
import java.sql.Statement;
import java.sql.SQLException;
import java.sql.Connection;
import java.io.RandomAccessFile;
import java.io.OutputStream;
import java.io.FileOutputStream;
import java.io.File;
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

  /** Opens a file when there is too much, and closes it only where it reads from there. */
  static final class Buffer implements AutoCloseable {
    private final File store;
    private OutputStream spill;
    private int size;

    Buffer(File store) {
      this.store = store;
    }

    void add(int value) throws IOException {
      if (size++ == 1000) {
        spill = new FileOutputStream(store);
      }
      if (spill != null) {
        spill.write(value);
      }
    }

    InputStream read() throws IOException {
      if (spill != null) {
        spill.close();
        spill = null;
      }
      return InputStream.nullInputStream();
    }

    @Override
    public void close() { // LEAK
      store.delete();
    }
  }

  static class Report implements AutoCloseable {
    protected final BufferedWriter out;

    Report(String file) throws IOException {
      out = new BufferedWriter(new FileWriter(file));
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** Hides the method that closes. */
  static final class HtmlReport extends Report {
    HtmlReport(String file) throws IOException {
      super(file);
    }

    @Override
    public void close() throws IOException { // LEAK
      out.write("</html>");
      out.flush();
    }
  }

  /** Whoever makes one leaves both to it. */
  static final class Entries implements AutoCloseable {
    private final ZipFile zip;
    private final InputStream keys;

    private Entries(ZipFile zip, InputStream keys) {
      this.zip = zip;
      this.keys = keys;
    }

    static Entries open(String file) throws IOException {
      ZipFile zip = new ZipFile(file); // LEAK: unclosed-zip-file
      InputStream keys = new FileInputStream(file + ".keys");
      return new Entries(zip, keys);
    }

    int first() throws IOException {
      return zip.size() + keys.read();
    }

    @Override
    public void close() throws IOException { // LEAK
      zip.close();
    }
  }

  /** No AutoCloseable, and still there to be closed. */
  static class Table {
    private final RandomAccessFile rows;

    Table(String file) throws IOException {
      this.rows = new RandomAccessFile(file, "rw");
    }

    int next() throws IOException {
      return rows.read();
    }

    void close() {
      try {
        rows.close();
      } catch (IOException e) {
        throw new IllegalStateException("not closed", e);
      }
    }
  }

  static final class KeyTable extends Table {
    KeyTable(String file) throws IOException {
      super(file + ".keys");
    }
  }

  static final class Database {
    private final Table rows;
    private final Table keys;

    Database(String file) throws IOException {
      this.rows = new Table(file);
      this.keys = new KeyTable(file);
    }

    int first() throws IOException {
      return rows.next() + keys.next();
    }

    void close() { // LEAK
      rows.close();
    }
  }

  /** Made when it is first asked for, which is nobody else's to close. */
  static final class Schema {
    private final Connection connection;
    private Statement statement;

    Schema(Connection connection) {
      this.connection = connection;
    }

    private Statement statement() throws SQLException {
      if (statement == null) {
        statement = connection.createStatement();
      }
      return statement;
    }

    void apply(String command) throws SQLException {
      statement().executeUpdate(command);
    }

    void release() throws SQLException { // LEAK
      connection.commit();
    }
  }

  static class Tape implements Closeable {
    private final InputStream reel;

    Tape(File file) throws IOException {
      reel = new FileInputStream(file);
    }

    int next() throws IOException {
      return reel.read();
    }

    @Override
    public void close() throws IOException {
      reel.close();
    }
  }

  /** Another subclass remembers what this one forgets. */
  static final class Loud extends Tape {
    Loud(File file) throws IOException {
      super(file);
    }

    @Override
    public void close() throws IOException { // LEAK
      System.out.println("stopped");
    }
  }

  static final class Counted extends Tape {
    private int stops;

    Counted(File file) throws IOException {
      super(file);
    }

    @Override
    public void close() throws IOException {
      stops++;
      super.close();
    }
  }
}
