package one;

import java.io.*;
import java.net.*;
import java.sql.*;
import java.util.*;

/** The close() method itself. */
class C66 {
  static class A implements Closeable {
    private InputStream in;

    A(InputStream in) {
      this.in = in;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  static class B implements AutoCloseable {
    private Writer w;

    B(Writer w) {
      this.w = w;
    }

    @Override
    public void close() throws IOException {
      if (w != null) {
        try {
          w.flush();
        } finally {
          w.close();
          w = null;
        }
      }
    }
  }

  static class C implements AutoCloseable {
    private final Connection c;
    private final Statement s;

    C(Connection c, Statement s) {
      this.c = c;
      this.s = s;
    }

    @Override
    public void close() throws SQLException {
      try {
        s.close();
      } finally {
        c.close();
      }
    }
  }

  static class D extends FilterInputStream {
    D(InputStream in) {
      super(in);
    }

    @Override
    public void close() throws IOException {
      System.out.println("closing");
      super.close();
    }
  }

  static class E extends InputStream {
    private final InputStream inner;

    E(InputStream inner) {
      this.inner = inner;
    }

    @Override
    public int read() throws IOException {
      return inner.read();
    }

    @Override
    public void close() {
      // the caller keeps the inner stream
    }
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  static class F implements AutoCloseable {
    private final List<Res> all = new ArrayList<>();

    Res open() {
      Res r = new Res();
      all.add(r);
      return r;
    }

    @Override
    public void close() {
      all.forEach(Res::close);
      all.clear();
    }
  }

  static class G implements AutoCloseable {
    private Res res = new Res();
    private boolean closed;

    @Override
    public void close() {
      if (closed) {
        return;
      }
      closed = true;
      res.close();
    }
  }

  static class H implements Closeable {
    private final Socket s = new Socket();

    @Override
    public synchronized void close() {
      try {
        s.close();
      } catch (IOException e) {
        System.out.println(e);
      }
    }
  }
}
