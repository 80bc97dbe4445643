package one;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;

/** Stored in a field closed elsewhere. */
class C52 {
  static class A implements Closeable {
    private final InputStream in;

    A(String f) throws IOException {
      in = new FileInputStream(f);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  static class B {
    private Writer w;

    void start(String f) throws IOException {
      if (w == null) {
        w = new FileWriter(f);
      }
    }

    void stop() throws IOException {
      if (w != null) {
        w.close();
        w = null;
      }
    }
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  static class C {
    private Res res = new Res();

    void shutdown() {
      res.close();
    }
  }

  static class D implements AutoCloseable {
    private final Connection c;
    private Statement s;

    D(String url) throws SQLException {
      c = DriverManager.getConnection(url);
    }

    void prepare() throws SQLException {
      Statement t = c.createStatement();
      closeStatement();
      this.s = t;
    }

    private void closeStatement() throws SQLException {
      if (s != null) s.close();
    }

    @Override
    public void close() throws SQLException {
      try {
        closeStatement();
      } finally {
        c.close();
      }
    }
  }

  static class Holder {
    OutputStream out;
  }

  void otherObject(Holder h, String f) throws IOException {
    h.out = new FileOutputStream(f);
  }

  static Socket shared;

  static void connect(String h) throws IOException {
    shared = new Socket(h, 3);
  }

  static void disconnect() throws IOException {
    shared.close();
  }

  static class E extends Thread {
    private final ServerSocket server;

    E(int port) throws IOException {
      server = new ServerSocket(port);
    }

    void end() {
      try {
        server.close();
      } catch (IOException e) {
        e.printStackTrace();
      }
    }
  }

  static class F implements AutoCloseable {
    private final Map<String, Reader> readers = new HashMap<>();

    Reader open(String f) throws IOException {
      Reader r = new FileReader(f);
      readers.put(f, r);
      return r;
    }

    @Override
    public void close() throws IOException {
      for (Reader r : readers.values()) {
        r.close();
      }
    }
  }

  static class G implements Closeable {
    private FileChannel channel;

    G(Path p) throws IOException {
      FileChannel c = FileChannel.open(p);
      channel = c;
    }

    @Override
    public void close() throws IOException {
      FileChannel c = channel;
      channel = null;
      if (c != null) c.close();
    }
  }
}
