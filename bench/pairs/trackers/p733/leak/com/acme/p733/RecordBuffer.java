package com.acme.p733;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

class RecordBuffer {

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final int limit;

    RecordBuffer(int limit) {
        this.limit = limit;
    }

    synchronized void append(byte[] record) throws IOException {
        if (pending.size() + record.length > limit) {
            throw new IOException("buffer is full");
        }
        pending.write(record);
    }

    synchronized byte[] take() {
        byte[] all = pending.toByteArray();
        pending.reset();
        return all;
    }
}
