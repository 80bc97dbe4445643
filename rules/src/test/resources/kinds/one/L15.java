package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.zip.*;

/** Leak in a member that also uses try-with-resources. */
class L15 {
  void otherLeaks(String a, String b) throws IOException {
    FileOutputStream out = new FileOutputStream(b); // LEAK
    try (FileInputStream in = new FileInputStream(a)) {
      in.transferTo(out);
    }
  }

  int innerOfNested(String a) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new FileInputStream(a))) { // LEAK(low)
      return in.read();
    }
  }

  Object objectIn(File a) throws Exception {
    try (ObjectInputStream in = new ObjectInputStream(new FileInputStream(a))) { // LEAK(low)
      return in.readObject();
    }
  }

  void objectOut(File a, Object o) throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(a.toPath()))) { // LEAK(low)
      out.writeObject(o);
    }
  }

  void openedInside(String a, String b) throws IOException {
    try (Reader r = new FileReader(a)) {
      Writer w = new FileWriter(b); // LEAK
      r.transferTo(w);
    }
  }

  void resultDropped(Path a, Path b) throws IOException {
    try (InputStream in = Files.newInputStream(a)) {
      Files.newOutputStream(b).write(in.read()); // LEAK
    }
  }

  int statement(Connection c) throws SQLException {
    Statement s = c.createStatement(); // LEAK
    try (ResultSet rs = s.executeQuery("select 1")) {
      return rs.next() ? rs.getInt(1) : -1;
    }
  }

  int statementInHeader(Connection c) throws SQLException {
    try (ResultSet rs = c.createStatement().executeQuery("select 1")) { // LEAK
      return rs.next() ? rs.getInt(1) : -1;
    }
  }

  static class Res implements AutoCloseable {
    Res() {}

    Res(Res inner) {
      if (inner.hashCode() == 0) throw new IllegalStateException();
    }

    public void close() {
      System.out.println("closed");
    }
  }

  void own() {
    Res a = new Res(); // LEAK
    try (Res b = new Res()) {
      System.out.println(a);
      System.out.println(b);
    }
  }

  void ownInnerNotClosedByOuter() {
    try (Res b = new Res(new Res())) { // LEAK
      System.out.println(b);
    }
  }

  void charset(String f, String cs) throws IOException {
    try (Reader r = new InputStreamReader(new FileInputStream(f), cs)) { // LEAK(low)
      System.out.println(r.read());
    }
  }

  void beforeTry(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    check(in);
    try (in) {
      System.out.println(in.read());
    }
  }

  private static void check(InputStream in) throws IOException {
    if (in.available() == 0) throw new IOException();
  }
}
