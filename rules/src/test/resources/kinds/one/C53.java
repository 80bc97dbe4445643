package one;

import java.io.*;
import java.net.*;
import java.sql.*;
import java.util.*;

/** Uses a resource held in a field. */
class C53 {
  private InputStream in;
  private final Writer out;
  private Connection connection;
  private static Socket socket;
  protected Scanner scanner;

  C53(InputStream in, Writer out) {
    this.in = in;
    this.out = out;
  }

  int read() throws IOException {
    return in.read();
  }

  void write(String s) throws IOException {
    out.write(s);
    out.flush();
  }

  void local() throws IOException {
    InputStream i = in;
    i.skip(2);
  }

  void wrap() throws IOException {
    BufferedReader r = new BufferedReader(new InputStreamReader(in));
    System.out.println(r.readLine());
  }

  Statement statement() throws SQLException {
    return connection.createStatement();
  }

  void socket() throws IOException {
    OutputStream o = socket.getOutputStream();
    o.write(2);
  }

  String next() {
    Scanner s = scanner;
    return s.hasNext() ? s.next() : null;
  }

  Writer getOut() {
    return out;
  }

  void throughGetter() throws IOException {
    Writer w = getOut();
    w.write("x");
  }

  static class Res implements AutoCloseable {
    int n;

    void use() {
      n++;
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  static class Holder {
    final Res res;

    Holder(Res res) {
      this.res = res;
    }

    void use() {
      Res r = this.res;
      if (r != null) {
        r.use();
      }
    }

    Res get() {
      return res;
    }
  }

  void other(Holder h) {
    Res r = h.res;
    r.use();
    h.get().use();
  }

  void list(List<Res> all) {
    Res r = all.get(0);
    r.use();
  }

  void map(Map<String, Res> all) {
    Res r = all.get("a");
    if (r != null) r.use();
  }
}
