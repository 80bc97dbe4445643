package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;

/** Reassigned after the first was closed or known null. */
class C59 {
  void m1(String a, String b) throws IOException {
    FileInputStream in = new FileInputStream(a);
    in.close();
    in = new FileInputStream(b);
    in.close();
  }

  void withFinally(String a, String b) throws IOException {
    Reader r = new FileReader(a);
    try {
      r.read();
    } finally {
      r.close();
    }
    r = new FileReader(b);
    try {
      r.read();
    } finally {
      r.close();
    }
  }

  void nullFirst(String a, boolean x) throws IOException {
    Writer w = null;
    if (x) w = new FileWriter(a);
    if (w == null) {
      w = new FileWriter("default");
    }
    w.close();
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own() {
    Res r = new Res();
    r.close();
    r = new Res();
    r.close();
    r = null;
  }

  void aliasKept() {
    Res r = new Res();
    Res first = r;
    r = new Res();
    r.close();
    first.close();
  }

  void statements(Connection c) throws SQLException {
    PreparedStatement s = null;
    try {
      s = c.prepareStatement("a");
      s.execute();
      s.close();
      s = c.prepareStatement("b");
      s.execute();
    } finally {
      if (s != null) {
        s.close();
      }
    }
  }

  void fallback(String a, String b) throws IOException {
    InputStream in;
    try {
      in = new FileInputStream(a);
    } catch (FileNotFoundException e) {
      in = new FileInputStream(b);
    }
    in.close();
  }

  void swap() {
    Res a = new Res();
    Res b = new Res();
    Res t = a;
    a = b;
    b = t;
    a.close();
    b.close();
  }

  void parameter(Res r) {
    r.close();
    r = new Res();
    r.close();
  }

  void wrap(String f) throws IOException {
    OutputStream o = new FileOutputStream(f);
    o = new BufferedOutputStream(o);
    o.close();
  }
}
