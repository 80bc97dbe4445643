package com.acme.c511;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

public class DashboardFeed implements AutoCloseable {
    private final List<Closeable> subscriptions = new ArrayList<>();
    private final Consumer<String> browser;

    public DashboardFeed(Consumer<String> browser) {
        this.browser = browser;
    }

    public void watch(String kind) {
        MetricHub.Kind k = MetricHub.Kind.valueOf(kind.toUpperCase());
        subscriptions.add(MetricHub.HUB.subscribe(k, v -> browser.accept(kind + "=" + v)));
    }

    @Override
    public void close() {
        for (Closeable c : subscriptions) {
            try {
                c.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        subscriptions.clear();
    }
}
