package com.acme.c710;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public final class DownloadBus {

    public interface Listener {
        void progress(long id, int percent);
    }

    private static final DownloadBus INSTANCE = new DownloadBus();

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    private DownloadBus() {
    }

    public static DownloadBus get() {
        return INSTANCE;
    }

    public void add(Listener listener) {
        listeners.add(listener);
    }

    public void remove(Listener listener) {
        listeners.remove(listener);
    }

    void publish(long id, int percent) {
        listeners.forEach(l -> l.progress(id, percent));
    }
}
