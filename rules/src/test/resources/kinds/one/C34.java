package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.zip.*;

/** Try-with-resources, several resources. */
class C34 {
  void copy(String a, String b) throws IOException {
    try (InputStream in = new FileInputStream(a);
        OutputStream out = new FileOutputStream(b)) {
      in.transferTo(out);
    }
  }

  int jdbc(String url) throws SQLException {
    try (Connection c = DriverManager.getConnection(url);
        PreparedStatement s = c.prepareStatement("select 1");
        ResultSet rs = s.executeQuery()) {
      return rs.next() ? rs.getInt(1) : 0;
    }
  }

  int wrapped(String f) throws IOException {
    try (FileInputStream a = new FileInputStream(f);
        GZIPInputStream b = new GZIPInputStream(a);
        ObjectInputStream c = new ObjectInputStream(b)) {
      return c.readInt();
    }
  }

  void socket(String h) {
    try (Socket s = new Socket(h, 7);
        BufferedReader r = new BufferedReader(new InputStreamReader(s.getInputStream()));
        PrintWriter w = new PrintWriter(s.getOutputStream(), true)) {
      w.println("hi");
      System.out.println(r.readLine());
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }

  static class Res implements AutoCloseable {
    Res() {}

    Res(Res r) {}

    @Override
    public void close() throws Exception {
      System.out.println("closed");
    }
  }

  void own() throws Exception {
    try (Res a = new Res();
        Res b = new Res(a);
        Res c = new Res(b)) {
      System.out.println(c);
    }
  }

  boolean same(Path p, Path q) throws IOException {
    try (var a = Files.newBufferedReader(p);
        var b = Files.newBufferedReader(q)) {
      String s;
      while ((s = a.readLine()) != null) {
        if (!s.equals(b.readLine())) {
          return false;
        }
      }
      return b.readLine() == null;
    }
  }

  void withNull(boolean log) throws IOException {
    try (Reader r = new FileReader("a");
        Writer w = log ? new FileWriter("b") : null) {
      if (w != null) {
        r.transferTo(w);
      }
    }
  }

  void zip(File f, File to) throws IOException {
    try (ZipFile z = new ZipFile(f);
        ZipOutputStream out = new ZipOutputStream(new FileOutputStream(to))) {
      var e = z.entries();
      while (e.hasMoreElements()) {
        ZipEntry entry = e.nextElement();
        out.putNextEntry(new ZipEntry(entry.getName()));
        z.getInputStream(entry).transferTo(out);
        out.closeEntry();
      }
    }
  }
}
