package one;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import javax.net.ssl.*;

/** Type: socket. */
class L29 {
  void client(String h) throws IOException {
    Socket s = new Socket(h, 80); // LEAK
    OutputStream out = s.getOutputStream();
    out.write("GET /\r\n".getBytes());
    out.flush();
  }

  void server(int port) throws IOException {
    ServerSocket ss = new ServerSocket(port); // LEAK
    Socket s = ss.accept();
    s.close();
  }

  void datagram(byte[] b, InetAddress to) throws IOException {
    DatagramSocket d = new DatagramSocket(); // LEAK
    d.send(new DatagramPacket(b, b.length, to, 9));
  }

  void datagramClosed(byte[] b) throws IOException {
    DatagramSocket d = new DatagramSocket(4000); // LEAK
    d.receive(new DatagramPacket(b, b.length));
    d.close();
  }

  void multicast(InetAddress g) throws IOException {
    MulticastSocket m = new MulticastSocket(5000); // LEAK
    m.setTimeToLive(3);
  }

  void channel(SocketAddress a) throws IOException {
    SocketChannel c = SocketChannel.open(a); // LEAK
    c.configureBlocking(false);
  }

  boolean reachable(String h, int p) {
    try {
      Socket s = new Socket(h, p); // LEAK
      return s.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  int freePort() throws IOException {
    return new ServerSocket(0).getLocalPort(); // LEAK
  }

  void connectLater(String h) throws IOException {
    Socket s = new Socket(); // LEAK
    s.connect(new InetSocketAddress(h, 4), 100);
    s.getOutputStream().write(1);
    s.close();
  }

  void ssl(SSLSocketFactory f, String h) throws IOException {
    SSLSocket s = (SSLSocket) f.createSocket(h, 443); // LEAK
    s.startHandshake();
    s.close();
  }

  void acceptLoop(ServerSocket ss) throws IOException {
    while (true) {
      Socket s = ss.accept(); // LEAK
      System.out.println(s.getInputStream().read());
    }
  }

  void closesStreamTooLate(String h) throws IOException {
    Socket s = new Socket(h, 1); // LEAK
    BufferedReader r = new BufferedReader(new InputStreamReader(s.getInputStream()));
    System.out.println(r.readLine());
    r.close();
  }
}
