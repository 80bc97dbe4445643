package com.acme.p723;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class BlockLookup implements Runnable {

    public record Request(long block, List<String> replicas, Map<String, Integer> distances) {
    }

    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>(1024);
    private final List<String> recent = new ArrayList<>();
    private volatile boolean running = true;

    public boolean submit(Request request) {
        return requests.offer(request);
    }

    @Override
    public void run() {
        try {
            while (running) {
                Request request = requests.take();
                Pipeline pipeline = new Pipeline("pipeline-" + request.block(), request.replicas());
                pipeline.orderBy(request.distances());
                answer(pipeline);
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private void answer(Pipeline pipeline) {
        if (recent.size() == 100) {
            recent.clear();
        }
        recent.add(pipeline.id() + "=" + pipeline.closest());
    }
}
