package resource_field_overwritten;

import java.io.Writer;
import java.io.FileWriter;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

public class Leaks {

  static final class RollingLog implements AutoCloseable {
    private final Path folder;
    private BufferedWriter out;
    private int files;

    RollingLog(Path folder) {
      this.folder = folder;
    }

    /** Flushed, and forgotten. */
    void roll() throws IOException {
      if (out != null) {
        out.flush();
      }
      out = Files.newBufferedWriter(folder.resolve("log." + files)); // LEAK
      files++;
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  static final class Parts implements AutoCloseable {
    private final Path folder;
    private InputStream in;
    private int part;

    Parts(Path folder) {
      this.folder = folder;
    }

    int read() throws IOException {
      int next = in.read();
      while (next < 0 && Files.exists(folder.resolve("part" + part))) {
        in = new FileInputStream(folder.resolve("part" + part).toFile()); // LEAK
        part++;
        next = in.read();
      }
      return next;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  static final class Line implements AutoCloseable {
    private final String host;
    private Socket socket;

    Line(String host) {
      this.host = host;
    }

    String ask(String question) throws IOException {
      if (socket == null || socket.getInetAddress().isLoopbackAddress()) {
        socket = new Socket(host, 7); // LEAK
      }
      socket.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
      return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** Every constructor opens it, so it is open whenever this is called. */
  static final class Journal implements AutoCloseable {
    private Writer out;

    Journal(Path file) throws IOException {
      out = Files.newBufferedWriter(file);
    }

    void rotate(Path next) throws IOException {
      out = new BufferedWriter(new FileWriter(next.toFile())); // LEAK
    }

    void log(String line) throws IOException {
      out.write(line);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
