package one;

import java.io.*;
import java.util.*;
import java.util.function.*;

/** Type: user-defined AutoCloseable. */
class L31 {
  static class Lock implements AutoCloseable {
    void step() throws IOException {
      throw new IOException();
    }

    @Override
    public void close() {
      System.out.println("unlocked");
    }
  }

  interface Session extends AutoCloseable {
    void run();

    @Override
    void close();
  }

  static class DbSession implements Session {
    private boolean open = true;

    public void run() {
      System.out.println(open);
    }

    public void close() {
      open = false;
      System.out.println("gone");
    }
  }

  static class Derived extends Lock {
    @Override
    public void close() {
      super.close();
      System.out.println("derived");
    }
  }

  static class Box<T> implements Closeable {
    final T t;

    Box(T t) {
      this.t = t;
    }

    T get() {
      return t;
    }

    @Override
    public void close() {
      System.out.println("box " + t);
    }
  }

  static class Native implements AutoCloseable {
    private long handle = open0();

    private static native long open0();

    private static native void close0(long h);

    long value() {
      return handle;
    }

    @Override
    public void close() {
      close0(handle);
      handle = 0;
    }
  }

  void plain() {
    Lock l = new Lock(); // LEAK
  }

  void unsafe() throws IOException {
    Lock l = new Lock(); // LEAK
    l.step();
    l.close();
  }

  void behindInterface() {
    Session s = new DbSession(); // LEAK
    s.run();
  }

  void derived(boolean b) {
    Lock l = new Derived(); // LEAK
    if (b) {
      return;
    }
    l.close();
  }

  String generic() {
    Box<String> b = new Box<>("x"); // LEAK
    return b.get();
  }

  String chained() {
    return new Box<>("y").get(); // LEAK
  }

  long nativeHandle() {
    Native n = new Native(); // LEAK
    return n.value();
  }

  void anonymous() {
    AutoCloseable c =
        new Lock() { // LEAK
          @Override
          public void close() {
            System.out.println("anonymous");
          }
        };
    System.out.println(c);
  }

  void supplied() {
    Supplier<Lock> make = Lock::new;
    System.out.println(make);
    Lock l = new Lock(); // LEAK
    System.out.println(l.toString());
  }

  void closeOfWrongOne() {
    Lock a = new Lock(); // LEAK
    Lock b = new Lock();
    b.close();
    b.close();
    System.out.println(a);
  }
}
