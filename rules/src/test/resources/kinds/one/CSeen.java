package one;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.stream.*;

/** The rare kinds, and where others cry wolf: correct code. */
class CSeen {
  static class Res implements AutoCloseable {
    private boolean closed;

    int n() {
      return hashCode();
    }

    boolean isOpen() {
      return !closed;
    }

    @Override
    public void close() {
      closed = true;
      System.out.println("closed");
    }
  }

  void channelClosesStream(String f) throws IOException {
    FileOutputStream out = new FileOutputStream(f);
    try (FileChannel c = out.getChannel()) {
      c.force(true);
    }
  }

  void channelOfRandomAccess(String f) throws IOException {
    FileChannel c = new RandomAccessFile(f, "rw").getChannel();
    try {
      System.out.println(c.size());
    } finally {
      c.close();
    }
  }

  void plainClosesInARow(String a, String b) throws IOException {
    FileReader r = new FileReader(a);
    r.close();
    FileWriter w = new FileWriter(b);
    w.close();
  }

  static class Reads {
    private InputStream in;

    Reads(String f) throws IOException {
      init(new FileInputStream(f));
    }

    private void init(InputStream i) {
      in = i;
    }

    void end() throws IOException {
      in.close();
    }
  }

  static class Container {
    private Reader r;
    private final List<Res> more = new ArrayList<>();

    void set(Reader r) {
      this.r = r;
    }

    void add(Res r) {
      more.add(r);
    }
  }

  Container containerReturned(String f) throws IOException {
    Container c = new Container();
    c.set(new FileReader(f));
    c.add(new Res());
    return c;
  }

  void connectionInsteadOfStatement(String url) throws SQLException {
    Connection c = DriverManager.getConnection(url);
    try {
      ResultSet rs = c.createStatement().executeQuery("select 1");
      System.out.println(rs.next());
    } finally {
      c.close();
    }
  }

  void isClosedGuard() {
    Res r = new Res();
    try {
      System.out.println(r.n());
    } finally {
      if (r.isOpen()) {
        r.close();
      }
    }
  }

  void captured(String f, ExecutorService pool) throws IOException {
    FileReader r = new FileReader(f);
    pool.submit(
        () -> {
          try (r) {
            return r.read();
          }
        });
  }

  Runnable capturedReturned() {
    Res r = new Res();
    return r::close;
  }

  void scheduled(ScheduledExecutorService s) {
    Res r = new Res();
    s.schedule(r::close, 3, TimeUnit.SECONDS);
  }

  void completion(CompletableFuture<Void> f) {
    Res r = new Res();
    f.whenComplete((v, t) -> r.close());
  }

  void hook() {
    Res r = new Res();
    Runtime.getRuntime().addShutdownHook(new Thread(r::close));
  }

  private static final Res SHARED = new Res();
  private static Res lazily;

  static synchronized Res lazily() {
    if (lazily == null) {
      lazily = new Res();
    }
    return lazily;
  }

  int shared() {
    return SHARED.n() + lazily().n();
  }

  static class Other {
    Res res;
    static Res all;
  }

  void intoOther(Other o) {
    o.res = new Res();
    Other.all = new Res();
  }

  void streams(List<Integer> l, Map<String, List<Integer>> m) {
    Stream<Integer> s = l.stream();
    System.out.println(s.mapToInt(i -> i).sum());
    m.values().stream().flatMap(List::stream).forEach(System.out::println);
    IntStream i = Arrays.stream(new int[] {1});
    System.out.println(i.sum());
    Stream.of(1, 2).map(x -> x + 1).toList();
    Stream<String> t = Stream.iterate("a", x -> x + "b").limit(3);
    t.forEach(System.out::println);
  }

  <T extends Closeable> void typeVariable(Supplier<T> s, Consumer<T> use) throws IOException {
    T t = s.get();
    try {
      use.accept(t);
    } finally {
      t.close();
    }
  }

  void sync(Object lock) {
    synchronized (lock) {
      Res r = new Res();
      try {
        System.out.println(r.n());
      } finally {
        r.close();
      }
    }
  }

  void alias() {
    Res a = new Res();
    Res b = a;
    Res c = b;
    c.close();
  }

  int switchExpression(int k) {
    try (Res r =
        switch (k) {
          case 0 -> new Res();
          default -> null;
        }) {
      return r == null ? 0 : r.n();
    }
  }

  void executor() {
    ExecutorService e = Executors.newFixedThreadPool(1);
    try {
      e.submit(() -> System.out.println("x"));
    } finally {
      e.shutdown();
    }
  }

  static int first;

  static {
    try (InputStream in = new FileInputStream("x")) {
      first = in.read();
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  void parserTakesOver(String f) throws IOException {
    var parser = new com.fasterxml.jackson.core.JsonFactory().createParser(new FileInputStream(f)); // NOISE: createParser can throw, and may have closed it
    try {
      parser.nextToken();
    } finally {
      parser.close();
    }
  }

  void logged(String f) throws IOException {
    try (Reader r = new FileReader(f)) {
      r.read();
    } catch (FileNotFoundException e) {
      System.out.println("gone");
      return;
    }
    System.out.println("read");
  }
}
