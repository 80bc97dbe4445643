package one;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.stream.*;
import java.util.zip.*;

/** Try-with-resources, one resource. */
class C33 {
  int m1(String f) throws IOException {
    try (FileInputStream in = new FileInputStream(f)) {
      return in.read();
    }
  }

  void caught(String f) {
    try (Writer w = new FileWriter(f)) {
      w.write("x");
    } catch (IOException e) {
      e.printStackTrace();
    }
  }

  long lines(Path p) throws IOException {
    try (Stream<String> s = Files.lines(p)) {
      return s.filter(x -> !x.isEmpty()).count();
    }
  }

  List<Path> list(Path p) {
    try (Stream<Path> s = Files.list(p).sorted()) {
      return s.toList();
    } catch (IOException e) {
      return List.of();
    } finally {
      System.out.println("listed");
    }
  }

  void nullable(String name) throws IOException {
    try (InputStream in = getClass().getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      System.out.println(in.read());
    }
  }

  void jdbc(Connection c) throws SQLException {
    try (Statement s = c.createStatement()) {
      ResultSet rs = s.executeQuery("select 1");
      while (rs.next()) {
        if (rs.getInt(1) == 3) break;
      }
    }
  }

  static class Res implements AutoCloseable {
    int n() {
      return 1;
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  int own() {
    try (var r = new Res()) {
      return r.n();
    }
  }

  void unused() {
    try (Res ignored = new Res()) {
      System.out.println("in scope");
    }
  }

  void loop(List<File> files) throws IOException {
    for (File f : files) {
      try (ZipFile z = new ZipFile(f)) {
        if (z.size() == 0) {
          continue;
        }
        System.out.println(z.getName());
      }
    }
  }

  void inLambda(List<String> hosts) {
    hosts.forEach(
        h -> {
          try (Socket s = new Socket(h, 1)) {
            s.getOutputStream().write(1);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  void channel(Path p) throws IOException {
    try (FileChannel c = FileChannel.open(p, StandardOpenOption.WRITE);) {
      c.force(true);
    }
  }

  Object throwsInside(Path p) throws IOException {
    try (BufferedReader r = Files.newBufferedReader(p)) {
      throw new IllegalStateException(r.readLine());
    }
  }

  void nestedTry(Path a, Path b) throws IOException {
    try (InputStream in = Files.newInputStream(a)) {
      try (OutputStream out = Files.newOutputStream(b)) {
        in.transferTo(out);
      } finally {
        System.out.println("copied");
      }
    }
  }
}
