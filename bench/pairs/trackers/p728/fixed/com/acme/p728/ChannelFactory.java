package com.acme.p728;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class ChannelFactory implements AutoCloseable {

    private final Map<String, Socket> channels = new ConcurrentHashMap<>();
    private final ScheduledExecutorService recycler;
    private final CertificateWatch certificate;

    public ChannelFactory() throws IOException {
        this(null);
    }

    public ChannelFactory(Path certificateFile) throws IOException {
        certificate = certificateFile == null ? null : new CertificateWatch(certificateFile);
        recycler = Executors.newSingleThreadScheduledExecutor();
        recycler.scheduleAtFixedRate(this::recycle, 10, 10, TimeUnit.SECONDS);
    }

    public synchronized Socket getChannel(String host, int port) throws IOException {
        String address = host + ":" + port;
        Socket channel = channels.get(address);
        if (channel == null || channel.isClosed()) {
            channel = new Socket(host, port);
            channels.put(address, channel);
        }
        return channel;
    }

    private void recycle() {
        if (certificate != null && certificate.changed()) {
            closeChannels();
        } else {
            channels.values().removeIf(Socket::isClosed);
        }
    }

    private void closeChannels() {
        for (Socket channel : channels.values()) {
            try {
                channel.close();
            } catch (IOException e) {
                System.getLogger("channels").log(System.Logger.Level.DEBUG, "close", e);
            }
        }
        channels.clear();
    }

    @Override
    public void close() {
        closeChannels();
        recycler.shutdown();
    }
}
