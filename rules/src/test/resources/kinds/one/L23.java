package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.zip.*;

/** Returned on one path, lost on another. */
class L23 {
  InputStream m1(String f, boolean b) throws IOException {
    InputStream in = new FileInputStream(f); // LEAK
    if (b) {
      return in;
    }
    return null;
  }

  Reader check(File f) throws IOException {
    FileReader r = new FileReader(f); // LEAK
    if (r.read() != '#') {
      throw new IOException("bad header");
    }
    return r;
  }

  Socket connect(String h) throws IOException {
    Socket s = new Socket(h, 1); // LEAK
    s.setSoTimeout(100);
    return s;
  }

  FileOutputStream locked(File f) {
    try {
      FileOutputStream out = new FileOutputStream(f); // LEAK
      if (out.getChannel().tryLock() == null) {
        return null;
      }
      return out;
    } catch (IOException e) {
      return null;
    }
  }

  Connection connection(String url) throws SQLException {
    Connection c = DriverManager.getConnection(url); // LEAK
    c.setAutoCommit(false);
    return c;
  }

  InputStream gz(Path p) throws IOException {
    InputStream in = Files.newInputStream(p); // LEAK
    return new GZIPInputStream(in);
  }

  InputStream skip(Path p) throws IOException {
    InputStream in = Files.newInputStream(p); // LEAK
    in.skip(4);
    return new BufferedInputStream(in);
  }

  static class Res implements AutoCloseable {
    boolean valid() {
      return hashCode() > 0;
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  Res own() {
    Res r = new Res(); // LEAK
    return r.valid() ? r : null;
  }

  Res own2(int i) {
    Res r = new Res(); // LEAK
    if (i < 0) {
      return new Res();
    }
    return r;
  }

  Res own3(int i) {
    Res r = new Res(); // LEAK
    switch (i) {
      case 0:
        return r;
      case 1:
        return null;
      default:
        throw new IllegalArgumentException();
    }
  }
}
