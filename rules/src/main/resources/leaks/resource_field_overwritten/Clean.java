package resource_field_overwritten;

import java.io.BufferedWriter;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

public class Clean {

  static final class RollingLog implements AutoCloseable {
    private final Path folder;
    private BufferedWriter out;
    private int files;

    RollingLog(Path folder) {
      this.folder = folder;
    }

    void roll() throws IOException {
      if (out != null) {
        out.flush();
        out.close();
      }
      out = Files.newBufferedWriter(folder.resolve("log." + files));
      files++;
    }

    /** Somebody else ends the one before. */
    void rollByHelper() throws IOException {
      out.flush();
      end();
      out = Files.newBufferedWriter(folder.resolve("log." + files));
    }

    private void end() throws IOException {
      out.close();
    }

    /** Still in hand. */
    void rollKeeping() throws IOException {
      BufferedWriter before = out;
      out.flush();
      out = Files.newBufferedWriter(folder.resolve("log." + files));
      before.close();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  static final class Line implements AutoCloseable {
    private final String host;
    private Socket socket;

    Line(String host) {
      this.host = host;
    }

    /** Opened once, and anew only if it is closed. */
    void connect() throws IOException {
      if (socket == null || socket.isClosed()) {
        socket = new Socket(host, 7);
      }
      socket.getOutputStream().write(1);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  static final class Source implements AutoCloseable {
    private InputStream in;

    /** Nothing says that one is open already. */
    void open(Path file) throws IOException {
      in = new FileInputStream(file.toFile());
      in.read();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** Who calls it has closed the one before. */
  static final class Journal implements AutoCloseable {
    private BufferedWriter out;

    Journal(Path file) throws IOException {
      out = Files.newBufferedWriter(file);
    }

    void rotate(Path next) throws IOException {
      out.close();
      open(next);
    }

    private void open(Path next) throws IOException {
      out = Files.newBufferedWriter(next);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** Opened by the constructor only if a file is named. */
  static final class MaybeJournal implements AutoCloseable {
    private BufferedWriter out;

    MaybeJournal() {}

    MaybeJournal(Path file) throws IOException {
      out = Files.newBufferedWriter(file);
    }

    void use(Path next) throws IOException {
      out = Files.newBufferedWriter(next);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
