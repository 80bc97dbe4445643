package resource_field_close_skipped;

import java.util.concurrent.Callable;
import java.nio.channels.SocketChannel;
import java.nio.ByteBuffer;
import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

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

  /** Ending such a box wakes who waits for letters; it frees nothing. */
  interface Mailbox {
    void put(String letter);

    void close();
  }

  static final class ListMailbox implements Mailbox {
    private final List<String> letters = new ArrayList<>();
    private boolean closed;

    @Override
    public synchronized void put(String letter) {
      letters.add(letter);
      notifyAll();
    }

    @Override
    public synchronized void close() {
      closed = true;
      notifyAll();
    }
  }

  static final class Subscriber {
    private final Mailbox letters;
    private final OutputStream server;

    Subscriber(OutputStream server) {
      this.letters = new ListMailbox();
      this.server = server;
    }

    void deliver(String letter) {
      letters.put(letter);
    }

    void close() throws IOException {
      server.write(0);
      letters.close();
    }
  }

  /** What is in front of a stream holds nothing of its own. */
  static final class Buffered {
    private InputStream file;
    private DataInputStream data;

    int next(String name) throws IOException {
      if (data == null) {
        file = new FileInputStream(name);
        data = new DataInputStream(file);
      }
      return data.readInt();
    }

    void close() throws IOException {
      if (data != null) {
        file.close();
        data.close();
      }
    }
  }

  /** Whoever stops the server closes what its sessions work with, too. */
  static final class Dialog implements Runnable {
    private final SocketChannel client;

    Dialog(SocketChannel client) {
      this.client = client;
    }

    @Override
    public void run() {
      try {
        client.read(ByteBuffer.allocate(80));
        client.close();
      } catch (IOException e) {
        System.err.println("broken off: " + e);
      }
    }

    void cancel() throws IOException {
      client.close();
    }
  }

  static final class Download implements Callable<Integer> {
    private final SocketChannel server;

    Download(SocketChannel server) {
      this.server = server;
    }

    @Override
    public Integer call() throws IOException {
      try {
        return server.read(ByteBuffer.allocate(80));
      } finally {
        server.close();
      }
    }
  }

  /** Closes both whatever happens, under another name. */
  static final class Diary implements AutoCloseable {
    private final OutputStream pages;
    private final OutputStream index;

    Diary(OutputStream pages, OutputStream index) {
      this.pages = pages;
      this.index = index;
    }

    @Override
    public void close() throws IOException {
      finish();
    }

    private void finish() throws IOException {
      try (OutputStream first = index;
          OutputStream second = pages) {
        second.write('.');
      }
    }
  }
}
