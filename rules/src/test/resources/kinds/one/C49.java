package one;

import java.io.*;
import java.net.*;
import java.sql.*;
import java.util.*;
import java.util.zip.*;

/** Wrapper around a parameter (caller owns it). */
class C49 {
  String m1(InputStream in) throws IOException {
    BufferedReader r = new BufferedReader(new InputStreamReader(in));
    return r.readLine();
  }

  int data(InputStream in) throws IOException {
    return new DataInputStream(in).readInt();
  }

  void print(OutputStream out) {
    PrintWriter w = new PrintWriter(out);
    w.println("a");
    w.flush();
  }

  void write(Writer out, List<String> rows) throws IOException {
    BufferedWriter w = new BufferedWriter(out);
    for (String s : rows) {
      w.write(s);
    }
    w.flush();
  }

  Object read(InputStream in) throws IOException, ClassNotFoundException {
    ObjectInputStream o = new ObjectInputStream(new BufferedInputStream(in));
    return o.readObject();
  }

  void zip(OutputStream out) throws IOException {
    ZipOutputStream z = new ZipOutputStream(out);
    z.putNextEntry(new ZipEntry("a"));
    z.closeEntry();
    z.finish();
  }

  void scan(Readable r) {
    Scanner s = new Scanner(r);
    System.out.println(s.next());
  }

  static class Inner implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  static class Outer implements AutoCloseable {
    private final Inner inner;

    Outer(Inner inner) {
      this.inner = inner;
    }

    int n() {
      return 3;
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  int own(Inner i) {
    return new Outer(i).n();
  }

  int ownLocal(Inner i) {
    Outer o = new Outer(i);
    int n = o.n();
    return n;
  }

  void onReassigned(InputStream in) throws IOException {
    in = new BufferedInputStream(in);
    System.out.println(in.read());
  }

  void standard() throws IOException {
    BufferedReader r = new BufferedReader(new InputStreamReader(System.in));
    System.out.println(r.readLine());
    Scanner s = new Scanner(System.in);
    System.out.println(s.nextLine());
  }
}
