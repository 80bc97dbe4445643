package com.acme.p522;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

public final class RuntimeEvents {
    private static volatile RuntimeEvents instance;

    private final List<Consumer<String>> torrentStopped = new CopyOnWriteArrayList<>();
    private final List<LongConsumer> clockTicks = new CopyOnWriteArrayList<>();

    private RuntimeEvents() {
    }

    public static RuntimeEvents get() {
        RuntimeEvents r = instance;
        if (r == null) {
            synchronized (RuntimeEvents.class) {
                r = instance;
                if (r == null) {
                    instance = r = new RuntimeEvents();
                }
            }
        }
        return r;
    }

    public AutoCloseable onTorrentStopped(Consumer<String> listener) {
        torrentStopped.add(listener);
        return () -> torrentStopped.remove(listener);
    }

    public AutoCloseable onTick(LongConsumer listener) {
        clockTicks.add(listener);
        return () -> clockTicks.remove(listener);
    }

    public void fireTorrentStopped(String torrentId) {
        torrentStopped.forEach(l -> l.accept(torrentId));
    }

    public void fireTick(long now) {
        clockTicks.forEach(l -> l.accept(now));
    }
}
