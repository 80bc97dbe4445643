package one;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.util.*;
import java.util.zip.*;

/** Closing the inner resource makes the wrapper harmless. */
class C48 {
  int m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f);
    try {
      BufferedInputStream b = new BufferedInputStream(in);
      return b.read();
    } finally {
      in.close();
    }
  }

  String reader(String f) throws IOException {
    FileReader r = new FileReader(f);
    try {
      return new BufferedReader(r).readLine();
    } finally {
      r.close();
    }
  }

  void twr(Path p) throws IOException {
    try (InputStream in = Files.newInputStream(p)) {
      BufferedReader r = new BufferedReader(new InputStreamReader(in));
      for (String s; (s = r.readLine()) != null; ) {
        System.out.println(s);
      }
    }
  }

  void scanner(File f) throws IOException {
    try (FileInputStream in = new FileInputStream(f)) {
      Scanner s = new Scanner(in);
      System.out.println(s.nextInt());
    }
  }

  void object(File f) throws Exception {
    InputStream in = new FileInputStream(f);
    try {
      ObjectInputStream o = new ObjectInputStream(in);
      System.out.println(o.readObject());
    } finally {
      in.close();
    }
  }

  void print(File f) throws IOException {
    try (OutputStream out = new FileOutputStream(f)) {
      PrintWriter w = new PrintWriter(out);
      w.println("a");
      w.flush();
    }
  }

  void socket(String h) throws IOException {
    Socket s = new Socket(h, 2);
    try {
      DataOutputStream d = new DataOutputStream(s.getOutputStream());
      d.writeInt(3);
    } finally {
      s.close();
    }
  }

  void streamOfChannel(Path p) throws IOException {
    try (FileChannel c = FileChannel.open(p)) {
      InputStream in = Channels.newInputStream(c);
      System.out.println(in.read());
    }
  }

  void channelOfStream(String f) throws IOException {
    FileInputStream in = new FileInputStream(f);
    FileChannel c = in.getChannel();
    try {
      System.out.println(c.size());
    } finally {
      c.close();
    }
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

    @Override
    public void close() {
      inner.close();
    }
  }

  void own() {
    Inner i = new Inner();
    try {
      Outer o = new Outer(i);
      System.out.println(o);
    } finally {
      i.close();
    }
  }

  void ownTwr() {
    try (Inner i = new Inner()) {
      System.out.println(new Outer(i));
    }
  }

  void zip(File f) throws IOException {
    try (ZipFile z = new ZipFile(f)) {
      ZipEntry e = z.getEntry("a");
      BufferedReader r = new BufferedReader(new InputStreamReader(z.getInputStream(e)));
      System.out.println(r.readLine());
    }
  }

  void nullInit(String f) throws IOException {
    FileInputStream in = null;
    try {
      in = new FileInputStream(f);
      DataInputStream d = new DataInputStream(in);
      d.readByte();
    } finally {
      if (in != null) in.close();
    }
  }
}
