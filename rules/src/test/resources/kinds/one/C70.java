package one;

import java.io.*;
import java.net.*;
import java.nio.channels.*;

/** Socket. */
class C70 {
  void m1(String h) throws IOException {
    try (Socket s = new Socket(h, 1)) {
      s.getOutputStream().write(1);
    }
  }

  void streams(String h) throws IOException {
    Socket s = new Socket(h, 2);
    try {
      InputStream in = s.getInputStream();
      OutputStream out = s.getOutputStream();
      out.write(in.read());
    } finally {
      s.close();
    }
  }

  void server(int p) throws IOException {
    try (ServerSocket ss = new ServerSocket(p);
        Socket s = ss.accept()) {
      System.out.println(s.getInetAddress());
    }
  }

  int free() throws IOException {
    ServerSocket s = new ServerSocket(0);
    try {
      s.setReuseAddress(true);
      return s.getLocalPort();
    } finally {
      s.close();
    }
  }

  void datagram(DatagramPacket p) throws IOException {
    try (DatagramSocket d = new DatagramSocket()) {
      d.send(p);
    }
  }

  Socket connect(String h) throws IOException {
    Socket s = new Socket();
    try {
      s.connect(new InetSocketAddress(h, 1), 10);
      return s;
    } catch (IOException e) {
      s.close();
      throw e;
    }
  }

  void closedByStream(String h) throws IOException {
    try (Socket s = new Socket(h, 5)) {
      OutputStream o = s.getOutputStream();
      o.close();
    }
  }

  boolean ping(String h, int p) {
    Socket s = null;
    try {
      s = new Socket();
      s.connect(new InetSocketAddress(h, p), 100);
      return true;
    } catch (IOException e) {
      return false;
    } finally {
      if (s != null) {
        try {
          s.close();
        } catch (IOException ignored) {
        }
      }
    }
  }

  void parameter(Socket s) throws IOException {
    DataInputStream in = new DataInputStream(s.getInputStream());
    System.out.println(in.readUTF());
    s.shutdownInput();
  }

  void channel(SocketAddress a) throws IOException {
    SocketChannel c = SocketChannel.open();
    try {
      c.connect(a);
    } finally {
      c.close();
    }
  }

  void channelsSocket(SocketChannel c) throws IOException {
    Socket s = c.socket();
    s.setKeepAlive(true);
  }

  void socketOfServerChannel() throws IOException {
    try (ServerSocketChannel c = ServerSocketChannel.open()) {
      ServerSocket s = c.socket();
      s.bind(null);
    }
  }
}
