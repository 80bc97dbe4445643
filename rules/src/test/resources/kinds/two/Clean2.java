package two;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.function.*;
import java.util.jar.*;
import java.util.zip.*;
import org.apache.commons.io.IOUtils;

class Clean2 {
  static class Store implements Closeable {
    private final RandomAccessFile index;
    private final RandomAccessFile data;

    Store(File dir) throws IOException {
      index = new RandomAccessFile(new File(dir, "index"), "rw");
      boolean ok = false;
      try {
        data = new RandomAccessFile(new File(dir, "data"), "rw");
        ok = true;
      } finally {
        if (!ok) {
          index.close();
        }
      }
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
    private Socket s;
    private BufferedReader in;

    void connect(String h) throws IOException {
      close();
      Socket t = new Socket(h, 1);
      try {
        in = new BufferedReader(new InputStreamReader(t.getInputStream()));
        s = t;
        t = null;
      } finally {
        if (t != null) t.close();
      }
    }

    @Override
    public void close() throws IOException {
      if (s != null) {
        s.close();
        s = null;
      }
    }
  }

  static class Counter extends FilterOutputStream {
    long n;

    Counter(OutputStream o) {
      super(o);
    }

    @Override
    public void write(int b) throws IOException {
      n++;
      out.write(b);
    }
  }

  long count(String f) throws IOException {
    try (Counter c = new Counter(new FileOutputStream(f))) {
      c.write(1);
      return c.n;
    }
  }

  static class Lines implements Iterable<String>, Closeable {
    private final BufferedReader r;

    Lines(Reader r) {
      this.r = new BufferedReader(r);
    }

    @Override
    public Iterator<String> iterator() {
      return r.lines().iterator();
    }

    @Override
    public void close() throws IOException {
      r.close();
    }
  }

  void lines(String f) throws IOException {
    try (Lines l = new Lines(new FileReader(f))) {
      for (String s : l) System.out.println(s);
    }
  }

  Lines lines2(String f) throws IOException {
    return new Lines(new FileReader(f));
  }

  void io(String a, String b) {
    InputStream in = null;
    OutputStream out = null;
    try {
      in = new BufferedInputStream(new FileInputStream(a));
      out = new BufferedOutputStream(new FileOutputStream(b));
      IOUtils.copy(in, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      IOUtils.closeQuietly(out);
      IOUtils.closeQuietly(in);
    }
  }

  static class Builder {
    private final List<Closeable> parts = new ArrayList<>();

    Builder with(Closeable c) {
      parts.add(c);
      return this;
    }

    Closeable build() {
      return () -> {
        for (Closeable c : parts) c.close();
      };
    }
  }

  Closeable build(String f) throws IOException {
    return new Builder().with(new FileReader(f)).build();
  }

  static class Worker implements Runnable {
    private final Socket s;

    Worker(Socket s) {
      this.s = s;
    }

    public void run() {
      try {
        s.getInputStream().read();
      } catch (IOException e) {
        e.printStackTrace();
      } finally {
        IOUtils.closeQuietly(s);
      }
    }
  }

  void serve(int port) throws IOException {
    try (ServerSocket ss = new ServerSocket(port)) {
      while (true) {
        new Thread(new Worker(ss.accept())).start();
      }
    }
  }

  int exit(String f) throws IOException {
    FileInputStream in = new FileInputStream(f);
    try {
      if (in.read() < 0) {
        return 1;
      }
    } catch (IOException e) {
      throw new RuntimeException(e);
    } finally {
      in.close();
    }
    return 2;
  }

  Properties load(String name) throws IOException {
    Properties p = new Properties();
    try (InputStream in = Clean2.class.getResourceAsStream(name)) {
      if (in != null) {
        p.load(in);
      }
    }
    return p;
  }

  void loop(BufferedReader r) throws IOException {
    String l;
    while ((l = r.readLine()) != null) {
      try (Writer w = new FileWriter(l)) {
        w.write(l);
      } catch (FileNotFoundException e) {
        continue;
      }
    }
  }

  boolean test(String f) {
    try (ZipFile z = new ZipFile(f)) {
      return z.entries().hasMoreElements();
    } catch (IOException e) {
      return false;
    }
  }

  void reuse(File a, File b) throws IOException {
    InputStream in = new FileInputStream(a);
    try {
      in.read();
    } finally {
      in.close();
    }
    in = new FileInputStream(b);
    try {
      in.read();
    } finally {
      in.close();
    }
  }

  OutputStream choose(String f, boolean zip) throws IOException {
    OutputStream o = new FileOutputStream(f);
    return zip ? new BufferedOutputStream(o) : o;
  }

  static OutputStream out = System.out;

  static void redirect(String f) throws IOException {
    out = new PrintStream(f);
  }

  void streams(Collection<String> c) {
    c.stream().map(String::length).forEach(System.out::println);
    var s = c.parallelStream();
    System.out.println(s.anyMatch(String::isEmpty));
  }

  static class Tx implements AutoCloseable {
    private boolean done;

    void commit() {
      done = true;
    }

    @Override
    public void close() {
      if (!done) {
        System.out.println("rollback");
      }
    }
  }

  void tx(Runnable r) {
    try (Tx t = new Tx()) {
      r.run();
      t.commit();
    }
  }

  void tx2(Runnable r) {
    Tx t = new Tx();
    try {
      r.run();
      t.commit();
    } finally {
      t.close();
    }
  }

  static class Sub extends Tx {
    private final Tx outer;

    Sub(Tx outer) {
      this.outer = outer;
    }

    Tx outer() {
      return outer;
    }
  }

  void inner(Tx t) {
    Sub s = new Sub(t);
    s.commit();
    s.outer().commit();
    s.close();
  }

  void array(String[] fs) throws IOException {
    Reader[] rs = new Reader[fs.length];
    try {
      for (int i = 0; i < fs.length; i++) {
        rs[i] = new FileReader(fs[i]);
      }
    } finally {
      for (Reader r : rs) {
        IOUtils.closeQuietly(r);
      }
    }
  }

  void deque(List<String> fs) throws IOException {
    Deque<Closeable> open = new ArrayDeque<>();
    try {
      for (String f : fs) {
        open.push(new FileInputStream(f));
      }
    } finally {
      while (!open.isEmpty()) {
        IOUtils.closeQuietly(open.pop());
      }
    }
  }

  void cond(String f) throws IOException {
    try (Reader r = f.isEmpty() ? new StringReader("") : new FileReader(f)) {
      r.read();
    }
  }

  void catchAll(String f) {
    FileWriter w = null;
    try {
      w = new FileWriter(f);
      w.write("x");
    } catch (Exception e) {
      e.printStackTrace();
    } finally {
      try {
        w.close();
      } catch (Exception e) {
        // also when it is null
      }
    }
  }
}
