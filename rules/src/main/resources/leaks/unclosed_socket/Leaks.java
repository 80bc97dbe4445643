package unclosed_socket;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executor;
import javax.net.SocketFactory;

public class Leaks {

  public static void neverClosed(String host, int port) throws IOException {
    Socket socket = new Socket(host, port); // LEAK
    socket.getOutputStream().write(1);
  }

  public static boolean reachable(String host, int port) {
    try {
      new Socket(host, port); // LEAK
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  public static String closedOnTheNormalPathOnly(String host) throws IOException {
    Socket socket = new Socket(host, 79); // LEAK
    PrintWriter out = new PrintWriter(socket.getOutputStream(), true);
    out.println("who");
    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
    String answer = in.readLine();
    socket.close();
    return answer;
  }

  public static int freePort() throws IOException {
    ServerSocket server = new ServerSocket(0); // LEAK
    return server.getLocalPort();
  }

  public static int acceptOne(ServerSocket server) throws IOException {
    Socket client = server.accept(); // LEAK
    return client.getInputStream().read();
  }

  public static void serve(int port) throws IOException {
    try (ServerSocket server = new ServerSocket(port)) {
      while (!server.isClosed()) {
        Socket client = server.accept(); // LEAK
        OutputStream out = client.getOutputStream();
        out.write("hello".getBytes());
        out.flush();
      }
    }
  }

  public static void sent(byte[] bytes, InetSocketAddress to) throws IOException {
    DatagramSocket socket = new DatagramSocket(); // LEAK
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  public static void streamMayFail(String host) throws IOException {
    Socket socket = new Socket(host, 79); // LEAK
    try (OutputStream out = socket.getOutputStream()) {
      out.write(1);
    }
  }

  public static int fromAFactory(SocketFactory factory, String host) throws IOException {
    Socket socket = factory.createSocket(host, 443); // LEAK
    socket.setSoTimeout(1000);
    return socket.getLocalPort();
  }

  public static Socket lostWhenConfiguringFails(String host, int port) throws IOException {
    Socket socket = new Socket(host, port); // LEAK
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** One leak, told once, whatever is put around it. */
  static void send(String host, byte[] bytes) throws IOException {
    Socket socket = new Socket(host, 7); // LEAK
    OutputStream out = checked(buffered(socket.getOutputStream()));
    out.write(bytes);
    out.close();
    socket.close();
  }

  private static OutputStream buffered(OutputStream out) {
    return out instanceof BufferedOutputStream ? out : new BufferedOutputStream(out, 4096);
  }

  private static OutputStream checked(OutputStream out) throws IOException {
    out.flush();
    return out;
  }

  /** A port in use makes bind() fail, and the socket's descriptor stays. */
  static boolean isFree(int port) throws IOException {
    ServerSocket socket = new ServerSocket(); // LEAK
    socket.bind(new InetSocketAddress(port));
    socket.close();
    return true;
  }

  /** The task closes what the loop hands to it, unless the greeting fails. */
  static void greet(ServerSocket server, Executor pool) throws IOException {
    while (!server.isClosed()) {
      Socket guest = server.accept();
      pool.execute(
          () -> {
            try {
              guest.getOutputStream().write('!');
              guest.close(); // LEAK
            } catch (IOException e) {
              System.err.println("greeting failed: " + e.getMessage());
            }
          });
    }
  }
}
