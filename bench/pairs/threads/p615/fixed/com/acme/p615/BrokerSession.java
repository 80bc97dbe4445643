package com.acme.p615;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One session with a message broker. */
public class BrokerSession implements Closeable {
    private final ScheduledExecutorService heartbeats;
    private final Closeable connection;
    private final String credentials;

    public BrokerSession(Supplier<Closeable> connector, String credentials) throws IOException {
        this.credentials = credentials;
        this.heartbeats = Executors.newScheduledThreadPool(2);
        heartbeats.scheduleAtFixedRate(this::beat, 10, 10, TimeUnit.SECONDS);
        try {
            this.connection = connector.get();
            authenticate();
        } catch (IOException | RuntimeException e) {
            heartbeats.shutdownNow();
            throw e;
        }
    }

    private void authenticate() throws IOException {
        if (credentials == null || credentials.isBlank()) {
            throw new IOException("broker refused the session");
        }
    }

    private void beat() {
        System.getLogger("broker").log(System.Logger.Level.TRACE, "heartbeat");
    }

    @Override
    public void close() throws IOException {
        heartbeats.shutdownNow();
        connection.close();
    }
}
