package resource_field_never_closed;

import java.util.List;
import java.io.RandomAccessFile;
import java.io.BufferedWriter;
import java.io.FileInputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;

public class Clean {
  static final class Journal implements AutoCloseable {
    private final BufferedWriter writer;

    Journal(String file) throws IOException {
      this.writer = new BufferedWriter(new FileWriter(file));
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  /** Released by a helper of the class. */
  static final class Index {
    private InputStream in;

    void open(String file) throws IOException {
      in = new FileInputStream(file);
    }

    void stop() {
      closeQuietly(in);
      in = null;
    }

    private static void closeQuietly(InputStream in) {
      try {
        if (in != null) {
          in.close();
        }
      } catch (IOException e) {
        // nothing left to do
      }
    }
  }

  /** Handed out: the caller closes. */
  static final class Source {
    private final InputStream in;

    Source(String file) throws IOException {
      in = new FileInputStream(file);
    }

    InputStream stream() {
      return in;
    }
  }

  /** Not opened here. */
  static final class Borrower {
    private final InputStream in;

    Borrower(InputStream in) {
      this.in = in;
    }

    int read() throws IOException {
      return in.read();
    }
  }

  /** The outer class releases what the inner one opened. */
  static final class Outer implements AutoCloseable {
    private final Inner inner = new Inner();

    @Override
    public void close() throws IOException {
      inner.in.close();
    }

    private static final class Inner {
      private InputStream in;

      void open() throws IOException {
        in = new FileInputStream("inner");
      }
    }
  }

  /** Opens what the class it extends closes. */
  abstract static class Base {
    protected InputStream in;

    void close() throws IOException {
      if (in != null) {
        in.close();
      }
    }
  }

  static final class Derived extends Base {
    void open(String file) throws IOException {
      in = new FileInputStream(file);
    }
  }

  /** Ends by a method of another name, and by its work in a thread. */
  static final class Pump implements Runnable, AutoCloseable {
    private final InputStream in;
    private final BufferedWriter out;
    private volatile boolean closed;

    Pump(String from, String to) throws IOException {
      in = new FileInputStream(from);
      try {
        out = new BufferedWriter(new FileWriter(to));
      } catch (IOException e) {
        in.close();
        throw e;
      }
    }

    @Override
    public void run() {
      try (BufferedWriter writer = out) {
        for (int c = in.read(); c >= 0 && !closed; c = in.read()) {
          writer.write(c);
        }
      } catch (IOException e) {
        System.err.println(e);
      }
    }

    void done() throws IOException {
      in.close();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** The field holds it only while one method works. */
  static final class Checker implements AutoCloseable {
    private InputStream in;
    private int checked;

    boolean check(String file) throws IOException {
      open(file);
      try {
        return in.read() == '#';
      } finally {
        in.close();
      }
    }

    private void open(String file) throws IOException {
      checked++;
      in = new FileInputStream(file);
    }

    @Override
    public void close() {
      System.out.println(checked + " checked");
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

  static final class HtmlReport extends Report {
    HtmlReport(String file) throws IOException {
      super(file);
    }

    @Override
    public void close() throws IOException {
      try {
        out.write("</html>");
      } finally {
        super.close();
      }
    }
  }

  /** Closes by itself what the method it hides would close. */
  static final class TextReport extends Report {
    TextReport(String file) throws IOException {
      super(file);
    }

    @Override
    public void close() throws IOException {
      out.close();
      System.out.println("written");
    }
  }

  /** What it got stays with who made it. */
  static final class Page implements AutoCloseable {
    private final InputStream in;
    private final InputStream settings;

    Page(String file, InputStream settings) throws IOException {
      this.in = new FileInputStream(file);
      this.settings = settings;
    }

    int first() throws IOException {
      return in.read() + settings.read();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  static int first(String file) throws IOException {
    try (InputStream settings = new FileInputStream("settings");
        Page page = new Page(file, settings)) {
      return page.first();
    }
  }

  static class Table {
    private final RandomAccessFile rows;

    Table(String file) throws IOException {
      this.rows = new RandomAccessFile(file, "rw");
    }

    int next() throws IOException {
      return rows.read();
    }

    void close() throws IOException {
      rows.close();
    }
  }

  /** Ends one where it begins the next, and both in the end. */
  static final class Database {
    private Table rows;
    private final Table keys;
    private final Table first;

    Database(String file) throws IOException {
      this.keys = new Table(file + ".keys");
      this.rows = this.first = new Table(file);
    }

    int first() throws IOException {
      return first.next() + keys.next();
    }

    void turn(String file) throws IOException {
      rows.close();
      rows = new Table(file);
    }

    void close() throws IOException {
      try {
        rows.close();
      } finally {
        keys.close();
      }
    }
  }

  /** Its methods write to what one of them opens, lends them and closes. */
  static final class Sheet {
    private PrintWriter page;

    Sheet(String file, List<String> lines) throws IOException {
      try (PrintWriter writer = new PrintWriter(file, "utf-8")) {
        page = writer;
        lines.forEach(this::paragraph);
      }
    }

    void again(String file, List<String> lines) throws IOException {
      PrintWriter writer = new PrintWriter(file, "utf-8");
      page = writer;
      try {
        lines.forEach(this::paragraph);
      } finally {
        writer.close();
      }
    }

    private void paragraph(String line) {
      page.println("<p>" + line);
    }
  }
}
