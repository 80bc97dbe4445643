package two;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.function.*;
import java.util.jar.*;
import java.util.zip.*;

class Leaks2 {
  static class Log {
    private PrintWriter out;

    void open(File f) throws IOException {
      out = new PrintWriter(new FileWriter(f)); // LEAK
    }

    void log(String s) {
      out.println(s);
    }
  }

  static class Store implements Closeable {
    private final RandomAccessFile index;
    private final RandomAccessFile data;

    Store(File dir) throws IOException {
      index = new RandomAccessFile(new File(dir, "index"), "rw"); // LEAK
      data = new RandomAccessFile(new File(dir, "data"), "rw");
    }

    long size() throws IOException {
      return index.length() + data.length();
    }

    @Override
    public void close() throws IOException {
      try {
        index.close();
      } finally {
        data.close();
      }
    }
  }

  static class Client implements AutoCloseable {
    private final Socket s;
    private final BufferedReader in;

    Client(String h, int p) throws IOException {
      s = new Socket(h, p); // LEAK
      in = new BufferedReader(new InputStreamReader(s.getInputStream()));
    }

    String ask() throws IOException {
      return in.readLine();
    }

    @Override
    public void close() throws IOException {
      s.close();
    }
  }

  static class Cfg extends Properties {
    Cfg(File f) {
      try {
        load(new FileInputStream(f)); // LEAK
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static class Res implements AutoCloseable {
    private final List<String> log = new ArrayList<>();

    Res open() throws IOException {
      if (log.isEmpty()) throw new IOException();
      return this;
    }

    void use() throws IOException {
      log.add("x");
      if (log.size() > 3) throw new IOException();
    }

    @Override
    public void close() throws IOException {
      if (log.size() > 9) throw new IOException();
      System.out.println("bye");
    }
  }

  void a() throws IOException {
    Res r = new Res(); // LEAK
    r.use();
    r.close();
  }

  void b() throws IOException {
    Res r = new Res().open(); // LEAK
    r.close();
  }

  void c() throws IOException {
    Res r = new Res();
    Res s = new Res(); // LEAK
    try {
      r.use();
      s.use();
    } finally {
      r.close();
      s.close();
    }
  }

  void d(boolean x) throws IOException {
    Res r = new Res(); // LEAK
    try {
      r.use();
    } catch (IOException e) {
      if (x) {
        r.close();
      }
      return;
    }
    r.close();
  }

  void e() throws IOException {
    Res r = null;
    try {
      r = new Res(); // LEAK
      r.use();
    } catch (IOException e) {
      r.close();
    }
  }

  void f() throws IOException {
    Res r = new Res(); // LEAK
    while (true) {
      if (r.log.size() > 3) break;
      r.use();
    }
    r.close();
  }

  int g(int k) throws IOException {
    Res r = new Res(); // LEAK
    return switch (k) {
      case 1 -> {
        r.close();
        yield 1;
      }
      case 2 -> 2;
      default -> throw new IOException();
    };
  }

  void h() throws IOException {
    Res[] all = new Res[2];
    all[0] = new Res(); // LEAK
    all[0].use();
  }

  void i(String f) throws IOException {
    List<InputStream> l = new ArrayList<>();
    l.add(new FileInputStream(f)); // LEAK
    for (InputStream in : l) {
      System.out.println(in.read());
    }
  }

  static InputStream open(String f, boolean zip) throws IOException {
    InputStream in = new FileInputStream(f); // LEAK
    return zip ? new GZIPInputStream(in) : in;
  }

  static void j(String f) throws IOException {
    InputStream in = open(f, true); // LEAK
    System.out.println(in.read());
  }

  static void k(String f) throws IOException {
    try (BufferedReader r = new BufferedReader(new InputStreamReader(open(f, false)))) {
      Writer w = new BufferedWriter(new FileWriter(f + ".out")); // LEAK
      r.transferTo(w);
      w.flush();
    }
  }

  static void l(String f) throws IOException {
    try (JarInputStream in = new JarInputStream(new FileInputStream(f))) { // LEAK(low)
      System.out.println(in.getManifest());
    }
  }

  static void m(String f) throws IOException {
    FileOutputStream fos = new FileOutputStream(f); // LEAK
    try (ObjectOutputStream oos = new ObjectOutputStream(fos)) {
      oos.writeInt(1);
    }
  }

  static void n(Connection c) throws SQLException {
    Statement s = c.createStatement(); // LEAK
    try (ResultSet rs = s.executeQuery("x")) {
      rs.next();
    }
  }

  static boolean o(String f) {
    boolean ok = false;
    FileReader r = null;
    try {
      r = new FileReader(f); // LEAK
      ok = r.ready();
    } catch (FileNotFoundException e) {
      System.out.println("not found");
    } catch (IOException e) {
      System.out.println("io");
    }
    if (ok) {
      try {
        r.close();
      } catch (IOException e) {
        ok = false;
      }
    }
    return ok;
  }

  static String p(Process proc) throws IOException {
    Scanner s = new Scanner(new FileInputStream("x")); // LEAK
    String t = s.hasNext() ? s.next() : "";
    return t;
  }

  static void q(URL u, File to) throws IOException {
    InputStream in = u.openStream(); // LEAK
    Files.copy(in, to.toPath(), StandardCopyOption.REPLACE_EXISTING);
  }

  static Properties r(ClassLoader l) throws IOException {
    Properties p = new Properties();
    InputStream in = l.getResourceAsStream("a.properties"); // LEAK
    if (in != null) {
      p.load(in);
      in.close();
    }
    return p;
  }

  static void s(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    DataInputStream d = new DataInputStream(in);
    int n = d.readInt();
    if (n < 0) {
      throw new IOException("negative");
    }
    d.close();
  }

  static final Map<String, String> TABLE = new HashMap<>();

  static {
    try {
      BufferedReader br = new BufferedReader(new FileReader("table")); // LEAK
      for (String l = br.readLine(); l != null; l = br.readLine()) {
        TABLE.put(l, l);
      }
    } catch (IOException e) {
      e.printStackTrace();
    }
  }

  static void t(Object lock) throws IOException {
    synchronized (lock) {
      Writer w = new FileWriter("lock"); // LEAK
      w.write(1);
      w.close();
    }
  }

  Iterator<String> u(String f) throws IOException {
    BufferedReader r = new BufferedReader(new FileReader(f)); // LEAK
    List<String> l = new ArrayList<>();
    String s;
    while ((s = r.readLine()) != null) {
      l.add(s);
    }
    return l.iterator();
  }

  void v(String f) throws IOException {
    new Thread(
            () -> {
              try {
                FileWriter w = new FileWriter(f); // LEAK
                w.write("x");
              } catch (IOException e) {
                e.printStackTrace();
              }
            })
        .start();
  }

  void w(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    FileInputStream copy = in;
    in = null;
    System.out.println(copy.read());
  }

  <T extends Closeable> void x(T t, String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    t.close();
  }

  private void maybe(Closeable c, boolean b) throws IOException {
    if (b) c.close();
  }

  void y(String f, boolean b) throws IOException {
    maybe(new FileInputStream(f), b); // MISSED: a method that closes it on some paths counts as closing it
  }

  void z(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    Objects.requireNonNull(in);
    System.out.println(String.valueOf(in));
  }
}
