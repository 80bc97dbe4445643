package com.acme.p732;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

public class SampleDispatcher {

    private final LinkedTransferQueue<float[]> queue = new LinkedTransferQueue<>();
    private final Consumer<float[]> listener;
    private final ScheduledExecutorService consumer = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    public SampleDispatcher(Consumer<float[]> listener) {
        this.listener = listener;
    }

    public void start() {
        running = true;
        consumer.scheduleAtFixedRate(this::process, 0, 50, TimeUnit.MILLISECONDS);
    }

    public void receive(float[] samples) {
        if (running) {
            queue.add(samples);
        }
    }

    private void process() {
        List<float[]> batch = new ArrayList<>();
        queue.drainTo(batch, 10);
        for (float[] samples : batch) {
            listener.accept(samples);
        }
    }

    public void stop() {
        running = false;
        consumer.shutdownNow();
        queue.clear();
    }
}
