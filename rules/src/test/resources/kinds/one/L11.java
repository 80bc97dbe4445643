package one;

import java.io.*;
import java.net.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.util.*;
import java.util.jar.*;
import java.util.zip.*;

/** Wrapper constructor inline around a new resource, wrapper not safely closed. */
class L11 {
  int m1(String f) throws IOException {
    BufferedInputStream in = new BufferedInputStream(new FileInputStream(f)); // LEAK
    return in.read();
  }

  String reader(String f) throws IOException {
    BufferedReader r = new BufferedReader(new FileReader(f)); // LEAK
    String s = r.readLine();
    r.close();
    return s;
  }

  void printWriter(File f) throws IOException {
    PrintWriter w = new PrintWriter(new FileWriter(f)); // LEAK
    w.println("a");
    w.flush();
  }

  void data(String f, int i) throws IOException {
    DataOutputStream out = new DataOutputStream(new FileOutputStream(f)); // LEAK
    out.writeInt(i);
    out.close();
  }

  Object object(File f) throws IOException, ClassNotFoundException {
    ObjectInputStream in = new ObjectInputStream(new FileInputStream(f)); // LEAK
    Object o = in.readObject();
    in.close();
    return o;
  }

  void gzip(String f, byte[] b) throws IOException {
    GZIPOutputStream out = new GZIPOutputStream(new FileOutputStream(f)); // LEAK(low)
    try {
      out.write(b);
    } finally {
      out.close();
    }
  }

  int gunzip(String f) throws IOException {
    GZIPInputStream in = new GZIPInputStream(new FileInputStream(f)); // LEAK(low)
    try {
      return in.read();
    } finally {
      in.close();
    }
  }

  void objectOut(String f, Object o) throws IOException {
    ObjectOutputStream out = null;
    try {
      out = new ObjectOutputStream(new FileOutputStream(f)); // LEAK(low)
      out.writeObject(o);
    } finally {
      if (out != null) {
        out.close();
      }
    }
  }

  Reader charset(String f, String cs) throws IOException {
    Reader r = new InputStreamReader(new FileInputStream(f), cs); // LEAK(low)
    try {
      r.read();
      return null;
    } finally {
      r.close();
    }
  }

  void scanner(String f) throws IOException {
    Scanner s = new Scanner(new FileInputStream(f)); // LEAK
    while (s.hasNext()) {
      System.out.println(s.next());
    }
  }

  void jar(String f) throws IOException {
    JarInputStream j = new JarInputStream(new FileInputStream(f)); // LEAK(low)
    System.out.println(j.getManifest());
    j.close();
  }

  void zipOut(String f) throws IOException {
    ZipOutputStream z = new ZipOutputStream(new FileOutputStream(f)); // LEAK
    z.putNextEntry(new ZipEntry("a"));
    z.closeEntry();
  }

  static class Wrap implements Closeable {
    private final InputStream in;

    Wrap(InputStream in) throws IOException {
      this.in = in;
      if (in.read() < 0) {
        throw new EOFException();
      }
    }

    public void close() throws IOException {
      in.close();
    }
  }

  void own(String f) throws IOException {
    Wrap w = new Wrap(new FileInputStream(f)); // LEAK(low)
    try {
      System.out.println("x");
    } finally {
      w.close();
    }
  }
}
