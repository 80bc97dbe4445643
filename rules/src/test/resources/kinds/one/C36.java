package one;

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.zip.*;

/** Try-with-resources around nested constructors. */
class C36 {
  String m1(String f) throws IOException {
    try (BufferedReader r = new BufferedReader(new FileReader(f))) {
      return r.readLine();
    }
  }

  void three(String f) throws IOException {
    try (PrintWriter w =
        new PrintWriter(
            new BufferedWriter(
                new OutputStreamWriter(new FileOutputStream(f), StandardCharsets.UTF_8)))) {
      w.println("x");
    }
  }

  int data(File f) throws IOException {
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(f)))) {
      return in.readInt();
    }
  }

  void call(Path p) throws IOException {
    try (Scanner s = new Scanner(Files.newInputStream(p))) {
      while (s.hasNextLine()) System.out.println(s.nextLine());
    }
  }

  void zip(Path p) throws IOException {
    try (ZipOutputStream z = new ZipOutputStream(Files.newOutputStream(p))) {
      z.putNextEntry(new ZipEntry("a"));
      z.closeEntry();
    }
  }

  static class Outer implements Closeable {
    private final Closeable inner;

    Outer(Closeable inner) {
      this.inner = inner;
    }

    @Override
    public void close() throws IOException {
      inner.close();
    }
  }

  static class Inner implements Closeable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own() throws IOException {
    try (Outer o = new Outer(new Inner())) {
      System.out.println(o);
    }
  }

  void ownDeep() throws IOException {
    try (Closeable o = new Outer(new Outer(new Outer(new Inner())))) {
      System.out.println(o);
    }
  }

  void memory(byte[] b) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(b))) {
      System.out.println(in.readInt());
    }
  }

  void writerInLoop(List<String> fs) throws IOException {
    for (String f : fs) {
      try (Writer w = new BufferedWriter(new FileWriter(f))) {
        w.write(f);
      }
    }
  }
}
