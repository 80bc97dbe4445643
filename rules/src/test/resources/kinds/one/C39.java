package one;

import java.io.*;
import java.nio.file.*;
import java.sql.*;
import java.util.logging.*;

/** Close inside a try of its own within finally or catch. */
class C39 {
  private static final Logger LOG = Logger.getLogger("x");

  void m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f);
    try {
      in.read();
    } finally {
      try {
        in.close();
      } catch (IOException e) {
        LOG.log(Level.WARNING, "close", e);
      }
    }
  }

  void two(String a, String b) throws IOException {
    InputStream in = new FileInputStream(a);
    try {
      OutputStream out = new FileOutputStream(b);
      try {
        out.write(in.read());
      } finally {
        try {
          out.close();
        } catch (IOException e) {
          e.printStackTrace();
        }
      }
    } finally {
      try {
        in.close();
      } catch (IOException e) {
        e.printStackTrace();
      }
    }
  }

  void jdbc(Connection c) {
    Statement s = null;
    try {
      s = c.createStatement();
      s.execute("x");
    } catch (SQLException e) {
      LOG.severe(e.getMessage());
    } finally {
      try {
        s.close();
      } catch (Exception e) {
        LOG.severe(e.getMessage());
      }
    }
  }

  void inCatch(String f) throws IOException {
    Writer w = new FileWriter(f);
    try {
      w.write("x");
    } catch (IOException | RuntimeException | Error e) {
      try {
        w.close();
      } catch (IOException s) {
        e.addSuppressed(s);
      }
      throw e;
    }
    w.close();
  }

  static class Res implements AutoCloseable {
    void use() throws Exception {
      throw new Exception();
    }

    @Override
    public void close() throws Exception {
      System.out.println("closed");
    }
  }

  void own() throws Exception {
    Res r = new Res();
    try {
      r.use();
    } finally {
      try {
        r.close();
      } catch (Exception e) {
        throw new RuntimeException(e);
      }
    }
  }

  void ownIgnored() throws Exception {
    Res a = new Res();
    Res b = new Res();
    try {
      a.use();
    } finally {
      try {
        a.close();
      } catch (Exception e) {
        // ignore
      }
      try {
        b.close();
      } catch (Exception e) {
        // ignore
      }
    }
  }

  int returning(Path p) throws IOException {
    InputStream in = Files.newInputStream(p);
    try {
      return in.read();
    } catch (EOFException e) {
      return -1;
    } finally {
      try {
        in.close();
      } catch (IOException e) {
        return -2;
      }
    }
  }

  void nestedFinally(String a, String b) throws IOException {
    Reader r = new FileReader(a);
    try {
      r.read();
    } finally {
      try {
        System.out.println(b.length());
      } finally {
        r.close();
      }
    }
  }
}
