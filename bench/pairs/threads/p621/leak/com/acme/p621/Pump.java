package com.acme.p621;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

final class Pump extends Thread {
    private final BlockingQueue<String> pending = new ArrayBlockingQueue<>(256);
    private final Consumer<String> sink;
    private volatile boolean halted;

    Pump(String name, Consumer<String> sink) {
        super("pump-" + name);
        this.sink = sink;
        setDaemon(true);
    }

    void offer(String message) {
        if (!pending.offer(message)) {
            pending.poll();
            pending.offer(message);
        }
    }

    void halt() {
        halted = true;
        interrupt();
    }

    @Override
    public void run() {
        while (!halted) {
            try {
                sink.accept(pending.take());
            } catch (InterruptedException e) {
                if (!halted) {
                    System.getLogger("hub").log(System.Logger.Level.DEBUG, "spurious interrupt of {0}", getName());
                }
            }
        }
    }
}
