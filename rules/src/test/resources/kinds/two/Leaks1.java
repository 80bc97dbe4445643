package two;

import java.io.*;
import java.net.*;
import java.nio.*;
import java.nio.channels.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import java.util.zip.*;

class Leaks1 {
  private static final String NAME = "data.bin";

  public static byte[] readFully(File file) throws IOException {
    FileInputStream fis = new FileInputStream(file); // LEAK
    byte[] buf = new byte[(int) file.length()];
    int off = 0;
    while (off < buf.length) {
      int n = fis.read(buf, off, buf.length - off);
      if (n < 0) {
        throw new EOFException();
      }
      off += n;
    }
    fis.close();
    return buf;
  }

  String loadTemplate(String name) {
    try {
      BufferedReader br = new BufferedReader(new InputStreamReader(new FileInputStream(name), "UTF-8")); // LEAK
      StringBuilder sb = new StringBuilder();
      String line = br.readLine();
      while (line != null) {
        sb.append(line).append('\n');
        line = br.readLine();
      }
      return sb.toString();
    } catch (IOException ex) {
      return "";
    }
  }

  public void saveAll(Map<String, String> m) throws IOException {
    for (Map.Entry<String, String> e : m.entrySet()) {
      PrintWriter pw = new PrintWriter(new File(e.getKey())); // LEAK
      pw.print(e.getValue());
    }
  }

  static int test1() throws Exception {
    InputStream is = null;
    is = new FileInputStream(NAME); // LEAK
    if (is.available() == 0) return 0;
    is.close();
    return 1;
  }

  static void test2(boolean b) throws Exception {
    OutputStream os = new FileOutputStream(NAME); // LEAK
    try {
      if (b) {
        os.close();
      }
    } finally {
      System.out.println("done");
    }
  }

  static void test3(int i) throws Exception {
    Writer w = null;
    switch (i) {
      case 1:
        w = new FileWriter("1"); // LEAK
        break;
      case 2:
        w = new FileWriter("2"); // LEAK
        break;
    }
    if (w != null) {
      w.write("x");
    }
  }

  static void test4(List<String> names) throws Exception {
    for (String n : names) {
      Reader r = new FileReader(n); // LEAK
      if (r.read() == -1) {
        continue;
      }
      r.close();
    }
  }

  static class R implements Closeable {
    final String id;

    R(String id) {
      this.id = id;
    }

    void ping() throws IOException {
      if (id == null) throw new IOException();
    }

    @Override
    public void close() {}
  }

  static class Plain implements AutoCloseable {
    public void close() {}

    void work() {}
  }

  void test5() {
    Plain p = new Plain(); // LEAK
    p.work();
  }

  void test6() {
    new Plain().work(); // LEAK
  }

  void test7(boolean x) {
    Plain p = x ? new Plain() : null; // LEAK
    if (p != null) p.work();
  }

  void test8() {
    Plain a = new Plain();
    Plain b = new Plain(); // LEAK
    a.close();
    b.work();
  }

  Plain test9(boolean x) {
    Plain p = new Plain(); // LEAK
    if (x) return null;
    return p;
  }

  void test10() {
    Plain p;
    for (int i = 0; i < 3; i++) {
      p = new Plain(); // LEAK
      p.work();
    }
  }

  void test11(Plain q) {
    Plain p = new Plain(); // LEAK
    if (q != null) {
      p = q;
    }
    p.close();
  }

  void test12() {
    try {
      Plain p = new Plain(); // LEAK
      Integer.parseInt("x");
      p.close();
    } catch (NumberFormatException e) {
      System.out.println("no number");
    }
  }

  void test13() {
    Plain p = make(); // LEAK
    p.work();
  }

  private Plain make() {
    return new Plain();
  }

  void test14() {
    make(); // LEAK
  }

  void test15() {
    Plain p = new Plain(); // LEAK
    look(p);
  }

  private void look(Plain p) {
    p.work();
  }

  void test16() {
    Supplier<Plain> s = () -> new Plain();
    Plain p = new Plain(); // LEAK
    System.out.println(s == null);
  }

  void test17() {
    Runnable r =
        () -> {
          Plain p = new Plain(); // LEAK
          p.work();
        };
    r.run();
  }

  long test18(Path p) throws IOException {
    Stream<Path> s = Files.walk(p, 2); // LEAK
    return s.filter(Files::isDirectory).count();
  }

  String test19(Path p) throws IOException {
    return Files.lines(p, StandardCharsets.UTF_8).skip(1).findFirst().orElse(null); // LEAK
  }

  static void test20(String url) throws Exception {
    HttpURLConnection c = (HttpURLConnection) new URL(url).openConnection();
    InputStream in = c.getInputStream(); // LEAK
    System.out.println(in.read());
  }

  static void jdbc1(Connection con, String user) throws SQLException {
    PreparedStatement ps = con.prepareStatement("select * from u where n=?"); // LEAK
    ps.setString(1, user);
    ResultSet rs = ps.executeQuery();
    if (!rs.next()) {
      throw new SQLException("unknown user " + user);
    }
    rs.close();
    ps.close();
  }

  static boolean jdbc2(String url) {
    Connection con = null;
    Statement st = null;
    try {
      con = DriverManager.getConnection(url); // LEAK
      st = con.createStatement();
      return st.execute("select 1");
    } catch (SQLException e) {
      return false;
    } finally {
      try {
        st.close();
        con.close();
      } catch (SQLException e) {
        e.printStackTrace();
      }
    }
  }

  static List<Integer> jdbc3(Connection con) throws SQLException {
    List<Integer> l = new ArrayList<>();
    try (PreparedStatement ps = con.prepareStatement("select id from t")) {
      ResultSet rs = ps.executeQuery();
      while (rs.next()) {
        PreparedStatement inner = con.prepareStatement("select x from y where id=?"); // LEAK
        inner.setInt(1, rs.getInt(1));
        ResultSet r2 = inner.executeQuery();
        r2.next();
        l.add(r2.getInt(1));
      }
    }
    return l;
  }

  void socket1(int port) throws IOException {
    ServerSocket server = new ServerSocket(port); // LEAK
    for (int i = 0; i < 10; i++) {
      try (Socket s = server.accept()) {
        s.getOutputStream().write(i);
      }
    }
  }

  void socket2(String host) {
    try {
      Socket s = new Socket(InetAddress.getByName(host), 80); // LEAK
      PrintWriter out = new PrintWriter(s.getOutputStream(), true);
      out.println("GET / HTTP/1.0");
    } catch (UnknownHostException e) {
      System.err.println("unknown " + host);
    } catch (IOException e) {
      System.err.println("io");
    }
  }

  void channel1(Path a, Path b) throws IOException {
    FileChannel in = FileChannel.open(a, StandardOpenOption.READ); // LEAK
    FileChannel out = FileChannel.open(b, StandardOpenOption.WRITE, StandardOpenOption.CREATE); // LEAK
    in.transferTo(0, in.size(), out);
    out.close();
    in.close();
  }

  MappedByteBuffer map(File f) throws IOException {
    RandomAccessFile raf = new RandomAccessFile(f, "r"); // LEAK
    return raf.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, f.length());
  }

  void zip1(File zip, File dir) throws IOException {
    ZipInputStream zis = new ZipInputStream(new FileInputStream(zip)); // LEAK
    ZipEntry e;
    while ((e = zis.getNextEntry()) != null) {
      FileOutputStream out = new FileOutputStream(new File(dir, e.getName())); // LEAK
      zis.transferTo(out);
      out.close();
    }
    zis.close();
  }

  void zip2(File zip) throws IOException {
    try (ZipFile z = new ZipFile(zip)) {
      PrintWriter w = new PrintWriter("list.txt"); // LEAK
      z.stream().forEach(w::println);
    }
  }

  Object ser(byte[] unused, String f) throws Exception {
    ObjectInputStream ois = new ObjectInputStream(new FileInputStream(f)); // LEAK(low)
    try {
      return ois.readObject();
    } finally {
      ois.close();
    }
  }
}
