package com.acme.p608;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class CommandPool implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    public <T> Future<T> submit(AbstractCommand<T> command, Map<String, Object> variables) {
        return threads.submit(() -> command.execute(variables));
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
