package one;

import java.io.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;

/** Handed to a method of the same source that does not close it. */
class L18 {
  private static int use(InputStream in) throws IOException {
    return in.read();
  }

  int m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    return use(in);
  }

  int inline(String f) throws IOException {
    return use(new FileInputStream(f)); // LEAK
  }

  void thenClosed(String f) throws IOException {
    InputStream in = new FileInputStream(f); // LEAK
    use(in);
    in.close();
  }

  private void dump(Reader r, StringBuilder to) throws IOException {
    int c;
    while ((c = r.read()) >= 0) {
      to.append((char) c);
    }
  }

  String text(File f) throws IOException {
    Reader r = new FileReader(f); // LEAK
    StringBuilder b = new StringBuilder();
    dump(r, b);
    return b.toString();
  }

  private static void nothing(Closeable c) {}

  void ignored(String f) throws IOException {
    nothing(new FileWriter(f)); // LEAK
  }

  private void maybeClose(InputStream in, boolean b) throws IOException {
    if (b) {
      in.close();
    }
  }

  void perhaps(String f) throws IOException {
    InputStream in = new FileInputStream(f); // MISSED: a method that closes it on some paths counts as closing it
    maybeClose(in, f.isEmpty());
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  private static void print(Res r) {
    System.out.println(r.hashCode());
  }

  void own() {
    Res r = new Res(); // LEAK
    print(r);
  }

  private static void twice(Res r) {
    print(r);
    print(r);
  }

  void ownTwoLevels() {
    Res r = new Res(); // LEAK
    twice(r);
  }

  private static void closeQuietly(Res r) {
    // forgot to do it
  }

  void misleading() {
    Res r = new Res(); // MISSED: the name is believed, the body is empty
    closeQuietly(r);
  }

  private static int rows(Statement s) throws SQLException {
    return s.executeUpdate("delete from t");
  }

  int jdbc(Connection c) throws SQLException {
    Statement s = c.createStatement(); // LEAK
    return rows(s);
  }

  private static void all(InputStream... ins) throws IOException {
    for (InputStream in : ins) {
      System.out.println(in.available());
    }
  }

  void varargs(String f) throws IOException {
    InputStream in = new FileInputStream(f); // LEAK
    all(in);
  }

  private static InputStream same(InputStream in) {
    return in;
  }

  int identity(String f) throws IOException {
    InputStream in = same(new FileInputStream(f)); // LEAK
    return in.read();
  }
}
