package com.acme.c504;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;

public class BatchRun implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BatchRun.class.getName());

    private final GaugeSet gauges = new GaugeSet();
    private final Map<String, AtomicLong> rows = new ConcurrentHashMap<>();

    public BatchRun(List<String> steps) {
        steps.forEach(this::register);
    }

    private void register(String step) {
        rows.put(step, new AtomicLong());
        gauges.add("rows." + step, () -> rows.get(step).get());
    }

    public void processed(String step, int count) {
        rows.get(step).addAndGet(count);
    }

    @Override
    public void close() {
        LOG.info(gauges::dump);
    }
}
