package com.acme.p534;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public final class IdleReaper extends Thread {
    private static final List<ConnectionManager> MANAGERS = new CopyOnWriteArrayList<>();
    private static IdleReaper running;

    private IdleReaper() {
        super("idle-connection-reaper");
        setDaemon(true);
    }

    public static synchronized void registerManager(ConnectionManager manager) {
        if (running == null) {
            running = new IdleReaper();
            running.start();
        }
        MANAGERS.add(manager);
    }

    public static synchronized boolean removeManager(ConnectionManager manager) {
        boolean removed = MANAGERS.remove(manager);
        if (MANAGERS.isEmpty() && running != null) {
            running.interrupt();
            running = null;
        }
        return removed;
    }

    @Override
    public void run() {
        try {
            while (!isInterrupted()) {
                Thread.sleep(60_000);
                long limit = System.currentTimeMillis() - 60_000;
                MANAGERS.forEach(m -> m.closeIdle(limit));
            }
        } catch (InterruptedException e) {
            interrupt();
        }
    }
}
