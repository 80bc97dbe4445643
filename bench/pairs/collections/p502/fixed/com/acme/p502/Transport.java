package com.acme.p502;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

public abstract class Transport implements Runnable {
    protected final Map<Long, Frame> responses = new ConcurrentHashMap<>();
    private final AtomicLong nextId = new AtomicLong();
    private volatile Thread reader;

    public synchronized void connect() {
        if (reader == null) {
            reader = new Thread(this, "transport-reader");
            reader.setDaemon(true);
            reader.start();
        }
    }

    public byte[] read(String share, byte[] request, long timeout) throws IOException {
        long key = nextId.incrementAndGet();
        ReadResponse response = new ReadResponse(key, share);
        try {
            responses.put(key, response);
            send(key, request);
            byte[] data = response.await(timeout);
            if (data == null) {
                throw new IOException("timed out reading from " + share);
            }
            return data;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            responses.remove(key);
        }
    }

    @Override
    public void run() {
        while (reader == Thread.currentThread()) {
            try {
                long key = peekKey();
                Frame frame = responses.get(key);
                byte[] body = receive();
                if (frame != null) {
                    frame.fill(body);
                }
            } catch (IOException e) {
                disconnect();
            }
        }
    }

    public synchronized void disconnect() {
        reader = null;
    }

    protected abstract void send(long key, byte[] body) throws IOException;

    protected abstract long peekKey() throws IOException;

    protected abstract byte[] receive() throws IOException;
}
