package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.zip.*;

/** Opened anew in each loop round, at most the last one closed. */
class L10 {
  void m1(String[] names) throws IOException {
    FileInputStream in = null;
    for (String n : names) {
      in = new FileInputStream(n); // LEAK
    }
    if (in != null) {
      in.close();
    }
  }

  void lastInFinally(List<File> files) throws IOException {
    BufferedReader r = null;
    try {
      for (File f : files) {
        r = new BufferedReader(new FileReader(f)); // LEAK
        System.out.println(r.readLine());
      }
    } finally {
      if (r != null) r.close();
    }
  }

  void none(int n) throws IOException {
    for (int i = 0; i < n; i++) {
      Writer w = new FileWriter("f" + i); // LEAK
      w.write("x");
    }
  }

  void inserts(Connection c, List<String> rows) throws SQLException {
    PreparedStatement s = null;
    try {
      for (String row : rows) {
        s = c.prepareStatement("insert into t values (?)"); // LEAK
        s.setString(1, row);
        s.executeUpdate();
      }
    } finally {
      if (s != null) {
        s.close();
      }
    }
  }

  static class Res implements AutoCloseable {
    boolean more() {
      return hashCode() > 1;
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void whileLoop() {
    Res r = new Res(); // LEAK
    while (r.more()) {
      r = new Res(); // LEAK
    }
    r.close();
  }

  void doLoop(int n) {
    Res r;
    do {
      r = new Res(); // LEAK
    } while (--n > 0);
    r.close();
  }

  void continueSkips(List<Path> ps) throws IOException {
    for (Path p : ps) {
      InputStream in = Files.newInputStream(p); // LEAK
      if (p.toString().isEmpty()) {
        continue;
      }
      in.close();
    }
  }

  void breakSkips(List<Path> ps) throws IOException {
    for (Path p : ps) {
      OutputStream o = Files.newOutputStream(p); // LEAK
      if (ps.size() == 3) {
        break;
      }
      o.close();
    }
  }

  void retry(String host) {
    Socket s = null;
    for (int i = 0; i < 3; i++) {
      try {
        s = new Socket(host, 80); // LEAK
        s.getOutputStream().write(1);
      } catch (IOException e) {
        System.out.println("again");
      }
    }
    try {
      if (s != null) {
        s.close();
      }
    } catch (IOException ignored) {
    }
  }

  void forUpdate(String f) throws IOException {
    for (FileReader r = new FileReader(f); r.ready(); r = new FileReader(f)) { // LEAK
      System.out.println(r.read());
    }
  }

  void zips(File[] files) throws IOException {
    ZipFile z = null;
    int i = 0;
    while (i < files.length) {
      z = new ZipFile(files[i++]); // LEAK
      System.out.println(z.size());
    }
    z.close();
  }
}
