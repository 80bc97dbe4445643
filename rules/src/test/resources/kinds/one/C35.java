package one;

import java.io.*;
import java.nio.file.*;
import java.sql.*;

/** Try-with-resources on an existing variable. */
class C35 {
  void m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f);
    try (in) {
      System.out.println(in.read());
    }
  }

  void finalLocal(Path p) throws IOException {
    final Writer w = Files.newBufferedWriter(p);
    try (w) {
      w.write("x");
    }
  }

  void parameter(InputStream in) throws IOException {
    try (in) {
      System.out.println(in.read());
    }
  }

  void alias(Reader r) throws IOException {
    Reader s = r;
    try (Reader t = s) {
      t.read();
    }
  }

  void two(String a, String b) throws IOException {
    Reader r = new FileReader(a);
    try (r) {
      Writer w = new FileWriter(b);
      try (w) {
        r.transferTo(w);
      }
    }
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own() {
    Res r = new Res();
    try (r) {
      System.out.println("x");
    }
  }

  void ownVar() {
    var r = new Res();
    try (r; Res q = new Res()) {
      System.out.println(q);
    }
  }

  void jdbc(Connection c) throws SQLException {
    PreparedStatement s = c.prepareStatement("x");
    try (s) {
      s.execute();
    } catch (SQLTimeoutException e) {
      System.out.println("late");
    }
  }

  private final Res field = new Res();

  void ofField() {
    try (field) {
      System.out.println("x");
    }
  }

  void conditional(String f, boolean b) throws IOException {
    OutputStream out = b ? new FileOutputStream(f) : System.out;
    try (out) {
      out.write(1);
    }
  }
}
