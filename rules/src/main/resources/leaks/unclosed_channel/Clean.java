package unclosed_channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

public class Clean {

  public static long tryWithResources(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return channel.size();
    }
  }

  public static int closedThroughAStream(Path path) throws IOException {
    try (InputStream in = Channels.newInputStream(FileChannel.open(path))) {
      return in.read();
    }
  }

  public static SocketChannel connected(SocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.configureBlocking(true);
      channel.connect(address);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  public static void served(SocketAddress address) throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(address);
      try (SocketChannel client = server.accept()) {
        client.write(ByteBuffer.allocate(1));
      }
    }
  }

  public static boolean lockEndsWithItsChannel(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      FileLock lock = channel.lock();
      return lock.isShared();
    }
  }

  public static boolean lockReleased(FileChannel channel) throws IOException {
    FileLock lock = channel.lock();
    try {
      return lock.isShared();
    } finally {
      lock.release();
    }
  }

  public static void acceptedForASelector(ServerSocketChannel server, Selector selector)
      throws IOException {
    SocketChannel client = server.accept();
    try {
      client.configureBlocking(false);
      client.register(selector, SelectionKey.OP_READ);
    } catch (IOException e) {
      client.close();
      throw e;
    }
  }

  public static void selected(Selector selector) throws IOException {
    selector.select();
    for (SelectionKey key : selector.selectedKeys()) {
      SocketChannel channel = (SocketChannel) key.channel();
      channel.read(ByteBuffer.allocate(1));
    }
  }

  public static final class Client {
    private SocketChannel channel;

    public Client(SocketAddress server) {
      init(server);
    }

    private void init(SocketAddress server) {
      try {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(server);
      } catch (IOException e) {
        close();
        throw new IllegalStateException("no server", e);
      }
    }

    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new IllegalStateException("not closed", e);
      }
    }
  }
}
