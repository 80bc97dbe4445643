package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;

/** Variable overwritten while the first resource is open. */
class L09 {
  void m1(String a, String b) throws IOException {
    FileInputStream in = new FileInputStream(a); // LEAK
    in = new FileInputStream(b);
    in.close();
  }

  void setNull(String a) throws IOException {
    FileInputStream in = new FileInputStream(a); // LEAK
    in = null;
  }

  void setNullBeforeFinally(String a) throws IOException {
    Reader r = null;
    try {
      r = new FileReader(a); // LEAK
      r.read();
      r = null;
    } finally {
      if (r != null) {
        r.close();
      }
    }
  }

  void inTry(String a, String b) throws IOException {
    OutputStream out = null;
    try {
      out = new FileOutputStream(a); // LEAK
      out.write(1);
      out = new FileOutputStream(b);
      out.write(2);
    } finally {
      if (out != null) {
        out.close();
      }
    }
  }

  void statements(Connection c) throws SQLException {
    PreparedStatement s = c.prepareStatement("select 1"); // LEAK
    try {
      s.execute();
      s = c.prepareStatement("select 2");
      s.execute();
    } finally {
      s.close();
    }
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own() {
    Res r = new Res(); // LEAK
    r = new Res();
    r.close();
  }

  void inOneBranch(boolean b) {
    Res r = new Res(); // LEAK
    if (b) {
      r = new Res();
    }
    r.close();
  }

  void sequence() {
    Res r;
    r = new Res();
    r.close();
    r = new Res(); // LEAK
    r = new Res();
    r.close();
  }

  void byOther(Res other) {
    Res r = new Res(); // LEAK
    r = other;
    r.close();
  }

  void reconnect(String h) throws IOException {
    Socket s = new Socket(h, 1); // LEAK
    if (!s.getKeepAlive()) {
      s = new Socket(h, 2);
    }
    s.close();
  }

  void inSwitch(Path p, int i) throws IOException {
    Writer w = Files.newBufferedWriter(p); // LEAK
    try {
      switch (i) {
        case 1:
          w = new StringWriter();
          break;
        default:
          break;
      }
      w.write("x");
    } finally {
      w.close();
    }
  }

  void swap(String a, String b) throws IOException {
    FileReader x = new FileReader(a); // LEAK
    try {
      FileReader y = new FileReader(b);
      x = y;
    } finally {
      x.close();
    }
  }
}
