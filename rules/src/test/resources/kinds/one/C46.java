package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import java.util.zip.*;

/** Passed to super(...) or this(...). */
class C46 {
  static class A extends FilterInputStream {
    A(String f) throws IOException {
      super(new FileInputStream(f));
    }
  }

  static class B extends BufferedReader {
    B(File f) throws IOException {
      super(new FileReader(f));
    }
  }

  static class C extends PrintWriter {
    C(Path p) throws IOException {
      super(Files.newBufferedWriter(p));
    }
  }

  static class D implements Closeable {
    private final InputStream in;

    D(String f) throws IOException {
      this(new FileInputStream(f));
    }

    D(InputStream in) {
      this.in = in;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  static class E extends D {
    E(File f) throws IOException {
      super(new BufferedInputStream(new FileInputStream(f)));
    }
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  static class Base implements AutoCloseable {
    protected final Res res;

    Base(Res res) {
      this.res = res;
    }

    @Override
    public void close() {
      res.close();
    }
  }

  static class F extends Base {
    F() {
      super(new Res());
    }

    F(int i) {
      this();
      System.out.println(i);
    }
  }

  static class G extends OutputStreamWriter {
    G(String f) throws IOException {
      super(new FileOutputStream(f), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  static class H extends DataOutputStream {
    H(OutputStream out) {
      super(new BufferedOutputStream(out));
    }
  }
}
