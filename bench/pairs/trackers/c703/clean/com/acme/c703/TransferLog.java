package com.acme.c703;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

final class TransferLog {

    private static final Map<Long, Instant> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong IDS = new AtomicLong();

    private TransferLog() {
    }

    static long begin() {
        long id = IDS.incrementAndGet();
        OPEN.put(id, Instant.now());
        return id;
    }

    static Duration end(long id) {
        Instant begun = OPEN.remove(id);
        return begun == null ? Duration.ZERO : Duration.between(begun, Instant.now());
    }

    static long slowerThan(Duration limit) {
        Instant bound = Instant.now().minus(limit);
        return OPEN.values().stream().filter(bound::isAfter).count();
    }
}
