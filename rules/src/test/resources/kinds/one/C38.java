package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.zip.*;

/** Null-initialised, null-checked close in finally. */
class C38 {
  void m1(String f) throws IOException {
    FileInputStream in = null;
    try {
      in = new FileInputStream(f);
      in.read();
    } finally {
      if (in != null) {
        in.close();
      }
    }
  }

  void swallow(String f) {
    Writer w = null;
    try {
      w = new FileWriter(f);
      w.write("x");
    } catch (IOException e) {
      System.out.println("no");
    } finally {
      if (w != null) {
        try {
          w.close();
        } catch (IOException e) {
          System.out.println("no close");
        }
      }
    }
  }

  void two(String a, String b) throws IOException {
    InputStream in = null;
    OutputStream out = null;
    try {
      in = new FileInputStream(a);
      out = new FileOutputStream(b);
      in.transferTo(out);
    } finally {
      try {
        if (in != null) {
          in.close();
        }
      } finally {
        if (out != null) {
          out.close();
        }
      }
    }
  }

  void twoSwallowed(String a, String b) {
    InputStream in = null;
    OutputStream out = null;
    try {
      in = new FileInputStream(a);
      out = new FileOutputStream(b);
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (in != null) {
        try {
          in.close();
        } catch (IOException ignored) {
        }
      }
      if (out != null) {
        try {
          out.close();
        } catch (IOException ignored) {
        }
      }
    }
  }

  int jdbc(String url) {
    Connection c = null;
    PreparedStatement s = null;
    ResultSet rs = null;
    try {
      c = DriverManager.getConnection(url);
      s = c.prepareStatement("select ?");
      s.setInt(1, 3);
      rs = s.executeQuery();
      return rs.next() ? rs.getInt(1) : -1;
    } catch (SQLException e) {
      return -2;
    } finally {
      if (rs != null) try { rs.close(); } catch (SQLException e) { /* next */ }
      if (s != null) try { s.close(); } catch (SQLException e) { /* next */ }
      if (c != null) try { c.close(); } catch (SQLException e) { /* next */ }
    }
  }

  void yoda(String f) throws IOException {
    Reader r = null;
    try {
      r = new FileReader(f);
      r.read();
    } finally {
      if (null != r) r.close();
    }
  }

  void elseBranch(String f) throws IOException {
    Reader r = null;
    try {
      r = new FileReader(f);
    } finally {
      if (r == null) {
        System.out.println("never opened");
      } else {
        r.close();
      }
    }
  }

  void objects(String f) throws IOException {
    Reader r = null;
    try {
      r = new FileReader(f);
      r.read();
    } finally {
      if (Objects.nonNull(r)) {
        r.close();
      }
    }
  }

  static class Res implements AutoCloseable {
    void use() {
      throw new IllegalStateException();
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own(boolean b) {
    Res r = null;
    try {
      if (b) {
        r = new Res();
        r.use();
      }
    } finally {
      if (r != null) {
        r.close();
      }
    }
  }

  void socket(String h) {
    Socket s = null;
    try {
      s = new Socket(h, 80);
      s.getOutputStream().write(3);
    } catch (UnknownHostException e) {
      System.out.println("who");
    } catch (IOException e) {
      System.out.println("how");
    } finally {
      try {
        if (s != null) s.close();
      } catch (IOException e) {
        throw new RuntimeException(e);
      }
    }
  }

  void wrapped(String f) throws IOException {
    BufferedReader r = null;
    try {
      r = new BufferedReader(new FileReader(f));
      System.out.println(r.readLine());
    } finally {
      if (r != null) {
        r.close();
        r = null;
      }
    }
  }

  void earlyReturnOnNull(String f) throws IOException {
    ZipFile z = null;
    try {
      z = new ZipFile(f);
      System.out.println(z.size());
    } finally {
      if (z == null) return;
      z.close();
    }
  }
}
