package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;

/** Early return between open and close. */
class L07 {
  int m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    int b = in.read();
    if (b < 0) {
      return -1;
    }
    in.close();
    return b;
  }

  String find(File f, String key) throws IOException {
    BufferedReader r = new BufferedReader(new FileReader(f)); // LEAK
    String line;
    while ((line = r.readLine()) != null) {
      if (line.contains(key)) {
        return line;
      }
    }
    r.close();
    return null;
  }

  boolean onFlag(String f, boolean skip) throws IOException {
    Writer w = new FileWriter(f); // LEAK
    if (skip) return false;
    w.close();
    return true;
  }

  void voidReturn(String f, String text) throws IOException {
    OutputStream out = new FileOutputStream(f); // LEAK
    if (text == null) {
      return;
    }
    out.close();
  }

  int fromSwitch(String f, int k) throws IOException {
    InputStream in = new FileInputStream(f); // LEAK
    switch (k) {
      case 1:
        return 1;
      case 2:
        break;
      default:
        return 0;
    }
    in.close();
    return 2;
  }

  boolean exists(Connection c, String id) throws SQLException {
    PreparedStatement s = c.prepareStatement("select 1 from t where id = ?"); // LEAK
    s.setString(1, id);
    ResultSet rs = s.executeQuery();
    if (rs.next()) {
      return true;
    }
    rs.close();
    s.close();
    return false;
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  int own(int i) {
    Res r = new Res(); // LEAK
    if (i == 0) {
      return 0;
    }
    if (i == 1) {
      r.close();
      return 1;
    }
    r.close();
    return 2;
  }

  Object inNestedTry(Path p) {
    try {
      InputStream in = Files.newInputStream(p); // LEAK
      try {
        if (in.read() == 0) {
          return null;
        }
      } catch (IOException e) {
        return e;
      }
      in.close();
    } catch (IOException e) {
      return null;
    }
    return p;
  }

  int inCatch(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    int v;
    try {
      v = Integer.parseInt("" + in.read());
    } catch (NumberFormatException e) {
      return -1;
    }
    in.close();
    return v;
  }

  void socket(String h, int p, boolean dry) throws IOException {
    Socket s = new Socket(h, p); // LEAK
    if (dry) {
      System.out.println("dry run");
      return;
    }
    s.close();
  }
}
