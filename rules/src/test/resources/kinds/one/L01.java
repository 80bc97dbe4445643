package one;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.zip.*;

/** Opened into a local, no close anywhere in the member, not passed on. */
class L01 {
  void m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
  }

  int m2(File f) throws IOException {
    InputStream in = new FileInputStream(f); // LEAK
    int n = in.read();
    return n;
  }

  static String firstLine(Path p) throws IOException {
    BufferedReader reader = Files.newBufferedReader(p); // LEAK
    return reader.readLine();
  }

  void write(String name, byte[] data) {
    try {
      OutputStream out = new FileOutputStream(name, true); // LEAK
      out.write(data);
      out.flush();
    } catch (IOException e) {
      e.printStackTrace();
    }
  }

  Properties load(String path) throws IOException {
    Properties p = new Properties();
    FileReader reader = new FileReader(path); // LEAK
    p.load(reader);
    return p;
  }

  long size(String path) throws IOException {
    final RandomAccessFile raf = new RandomAccessFile(path, "r"); // LEAK
    return raf.length();
  }

  boolean hasEntry(File jar, String name) throws IOException {
    ZipFile zip = new ZipFile(jar); // LEAK
    return zip.getEntry(name) != null;
  }

  void ping(String host) throws IOException {
    Socket s = new Socket(host, 80); // LEAK
    s.getOutputStream().write(1);
  }

  void query(Connection c) throws SQLException {
    Statement st = c.createStatement(); // LEAK
    st.executeUpdate("delete from t");
  }

  static class Res implements AutoCloseable {
    void use() {}

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own() {
    Res r = new Res(); // LEAK
    r.use();
  }

  void ownVar() {
    var r = new Res(); // LEAK
    r.use();
    System.out.println(r);
  }

  int scan(String f) throws FileNotFoundException {
    Scanner sc = new Scanner(new File(f)); // LEAK
    return sc.nextInt();
  }

  void declaredThenAssigned(String f) throws IOException {
    FileWriter w;
    w = new FileWriter(f); // LEAK
    w.write("x");
  }

  void inBlock(String f, boolean b) throws IOException {
    if (b) {
      PrintWriter w = new PrintWriter(f); // LEAK
      w.println("x");
      w.flush();
    }
  }

  void catchesAll(String f) {
    try {
      InputStream in = Files.newInputStream(Paths.get(f)); // LEAK
      System.out.println(in.read());
    } catch (Exception ignored) {
    }
  }

  void channel(Path p, java.nio.ByteBuffer b) throws IOException {
    FileChannel ch = FileChannel.open(p); // LEAK
    ch.read(b);
  }
}
