package two;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.stream.*;
import java.util.zip.*;

class Clean1 {
  static byte[] readFully(File file) throws IOException {
    FileInputStream fis = null;
    try {
      fis = new FileInputStream(file);
      byte[] buf = new byte[(int) file.length()];
      fis.read(buf);
      return buf;
    } finally {
      if (fis != null) {
        try {
          fis.close();
        } catch (IOException e) {
          System.err.println("close failed: " + e);
        }
      }
    }
  }

  static void copy(InputStream in, OutputStream out) throws IOException {
    try {
      byte[] b = new byte[4096];
      int n;
      while ((n = in.read(b)) != -1) {
        out.write(b, 0, n);
      }
    } finally {
      try {
        in.close();
      } finally {
        out.close();
      }
    }
  }

  static void copyFiles(File a, File b) throws IOException {
    InputStream in = new FileInputStream(a);
    try {
      copy(in, new FileOutputStream(b));
    } finally {
      in.close();
    }
  }

  static class P implements AutoCloseable {
    public void close() {}

    P me() {
      return this;
    }

    boolean ok() {
      return true;
    }
  }

  void a() {
    P p = new P();
    p.close();
  }

  void b(boolean x) {
    P p = null;
    if (x) {
      p = new P();
      p.ok();
    }
    if (p != null) p.close();
  }

  P c() {
    P p = new P();
    if (!p.ok()) {
      p.close();
      return null;
    }
    return p;
  }

  void d() {
    P p = new P().me();
    try {
      p.ok();
    } finally {
      p.close();
    }
  }

  void e() {
    for (int i = 0; i < 5; i++) {
      P p = new P();
      try {
        if (!p.ok()) break;
      } finally {
        p.close();
      }
    }
  }

  private P field;

  void f() {
    field = new P();
  }

  void g() {
    P old = field;
    field = new P();
    if (old != null) old.close();
  }

  void h() {
    if (field != null) {
      field.close();
      field = null;
    }
  }

  private final Map<String, P> all = new HashMap<>();

  P i(String k) {
    P p = all.get(k);
    if (p == null) {
      p = new P();
      all.put(k, p);
    }
    return p;
  }

  P j(String k) {
    return all.computeIfAbsent(k, x -> new P());
  }

  void k() {
    for (P p : all.values()) p.close();
    all.clear();
  }

  void l(ExecutorService ex) {
    P p = new P();
    ex.submit(
        () -> {
          try {
            p.ok();
          } finally {
            p.close();
          }
        });
  }

  void m(Consumer<P> c) {
    try (P p = new P()) {
      c.accept(p);
    }
  }

  void n(Consumer<P> c) {
    c.accept(new P());
  }

  static void done(P p) {
    if (p != null) {
      p.close();
    }
  }

  void o() {
    P p = new P();
    try {
      p.ok();
    } finally {
      done(p);
    }
  }

  void p(P given) {
    P p = given != null ? given : new P();
    try {
      p.ok();
    } finally {
      if (given == null) {
        p.close();
      }
    }
  }

  void q(P given) {
    given.ok();
    P x = given.me();
    x.ok();
  }

  void r() throws Exception {
    AutoCloseable c = () -> System.out.println("x");
    c.close();
  }

  int s(Path p) throws IOException {
    try (Stream<String> l = Files.lines(p)) {
      return l.mapToInt(String::length).sum();
    }
  }

  Stream<String> t(Path p) throws IOException {
    Stream<String> s = Files.lines(p);
    return s.filter(x -> x.length() > 2);
  }

  List<String> u(Path p) throws IOException {
    return Files.readAllLines(p).stream().map(String::trim).collect(Collectors.toList());
  }

  static void jdbc1(DataSourceLike ds) throws SQLException {
    try (Connection c = ds.get();
        PreparedStatement ps = c.prepareStatement("x")) {
      ps.setInt(1, 1);
      try (ResultSet rs = ps.executeQuery()) {
        while (rs.next()) {
          System.out.println(rs.getString(1));
        }
      }
    }
  }

  interface DataSourceLike {
    Connection get() throws SQLException;
  }

  static void jdbc2(String url) throws SQLException {
    Connection con = DriverManager.getConnection(url);
    try {
      Statement st = con.createStatement();
      try {
        st.executeUpdate("x");
      } finally {
        st.close();
      }
    } finally {
      con.close();
    }
  }

  static void jdbc3(Connection con) throws SQLException {
    PreparedStatement ps = null;
    ResultSet rs = null;
    try {
      ps = con.prepareStatement("x");
      rs = ps.executeQuery();
      rs.next();
    } finally {
      close(rs);
      close(ps);
    }
  }

  private static void close(AutoCloseable c) {
    try {
      if (c != null) c.close();
    } catch (Exception e) {
      e.printStackTrace();
    }
  }

  void socket1(String h) throws IOException {
    try (Socket s = new Socket()) {
      s.connect(new InetSocketAddress(h, 80), 500);
      InputStream in = s.getInputStream();
      BufferedReader r = new BufferedReader(new InputStreamReader(in));
      System.out.println(r.readLine());
    }
  }

  void socket2(ServerSocket ss) throws IOException {
    final Socket s = ss.accept();
    Thread t =
        new Thread() {
          @Override
          public void run() {
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
        };
    t.start();
  }

  String mem(Object o) throws IOException {
    ByteArrayOutputStream bos = new ByteArrayOutputStream();
    try (ObjectOutputStream oos = new ObjectOutputStream(bos)) {
      oos.writeObject(o);
    }
    return new String(bos.toByteArray(), StandardCharsets.ISO_8859_1);
  }

  String mem2(String s) throws IOException {
    GZIPOutputStream unused = null;
    StringReader r = new StringReader(s);
    BufferedReader b = new BufferedReader(r);
    return b.readLine();
  }

  void wrapParam(InputStream in) throws IOException {
    BufferedReader r = new BufferedReader(new InputStreamReader(in));
    String l = r.readLine();
    System.out.println(l);
    r.close();
  }

  void parse(Reader in) throws IOException {
    StreamTokenizer t = new StreamTokenizer(new BufferedReader(in));
    t.nextToken();
  }

  void twice(String f) throws IOException {
    Writer w = new FileWriter(f);
    try {
      w.write("a");
      w.close();
    } catch (IOException e) {
      w.close();
      throw e;
    } finally {
      w.close();
    }
  }

  void flag(String f) throws IOException {
    boolean done = false;
    OutputStream o = new FileOutputStream(f);
    try {
      o.write(1);
      o.close();
      done = true;
    } finally {
      if (!done) {
        o.close();
      }
    }
  }

  void nested(String a, String b, String c) throws IOException {
    try (InputStream x = new FileInputStream(a)) {
      try (InputStream y = new FileInputStream(b);
          OutputStream z = new FileOutputStream(c)) {
        x.transferTo(z);
        y.transferTo(z);
      }
    }
  }

  Closeable pair(final Closeable a, final Closeable b) {
    return () -> {
      try {
        a.close();
      } finally {
        b.close();
      }
    };
  }

  Optional<P> opt(boolean b) {
    return b ? Optional.of(new P()) : Optional.empty();
  }

  CompletableFuture<P> future() {
    return CompletableFuture.completedFuture(new P());
  }

  CompletableFuture<P> later() {
    return CompletableFuture.supplyAsync(P::new);
  }
}
