package one;

import java.io.*;
import java.net.*;
import java.net.http.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.jar.*;
import java.util.zip.*;
import javax.net.ssl.SSLSocketFactory;
import javax.sql.DataSource;

/** Opened by a library call, not by new. */
class L17 {
  int m1(Path p) throws IOException {
    InputStream in = Files.newInputStream(p); // LEAK
    return in.read();
  }

  void m2(URL u) throws IOException {
    InputStream in = u.openStream(); // LEAK
    System.out.println(in.read());
    in.close();
  }

  void dataSource(DataSource ds) throws SQLException {
    Connection c = ds.getConnection(); // LEAK
    c.setAutoCommit(false);
    c.commit();
  }

  void driver(String url, String user, String pw) throws SQLException {
    Connection c = DriverManager.getConnection(url, user, pw); // LEAK
    System.out.println(c.getMetaData());
    c.close();
  }

  void accept(ServerSocket server) throws IOException {
    Socket s = server.accept(); // LEAK
    s.getOutputStream().write(1);
  }

  void channel(Path p) throws IOException {
    FileChannel c = FileChannel.open(p, StandardOpenOption.READ); // LEAK
    System.out.println(c.size());
    c.close();
  }

  void selector() throws IOException {
    Selector s = Selector.open(); // LEAK
    s.selectNow();
  }

  void serverChannel() throws IOException {
    ServerSocketChannel c = ServerSocketChannel.open(); // LEAK
    c.bind(new InetSocketAddress(8080));
  }

  int list(Path dir) throws IOException {
    DirectoryStream<Path> d = Files.newDirectoryStream(dir); // LEAK
    int n = 0;
    for (Path p : d) n++;
    return n;
  }

  void query(Connection c) throws SQLException {
    ResultSet rs = c.createStatement().executeQuery("select 1"); // LEAK
    while (rs.next()) {
      System.out.println(rs.getString(1));
    }
  }

  void prepared(Connection c) throws SQLException {
    PreparedStatement ps = c.prepareStatement("update t set x = 1"); // LEAK
    ps.executeUpdate();
    ps.close();
  }

  void resource(ClassLoader l) throws IOException {
    InputStream in = l.getResourceAsStream("x.properties"); // LEAK
    Properties p = new Properties();
    p.load(in);
  }

  void ssl(String h) throws IOException {
    Socket s = SSLSocketFactory.getDefault().createSocket(h, 443); // LEAK
    s.getOutputStream().write(2);
    s.close();
  }

  void watch(Path p) throws IOException {
    WatchService w = FileSystems.getDefault().newWatchService(); // LEAK
    p.register(w, StandardWatchEventKinds.ENTRY_CREATE);
  }

  void fileSystem(Path zip) throws IOException {
    FileSystem fs = FileSystems.newFileSystem(zip, (ClassLoader) null); // LEAK
    System.out.println(Files.exists(fs.getPath("/a")));
  }

  void commons(File f) throws IOException {
    InputStream in = org.apache.commons.io.FileUtils.openInputStream(f); // LEAK
    System.out.println(in.read());
  }
}
