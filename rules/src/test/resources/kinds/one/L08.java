package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.zip.*;

/** Explicit throw between open and close. */
class L08 {
  void m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    if (f.length() > 100) {
      throw new IOException("too long");
    }
    in.close();
  }

  void magic(File f) throws IOException {
    DataInputStream in = new DataInputStream(new FileInputStream(f)); // LEAK
    if (in.readInt() != 0xCAFEBABE) {
      throw new IOException("no class");
    }
    in.close();
  }

  void runtime(String f, int n) throws IOException {
    Writer w = new FileWriter(f); // LEAK
    if (n < 0) throw new IllegalArgumentException();
    w.close();
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own(boolean b) {
    Res r = new Res(); // LEAK
    if (b) {
      throw new IllegalStateException("b");
    }
    r.close();
  }

  void always() {
    Res r = new Res(); // LEAK
    throw new UnsupportedOperationException();
  }

  void rethrow(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    try {
      in.read();
    } catch (IOException e) {
      throw new IOException("wrapped", e);
    }
    in.close();
  }

  void zip(File f) throws IOException {
    ZipFile z = new ZipFile(f); // LEAK
    ZipEntry e = z.getEntry("META-INF/x");
    if (e == null) {
      throw new FileNotFoundException("META-INF/x");
    }
    z.close();
  }

  int row(Connection c) throws SQLException {
    Statement s = c.createStatement(); // LEAK
    ResultSet rs = s.executeQuery("select a from b");
    if (!rs.next()) {
      throw new SQLException("no row");
    }
    int i = rs.getInt(1);
    rs.close();
    s.close();
    return i;
  }

  void connect(String h) throws IOException {
    Socket s = new Socket(h, 5); // LEAK
    if (!s.isConnected()) {
      throw new ConnectException();
    }
    s.close();
  }

  void inSwitch(Path p, int k) throws IOException {
    OutputStream o = Files.newOutputStream(p); // LEAK
    switch (k) {
      case 0 -> o.write(0);
      case 1 -> o.write(1);
      default -> throw new IllegalArgumentException("k");
    }
    o.close();
  }
}
