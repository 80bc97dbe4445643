package resource_field_close_skipped;

import java.io.Closeable;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.io.Reader;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;

public class Leaks {
  static void pairClosed() throws IOException {
    new Pair("in", "out").close();
  }

  static void journalClosed() throws IOException {
    new Journal("journal").close();
  }

  static final class Pair implements AutoCloseable {
    private final InputStream in;
    private final OutputStream out;

    Pair(String in, String out) throws IOException {
      this.in = new FileInputStream(in); // LEAK: unclosed-file-stream
      this.out = new FileOutputStream(out);
    }

    @Override
    public void close() throws IOException {
      in.close();
      out.close(); // LEAK(low)
    }
  }

  /** Closing writes what is left in the buffer, and that can fail. */
  static final class Copies implements AutoCloseable {
    private final OutputStream first;
    private final OutputStream second;

    Copies(OutputStream first, OutputStream second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public void close() throws IOException {
      first.close();
      second.close(); // LEAK
    }
  }

  static final class Journal implements AutoCloseable {
    private final OutputStream out;

    Journal(String file) throws IOException {
      this.out = new FileOutputStream(file);
    }

    @Override
    public void close() throws IOException {
      writeTrailer();
      out.close(); // LEAK
    }

    private void writeTrailer() throws IOException {
      out.write(0);
    }
  }

  /** One finding: one try-with-resources statement cures both. */
  static final class Triple implements AutoCloseable {
    private final InputStream first;
    private final InputStream second;
    private final InputStream third;

    Triple(InputStream first, InputStream second, InputStream third) {
      this.first = first;
      this.second = second;
      this.third = third;
    }

    @Override
    public void close() throws IOException {
      first.close();
      second.close(); // LEAK(low)
      third.close();
    }
  }

  /** Reached through its getter. */
  static final class Session implements AutoCloseable {
    private final Link link;

    Session(String file) throws IOException {
      this.link = new Link(file);
    }

    Link getLink() {
      return link;
    }

    @Override
    public void close() throws IOException {
      Link last = getLink();
      if (last != null) {
        last.sayGoodbye();
        last.close(); // LEAK
      }
    }
  }

  /** No interface promises its close(). */
  static final class Link {
    private final OutputStream out;

    Link(String file) throws IOException {
      this.out = new FileOutputStream(file);
    }

    void sayGoodbye() throws IOException {
      out.write(0);
    }

    void close() throws IOException {
      out.close();
    }
  }

  /** Ends quietly, says its declaration. */
  static final class Segment {
    private final RandomAccessFile file;

    Segment(String file) throws IOException {
      this.file = new RandomAccessFile(file, "rw");
    }

    void close() {
      try {
        file.close();
      } catch (IOException e) {
        throw new IllegalStateException("not closed", e);
      }
    }
  }

  static final class Graph {
    private final Segment nodes;
    private final Segment edges;

    Graph(String folder) throws IOException {
      this.nodes = new Segment(folder + "/nodes");
      this.edges = new Segment(folder + "/edges");
    }

    void close() {
      nodes.close();
      edges.close(); // LEAK(low)
    }
  }

  /** The stream below is in a field that it inherits. */
  static final class Archive extends FilterInputStream {
    private final List<InputStream> parts = new ArrayList<>();

    Archive(String file) throws IOException {
      super(new FileInputStream(file));
    }

    @Override
    public void close() throws IOException {
      for (InputStream part : parts) {
        part.close();
      }
      in.close(); // LEAK(low)
    }
  }

  static class Relay {
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final FileInputStream upstream;

    Relay(String file) throws IOException {
      upstream = new FileInputStream(file);
    }

    void shutdown(boolean strict) throws TimeoutException, IOException {
      workers.shutdown();
      if (strict && !workers.isTerminated()) {
        throw new TimeoutException("still at work");
      }
      upstream.close(); // LEAK
    }
  }

  /** One for each connection: its work ends with it, unless something fails. */
  static final class Dialog implements Runnable {
    private final SocketChannel client;

    Dialog(SocketChannel client) {
      this.client = client;
    }

    @Override
    public void run() {
      try {
        Reader requests = Channels.newReader(client, "utf-8");
        for (int c = requests.read(); c >= 0; c = requests.read()) {
          System.out.print((char) c);
        }
        client.close(); // LEAK
      } catch (IOException e) {
        System.err.println("broken off: " + e);
      }
    }
  }

  /** What fails is only written down. */
  static final class Table {
    private final RandomAccessFile rows;
    private final RandomAccessFile keys;

    Table(String file) throws IOException {
      this.rows = new RandomAccessFile(file, "rw"); // LEAK: unclosed-file-stream
      this.keys = new RandomAccessFile(file + ".keys", "rw");
    }

    void shutdown() {
      try {
        rows.getFD().sync();
        rows.close(); // LEAK
        keys.close();
      } catch (IOException e) {
        System.err.println("not closed: " + e);
      }
    }
  }

  /** Giving up a lock writes nothing, so it hardly fails. */
  static final class Guarded implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    Guarded(Path file) throws IOException {
      this.channel = FileChannel.open(file, StandardOpenOption.WRITE); // LEAK: unclosed-channel
      this.lock = channel.lock();
    }

    @Override
    public void close() throws IOException {
      lock.release();
      channel.close(); // LEAK(low)
    }
  }

  /** Leaves all its end to a method under another name. */
  static final class Ledger implements AutoCloseable {
    private final OutputStream entries;
    private final OutputStream index;

    Ledger(OutputStream entries, OutputStream index) {
      this.entries = entries;
      this.index = index;
    }

    @Override
    public void close() throws IOException {
      release();
    }

    private void release() throws IOException {
      entries.write('.');
      entries.close(); // LEAK
      index.close();
    }
  }

  /** A file keeps nothing back that its end would still have to write. */
  static final class Blocks implements AutoCloseable {
    private final RandomAccessFile blocks;
    private final Socket peer;

    Blocks(RandomAccessFile blocks, Socket peer) {
      this.blocks = blocks;
      this.peer = peer;
    }

    @Override
    public void close() throws IOException {
      blocks.close();
      peer.close(); // LEAK(low)
    }
  }

  /** What a helper closes fails as that does: of the two, what is written to. */
  static final class Dubbing implements AutoCloseable {
    private final InputStream original;
    private final OutputStream dubbed;
    private final OutputStream notes;

    Dubbing(InputStream original, OutputStream dubbed, OutputStream notes) {
      this.original = original;
      this.dubbed = dubbed;
      this.notes = notes;
    }

    static void close(Closeable one) throws IOException {
      if (one != null) {
        one.close();
      }
    }

    @Override
    public void close() throws IOException {
      close(original);
      dubbed.close(); // LEAK(low)
    }

    public void dispose() throws IOException {
      close(dubbed);
      notes.close(); // LEAK
    }
  }
}
