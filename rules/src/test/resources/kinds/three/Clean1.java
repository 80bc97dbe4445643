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

/** Correct code, third set. */
class Clean1 {
  class Foo implements AutoCloseable {
    private Foo parent;

    Foo() {}

    Foo(Foo parent) {
      this.parent = parent;
    }

    void bar() {}

    Foo chain() {
      return this;
    }

    Foo parent() {
      return parent;
    }

    @Override
    public void close() {
      if (parent != null) parent.close();
    }
  }

  void t1() {
    Foo f = new Foo();
    f.bar();
    f.chain().close();
  }

  void t2() {
    Foo f = new Foo(new Foo(new Foo()));
    f.close();
  }

  void t3(Foo f) {
    f.parent().bar();
    Foo g = f.parent();
    g.bar();
  }

  void t4(boolean a) {
    Foo f = a ? new Foo() : new Foo(null);
    try {
      f.bar();
    } finally {
      f.close();
    }
  }

  void t5(boolean a) {
    Foo f = new Foo();
    if (a) {
      f.close();
    }
    if (!a) {
      f.close();
    }
  }

  Foo t6(Foo f) {
    return f == null ? new Foo() : f;
  }

  void t7(Map<String, Foo> m) {
    m.put("a", new Foo());
    m.computeIfAbsent("b", k -> new Foo());
    m.getOrDefault("c", null).bar();
  }

  void t8(Foo[] fs) {
    fs[0] = new Foo();
    for (Foo f : fs) f.bar();
  }

  void t9() {
    Foo f = null;
    try {
      f = new Foo();
      f.bar();
    } finally {
      if (f != null) {
        f.close();
      }
    }
  }

  void t10(int n) {
    Foo f = new Foo();
    do {
      f.bar();
    } while (n-- > 0);
    f.close();
  }

  void t11() {
    try (Foo a = new Foo(); Foo b = new Foo(a)) {
      b.bar();
    }
  }

  private Foo one;
  private static final List<AutoCloseable> ALL = new CopyOnWriteArrayList<>();

  void t12() {
    if (one == null) one = new Foo();
    one.bar();
  }

  void t13() {
    Foo f = new Foo();
    ALL.add(f);
    f.bar();
  }

  void t14() throws Exception {
    for (AutoCloseable c : ALL) c.close();
    if (one != null) one.close();
  }

  Supplier<Foo> t15() {
    Foo f = new Foo();
    return () -> f;
  }

  void t16(Function<Foo, Integer> fn) {
    Foo f = new Foo();
    try {
      fn.apply(f);
    } finally {
      f.close();
    }
  }

  Iterator<Foo> t17() {
    return new Iterator<Foo>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Foo next() {
        return new Foo();
      }
    };
  }

  void t18(Optional<Foo> o) {
    o.ifPresent(Foo::close);
    o.get().bar();
  }

  // real
  static String read(File f, Charset cs) throws IOException {
    try (Reader r = new InputStreamReader(new FileInputStream(f), cs)) {
      StringBuilder b = new StringBuilder();
      char[] c = new char[256];
      for (int n = r.read(c); n > 0; n = r.read(c)) b.append(c, 0, n);
      return b.toString();
    }
  }

  static void tee(InputStream in, OutputStream... outs) throws IOException {
    int b;
    while ((b = in.read()) >= 0) {
      for (OutputStream o : outs) o.write(b);
    }
  }

  static void backup(Path p) throws IOException {
    Path q = p.resolveSibling(p.getFileName() + ".bak");
    try (InputStream in = Files.newInputStream(p)) {
      Files.copy(in, q);
    }
    try (BufferedWriter w = Files.newBufferedWriter(p)) {
      w.write("# new");
    }
  }

  static long countUsers(DataSource ds) throws SQLException {
    Connection c = null;
    PreparedStatement s = null;
    ResultSet rs = null;
    try {
      c = ds.getConnection();
      s = c.prepareStatement("select count(*) from users");
      rs = s.executeQuery();
      return rs.next() ? rs.getLong(1) : 0;
    } finally {
      closeAll(rs, s, c);
    }
  }

  static void closeAll(AutoCloseable... cs) {
    for (AutoCloseable c : cs) {
      if (c != null) {
        try {
          c.close();
        } catch (Exception e) {
          System.err.println(e);
        }
      }
    }
  }

  static <T> T with(DataSource ds, Function<Connection, T> f) throws SQLException {
    try (Connection c = ds.getConnection()) {
      return f.apply(c);
    }
  }

  static void rollback(Connection c) {
    try {
      c.rollback();
    } catch (SQLException e) {
      System.err.println(e);
    }
  }

  static void transaction(DataSource ds) throws SQLException {
    Connection c = ds.getConnection();
    try {
      c.setAutoCommit(false);
      try (Statement s = c.createStatement()) {
        s.executeUpdate("x");
      }
      c.commit();
    } catch (SQLException e) {
      rollback(c);
      throw e;
    } finally {
      c.close();
    }
  }

  static class Server implements Runnable, Closeable {
    private final ServerSocket socket;
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private volatile boolean stopped;

    Server(int port) throws IOException {
      socket = new ServerSocket(port);
    }

    @Override
    public void run() {
      while (!stopped) {
        try {
          Socket s = socket.accept();
          pool.execute(() -> serve(s));
        } catch (IOException e) {
          stopped = true;
        }
      }
    }

    private void serve(Socket s) {
      try (s;
          BufferedReader r = new BufferedReader(new InputStreamReader(s.getInputStream()));
          PrintWriter w = new PrintWriter(s.getOutputStream())) {
        w.println(r.readLine());
      } catch (IOException e) {
        System.err.println(e);
      }
    }

    @Override
    public void close() throws IOException {
      stopped = true;
      pool.shutdown();
      socket.close();
    }
  }

  static class Journal implements Closeable {
    private BufferedWriter w;

    synchronized void append(Path p, String s) throws IOException {
      if (w == null) {
        w = Files.newBufferedWriter(p);
      }
      w.write(s);
    }

    synchronized void rotate(Path p) throws IOException {
      close();
      w = Files.newBufferedWriter(p);
    }

    @Override
    public synchronized void close() throws IOException {
      BufferedWriter old = w;
      w = null;
      if (old != null) {
        old.close();
      }
    }
  }

  static Stream<String> words(Path p) throws IOException {
    return Files.lines(p).flatMap(l -> Stream.of(l.split(" ")));
  }

  static InputStream decompress(InputStream in, boolean gz) throws IOException {
    InputStream b = new BufferedInputStream(in);
    return gz ? new GZIPInputStream(b) : b;
  }

  static InputStream open(Path p) throws IOException {
    InputStream in = Files.newInputStream(p);
    try {
      return new GZIPInputStream(in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  static OutputStream create(File f) {
    try {
      return new BufferedOutputStream(new FileOutputStream(f));
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void print(Throwable t, Writer to) {
    PrintWriter w = new PrintWriter(to);
    t.printStackTrace(w);
    w.flush();
  }

  static byte[] zip(Map<String, byte[]> m) throws IOException {
    ByteArrayOutputStream b = new ByteArrayOutputStream();
    ZipOutputStream z = new ZipOutputStream(b);
    try {
      for (var e : m.entrySet()) {
        z.putNextEntry(new ZipEntry(e.getKey()));
        z.write(e.getValue());
        z.closeEntry();
      }
    } finally {
      z.close();
    }
    return b.toByteArray();
  }

  static int ask(Scanner s) {
    System.out.print("? ");
    return s.nextInt();
  }

  static void menu() {
    Scanner s = new Scanner(System.in);
    while (ask(s) != 0) {
      System.out.println("again");
    }
  }

  static class Pool {
    private final Deque<Connection> free = new ArrayDeque<>();
    private final String url;

    Pool(String url) {
      this.url = url;
    }

    Connection take() throws SQLException {
      Connection c = free.poll();
      return c != null ? c : DriverManager.getConnection(url);
    }

    void put(Connection c) {
      free.push(c);
    }

    int use() throws SQLException {
      Connection c = take();
      try {
        return c.getTransactionIsolation();
      } finally {
        put(c);
      }
    }
  }

  static boolean same(File a, File b) throws IOException {
    InputStream x = new FileInputStream(a);
    try {
      InputStream y = new FileInputStream(b);
      try {
        int i;
        do {
          i = x.read();
          if (i != y.read()) return false;
        } while (i != -1);
        return true;
      } finally {
        y.close();
      }
    } finally {
      x.close();
    }
  }

  static void retry(String f) throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      try (OutputStream o = new FileOutputStream(f)) {
        o.write(i);
        return;
      } catch (IOException e) {
        Thread.sleep(10);
      }
    }
  }

  static void process(List<String> cmd) throws IOException, InterruptedException {
    Process p = new ProcessBuilder(cmd).start();
    try (BufferedReader r = new BufferedReader(new InputStreamReader(p.getInputStream()))) {
      r.lines().forEach(System.out::println);
    }
    p.waitFor();
  }

  static void select(Selector s) throws IOException {
    for (SelectionKey k : s.selectedKeys()) {
      if (k.isAcceptable()) {
        SocketChannel c = ((ServerSocketChannel) k.channel()).accept(); // LEAK
        c.configureBlocking(false);
        c.register(s, SelectionKey.OP_READ);
      } else {
        SocketChannel c = (SocketChannel) k.channel();
        c.write(java.nio.ByteBuffer.allocate(1));
      }
    }
  }
}
