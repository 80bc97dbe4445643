package one;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.zip.*;

/** Opened here, closed by a plain close on the way (nothing relevant between). */
class C41 {
  void m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f);
    in.close();
  }

  void touch(File f) throws IOException {
    new FileOutputStream(f).close();
  }

  void touchWriter(File f) throws IOException {
    FileWriter w = new FileWriter(f, true);
    w.close();
  }

  boolean free(int port) {
    try {
      ServerSocket s = new ServerSocket(port);
      s.close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static class Res implements AutoCloseable {
    private int n;

    void use() {
      n++;
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own() {
    Res r = new Res();
    r.use();
    r.close();
  }

  void ownAssign() {
    int i = 3;
    Res r = new Res();
    i = i + 1;
    Res s = r;
    s.close();
  }

  void two() {
    Res a = new Res();
    Res b = new Res();
    b.close();
    a.close();
  }

  void connection(String url) throws SQLException {
    Connection c = DriverManager.getConnection(url);
    c.close();
  }

  void chain() {
    new Res().close();
  }

  void selector() throws IOException {
    Selector s = Selector.open();
    s.close();
  }

  void create(Path p) throws IOException {
    Files.newOutputStream(p).close();
  }

  void ifElse(boolean b) {
    Res r = new Res();
    if (b) {
      r.close();
    } else {
      r.use();
      r.close();
    }
  }

  int local() {
    Res r = new Res();
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      sum += i;
    }
    r.close();
    return sum;
  }

  void print(String f) throws IOException {
    PrintWriter w = new PrintWriter(f);
    w.println("PrintWriter throws nothing");
    w.close();
  }
}
