package one;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.sql.*;
import java.util.*;
import java.util.stream.*;

/** Resource is a parameter (not owned). */
class C64 {
  int m1(InputStream in) throws IOException {
    return in.read();
  }

  void write(OutputStream o, byte[] b) throws IOException {
    o.write(b);
    o.flush();
  }

  static void copy(Reader r, Writer w) throws IOException {
    char[] c = new char[100];
    for (int n; (n = r.read(c)) > 0; ) {
      w.write(c, 0, n);
    }
  }

  int count(Connection c) throws SQLException {
    return c.getTransactionIsolation();
  }

  void closes(InputStream in) throws IOException {
    in.close();
  }

  void closesSometimes(InputStream in, boolean b) throws IOException {
    if (b) {
      in.close();
    }
  }

  void closesUnsafely(InputStream in) throws IOException {
    in.read();
    in.close();
  }

  void overwritten(Reader r, Reader other) throws IOException {
    r = other;
    r.read();
  }

  long stream(Stream<String> s) {
    return s.count();
  }

  static class Res implements AutoCloseable {
    int n() {
      return 1;
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  int own(Res r) {
    return r.n();
  }

  int many(Res... rs) {
    int n = 0;
    for (Res r : rs) n += r.n();
    return n;
  }

  void alias(Res r) {
    Res s = r;
    s.n();
  }

  <T extends Closeable> T generic(T t) {
    System.out.println(t);
    return t;
  }

  void thrower(Socket s) throws IOException {
    if (s.isClosed()) {
      throw new IOException();
    }
  }

  void lambda(Res r) {
    Runnable x = () -> r.n();
    x.run();
  }

  void resultSet(ResultSet rs) throws SQLException {
    while (rs.next()) {
      System.out.println(rs.getInt(1));
    }
  }

  void key(SelectionKey k) throws IOException {
    SocketChannel c = (SocketChannel) k.channel();
    c.finishConnect();
  }
}
