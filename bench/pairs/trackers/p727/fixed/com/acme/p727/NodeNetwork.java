package com.acme.p727;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class NodeNetwork {

    private final List<SocketChannel> channels = new ArrayList<>();

    synchronized SocketChannel channel(String host, int port) throws IOException {
        for (SocketChannel c : channels) {
            if (c.getRemoteAddress().equals(new InetSocketAddress(host, port))) {
                return c;
            }
        }
        SocketChannel opened = SocketChannel.open(new InetSocketAddress(host, port));
        channels.add(opened);
        return opened;
    }

    byte[] exchange(SocketChannel channel, byte[] query) throws IOException {
        synchronized (channel) {
            channel.write(ByteBuffer.wrap(query));
            ByteBuffer reply = ByteBuffer.allocate(4096);
            channel.read(reply);
            return reply.flip().array();
        }
    }

    synchronized void close(Duration timeout) throws IOException {
        for (SocketChannel channel : channels) {
            channel.socket().setSoLinger(true, (int) timeout.toSeconds());
            channel.close();
        }
        channels.clear();
    }
}
