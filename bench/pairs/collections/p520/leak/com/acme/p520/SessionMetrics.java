package com.acme.p520;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

class SessionMetrics {
    private final String session;
    private final LongAdder requests = new LongAdder();
    private final Set<String> sessionMeters = ConcurrentHashMap.newKeySet();

    SessionMetrics(String session) {
        this.session = session;
        sessionMeters.add(Meters.register(session + ".requests", requests::sum));
    }

    void request() {
        requests.increment();
    }

    void nodeAdded(String node, LongSupplier inFlight) {
        Meters.register(session + ".nodes." + node + ".in-flight", inFlight::getAsLong);
    }

    void close() {
        sessionMeters.forEach(Meters::deregister);
    }
}
