package resource_field_close_skipped;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

public class Clean {
  static final class Pair implements AutoCloseable {
    private final InputStream in;
    private final OutputStream out;

    Pair(InputStream in, String out) throws IOException {
      this.in = in;
      this.out = new FileOutputStream(out);
    }

    @Override
    public void close() throws IOException {
      try {
        in.close();
      } finally {
        out.close();
      }
    }
  }

  static final class Journal implements AutoCloseable {
    private final OutputStream out;
    private boolean closed;

    Journal(String file) throws IOException {
      this.out = new FileOutputStream(file);
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      try (out) {
        out.write(0);
      }
    }
  }

  /** What comes first swallows its exceptions. */
  static final class Quiet implements AutoCloseable {
    private final InputStream in;
    private final OutputStream out;

    Quiet(InputStream in, String out) throws IOException {
      this.in = in;
      this.out = new FileOutputStream(out);
    }

    @Override
    public void close() throws IOException {
      closeQuietly(in);
      out.close();
    }

    private static void closeQuietly(InputStream in) {
      try {
        in.close();
      } catch (IOException e) {
        // nothing left to do
      }
    }
  }

  /** Either given back or closed: what fails on one way has not skipped the other. */
  static final class Pooled implements AutoCloseable {
    private final OutputStream out;
    private final OutputStream pool;

    Pooled(String file, OutputStream pool) throws IOException {
      this.out = new FileOutputStream(file);
      this.pool = pool;
    }

    @Override
    public void close() throws IOException {
      if (pool != null) {
        pool.write(1);
      } else {
        out.close();
      }
    }
  }

  /** Finishing is not the end: close() comes after it. */
  static final class Archive implements AutoCloseable {
    private final OutputStream part;

    Archive(String file) throws IOException {
      this.part = new FileOutputStream(file);
    }

    void finish() throws IOException {
      part.write(0);
      part.close();
    }

    @Override
    public void close() throws IOException {
      part.close();
    }
  }

  /** Reached through its getter, and closed whatever comes first. */
  static final class Session implements AutoCloseable {
    private final OutputStream log;

    Session(String file) throws IOException {
      this.log = new FileOutputStream(file);
    }

    OutputStream getLog() {
      return log;
    }

    @Override
    public void close() throws IOException {
      OutputStream last = getLog();
      try {
        last.write(0);
      } finally {
        last.close();
      }
    }
  }

  /** What comes before the release throws only if it is called wrongly. */
  static class Named implements AutoCloseable {
    private final FileInputStream in;
    private final File folder;

    Named(File folder, String name) throws IOException {
      this.folder = folder;
      this.in = new FileInputStream(new File(folder, name));
    }

    @Override
    public void close() throws IOException {
      checkFolder();
      in.close();
    }

    private void checkFolder() {
      try {
        folder.getCanonicalPath();
      } catch (IOException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }
}
