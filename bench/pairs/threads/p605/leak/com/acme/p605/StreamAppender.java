package com.acme.p605;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

public class StreamAppender implements Closeable {
    private final LineEncoder encoder;
    private final OutputStream target;

    public StreamAppender(LineEncoder encoder, OutputStream target) {
        this.encoder = encoder;
        this.target = target;
    }

    public void append(String level, String logger, String message, Throwable cause) throws IOException {
        byte[] line = encoder.encode(level, logger, message, cause);
        synchronized (target) {
            target.write(line);
        }
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
