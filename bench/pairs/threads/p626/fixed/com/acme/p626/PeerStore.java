package com.acme.p626;

import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class PeerStore implements AutoCloseable {
    private final Map<String, String> peers = new TreeMap<>();
    private final SnapshotFile file;
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor();

    public PeerStore(File directory) {
        this.file = new SnapshotFile(directory, "peers.db");
        saver.scheduleWithFixedDelay(this::persist, 2, 2, TimeUnit.SECONDS);
    }

    public synchronized void seen(String host, Instant when) {
        if (peers.size() < 500 || peers.containsKey(host)) {
            peers.put(host, when.toString());
        }
    }

    private synchronized void persist() {
        try {
            file.save(peers);
        } catch (IOException e) {
            System.getLogger("peers").log(System.Logger.Level.WARNING, "not saved", e);
        }
    }

    @Override
    public void close() {
        saver.shutdown();
        persist();
    }
}
