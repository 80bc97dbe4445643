package com.acme.p603;

import java.util.concurrent.atomic.LongAdder;

/** Called by the container around every request. */
public class BrowseRequestListener {
    private final LongAdder active = new LongAdder();

    public void requestInitialized(String uri) {
        active.increment();
        if (!uri.startsWith("/static/")) {
            ServerEnvironment.getInstance().register();
        }
    }

    public void requestDestroyed(String uri) {
        active.decrement();
        ServerEnvironment.getInstance().clearForThread();
    }

    public long activeRequests() {
        return active.sum();
    }
}
