package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;

/** Closed twice. */
class C63 {
  void m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f);
    in.close();
    in.close();
  }

  void normalAndFinally(String f) throws IOException {
    Writer w = new FileWriter(f);
    try {
      w.write("x");
      w.close();
    } finally {
      w.close();
    }
  }

  void nullInit(String f) throws IOException {
    OutputStream o = null;
    try {
      o = new FileOutputStream(f);
      o.write(1);
      o.close();
    } finally {
      if (o != null) {
        o.close();
      }
    }
  }

  void inTwr(String f) throws IOException {
    try (Reader r = new FileReader(f)) {
      r.read();
      r.close();
    }
  }

  void catchAndFinally(String f) throws IOException {
    Reader r = new FileReader(f);
    try {
      r.read();
    } catch (IOException e) {
      r.close();
      throw e;
    } finally {
      r.close();
    }
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own() {
    Res r = new Res();
    r.close();
    r.close();
    r.close();
  }

  void ownBranch(boolean b) {
    Res r = new Res();
    if (b) {
      r.close();
    }
    r.close();
  }

  void wrapperAndInner(String f) throws IOException {
    FileInputStream in = null;
    BufferedInputStream b = null;
    try {
      in = new FileInputStream(f);
      b = new BufferedInputStream(in);
      b.read();
    } finally {
      try {
        if (b != null) b.close();
      } finally {
        if (in != null) in.close();
      }
    }
  }

  void twrWrapper(String f) throws IOException {
    try (FileReader r = new FileReader(f);
        BufferedReader b = new BufferedReader(r)) {
      b.readLine();
    }
  }

  void plainWrapperThenInner(String f) throws IOException {
    FileReader r = new FileReader(f);
    BufferedReader b = new BufferedReader(r);
    try {
      b.readLine();
    } finally {
      b.close();
      r.close();
    }
  }

  void successFlush(String f) throws IOException {
    BufferedWriter w = new BufferedWriter(new FileWriter(f));
    try {
      w.write("x");
      w.flush();
      w.close();
      w = null;
    } finally {
      if (w != null) {
        try {
          w.close();
        } catch (IOException ignored) {
        }
      }
    }
  }

  void socket(String h) throws IOException {
    Socket s = new Socket(h, 1);
    try {
      OutputStream o = s.getOutputStream();
      o.write(1);
      o.close();
    } finally {
      s.close();
    }
  }
}
