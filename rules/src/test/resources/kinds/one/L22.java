package one;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.sql.*;
import java.util.zip.*;

/** Field of resource type never closed by its class. */
class L22 {
  static class A {
    private final FileInputStream in;

    A(String f) throws IOException {
      in = new FileInputStream(f); // LEAK
    }

    int next() throws IOException {
      return in.read();
    }
  }

  static class B implements Closeable {
    private final InputStream in;
    private final OutputStream out;

    B(Path a, Path b) throws IOException {
      in = Files.newInputStream(a);
      try {
        out = Files.newOutputStream(b);
      } catch (IOException e) {
        in.close();
        throw e;
      }
    }

    int next() throws IOException {
      out.write(1);
      return in.read();
    }

    @Override
    public void close() throws IOException { // LEAK
      in.close();
    }
  }

  static class C {
    private Writer log;

    void start(String f) throws IOException {
      log = new FileWriter(f); // LEAK
    }

    void log(String s) throws IOException {
      log.write(s);
    }
  }

  static class D {
    private final Socket socket;

    D(String host) throws IOException {
      this.socket = new Socket(host, 25); // LEAK
    }

    void send(int i) throws IOException {
      socket.getOutputStream().write(i);
    }
  }

  static class E {
    private final Connection connection;

    E(String url) throws SQLException {
      connection = DriverManager.getConnection(url); // LEAK
    }

    boolean valid() throws SQLException {
      return connection.isValid(1);
    }
  }

  static class F {
    private final ZipFile zip;

    F(File f) throws IOException {
      zip = new ZipFile(f); // LEAK
    }

    int size() {
      return zip.size();
    }
  }

  static class Res implements AutoCloseable {
    void use() {}

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  static class G {
    private final Res res = new Res(); // LEAK

    void work() {
      res.use();
    }
  }

  static class H {
    private Selector selector;

    void init() throws IOException {
      selector = Selector.open();
    }

    void stop() { // LEAK
      System.out.println("stopped " + selector.isOpen());
    }
  }

  static class I implements AutoCloseable {
    private final RandomAccessFile file;

    I(String f) throws IOException {
      file = new RandomAccessFile(f, "rw");
    }

    long length() throws IOException {
      return file.length();
    }

    @Override
    public void close() { // LEAK
      System.out.println("nothing to do");
    }
  }
}
