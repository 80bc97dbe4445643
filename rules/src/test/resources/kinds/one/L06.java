package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.zip.*;

/** Close only under a condition (flag, one branch). */
class L06 {
  void flag(String f, boolean close) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    if (close) {
      in.close();
    }
  }

  void oneBranch(String f, int k) throws IOException {
    FileWriter w = new FileWriter(f); // LEAK
    if (k > 3) {
      w.close();
    } else {
      System.out.println("kept open");
    }
  }

  void inFinally(String f, boolean verbose) throws IOException {
    InputStream in = new FileInputStream(f); // LEAK
    try {
      in.read();
    } finally {
      if (verbose) {
        in.close();
      }
    }
  }

  void byResult(File f) throws IOException {
    RandomAccessFile r = new RandomAccessFile(f, "r"); // LEAK
    if (r.length() > 0) {
      r.read();
      r.close();
    }
  }

  void byContent(Path p) throws IOException {
    BufferedReader r = Files.newBufferedReader(p); // LEAK
    String s = r.readLine();
    if (s != null && s.startsWith("#")) {
      r.close();
    }
  }

  void switchCases(String f, int mode) throws IOException {
    OutputStream out = new FileOutputStream(f); // LEAK
    switch (mode) {
      case 0:
        out.close();
        break;
      case 1:
        System.out.println("one");
        break;
      default:
        out.close();
    }
  }

  void wrongGuard(String f, Object other) throws IOException {
    Reader r = new FileReader(f); // LEAK
    try {
      r.read();
    } finally {
      if (other != null) {
        r.close();
      }
    }
  }

  void invertedNull(String f) throws IOException {
    FileInputStream in = null;
    try {
      in = new FileInputStream(f); // LEAK
      in.read();
    } finally {
      if (in == null) {
        in.close();
      }
    }
  }

  void successFlag(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    boolean ok = false;
    try {
      ok = in.read() > 0;
    } finally {
      if (!ok) {
        in.close();
      }
    }
  }

  static class Res implements AutoCloseable {
    boolean ready() {
      return hashCode() > 5;
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own() {
    Res r = new Res(); // LEAK
    if (r.ready()) {
      r.close();
    }
  }

  void connectionByFlag(String url, boolean auto) throws SQLException {
    Connection c = DriverManager.getConnection(url); // LEAK
    try {
      c.commit();
    } finally {
      if (!auto) {
        c.close();
      }
    }
  }

  void shortCircuit(String f, boolean a) throws IOException {
    ZipFile z = new ZipFile(f); // LEAK
    boolean done = a && close(z);
    System.out.println(done);
  }

  private static boolean close(ZipFile z) throws IOException {
    z.close();
    return true;
  }

  void loopMayNotRun(String f, int n) throws IOException {
    Socket s = new Socket(f, 9); // LEAK
    for (int i = 0; i < n; i++) {
      s.close();
    }
  }
}
