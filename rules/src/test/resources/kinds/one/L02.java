package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.jar.JarFile;

/** New resource dropped on the spot (expression statement). */
class L02 {
  void m1(String f) throws IOException {
    new FileInputStream(f); // LEAK
  }

  void truncate(File f) throws IOException {
    new FileOutputStream(f); // LEAK
  }

  void m3(String f) {
    try {
      new FileWriter(f); // LEAK
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isPortFree(int port) {
    try {
      new ServerSocket(port); // LEAK
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  boolean isJar(File f) {
    try {
      new JarFile(f); // LEAK
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static class Handle implements Closeable {
    Handle(int i) {}

    public void close() {
      System.out.println("bye");
    }
  }

  void own() {
    new Handle(3); // LEAK
  }

  void openCall(Path p) throws IOException {
    Files.newInputStream(p); // LEAK
  }

  void touch(Path p) throws IOException {
    Files.newBufferedWriter(p); // LEAK
  }

  void connect(String url) throws SQLException {
    DriverManager.getConnection(url); // LEAK
  }

  void access(String f) throws IOException {
    new RandomAccessFile(f, "rw"); // LEAK
  }

  void inLambda(String f) {
    Runnable r =
        () -> {
          try {
            new FileInputStream(f); // LEAK
          } catch (IOException e) {
            e.printStackTrace();
          }
        };
    r.run();
  }

  void nestedInStatement(boolean b, String f) throws IOException {
    if (b) new PrintStream(f); // LEAK
  }
}
