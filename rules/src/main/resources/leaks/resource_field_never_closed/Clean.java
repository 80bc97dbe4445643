package resource_field_never_closed;

import java.io.BufferedWriter;
import java.io.FileInputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;

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
}
