package com.acme.p708;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

public enum ErrorHub {
    INSTANCE;

    private volatile double sampleRate = 0.1;
    private final Map<Throwable, SpanContext> spanByError = new ConcurrentHashMap<>();
    private final List<String> outbox = Collections.synchronizedList(new ArrayList<>());

    public void setSampleRate(double rate) {
        this.sampleRate = rate;
    }

    void failedIn(Throwable error, SpanContext span) {
        spanByError.put(rootOf(error), span);
    }

    public void capture(Throwable error) {
        if (ThreadLocalRandom.current().nextDouble() >= sampleRate) {
            return;
        }
        SpanContext span = spanByError.remove(rootOf(error));
        outbox.add(error + (span == null ? "" : " in " + span.operation()));
        if (outbox.size() >= 50) {
            flush();
        }
    }

    void flush() {
        List<String> batch;
        synchronized (outbox) {
            batch = new ArrayList<>(outbox);
            outbox.clear();
        }
        batch.forEach(line -> System.getLogger("errors").log(System.Logger.Level.ERROR, line));
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
