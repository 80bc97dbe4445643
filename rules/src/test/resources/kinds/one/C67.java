package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;

/** Factory method of the same source called. */
class C67 {
  private InputStream open(String f) throws IOException {
    return new FileInputStream(f);
  }

  int m1(String f) throws IOException {
    try (InputStream in = open(f)) {
      return in.read();
    }
  }

  void withFinally(String f) throws IOException {
    InputStream in = open(f);
    try {
      in.read();
    } finally {
      in.close();
    }
  }

  InputStream again(String f) throws IOException {
    return open(f);
  }

  BufferedInputStream wrapped(String f) throws IOException {
    return new BufferedInputStream(open(f));
  }

  void nullInit(String f) throws IOException {
    InputStream in = null;
    try {
      in = open(f);
      in.read();
    } finally {
      if (in != null) in.close();
    }
  }

  static class Res implements AutoCloseable {
    private static final Res SHARED = new Res();

    static Res create() {
      return new Res();
    }

    static Res shared() {
      return SHARED;
    }

    int n() {
      return 2;
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own() {
    Res r = Res.create();
    r.close();
  }

  int shared() {
    return Res.shared().n();
  }

  int sharedLocal() {
    Res r = Res.shared();
    return r.n();
  }

  private Res cached;

  private Res cached() {
    if (cached == null) {
      cached = Res.create();
    }
    return cached;
  }

  int usesCached() {
    return cached().n();
  }

  void stop() {
    cached.close();
  }

  private static Connection connect(String u) throws SQLException {
    return DriverManager.getConnection(u);
  }

  void jdbc(String u) throws SQLException {
    try (Connection c = connect(u);
        Statement s = c.createStatement()) {
      s.execute("x");
    }
  }

  private static Reader memory(String s) {
    return new StringReader(s);
  }

  int memoryUsed() throws IOException {
    Reader r = memory("abc");
    return r.read();
  }

  private OutputStream standard() {
    return System.out;
  }

  void standardUsed() throws IOException {
    OutputStream o = standard();
    o.write(1);
  }

  private static Res same(Res r) {
    return r;
  }

  void sameClosed() {
    Res r = new Res();
    Res s = same(r);
    s.close();
  }
}
