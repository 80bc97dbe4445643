package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;

/** Handed to the constructor of a longer-lived object. */
class C45 {
  static class Task implements Runnable {
    private final Socket socket;

    Task(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void run() {
      try (Socket s = socket) {
        s.getOutputStream().write(1);
      } catch (IOException e) {
        e.printStackTrace();
      }
    }
  }

  void m1(ServerSocket ss) throws IOException {
    Socket s = ss.accept();
    new Thread(new Task(s)).start();
  }

  static class Parser {
    private final Reader reader;

    Parser(Reader reader) {
      this.reader = reader;
    }

    void finish() throws IOException {
      reader.close();
    }
  }

  Parser parser(String f) throws IOException {
    return new Parser(new FileReader(f));
  }

  private Parser parser;

  void keepParser(String f) throws IOException {
    FileReader r = new FileReader(f);
    parser = new Parser(r);
  }

  void done() throws IOException {
    parser.finish();
  }

  private final List<Task> tasks = new ArrayList<>();

  void list(String h) throws IOException {
    tasks.add(new Task(new Socket(h, 1)));
  }

  static class Worker extends Thread {
    private final InputStream in;

    Worker(InputStream in) {
      this.in = in;
    }

    @Override
    public void run() {
      try {
        while (in.read() >= 0) {}
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void thread(String f) throws IOException {
    InputStream in = new FileInputStream(f);
    Worker w = new Worker(in);
    w.start();
  }

  record Pair(InputStream in, OutputStream out) {}

  Pair pair(String a) throws IOException {
    InputStream in = new FileInputStream(a);
    return new Pair(in, System.out);
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  static class Owner implements AutoCloseable {
    private final Res res;

    Owner(Res res) {
      this.res = res;
    }

    @Override
    public void close() {
      res.close();
    }
  }

  private Owner owner;

  void own() {
    owner = new Owner(new Res());
  }

  void stop() {
    owner.close();
  }

  Iterator<String> iterator(Path p) throws IOException {
    BufferedReader r = Files.newBufferedReader(p);
    return new Iterator<>() {
      String next;

      @Override
      public boolean hasNext() {
        try {
          next = r.readLine();
          if (next == null) r.close();
          return next != null;
        } catch (IOException e) {
          return false;
        }
      }

      @Override
      public String next() {
        return next;
      }
    };
  }
}
