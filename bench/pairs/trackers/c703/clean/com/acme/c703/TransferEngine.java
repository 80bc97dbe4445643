package com.acme.c703;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

public class TransferEngine {

    private volatile Duration last = Duration.ZERO;

    public long transfer(InputStream in, OutputStream out) throws IOException {
        long id = TransferLog.begin();
        try {
            return in.transferTo(out);
        } finally {
            last = TransferLog.end(id);
        }
    }

    public Duration lastDuration() {
        return last;
    }

    public boolean healthy() {
        return TransferLog.slowerThan(Duration.ofMinutes(5)) == 0;
    }
}
