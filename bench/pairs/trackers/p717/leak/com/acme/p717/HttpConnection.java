package com.acme.p717;

import java.util.LinkedHashSet;
import java.util.Set;

public class HttpConnection {

    public interface Registration {
        void cancel();
    }

    private final Set<Runnable> closeHooks = new LinkedHashSet<>();
    private final long id;
    private boolean closed;

    public HttpConnection(long id) {
        this.id = id;
    }

    public long id() {
        return id;
    }

    public synchronized Registration onClose(Runnable hook) {
        closeHooks.add(hook);
        return () -> {
            synchronized (this) {
                closeHooks.remove(hook);
            }
        };
    }

    public void close() {
        Set<Runnable> hooks;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            hooks = new LinkedHashSet<>(closeHooks);
            closeHooks.clear();
        }
        hooks.forEach(Runnable::run);
    }

    void write(byte[] chunk, int length) {
        if (closed) {
            throw new IllegalStateException("connection " + id + " is closed");
        }
    }
}
