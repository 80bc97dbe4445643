package one;

import java.io.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.apache.commons.io.IOUtils;

/** Handed to a library method that takes it over or does not matter. */
class C44 {
  private final Queue<Closeable> queue = new ConcurrentLinkedQueue<>();

  void queued(String f) throws IOException {
    queue.add(new FileInputStream(f));
  }

  void drain() throws IOException {
    for (Closeable c; (c = queue.poll()) != null; ) {
      c.close();
    }
  }

  void closer(String f) throws IOException {
    com.google.common.io.Closer closer = com.google.common.io.Closer.create();
    try {
      InputStream in = closer.register(new FileInputStream(f));
      in.read();
    } finally {
      closer.close();
    }
  }

  void systemOut(String f) throws IOException {
    System.setOut(new PrintStream(new FileOutputStream(f)));
  }

  Stream<String> onClose(Path p) throws IOException {
    BufferedReader r = Files.newBufferedReader(p);
    return r.lines().onClose(() -> IOUtils.closeQuietly(r));
  }

  void future(String f, CompletableFuture<InputStream> to) throws IOException {
    to.complete(new FileInputStream(f));
  }

  void driverLog(String f) throws IOException {
    DriverManager.setLogWriter(new PrintWriter(new FileWriter(f)));
  }

  void processRedirect(ProcessBuilder b) throws IOException {
    b.redirectOutput(new File("x")).inheritIO();
  }

  void blocking(BlockingQueue<java.net.Socket> q, java.net.ServerSocket s)
      throws IOException, InterruptedException {
    q.put(s.accept());
  }

  void threadLocal(ThreadLocal<Connection> t, String url) throws SQLException {
    t.set(DriverManager.getConnection(url));
  }

  void reference(java.util.concurrent.atomic.AtomicReference<Writer> ref, String f)
      throws IOException {
    ref.set(new FileWriter(f));
  }

  void println(String f) throws IOException {
    try (InputStream in = new FileInputStream(f)) {
      System.out.println(in);
      Objects.requireNonNull(in);
      String.valueOf(in);
    }
  }

  void properties(Properties p) throws IOException {
    p.load(new StringReader("a=b"));
    p.store(new ByteArrayOutputStream(), "c");
  }

  void handler(java.util.logging.Logger log) throws IOException {
    log.addHandler(new java.util.logging.FileHandler("x.log"));
  }
}
