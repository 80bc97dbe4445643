package com.acme.p709;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

public class SmbTransport implements AutoCloseable {

    private final Map<Long, SmbMessage> responses = new ConcurrentHashMap<>();
    private final AtomicLong mids = new AtomicLong();
    private final Socket socket;
    private final DataOutputStream out;
    private volatile boolean closed;

    public SmbTransport(String host, int port) throws IOException {
        socket = new Socket(host, port);
        out = new DataOutputStream(socket.getOutputStream());
        Thread reader = new Thread(this::readLoop, "smb-" + host);
        reader.setDaemon(true);
        reader.start();
    }

    public byte[] send(int command, byte[] body, long timeout) throws IOException {
        SmbMessage response = new SmbMessage(mids.incrementAndGet(), command);
        responses.put(response.mid(), response);
        try {
            synchronized (out) {
                out.writeLong(response.mid());
                out.writeInt(command);
                out.writeInt(body.length);
                out.write(body);
                out.flush();
            }
            byte[] payload = response.await(timeout);
            if (payload == null) {
                throw new IOException("No response to " + command);
            }
            return payload;
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        } finally {
            responses.remove(response.mid());
        }
    }

    private void readLoop() {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (!closed) {
                long mid = in.readLong();
                byte[] data = new byte[in.readInt()];
                in.readFully(data);
                SmbMessage waiting = responses.get(mid);
                if (waiting != null) {
                    waiting.complete(data);
                }
            }
        } catch (IOException e) {
            closed = true;
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        socket.close();
    }
}
