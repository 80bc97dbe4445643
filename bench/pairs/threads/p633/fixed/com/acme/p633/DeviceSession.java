package com.acme.p633;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

public final class DeviceSession {
    private final String serial;
    private final OutputStream channel;
    private final byte[] frame = new byte[8192];

    DeviceSession(String serial, OutputStream channel) {
        this.serial = serial;
        this.channel = channel;
    }

    String serial() {
        return serial;
    }

    public synchronized void send(String command) throws IOException {
        byte[] bytes = command.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, frame, 0, bytes.length);
        channel.write(frame, 0, bytes.length);
        channel.flush();
    }

    void close() throws IOException {
        channel.close();
    }
}
