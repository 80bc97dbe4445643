package unclosed_socket;

import java.net.InetSocketAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

public class Clean {

  public static int tryWithResources(String host, int port) throws IOException {
    try (Socket socket = new Socket(host, port);
        InputStream in = socket.getInputStream()) {
      return in.read();
    }
  }

  public static String streamsGoWithTheSocket(String host) throws IOException {
    try (Socket socket = new Socket(host, 79)) {
      BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
      return in.readLine();
    }
  }

  public static void socketGoesWithItsStream(String host) throws IOException {
    Socket socket = new Socket(host, 79);
    OutputStream out;
    try {
      out = socket.getOutputStream();
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    try (out) {
      out.write(1);
    }
  }

  public static int freePort() throws IOException {
    ServerSocket server = null;
    try {
      server = new ServerSocket(0);
      return server.getLocalPort();
    } finally {
      if (server != null && !server.isClosed()) {
        server.close();
      }
    }
  }

  public static void handedToAThread(ServerSocket server, ExecutorService threads)
      throws IOException {
    Socket client = server.accept();
    threads.execute(() -> answer(client));
  }

  private static void answer(Socket client) {
    try (client) {
      client.getOutputStream().write(1);
    } catch (IOException e) {
      System.err.println("client is gone");
    }
  }

  public static Socket returned(String host, int port) throws IOException {
    Socket socket = new Socket(host, port);
    try {
      socket.setTcpNoDelay(true);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  public static int bound() throws IOException {
    DatagramSocket socket = new DatagramSocket();
    try {
      return socket.getLocalPort();
    } finally {
      socket.close();
    }
  }

  public static int notOurs(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    return in.read();
  }

  /** Whoever runs it closes it. */
  static final class Client implements Runnable, AutoCloseable {
    private final Socket socket;

    Client(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void run() {
      answer(socket);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  public static void wrappedAndHandedToAThread(ServerSocket server, ExecutorService threads)
      throws IOException {
    Socket client = server.accept();
    if (client.getPort() == 0) {
      client.close();
      return;
    }
    threads.execute(new Client(client));
  }

  static boolean isFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(port));
      return true;
    }
  }

  static void greet(ServerSocket server, Executor pool) throws IOException {
    while (!server.isClosed()) {
      Socket guest = server.accept();
      pool.execute(
          () -> {
            try (guest) {
              guest.getOutputStream().write('!');
            } catch (IOException e) {
              System.err.println("greeting failed: " + e.getMessage());
            }
          });
    }
  }

  /** The task leaves it open for the next one, which somebody else gives it to. */
  static void probe(Socket peer, Executor pool) {
    pool.execute(
        () -> {
          try {
            peer.getOutputStream().write('?');
          } catch (IOException e) {
            System.err.println("no answer: " + e.getMessage());
          }
        });
  }
}
