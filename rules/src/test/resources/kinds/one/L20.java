package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;

/** Stored in a field: overwritten, or lost by a throwing constructor. */
class L20 {
  static class Overwritten implements Closeable {
    private InputStream in;

    void open(String f) throws IOException {
      in = new FileInputStream(f); // MISSED: nobody looks whether the field held one before
    }

    public void close() throws IOException {
      if (in != null) in.close();
    }
  }

  static class TwoInOne implements Closeable {
    private final InputStream a;
    private final InputStream b;

    TwoInOne(String x, String y) throws IOException {
      a = new FileInputStream(x); // LEAK
      b = new FileInputStream(y);
    }

    @Override
    public void close() throws IOException {
      try {
        a.close();
      } finally {
        b.close();
      }
    }
  }

  static class Header implements AutoCloseable {
    private final DataInputStream in;
    private final int version;

    Header(File f) throws IOException {
      in = new DataInputStream(new FileInputStream(f)); // LEAK
      version = in.readInt();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  static class Checked implements AutoCloseable {
    private final Socket socket;

    Checked(String host) throws IOException {
      socket = new Socket(host, 1); // LEAK
      if (!socket.isConnected()) {
        throw new IOException("not connected");
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  static class Rotating implements Closeable {
    private Writer w;

    Rotating(String f) throws IOException {
      w = new FileWriter(f);
    }

    void rotate(String f) throws IOException {
      w = new FileWriter(f); // LEAK
    }

    @Override
    public void close() throws IOException {
      w.close();
    }
  }

  static class SetNull implements Closeable {
    private Reader r;

    void twice(String a, String b) throws IOException {
      r = new FileReader(a); // MISSED: nobody looks whether the field held one before
      r = new FileReader(b); // MISSED: nobody looks whether the field held one before
    }

    @Override
    public void close() throws IOException {
      if (r != null) {
        r.close();
      }
    }
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  static class Holder implements AutoCloseable {
    private Res res = new Res();

    void renew() {
      res = new Res(); // LEAK
    }

    @Override
    public void close() {
      res.close();
    }
  }

  static class Db implements AutoCloseable {
    private final Connection c;
    private final Statement s;

    Db(String url) throws SQLException {
      c = DriverManager.getConnection(url); // LEAK
      s = c.createStatement();
    }

    @Override
    public void close() throws SQLException {
      c.close();
    }
  }

  static class Init implements AutoCloseable {
    private final FileInputStream in;

    Init(String f) throws IOException {
      this.in = new FileInputStream(f); // LEAK
      init();
    }

    private void init() throws IOException {
      if (in.read() != 1) {
        throw new IOException("bad");
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
