package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import java.util.zip.*;

/** Closing the outer wrapper closes the inner one. */
class C47 {
  int m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f);
    BufferedInputStream b = new BufferedInputStream(in);
    try {
      return b.read();
    } finally {
      b.close();
    }
  }

  String reader(String f) throws IOException {
    FileReader r = new FileReader(f);
    try (BufferedReader b = new BufferedReader(r)) {
      return b.readLine();
    }
  }

  void three(String f) throws IOException {
    FileInputStream in = new FileInputStream(f);
    InputStreamReader r = new InputStreamReader(in);
    BufferedReader b = new BufferedReader(r);
    try {
      System.out.println(b.readLine());
    } finally {
      b.close();
    }
  }

  void inline(File f) throws IOException {
    PrintWriter w = new PrintWriter(new BufferedWriter(new FileWriter(f)));
    try {
      w.println();
    } finally {
      w.close();
    }
  }

  void nullInit(String f) throws IOException {
    FileOutputStream out = null;
    BufferedOutputStream b = null;
    try {
      out = new FileOutputStream(f);
      b = new BufferedOutputStream(out);
      b.write(1);
    } finally {
      if (b != null) {
        b.close();
      }
    }
  }

  void reuse(String f) throws IOException {
    InputStream in = new FileInputStream(f);
    in = new BufferedInputStream(in);
    try {
      in.read();
    } finally {
      in.close();
    }
  }

  void onlyWhenAsked(String f, boolean buffered) throws IOException {
    InputStream in = new FileInputStream(f);
    if (buffered) {
      in = new BufferedInputStream(in);
    }
    try {
      in.read();
    } finally {
      in.close();
    }
  }

  static class Outer implements AutoCloseable {
    private final Inner inner;

    Outer(Inner inner) {
      this.inner = inner;
    }

    void use() {
      throw new IllegalStateException();
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  static class Inner implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own() {
    Inner i = new Inner();
    Outer o = new Outer(i);
    try {
      o.use();
    } finally {
      o.close();
    }
  }

  void ownTwr() {
    Inner i = new Inner();
    try (Outer o = new Outer(i)) {
      o.use();
    }
  }

  void twr(String f) throws IOException {
    try (FileInputStream in = new FileInputStream(f)) {
      DataInputStream d = new DataInputStream(in);
      System.out.println(d.readInt());
    }
  }

  void scanner(Path p) throws IOException {
    InputStream in = Files.newInputStream(p);
    Scanner s = new Scanner(in);
    try {
      System.out.println(s.next());
    } finally {
      s.close();
    }
  }

  void loop(List<String> fs) throws IOException {
    for (String f : fs) {
      InputStream in = new FileInputStream(f);
      BufferedInputStream b = new BufferedInputStream(in);
      try {
        if (b.read() < 0) continue;
      } finally {
        b.close();
      }
    }
  }

  void plainCloses(String f) throws IOException {
    FileReader r = new FileReader(f);
    BufferedReader b = new BufferedReader(r);
    b.close();
  }
}
