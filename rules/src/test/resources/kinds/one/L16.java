package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.function.Supplier;

/** Opened by a factory method of the same source. */
class L16 {
  private FileInputStream open(String f) throws IOException {
    return new FileInputStream(f);
  }

  void m1(String f) throws IOException {
    FileInputStream in = open(f); // LEAK
    System.out.println(in.read());
  }

  void dropped(String f) throws IOException {
    open(f); // LEAK
  }

  int chained(String f) throws IOException {
    return open(f).read(); // LEAK
  }

  void closedUnsafely(String f) throws IOException {
    InputStream in = open(f); // LEAK
    in.read();
    in.close();
  }

  static BufferedReader reader(File f) throws IOException {
    return new BufferedReader(new FileReader(f));
  }

  static String line(File f) throws IOException {
    BufferedReader r = L16.reader(f); // LEAK
    return r.readLine();
  }

  static class Res implements AutoCloseable {
    private Res() {}

    static Res create() {
      return new Res();
    }

    int get() {
      return 4;
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  int own() {
    Res r = Res.create(); // LEAK
    return r.get();
  }

  private Res indirect() {
    Res r = Res.create();
    System.out.println("made");
    return r;
  }

  void ownIndirect() {
    Res r = indirect(); // LEAK
    r.get();
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:mem:");
  }

  void jdbc() throws SQLException {
    Connection c = connect(); // LEAK
    c.commit();
  }

  private static Socket dial(String h) throws IOException {
    Socket s = new Socket();
    try {
      s.connect(new InetSocketAddress(h, 4));
    } catch (IOException e) {
      s.close();
      throw e;
    }
    return s;
  }

  void socket(String h) throws IOException {
    Socket s = dial(h); // LEAK
    s.setKeepAlive(true);
  }

  private Writer openOrNull(String f) {
    try {
      return new FileWriter(f);
    } catch (IOException e) {
      return null;
    }
  }

  void maybe(String f) throws IOException {
    Writer w = openOrNull(f); // LEAK
    if (w != null) {
      w.write("x");
    }
  }

  static class Factory {
    Reader make(Path p) throws IOException {
      return Files.newBufferedReader(p);
    }
  }

  int byFactoryObject(Path p) throws IOException {
    Reader r = new Factory().make(p); // LEAK
    return r.read();
  }
}
