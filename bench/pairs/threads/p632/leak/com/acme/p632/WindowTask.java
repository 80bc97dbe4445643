package com.acme.p632;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

public class WindowTask {
    private final TimerScheduler timers;
    private final AtomicLong sequence = new AtomicLong();
    private final Consumer<String> output;

    public WindowTask(ScheduledExecutorService executor, Consumer<String> output) {
        this.timers = TimerScheduler.create(executor);
        this.output = output;
    }

    public void process(String message) {
        String key = message + '-' + sequence.incrementAndGet();
        timers.setTimer(key, System.currentTimeMillis() + 60_000, k -> output.accept("window closed " + k));
    }

    public void runLoop() {
        timers.removeReady().values().forEach(Runnable::run);
    }
}
