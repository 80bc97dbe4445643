package one;

import java.io.*;
import java.util.*;
import java.util.function.*;

/** Anonymous or user-defined AutoCloseable. */
class C68 {
  static class Res implements AutoCloseable {
    void use() {
      throw new IllegalStateException();
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void twr() {
    try (Res r = new Res()) {
      r.use();
    }
  }

  void anonymous() throws Exception {
    try (AutoCloseable c =
        new AutoCloseable() {
          @Override
          public void close() {
            System.out.println("closed");
          }
        }) {
      System.out.println(c);
    }
  }

  void lambda() throws Exception {
    try (AutoCloseable c = () -> System.out.println("closed")) {
      System.out.println(c);
    }
  }

  Closeable returned() {
    return () -> System.out.println("closed");
  }

  Closeable anonymousReturned() {
    return new Closeable() {
      @Override
      public void close() {
        System.out.println("closed");
      }
    };
  }

  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  Subscription subscribe(List<Runnable> to, Runnable r) {
    to.add(r);
    return () -> to.remove(r);
  }

  void anonymousInput(InputStream given) throws IOException {
    InputStream in =
        new FilterInputStream(given) {
          @Override
          public int read() throws IOException {
            return super.read() + 1;
          }
        };
    in.read();
  }

  void emptyStream() throws IOException {
    OutputStream none =
        new OutputStream() {
          @Override
          public void write(int b) {}
        };
    none.write(3);
  }

  Iterable<Res> inner() {
    return () -> List.of(new Res()).iterator();
  }

  static class Noop implements AutoCloseable {
    int n;

    @Override
    public void close() {
      // nothing to release
    }
  }

  int noop() {
    Noop n = new Noop();
    return n.n;
  }

  class InnerRes implements AutoCloseable {
    @Override
    public void close() {
      System.out.println(C68.this);
    }
  }

  void innerClass() {
    InnerRes r = new InnerRes();
    r.close();
  }

  void local() {
    class L implements Closeable {
      @Override
      public void close() {
        System.out.println("local");
      }
    }
    try (L l = new L()) {
      System.out.println(l);
    }
  }
}
