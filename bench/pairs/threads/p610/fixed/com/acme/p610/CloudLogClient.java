package com.acme.p610;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

public class CloudLogClient extends AbstractLogClient<Map<String, String>> {
    private final Function<Map<String, String>, OutputStream> connector;
    private OutputStream producer;
    private ThreadPoolExecutor threadExecutor;

    public CloudLogClient(Function<Map<String, String>, OutputStream> connector) {
        this.connector = connector;
    }

    @Override
    protected void initClient0(Map<String, String> config) {
        producer = connector.apply(config);
        int threads = Integer.parseInt(config.getOrDefault("ioThreadCount", "2"));
        threadExecutor = new ThreadPoolExecutor(threads, threads, 60L, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1000));
    }

    @Override
    protected void consume0(List<String> lines) {
        OutputStream out = producer;
        threadExecutor.execute(() -> send(out, lines));
    }

    private static void send(OutputStream out, List<String> lines) {
        try {
            for (String line : lines) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void close0() {
        if (producer != null) {
            try {
                producer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        threadExecutor.shutdown();
    }
}
