package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import java.util.zip.*;

/** Returned to the caller (factory). */
class C51 {
  InputStream m1(String f) throws IOException {
    return new FileInputStream(f);
  }

  InputStream local(String f) throws IOException {
    InputStream in = new FileInputStream(f);
    return in;
  }

  BufferedReader wrapped(String f) throws IOException {
    FileReader r = new FileReader(f);
    return new BufferedReader(r);
  }

  Reader orNull(String f) {
    try {
      return new FileReader(f);
    } catch (IOException e) {
      return null;
    }
  }

  OutputStream choice(String f) throws IOException {
    return f == null ? System.out : new FileOutputStream(f);
  }

  Stream<String> lines(Path p) throws IOException {
    return Files.lines(p).filter(s -> !s.isEmpty()).map(String::trim);
  }

  Supplier<Res> supplier() {
    return () -> new Res();
  }

  Supplier<Res> reference() {
    return Res::new;
  }

  static class Res implements AutoCloseable {
    static Res of() {
      Res r = new Res();
      r.init();
      return r;
    }

    private void init() {
      System.out.println("ready");
    }

    Res self() {
      return this;
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  Res own() {
    return new Res().self();
  }

  Object asObject() {
    Object o = new Res();
    return o;
  }

  Connection connect(String url) throws SQLException {
    Properties p = new Properties();
    p.put("user", "sa");
    return DriverManager.getConnection(url, p);
  }

  Socket switched(int k, String h) throws IOException {
    Socket s;
    switch (k) {
      case 1:
        s = new Socket(h, 1);
        break;
      default:
        s = new Socket(h, 2);
        break;
    }
    return s;
  }

  Optional<InputStream> optional(Path p) throws IOException {
    return Files.exists(p) ? Optional.of(Files.newInputStream(p)) : Optional.empty();
  }

  InputStream[] array(String a) throws IOException {
    return new InputStream[] {new FileInputStream(a)};
  }

  Callable callable(String f) {
    return () -> new FileInputStream(f);
  }

  interface Callable {
    InputStream call() throws IOException;
  }

  Iterator<Path> view(DirectoryStream<Path> d) {
    return d.iterator();
  }
}
