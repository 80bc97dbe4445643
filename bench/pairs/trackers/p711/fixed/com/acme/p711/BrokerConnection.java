package com.acme.p711;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

public class BrokerConnection implements AutoCloseable {

    private final SocketChannel channel;
    private final ByteBuffer frame = ByteBuffer.allocate(32 * 1024);
    private final Consumer<BrokerConnection> onEnd;

    BrokerConnection(InetSocketAddress address, Consumer<BrokerConnection> onEnd) throws IOException {
        channel = SocketChannel.open(address);
        this.onEnd = onEnd;
    }

    public synchronized void send(byte[] message) throws IOException {
        frame.clear();
        frame.putInt(message.length).put(message).flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }

    public boolean isDisconnected() {
        return !channel.isConnected();
    }

    @Override
    public void close() throws IOException {
        onEnd.accept(this);
        channel.close();
    }
}
