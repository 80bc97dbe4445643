package one;

import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.jar.*;
import java.util.zip.*;

/** New resource used only as receiver of a call chain. */
class L03 {
  int m1(String f) throws IOException {
    return new FileInputStream(f).read(); // LEAK
  }

  String line(String f) throws IOException {
    return new BufferedReader(new FileReader(f)).readLine(); // LEAK
  }

  Manifest manifest(File f) throws IOException {
    return new JarFile(f).getManifest(); // LEAK
  }

  void write(File f, String s) throws IOException {
    new FileWriter(f).write(s); // LEAK
  }

  void append(File f, String s) throws IOException {
    new FileWriter(f, true).append(s).flush(); // LEAK
  }

  long length(String f) throws IOException {
    return new RandomAccessFile(f, "r").length(); // LEAK
  }

  String next(File f) throws IOException {
    return new Scanner(f).useDelimiter("\\A").next(); // LEAK
  }

  void print(String f) throws IOException {
    new PrintWriter(f, StandardCharsets.UTF_8).println("x"); // LEAK
  }

  int entries(File f) throws IOException {
    return new ZipFile(f).size(); // LEAK
  }

  static class Cursor implements AutoCloseable {
    Cursor next() {
      return this;
    }

    int value() {
      return 1;
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  int own() {
    return new Cursor().value(); // LEAK
  }

  int fluent() {
    return new Cursor().next().next().value(); // LEAK
  }

  byte[] all(Path p) throws IOException {
    return Files.newInputStream(p).readAllBytes(); // LEAK
  }

  void update(Connection c) throws SQLException {
    c.createStatement().executeUpdate("update t set a = 1"); // LEAK
  }

  int bySocket(String h) throws IOException {
    return new Socket(h, 7).getInputStream().read(); // LEAK
  }

  void ifRead(String f) throws IOException {
    if (new FileInputStream(f).available() > 0) { // LEAK
      System.out.println("data");
    }
  }
}
