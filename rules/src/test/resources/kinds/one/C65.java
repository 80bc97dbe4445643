package one;

import java.io.*;
import java.net.*;
import java.sql.*;
import java.util.*;

/** Constructor that keeps its argument. */
class C65 {
  static class A {
    private final InputStream in;

    A(InputStream in) {
      this.in = in;
    }

    int read() throws IOException {
      return in.read();
    }
  }

  static class B implements Closeable {
    private final Reader r;

    B(Reader r) {
      this.r = Objects.requireNonNull(r);
    }

    @Override
    public void close() throws IOException {
      r.close();
    }
  }

  static class C {
    private final BufferedReader r;

    C(Reader r) {
      this.r = r instanceof BufferedReader ? (BufferedReader) r : new BufferedReader(r);
    }
  }

  static class D {
    private final PrintWriter out;

    D(OutputStream o) {
      out = new PrintWriter(o, true);
    }

    void say(String s) {
      out.println(s);
    }
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  static class E {
    final Res res;

    E(Res r, int n) {
      if (n < 0) {
        throw new IllegalArgumentException();
      }
      res = r;
    }
  }

  static class F extends FilterOutputStream {
    private final byte[] one = new byte[1];

    F(OutputStream o) {
      super(o);
    }

    @Override
    public void write(int b) throws IOException {
      one[0] = (byte) b;
      out.write(one);
    }
  }

  record G(Connection connection, String name) {
    G {
      Objects.requireNonNull(connection);
    }
  }

  static class H {
    private final Scanner s;

    H(InputStream in) {
      s = new Scanner(in);
    }

    boolean more() {
      return s.hasNext();
    }
  }

  static class I {
    private final List<Socket> all = new ArrayList<>();

    I(Socket s) {
      all.add(s);
    }
  }
}
