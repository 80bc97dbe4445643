package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import java.util.function.*;

/** Conditional expression, cast or instanceof on the way. */
class C61 {
  void ternary(String a, String b, boolean x) throws IOException {
    InputStream in = x ? new FileInputStream(a) : new FileInputStream(b);
    in.close();
  }

  void cast(Object o, String f) throws IOException {
    Closeable c = new FileReader(f);
    Reader r = (Reader) c;
    r.close();
  }

  void castAtClose(String f) throws IOException {
    Object o = new FileWriter(f);
    ((Writer) o).close();
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void instance() throws Exception {
    Object o = new Res();
    if (o instanceof AutoCloseable) {
      ((AutoCloseable) o).close();
    }
  }

  void pattern() {
    Object o = new Res();
    if (o instanceof Res r) {
      r.close();
    }
  }

  void parameter(Object o) throws IOException {
    if (o instanceof InputStream) {
      InputStream in = (InputStream) o;
      in.read();
    }
  }

  void parameterClosed(Object o) throws IOException {
    if (o instanceof Closeable c) {
      c.close();
    }
  }

  void inTry(String f, boolean zip) throws IOException {
    try (InputStream in =
        zip ? new java.util.zip.ZipInputStream(System.in) : new FileInputStream(f)) {
      System.out.println(in.read());
    }
  }

  Reader returned(String f, boolean b) throws IOException {
    return b ? new BufferedReader(new FileReader(f)) : (Reader) new FileReader(f);
  }

  void nested(String f, int i) throws IOException {
    Writer w = i == 0 ? null : i == 1 ? new FileWriter(f) : new PrintWriter(f);
    if (w != null) {
      w.close();
    }
  }

  void throughGeneric(Supplier<? extends Res> s) {
    Res r = (Res) s.get();
    System.out.println(r);
  }

  void switchExpression(String f, int i) throws IOException {
    Reader r =
        switch (i) {
          case 0 -> new FileReader(f);
          case 1 -> new StringReader(f);
          default -> throw new IllegalArgumentException();
        };
    r.close();
  }

  void inCondition(String f) throws IOException {
    InputStream in = null;
    if (f != null && (in = new FileInputStream(f)) != null) {
      in.close();
    }
  }
}
