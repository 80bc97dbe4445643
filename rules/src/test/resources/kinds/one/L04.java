package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.zip.*;

/** Closed on the normal path only, lost when a call between open and close throws. */
class L04 {
  int m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    int n = in.read();
    in.close();
    return n;
  }

  void m2(String f) {
    try {
      FileWriter w = new FileWriter(f); // LEAK
      w.write("hello");
      w.close();
    } catch (IOException e) {
      System.err.println(e);
    }
  }

  static void copy(File from, File to) throws IOException {
    InputStream in = new FileInputStream(from); // LEAK
    OutputStream out = new FileOutputStream(to); // LEAK
    byte[] buffer = new byte[1024];
    int n;
    while ((n = in.read(buffer)) > 0) {
      out.write(buffer, 0, n);
    }
    in.close();
    out.close();
  }

  List<String> lines(Path p) throws IOException {
    List<String> all = new ArrayList<>();
    BufferedReader r = Files.newBufferedReader(p); // LEAK
    for (String s = r.readLine(); s != null; s = r.readLine()) {
      all.add(s);
    }
    r.close();
    return all;
  }

  void count(Connection c) throws SQLException {
    Statement s = c.createStatement(); // LEAK
    ResultSet rs = s.executeQuery("select count(*) from t");
    rs.next();
    System.out.println(rs.getInt(1));
    rs.close();
    s.close();
  }

  void socket(String h, int p, byte[] b) throws IOException {
    Socket s = new Socket(h, p); // LEAK
    s.getOutputStream().write(b);
    s.close();
  }

  Properties props(String name) throws IOException {
    Properties p = new Properties();
    InputStream in = getClass().getResourceAsStream(name); // LEAK
    p.load(in);
    in.close();
    return p;
  }

  String entry(File f) throws IOException {
    ZipFile z = new ZipFile(f); // LEAK
    ZipEntry e = z.getEntry("a");
    InputStream in = z.getInputStream(e);
    String s = new String(in.readAllBytes());
    z.close();
    return s;
  }

  void nullInitNoFinally(String f) throws IOException {
    Reader r = null;
    try {
      r = new FileReader(f); // LEAK
      r.read();
      r.close();
    } catch (FileNotFoundException e) {
      System.out.println("none");
    }
  }

  void closeInTryOnly(String f) {
    FileOutputStream out = null;
    try {
      out = new FileOutputStream(f); // LEAK
      out.write(3);
      out.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static class Res implements AutoCloseable {
    void use() throws Exception {
      if (hashCode() % 7 == 0) throw new Exception("no");
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own() throws Exception {
    Res r = new Res(); // LEAK
    r.use();
    r.close();
  }

  void parse(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    int n = Integer.parseInt(System.getProperty("n"));
    in.close();
    System.out.println(n);
  }

  void throwing(String f) throws IOException {
    Writer w = new FileWriter(f); // LEAK
    check(f);
    w.close();
  }

  private static void check(String f) throws IOException {
    if (f.isEmpty()) {
      throw new IOException("empty");
    }
  }
}
