package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.zip.*;

/** Close in a loop / one per round. */
class C56 {
  void m1(List<String> fs) throws IOException {
    for (String f : fs) {
      FileInputStream in = new FileInputStream(f);
      in.close();
    }
  }

  void withFinally(File[] fs) throws IOException {
    for (File f : fs) {
      Reader r = new FileReader(f);
      try {
        r.read();
      } finally {
        r.close();
      }
    }
  }

  static class Res implements AutoCloseable {
    boolean more() {
      return hashCode() > 3;
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own(int n) {
    for (int i = 0; i < n; i++) {
      Res r = new Res();
      r.close();
    }
  }

  void doWhile(int n) {
    Res r;
    do {
      r = new Res();
      r.close();
    } while (n-- > 0);
  }

  void closedAtTop(int n) {
    Res r = null;
    for (int i = 0; i < n; i++) {
      if (r != null) {
        r.close();
      }
      r = new Res();
    }
    if (r != null) {
      r.close();
    }
  }

  void declaredOutside(String[] fs) throws IOException {
    InputStream in = null;
    try {
      for (String f : fs) {
        in = new FileInputStream(f);
        in.read();
        in.close();
        in = null;
      }
    } finally {
      if (in != null) {
        in.close();
      }
    }
  }

  void rotate(int n) {
    Res r = new Res();
    while (n-- > 0) {
      r.close();
      r = new Res();
    }
    r.close();
  }

  void retry(String h) throws IOException {
    for (int i = 0; ; i++) {
      try {
        Socket s = new Socket(h, 1);
        s.close();
        return;
      } catch (IOException e) {
        if (i == 3) throw e;
      }
    }
  }

  void breaks(List<Path> ps) throws IOException {
    for (Path p : ps) {
      BufferedReader r = Files.newBufferedReader(p);
      try {
        if (r.readLine() == null) break;
      } finally {
        r.close();
      }
    }
  }

  void batch(Connection c, List<String> rows) throws SQLException {
    for (String row : rows) {
      try (PreparedStatement s = c.prepareStatement("insert into t values (?)")) {
        s.setString(1, row);
        s.executeUpdate();
      }
    }
  }

  void untilClosed() {
    Res r = new Res();
    while (true) {
      if (r.hashCode() % 2 == 0) {
        r.close();
        break;
      }
    }
  }
}
