package one;

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.zip.*;

/** Chain of two or more wrappers. */
class L13 {
  String m1(String f) throws IOException {
    BufferedReader r = new BufferedReader(new InputStreamReader(new FileInputStream(f))); // LEAK
    return r.readLine();
  }

  void writer(String f) throws IOException {
    PrintWriter w =
        new PrintWriter(
            new BufferedWriter(new FileWriter(f))); // LEAK
    w.println(1);
    w.flush();
  }

  void separate(String f) throws IOException {
    FileInputStream fis = new FileInputStream(f); // LEAK
    BufferedInputStream bis = new BufferedInputStream(fis);
    DataInputStream dis = new DataInputStream(bis);
    System.out.println(dis.readInt());
    dis.close();
  }

  String gz(File f) throws IOException {
    BufferedReader r =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    new FileInputStream(f)))); // LEAK(low)
    try {
      return r.readLine();
    } finally {
      r.close();
    }
  }

  Object deep(File f) throws Exception {
    ObjectInputStream in =
        new ObjectInputStream(
            new BufferedInputStream(
                new FileInputStream(f))); // LEAK(low)
    try {
      return in.readObject();
    } finally {
      in.close();
    }
  }

  void mixed(String f) throws IOException {
    OutputStream out = new BufferedOutputStream(new FileOutputStream(f)); // LEAK
    Writer w = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    w.write("x");
    w.close();
  }

  void nullInit(String f) throws IOException {
    FileInputStream a = null;
    InputStreamReader b = null;
    BufferedReader c = null;
    try {
      a = new FileInputStream(f); // LEAK(low)
      b = new InputStreamReader(a, System.getProperty("charset"));
      c = new BufferedReader(b);
      System.out.println(c.readLine());
    } finally {
      if (c != null) {
        c.close();
      }
    }
  }

  int checked(Path p) throws IOException {
    InputStream in = new CheckedInputStream(new BufferedInputStream(Files.newInputStream(p)), new CRC32()); // LEAK
    int n = 0;
    while (in.read() >= 0) n++;
    return n;
  }

  void zip(String f) throws IOException {
    ZipOutputStream z = new ZipOutputStream(new BufferedOutputStream(new FileOutputStream(f))); // LEAK
    z.putNextEntry(new ZipEntry("e"));
    z.close();
  }

  int number(String f) throws IOException {
    return new LineNumberReader(new BufferedReader(new FileReader(f))).read(); // LEAK
  }
}
