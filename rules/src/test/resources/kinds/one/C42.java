package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import org.apache.commons.io.IOUtils;

/** Close through a helper named close or closeQuietly. */
class C42 {
  static void closeQuietly(Closeable c) {
    if (c != null) {
      try {
        c.close();
      } catch (IOException e) {
        System.out.println(e);
      }
    }
  }

  void m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f);
    try {
      in.read();
    } finally {
      closeQuietly(in);
    }
  }

  void nullInit(String f) throws IOException {
    Reader r = null;
    try {
      r = new FileReader(f);
      r.read();
    } finally {
      closeQuietly(r);
    }
  }

  void commons(String a, String b) throws IOException {
    InputStream in = null;
    OutputStream out = null;
    try {
      in = new FileInputStream(a);
      out = new FileOutputStream(b);
      IOUtils.copy(in, out);
    } finally {
      IOUtils.closeQuietly(in);
      IOUtils.closeQuietly(out);
    }
  }

  private static void close(ResultSet rs, Statement s, Connection c) {
    try {
      if (rs != null) rs.close();
    } catch (SQLException e) {
      // go on
    }
    try {
      if (s != null) s.close();
    } catch (SQLException e) {
      // go on
    }
    try {
      if (c != null) c.close();
    } catch (SQLException e) {
      // go on
    }
  }

  int jdbc(String url) throws SQLException {
    Connection c = null;
    Statement s = null;
    ResultSet rs = null;
    try {
      c = DriverManager.getConnection(url);
      s = c.createStatement();
      rs = s.executeQuery("select 1");
      return rs.next() ? 1 : 0;
    } finally {
      close(rs, s, c);
    }
  }

  private static void closeAll(AutoCloseable... all) {
    for (AutoCloseable c : all) {
      if (c == null) continue;
      try {
        c.close();
      } catch (Exception e) {
        e.printStackTrace();
      }
    }
  }

  void varargs(String a, String b) throws IOException {
    Reader r = null;
    Writer w = null;
    try {
      r = new FileReader(a);
      w = new FileWriter(b);
      r.transferTo(w);
    } finally {
      closeAll(r, w);
    }
  }

  void commonsVarargs(String a) throws IOException {
    Reader r = null;
    Writer w = null;
    try {
      r = new FileReader(a);
      w = new FileWriter(a + "x");
    } finally {
      IOUtils.closeQuietly(r, w);
    }
  }

  void guava(String a) throws IOException {
    InputStream in = new FileInputStream(a);
    try {
      in.read();
    } finally {
      com.google.common.io.Closeables.closeQuietly(in);
    }
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  private static <T extends AutoCloseable> void dispose(T t) {
    try {
      t.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void generic() {
    Res r = new Res();
    try {
      System.out.println("x");
    } finally {
      dispose(r);
    }
  }

  private void release(Res r) {
    doRelease(r);
  }

  private void doRelease(Res r) {
    r.close();
  }

  void twoLevels() {
    Res r = new Res();
    release(r);
  }

  void socket(String h) throws IOException {
    Socket s = null;
    try {
      s = new Socket(h, 3);
      s.getOutputStream().write(1);
    } finally {
      closeQuietly(s);
    }
  }

  void consumer(String f) throws IOException {
    Reader r = new FileReader(f);
    try {
      r.read();
    } finally {
      Optional.ofNullable(r).ifPresent(C42::closeQuietly);
    }
  }
}
