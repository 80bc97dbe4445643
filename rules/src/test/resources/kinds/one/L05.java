package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;

/** Closed in finally, still lost: the first close throws, or the second opens before the try. */
class L05 {
  void twoCloses(String a, String b) throws IOException {
    InputStream in = null;
    OutputStream out = null;
    try {
      in = new FileInputStream(a);
      out = new FileOutputStream(b); // MISSED: what was only read hardly fails to close, so this is low
      in.transferTo(out);
    } finally {
      if (in != null) {
        in.close();
      }
      if (out != null) {
        out.close();
      }
    }
  }

  void secondOpens(String a, String b) throws IOException {
    FileInputStream in = new FileInputStream(a); // LEAK
    FileOutputStream out = new FileOutputStream(b);
    try {
      out.write(in.read());
    } finally {
      try {
        in.close();
      } finally {
        out.close();
      }
    }
  }

  void callBeforeTry(String a) throws IOException {
    FileInputStream in = new FileInputStream(a); // LEAK
    int n = in.available();
    try {
      System.out.println(in.read() + n);
    } finally {
      in.close();
    }
  }

  int jdbc(Connection c) throws SQLException {
    PreparedStatement s = c.prepareStatement("select 1"); // LEAK
    ResultSet rs = s.executeQuery();
    try {
      return rs.next() ? rs.getInt(1) : 0;
    } finally {
      rs.close();
      s.close();
    }
  }

  int jdbcNull(Connection c) throws SQLException {
    Statement s = null;
    ResultSet rs = null;
    try {
      s = c.createStatement(); // LEAK
      rs = s.executeQuery("select 1");
      return rs.next() ? 1 : 0;
    } finally {
      if (rs != null) rs.close();
      if (s != null) s.close();
    }
  }

  void flushFirst(File f, byte[] b) throws IOException {
    OutputStream out = new FileOutputStream(f); // LEAK
    try {
      out.write(b);
    } finally {
      flush(out);
      out.close();
    }
  }

  private static void flush(OutputStream o) throws IOException {
    if (o == null) throw new IOException();
    o.flush();
  }

  void inOneTry(String a, String b) {
    Reader r = null;
    Reader q = null;
    try {
      r = new FileReader(a);
      q = new FileReader(b); // MISSED: what was only read hardly fails to close, so this is low
      System.out.println(r.read() + q.read());
    } catch (IOException e) {
      e.printStackTrace();
    } finally {
      try {
        if (r != null) r.close();
        if (q != null) q.close();
      } catch (IOException e) {
        e.printStackTrace();
      }
    }
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() throws Exception {
      if (hashCode() == 3) throw new Exception();
      System.out.println("closed");
    }
  }

  void own() throws Exception {
    Res a = new Res();
    Res b = new Res(); // LEAK
    try {
      System.out.println("work");
    } finally {
      a.close();
      b.close();
    }
  }

  void socket(String h) throws IOException {
    Socket s = new Socket(h, 1); // LEAK
    InputStream in = s.getInputStream();
    try {
      in.read();
    } finally {
      s.close();
    }
  }

  void wrongVariable(String a, String b) throws IOException {
    FileInputStream x = null;
    FileInputStream y = null;
    try {
      x = new FileInputStream(a);
      y = new FileInputStream(b); // LEAK
      y.read();
    } finally {
      if (x != null) {
        x.close();
      }
    }
  }
}
