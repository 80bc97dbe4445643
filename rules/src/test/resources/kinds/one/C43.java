package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.concurrent.*;

/** Handed to a method of the same source that closes or keeps it. */
class C43 {
  private final List<Closeable> owned = new ArrayList<>();
  private InputStream current;

  private static int consume(InputStream in) throws IOException {
    try (in) {
      return in.read();
    }
  }

  int m1(String f) throws IOException {
    return consume(new FileInputStream(f));
  }

  int local(String f) throws IOException {
    InputStream in = new FileInputStream(f);
    return consume(in);
  }

  private static String slurp(Reader r) throws IOException {
    try {
      StringWriter w = new StringWriter();
      r.transferTo(w);
      return w.toString();
    } finally {
      r.close();
    }
  }

  String wrapped(String f) throws IOException {
    return slurp(new BufferedReader(new FileReader(f)));
  }

  private void register(Closeable c) {
    owned.add(c);
  }

  void kept(String f) throws IOException {
    FileOutputStream out = new FileOutputStream(f);
    register(out);
    out.write(1);
  }

  private void setCurrent(InputStream in) {
    this.current = in;
  }

  void setter(String f) throws IOException {
    setCurrent(new FileInputStream(f));
  }

  void shutdown() throws IOException {
    try {
      if (current != null) current.close();
    } finally {
      for (Closeable c : owned) {
        c.close();
      }
    }
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  private static Res own;

  private static void finish(Res r) {
    r.close();
  }

  private static void keep(Res r) {
    own = r;
  }

  static void stop() {
    own.close();
  }

  void own() {
    finish(new Res());
  }

  void ownKept() {
    Res r = new Res();
    keep(r);
  }

  private void handle(Socket s) {
    try {
      s.getOutputStream().write(1);
    } catch (IOException e) {
      e.printStackTrace();
    } finally {
      try {
        s.close();
      } catch (IOException e) {
        e.printStackTrace();
      }
    }
  }

  void serve(ServerSocket ss) throws IOException {
    while (!ss.isClosed()) {
      Socket s = ss.accept();
      handle(s);
    }
  }

  void serveThreads(ServerSocket ss, ExecutorService pool) throws IOException {
    while (true) {
      Socket s = ss.accept();
      pool.execute(() -> handle(s));
    }
  }

  void serveNewThread(ServerSocket ss) throws IOException {
    Socket s = ss.accept();
    new Thread(() -> handle(s)).start();
  }

  private static int[] rows(Connection c, Statement s) throws SQLException {
    try {
      return s.executeBatch();
    } finally {
      s.close();
      c.close();
    }
  }

  int[] jdbc(DriverManager d, Connection c) throws SQLException {
    return rows(c, c.createStatement());
  }

  private void recursive(InputStream in, int n) throws IOException {
    if (n == 0) {
      in.close();
    } else {
      recursive(in, n - 1);
    }
  }

  void recursion(String f) throws IOException {
    recursive(new FileInputStream(f), 3);
  }
}
