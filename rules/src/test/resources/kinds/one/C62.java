package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;

/** Early return or throw with the resource closed. */
class C62 {
  int m1(String f, boolean b) throws IOException {
    FileInputStream in = new FileInputStream(f);
    if (b) {
      in.close();
      return 1;
    }
    in.close();
    return 2;
  }

  void beforeOpen(String f) throws IOException {
    if (f == null) {
      return;
    }
    if (f.isEmpty()) {
      throw new IllegalArgumentException();
    }
    Reader r = new FileReader(f);
    r.close();
  }

  void throwsClosed(String f, int n) throws IOException {
    Writer w = new FileWriter(f);
    if (n < 0) {
      w.close();
      throw new IllegalArgumentException();
    }
    w.close();
  }

  static class Res implements AutoCloseable {
    boolean ok() {
      return hashCode() > 1;
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  boolean own() {
    Res r = new Res();
    try {
      if (!r.ok()) {
        return false;
      }
      throw new IllegalStateException();
    } finally {
      r.close();
    }
  }

  Res openOrFail() {
    Res r = new Res();
    if (!r.ok()) {
      r.close();
      throw new IllegalStateException();
    }
    return r;
  }

  Res openOrNull(boolean b) {
    Res r = new Res();
    if (b) {
      r.close();
      return null;
    }
    return r;
  }

  String find(Path p, String k) throws IOException {
    BufferedReader r = Files.newBufferedReader(p);
    try {
      for (String s; (s = r.readLine()) != null; ) {
        if (s.startsWith(k)) {
          return s;
        }
      }
      return null;
    } finally {
      r.close();
    }
  }

  String findInTwr(Path p, String k) throws IOException {
    try (BufferedReader r = Files.newBufferedReader(p)) {
      String s;
      while ((s = r.readLine()) != null) {
        if (s.startsWith(k)) return s;
      }
    }
    throw new NoSuchElementException();
  }

  int inCatch(String f) {
    FileInputStream in;
    try {
      in = new FileInputStream(f);
    } catch (IOException e) {
      return -1;
    }
    try {
      return in.read();
    } catch (IOException e) {
      return -2;
    } finally {
      try {
        in.close();
      } catch (IOException e) {
        return -3;
      }
    }
  }

  int many(int k) {
    Res r = new Res();
    switch (k) {
      case 0:
        r.close();
        return 0;
      case 1:
        r.close();
        throw new IllegalStateException();
      default:
        break;
    }
    r.close();
    return k;
  }

  void loop(int n) {
    Res r = new Res();
    for (int i = 0; i < n; i++) {
      if (i == 7) {
        r.close();
        return;
      }
    }
    r.close();
  }

  void exits(String f) throws IOException {
    FileInputStream in = new FileInputStream(f);
    if (f.length() == 3) {
      System.exit(1);
    }
    in.close();
  }
}
