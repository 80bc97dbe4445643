package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;

/** Conditional close that covers all paths (null check, flag). */
class C55 {
  void bothBranches(String f, boolean b) throws IOException {
    FileInputStream in = new FileInputStream(f);
    if (b) {
      in.close();
    } else {
      in.close();
    }
  }

  void onlyWhenOpened(String f, boolean b) throws IOException {
    FileInputStream in = null;
    if (b) {
      in = new FileInputStream(f);
    }
    if (in != null) {
      in.close();
    }
  }

  void sameFlag(String f, boolean b) throws IOException {
    FileInputStream in = null;
    if (b) {
      in = new FileInputStream(f);
    }
    if (b) {
      in.close();
    }
  }

  void nullGuard(String f) throws IOException {
    Reader r = new FileReader(f);
    if (r != null) {
      r.close();
    }
  }

  void opened(String f, boolean b) throws IOException {
    Writer w = null;
    boolean opened = false;
    try {
      if (b) {
        w = new FileWriter(f);
        opened = true;
        w.write("x");
      }
    } finally {
      if (opened) {
        w.close();
      }
    }
  }

  void success(String f) throws IOException {
    OutputStream out = new FileOutputStream(f);
    boolean ok = false;
    try {
      out.write(1);
      ok = true;
    } finally {
      if (ok) {
        out.close();
      } else {
        try {
          out.close();
        } catch (IOException ignored) {
        }
      }
    }
  }

  void resourceMayBeNull(String name) throws IOException {
    InputStream in = C55.class.getResourceAsStream(name);
    if (in == null) {
      return;
    }
    try {
      in.read();
    } finally {
      in.close();
    }
  }

  void notOwnedOtherwise(InputStream given, String f) throws IOException {
    InputStream in = given;
    boolean own = false;
    if (in == null) {
      in = new FileInputStream(f);
      own = true;
    }
    try {
      in.read();
    } finally {
      if (own) in.close();
    }
  }

  void compareParameter(InputStream given, String f) throws IOException {
    InputStream in = given == null ? new FileInputStream(f) : given;
    try {
      in.read();
    } finally {
      if (in != given) {
        in.close();
      }
    }
  }

  void standardOut(String f) throws IOException {
    PrintStream out = f == null ? System.out : new PrintStream(f);
    try {
      out.println("x");
    } finally {
      if (out != System.out) {
        out.close();
      }
    }
  }

  static class Res implements AutoCloseable {
    private boolean closed;

    boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {
      closed = true;
      System.out.println("closed");
    }
  }

  void own(int i) {
    Res r = null;
    if (i > 3) {
      r = new Res();
    }
    if (r == null) {
      return;
    }
    r.close();
  }

  void guard() {
    Res r = new Res();
    if (!r.isClosed()) {
      r.close();
    }
  }

  void connection(String url) throws SQLException {
    Connection c = DriverManager.getConnection(url);
    try {
      c.commit();
    } finally {
      if (c != null && !c.isClosed()) {
        c.close();
      }
    }
  }

  void ternaryNull(String f, boolean b) throws IOException {
    Reader r = b ? new FileReader(f) : null;
    try {
      if (b) r.read();
    } finally {
      if (r != null) r.close();
    }
  }

  void switchAll(String f, int k) throws IOException {
    Socket s = new Socket(f, k);
    switch (k) {
      case 1:
        s.close();
        break;
      case 2:
      case 3:
        s.close();
        return;
      default:
        s.close();
    }
  }
}
