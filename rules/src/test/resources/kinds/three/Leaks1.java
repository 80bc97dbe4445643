package three;

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
import javax.sql.DataSource;

/** Leaks, third set: one in each member. */
class Leaks1 {
  // terse
  class Foo implements AutoCloseable {
    Foo() {}

    Foo(String s) throws IOException {
      if (s == null) throw new IOException();
    }

    void bar() {}

    void baz() throws IOException {
      throw new IOException();
    }

    Foo chain() {
      return this;
    }

    Foo other() {
      return new Foo();
    }

    @Override
    public void close() {}
  }

  interface Bar extends Closeable {
    static Bar get() {
      return new BarImpl();
    }

    int v();
  }

  static class BarImpl implements Bar {
    public int v() {
      return 1;
    }

    @Override
    public void close() {}
  }

  void t1() {
    Foo f = new Foo(); // LEAK
    f.chain().chain().bar();
  }

  void t2() {
    Foo f = new Foo();
    Foo g = f.other(); // LEAK
    f.close();
  }

  void t3() {
    Bar b = Bar.get(); // LEAK
    System.out.println(b.v());
  }

  int t4() {
    return Bar.get().v(); // LEAK
  }

  void t5(boolean a, boolean b) {
    Foo f = new Foo(); // LEAK
    if (a) {
      if (b) {
        f.close();
      }
    } else {
      f.close();
    }
  }

  void t6() throws IOException {
    Foo f = new Foo("x"); // LEAK
    try {
      f.baz();
      f.close();
    } catch (IOException e) {
      throw new RuntimeException(e);
    }
  }

  void t7() {
    Object o = new Foo(); // LEAK
    System.out.println(o.hashCode());
  }

  void t8(int n) {
    Foo f = null;
    for (int i = 0; i < n; i++) {
      if (f == null) {
        f = new Foo(); // LEAK
      }
      f.bar();
    }
  }

  void t9() {
    Foo f = new Foo(); // LEAK
    f = null;
    if (f != null) f.close();
  }

  void t10() throws IOException {
    Foo a = new Foo(); // LEAK
    Foo b = new Foo("y");
    b.close();
    a.close();
  }

  void t11(List<Foo> out, boolean add) {
    Foo f = new Foo(); // LEAK
    if (add) {
      out.add(f);
    }
  }

  void t12() {
    Foo f;
    try {
      f = new Foo("z"); // LEAK
      f.baz();
    } catch (IOException e) {
      return;
    }
    f.close();
  }

  void t13(Iterator<String> it) throws IOException {
    while (it.hasNext()) {
      Foo f = new Foo(it.next()); // LEAK
      if (it.hasNext()) f.close();
    }
  }

  Foo t14(int k) {
    Foo f = new Foo(); // LEAK
    try {
      if (k == 0) throw new IllegalStateException();
      return f;
    } finally {
      System.out.println(k);
    }
  }

  void t15() {
    try {
      new Foo("q").bar(); // LEAK
    } catch (IOException e) {
      // ignore
    } finally {
      System.out.println("end");
    }
  }

  void t16(Foo given) {
    Foo f = given == null ? new Foo() : given; // LEAK
    f.bar();
  }

  static void t17(String s) throws Exception {
    Callable<Integer> c = () -> new FileInputStream(s).read(); // LEAK
    c.call();
  }

  static int t18(String s) throws IOException {
    int n = 0;
    BufferedReader r = new BufferedReader(new FileReader(s)); // LEAK
    try {
      while (r.readLine() != null) n++;
    } catch (IOException e) {
      n = -1;
    }
    return n;
  }

  // real
  public static String hostname() throws IOException {
    Process p = Runtime.getRuntime().exec("hostname");
    BufferedReader r = new BufferedReader(new FileReader("/etc/hostname")); // LEAK
    String name = r.readLine();
    p.destroy();
    return name == null ? "localhost" : name.trim();
  }

  static void unzip(File archive, File target) throws IOException {
    ZipFile zip = new ZipFile(archive); // LEAK
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry e = entries.nextElement();
      if (e.isDirectory()) continue;
      try (InputStream in = zip.getInputStream(e);
          OutputStream out = new FileOutputStream(new File(target, e.getName()))) {
        in.transferTo(out);
      }
    }
    zip.close();
  }

  static void gzip(File in, File out) throws IOException {
    FileInputStream fis = new FileInputStream(in);
    try {
      GZIPOutputStream gos = new GZIPOutputStream(new FileOutputStream(out)); // LEAK
      byte[] buffer = new byte[512];
      int len;
      while ((len = fis.read(buffer)) != -1) {
        gos.write(buffer, 0, len);
      }
      gos.close();
    } finally {
      fis.close();
    }
  }

  static long countUsers(DataSource ds) throws SQLException {
    Connection c = ds.getConnection(); // LEAK
    try (Statement s = c.createStatement();
        ResultSet rs = s.executeQuery("select count(*) from users")) {
      rs.next();
      return rs.getLong(1);
    }
  }

  static Map<Integer, String> names(Connection c) throws SQLException {
    Map<Integer, String> m = new TreeMap<>();
    Statement s = null;
    try {
      s = c.createStatement(); // LEAK
      ResultSet rs = s.executeQuery("select id, name from t");
      while (rs.next()) m.put(rs.getInt(1), rs.getString(2));
      rs.close();
      s.close();
    } catch (SQLException e) {
      throw new IllegalStateException("names", e);
    }
    return m;
  }

  static boolean ping(String host, int port, int timeout) {
    try {
      Socket s = new Socket(); // LEAK
      s.connect(new InetSocketAddress(host, port), timeout);
      s.setSoTimeout(timeout);
      return s.getInputStream().read() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  static void listen(int port, BooleanSupplier stop) throws IOException {
    ServerSocketChannel c = ServerSocketChannel.open(); // LEAK
    c.socket().bind(new InetSocketAddress(port));
    while (!stop.getAsBoolean()) {
      try (SocketChannel s = c.accept()) {
        s.shutdownInput();
      }
    }
    c.close();
  }

  static void append(Path p, String s) {
    try {
      BufferedWriter w =
          Files.newBufferedWriter(p, StandardCharsets.UTF_8, StandardOpenOption.APPEND); // LEAK
      w.write(s);
      w.newLine();
      w.close();
    } catch (IOException e) {
      System.err.println(e);
    }
  }

  static List<String> tail(Path p, int n) throws IOException {
    List<String> all = Files.lines(p).collect(Collectors.toList()); // LEAK
    return all.subList(Math.max(0, all.size() - n), all.size());
  }

  static Optional<Path> newest(Path dir) throws IOException {
    Stream<Path> files = Files.list(dir).filter(Files::isRegularFile); // LEAK
    return files.max(Comparator.comparing(f -> f.toFile().lastModified()));
  }

  static void deleteAll(Path dir) throws IOException {
    DirectoryStream<Path> s = Files.newDirectoryStream(dir, "*.tmp"); // LEAK
    for (Path p : s) {
      Files.delete(p);
    }
    s.close();
  }

  static Object clone(Serializable o, File tmp) throws Exception {
    ObjectOutputStream out = new ObjectOutputStream(new FileOutputStream(tmp)); // LEAK
    out.writeObject(o);
    out.close();
    try (InputStream in = new FileInputStream(tmp);
        ObjectInputStream ois = new ObjectInputStream(in)) {
      return ois.readObject();
    }
  }

  static void sendFile(Socket s, File f) throws IOException {
    BufferedInputStream in = new BufferedInputStream(new FileInputStream(f)); // LEAK
    OutputStream out = s.getOutputStream();
    in.transferTo(out);
    out.flush();
  }

  static String get(String url) throws IOException {
    URLConnection c = new URL(url).openConnection();
    c.setReadTimeout(10);
    Scanner s = new Scanner(c.getInputStream(), "UTF-8"); // LEAK
    return s.useDelimiter("\\A").next();
  }

  static void report(List<?> rows) throws IOException {
    File f = File.createTempFile("r", ".csv");
    PrintStream ps = new PrintStream(new FileOutputStream(f), true, "UTF-8"); // LEAK
    rows.forEach(ps::println);
  }

  static FileLock acquire(File f) throws IOException {
    RandomAccessFile raf = new RandomAccessFile(f, "rw"); // LEAK
    FileLock lock = raf.getChannel().tryLock();
    if (lock == null) {
      return null;
    }
    return lock;
  }

  static byte[] head(InputStream unused, File f) throws IOException {
    byte[] b = new byte[16];
    new DataInputStream(new FileInputStream(f)).readFully(b); // LEAK
    return b;
  }

  private static Reader utf8(File f) throws IOException {
    return new InputStreamReader(new FileInputStream(f), StandardCharsets.UTF_8);
  }

  static int words(File f) throws IOException {
    Reader r = utf8(f); // LEAK
    StreamTokenizer t = new StreamTokenizer(r);
    int n = 0;
    while (t.nextToken() != StreamTokenizer.TT_EOF) n++;
    r.close();
    return n;
  }

  static class Index {
    private final FileChannel channel;

    Index(Path p) throws IOException {
      channel = FileChannel.open(p); // LEAK
    }

    long size() throws IOException {
      return channel.size();
    }
  }

  static class Archive implements Closeable {
    private final FileInputStream in;
    private final int magic;

    Archive(File f) throws IOException {
      in = new FileInputStream(f); // LEAK
      magic = in.read();
      if (magic != 42) {
        throw new IOException("magic " + magic);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
