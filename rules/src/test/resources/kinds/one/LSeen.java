package one;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.function.*;

/** The rare kinds: leaks. */
class LSeen {
  static class Res implements AutoCloseable {
    static final Res NONE = null;

    int n() {
      return hashCode();
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void breaks(List<String> fs) throws IOException {
    for (String f : fs) {
      Reader r = new FileReader(f); // LEAK
      if (f.isEmpty()) break;
      r.close();
    }
  }

  void labelled(String[][] fs) {
    outer:
    for (String[] row : fs) {
      for (String f : row) {
        Res r = new Res(); // LEAK
        if (f == null) continue outer;
        r.close();
      }
    }
  }

  void unequalSwitch(int k) {
    Res r = new Res(); // LEAK
    switch (k) {
      case 1 -> r.close();
      case 2 -> System.out.println("forgot");
      default -> r.close();
    }
  }

  void closeOnlyInCatch(String f) throws IOException {
    FileWriter w = new FileWriter(f); // LEAK
    try {
      w.write("x");
    } catch (IOException e) {
      w.close();
    }
  }

  void inHandler(String f) {
    try {
      System.out.println(Integer.parseInt(f));
    } catch (NumberFormatException e) {
      try {
        PrintWriter w = new PrintWriter("errors"); // LEAK
        e.printStackTrace(w);
      } catch (IOException x) {
        x.printStackTrace();
      }
    }
  }

  void inFinally(String f) throws IOException {
    try {
      System.out.println(f);
    } finally {
      FileOutputStream o = new FileOutputStream(f); // LEAK
      o.write(1);
    }
  }

  Runnable lambdaOpens(String f) {
    return () -> {
      try {
        FileReader r = new FileReader(f); // LEAK
        r.read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  Runnable anonymousOpens() {
    return new Runnable() {
      @Override
      public void run() {
        Res r = new Res(); // LEAK
        System.out.println(r.n());
      }
    };
  }

  void arrayDropped(String f) throws IOException {
    InputStream[] a = {new FileInputStream(f)}; // LEAK
    System.out.println(a[0].read());
  }

  void listDropped(String f) throws IOException {
    List<Reader> l = new ArrayList<>();
    l.add(new FileReader(f)); // LEAK
    System.out.println(l.get(0).read());
  }

  void optionalDropped() {
    Optional<Res> o = Optional.of(new Res()); // MISSED: what is in an Optional may be taken out
    System.out.println(o.isPresent());
  }

  void conditional(String f, boolean b) throws IOException {
    InputStream in = b ? new FileInputStream(f) : System.in; // LEAK
    System.out.println(in.read());
  }

  int castOnTheWay(String f) throws IOException {
    InputStream in = (InputStream) (Closeable) new FileInputStream(f); // LEAK
    return in.read();
  }

  <T extends AutoCloseable> void typeVariable(Supplier<T> s) {
    Res r = new Res(); // LEAK
    s.get();
  }

  static int first;

  static {
    try {
      first = new FileInputStream("x").read(); // LEAK
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int second;

  {
    Res r = new Res(); // LEAK
    second = r.n();
  }

  void nio(Path p) throws IOException {
    SeekableByteChannel c = Files.newByteChannel(p); // LEAK
    System.out.println(c.size());
  }

  void pipe() throws IOException {
    AsynchronousFileChannel c = AsynchronousFileChannel.open(Paths.get("x")); // LEAK
    System.out.println(c.size());
  }

  void formatter(String f) throws IOException {
    Formatter x = new Formatter(new File(f)); // LEAK
    x.format("%s", "a");
    x.flush();
  }

  static class Forgets implements AutoCloseable {
    private final Res a = new Res();
    private final Res b = new Res();

    int n() {
      return b.n();
    }

    @Override
    public void close() { // LEAK
      a.close();
    }
  }

  void alias(String f) throws IOException {
    Reader a = new FileReader(f); // LEAK
    Reader b = a;
    b.read();
  }

  void sync(Object lock, String f) throws IOException {
    synchronized (lock) {
      Writer w = new FileWriter(f); // LEAK
      w.write("x");
    }
  }

  int switchExpression(int k) {
    Res r = // before
        switch (k) {
          case 0 -> new Res(); // LEAK
          default -> Res.NONE;
        };
    return r == null ? 0 : r.n();
  }

  void isClosedInverted() throws SQLException {
    Connection c = DriverManager.getConnection("x"); // LEAK
    if (c.isClosed()) {
      c.close();
    }
  }

  int process() throws IOException {
    InputStream in = new ProcessBuilder("ls").start().getInputStream(); // LEAK
    return in.read();
  }

  void urlLoader(URL[] u) throws Exception {
    URLClassLoader l = new URLClassLoader(u); // LEAK
    System.out.println(l.loadClass("x"));
  }
}
