package unclosed_channel;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

public class Leaks {

  public static long neverClosed(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ); // LEAK
    return channel.size();
  }

  public static int closedOnTheNormalPathOnly(Path path, ByteBuffer buffer) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(path); // LEAK
    int count = channel.read(buffer);
    channel.close();
    return count;
  }

  public static boolean connected(SocketAddress address) throws IOException {
    return SocketChannel.open(address).isConnected(); // LEAK
  }

  public static boolean notConfigured(SocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open(); // LEAK
    channel.configureBlocking(false);
    if (!channel.connect(address)) {
      return false;
    }
    channel.close();
    return true;
  }

  public static SocketChannel acceptOne(SocketAddress address) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open().bind(address); // LEAK
    return server.accept();
  }

  public static int boundInTheHead(SocketAddress address) throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open().bind(address)) { // LEAK
      return server.accept().validOps(); // LEAK
    }
  }

  public static void refuse(ServerSocketChannel server) throws IOException {
    SocketChannel client = server.accept(); // LEAK
    client.write(ByteBuffer.wrap(new byte[] {'N', 'O'}));
  }

  public static int sent(SocketAddress address, ByteBuffer packet) throws IOException {
    DatagramChannel channel = DatagramChannel.open(); // LEAK
    return channel.send(packet, address);
  }

  public static int selected() throws IOException {
    Selector selector = Selector.open(); // LEAK
    return selector.selectNow();
  }

  public static boolean locked(FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock(); // LEAK
    return lock != null && lock.isValid();
  }

  public static boolean asynchronous(Path path, ByteBuffer buffer) throws Exception {
    AsynchronousFileChannel channel = AsynchronousFileChannel.open(path); // LEAK
    return channel.read(buffer, 0).get() > 0;
  }

  /** Asking an open file about itself hardly ever fails; reading it may. */
  public static FileChannel from(Path path, long start) throws IOException {
    FileChannel channel = FileChannel.open(path); // LEAK(low)
    channel.position(Math.min(start, channel.size()));
    return channel;
  }

  public static FileChannel behindTheHeader(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path); // LEAK
    ByteBuffer header = ByteBuffer.allocate(16);
    if (channel.size() > header.limit()) {
      channel.read(header);
    }
    return channel;
  }

  /** Nobody sees an object whose constructor throws, nor what a part of it has opened. */
  public static final class Client {
    private SocketChannel channel;

    public Client(SocketAddress server) {
      init(server);
    }

    private void init(SocketAddress server) {
      try {
        channel = SocketChannel.open(); // LEAK
        channel.configureBlocking(false);
        channel.connect(server);
      } catch (IOException e) {
        throw new IllegalStateException("no server", e);
      }
    }

    public void close() throws IOException {
      channel.close();
    }
  }
}
