package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.stream.*;
import java.util.zip.*;

/** Close in finally. */
class C37 {
  int m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f);
    try {
      return in.read();
    } finally {
      in.close();
    }
  }

  void caught(String f) {
    try {
      Writer w = new FileWriter(f);
      try {
        w.write("x");
      } finally {
        w.close();
      }
    } catch (IOException e) {
      e.printStackTrace();
    }
  }

  void withCatch(Connection c) throws SQLException {
    Statement s = c.createStatement();
    try {
      s.execute("x");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      s.close();
    }
  }

  void nested(String a, String b) throws IOException {
    InputStream in = new FileInputStream(a);
    try {
      OutputStream out = new FileOutputStream(b);
      try {
        in.transferTo(out);
      } finally {
        out.close();
      }
    } finally {
      in.close();
    }
  }

  int returns(File f) throws IOException {
    RandomAccessFile r = new RandomAccessFile(f, "r");
    try {
      if (r.length() == 0) {
        return -1;
      }
      for (int i = 0; i < 3; i++) {
        if (r.read() == 4) return i;
      }
      return 0;
    } finally {
      r.close();
    }
  }

  static class Res implements AutoCloseable {
    void use() {
      throw new IllegalStateException();
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own() {
    Res r = new Res();
    try {
      r.use();
    } finally {
      r.close();
    }
  }

  void declaredBefore(String f) throws IOException {
    final BufferedReader r;
    r = new BufferedReader(new FileReader(f));
    try {
      System.out.println(r.readLine());
    } finally {
      r.close();
    }
  }

  void inLoop(List<String> fs) throws IOException {
    for (String f : fs) {
      ZipFile z = new ZipFile(f);
      try {
        if (z.size() == 1) continue;
        if (z.size() == 2) break;
      } finally {
        z.close();
      }
    }
  }

  long stream(Path p) throws IOException {
    Stream<String> s = Files.lines(p);
    try {
      return s.count();
    } finally {
      s.close();
    }
  }

  void other(String h) throws IOException {
    Socket s = new Socket(h, 1);
    try {
      s.getOutputStream().write(1);
    } finally {
      System.out.println("closing");
      s.close();
    }
  }

  void sync(Object lock, String f) throws IOException {
    synchronized (lock) {
      Reader r = new FileReader(f);
      try {
        r.read();
      } finally {
        r.close();
      }
    }
  }
}
