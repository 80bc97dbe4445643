package com.acme.p528;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

public class JobLogCapture extends Handler {
    private static final Logger JOBS = Logger.getLogger("com.acme.jobs");

    private final StringBuilder text = new StringBuilder();
    private final long threadId = Thread.currentThread().getId();

    public void open() {
        JOBS.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLongThreadID() == threadId || Thread.currentThread().getId() == threadId) {
            synchronized (text) {
                text.append(record.getLevel()).append(' ').append(record.getMessage()).append('\n');
            }
        }
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
        JOBS.removeHandler(this);
    }

    public String text() {
        synchronized (text) {
            return text.toString();
        }
    }
}
