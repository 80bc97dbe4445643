package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;

/** Close before rethrow in catch plus normal close. */
class C40 {
  void m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f);
    try {
      in.read();
    } catch (Throwable t) {
      in.close();
      throw t;
    }
    in.close();
  }

  void multi(String f) throws IOException {
    Writer w = new FileWriter(f);
    try {
      w.write("x");
    } catch (IOException | RuntimeException e) {
      w.close();
      throw e;
    }
    w.close();
  }

  Socket connect(String h) throws IOException {
    Socket s = new Socket(h, 1);
    try {
      s.setTcpNoDelay(true);
      s.getOutputStream().write(1);
      return s;
    } catch (IOException e) {
      s.close();
      throw e;
    }
  }

  static class Res implements AutoCloseable {
    void use() throws IOException {
      throw new IOException();
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own() throws IOException {
    Res r = new Res();
    try {
      r.use();
    } catch (IOException e) {
      r.close();
      throw new IOException("wrapped", e);
    } catch (RuntimeException e) {
      r.close();
      throw e;
    }
    r.close();
  }

  Res ownReturned() throws IOException {
    Res r = new Res();
    boolean ok = false;
    try {
      r.use();
      ok = true;
      return r;
    } finally {
      if (!ok) r.close();
    }
  }

  Connection connection(String url) throws SQLException {
    Connection c = DriverManager.getConnection(url);
    try {
      c.setAutoCommit(false);
    } catch (SQLException | RuntimeException e) {
      try {
        c.close();
      } catch (SQLException s) {
        e.addSuppressed(s);
      }
      throw e;
    }
    return c;
  }

  int reading(Path p) throws IOException {
    InputStream in = Files.newInputStream(p);
    int i;
    try {
      i = in.read();
    } catch (Exception e) {
      in.close();
      throw new IllegalStateException(e);
    }
    in.close();
    return i;
  }

  void bothReturn(String f) throws IOException {
    RandomAccessFile r = new RandomAccessFile(f, "rw");
    try {
      r.write(1);
    } catch (Throwable e) {
      r.close();
      return;
    }
    r.close();
  }
}
