package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;

/** Leak in a constructor. */
class L21 {
  static class A {
    A(String f) throws IOException {
      FileInputStream in = new FileInputStream(f); // LEAK
      System.out.println(in.read());
    }
  }

  static class B {
    final int n;

    B(File f) throws IOException {
      n = new FileInputStream(f).read(); // LEAK
    }
  }

  static class C extends Properties {
    C(String f) throws IOException {
      load(new FileReader(f)); // LEAK
    }
  }

  static class D {
    String first;

    D(Path p) throws IOException {
      BufferedReader r = Files.newBufferedReader(p); // LEAK
      first = r.readLine();
      r.close();
    }
  }

  static class E extends A {
    E(String f) throws IOException {
      super(f);
      Writer w = new FileWriter(f); // LEAK
      w.write(1);
    }
  }

  static class F {
    int rows;

    F(Connection c) {
      try {
        Statement s = c.createStatement(); // LEAK
        rows = s.executeUpdate("delete from t");
      } catch (SQLException e) {
        rows = -1;
      }
    }
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  static class G {
    G(boolean b) {
      Res r = new Res(); // LEAK
      if (b) {
        r.close();
      }
    }
  }

  static class H {
    H() {
      new Res(); // LEAK
    }

    H(String h) throws IOException {
      this();
      Socket s = new Socket(h, 1); // LEAK
      s.setTcpNoDelay(true);
    }
  }

  enum Config {
    ONE;

    private final Properties p = new Properties();

    Config() {
      try {
        InputStream in = new FileInputStream("x.properties"); // LEAK
        p.load(in);
      } catch (IOException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }
}
