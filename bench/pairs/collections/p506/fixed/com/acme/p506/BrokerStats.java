package com.acme.p506;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Logger;

public class BrokerStats {
    private static final Logger LOG = Logger.getLogger("broker.stats");
    private static final String SEPARATOR = "@";

    private final ConcurrentMap<String, LongAdder> groupGetNums = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> groupGetSize = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> groupGetLatency = new ConcurrentHashMap<>();
    private final ScheduledExecutorService printer =
            Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "stats-printer"));

    public void start() {
        printer.scheduleAtFixedRate(this::print, 1, 1, TimeUnit.MINUTES);
    }

    public void shutdown() {
        printer.shutdown();
    }

    public void recordGet(String group, String topic, int messages, long bytes) {
        add(groupGetNums, key(topic, group), messages);
        add(groupGetSize, key(topic, group), bytes);
    }

    public void recordLatency(String group, String topic, int queueId, long millis) {
        String statsKey = queueId + SEPARATOR + topic + SEPARATOR + group;
        groupGetLatency.computeIfAbsent(statsKey, k -> new LongAdder()).add(millis);
    }

    public void onGroupDeleted(String group) {
        String suffix = SEPARATOR + group;
        groupGetNums.keySet().removeIf(k -> k.endsWith(suffix));
        groupGetSize.keySet().removeIf(k -> k.endsWith(suffix));
        groupGetLatency.keySet().removeIf(k -> k.endsWith(suffix));
    }

    private static void add(ConcurrentMap<String, LongAdder> table, String key, long delta) {
        table.computeIfAbsent(key, k -> new LongAdder()).add(delta);
    }

    private static String key(String topic, String group) {
        return topic + SEPARATOR + group;
    }

    private void print() {
        groupGetNums.forEach((k, v) -> LOG.info(() -> "GET_NUMS " + k + " " + v.sum()));
        groupGetLatency.forEach((k, v) -> LOG.info(() -> "GET_LATENCY " + k + " " + v.sumThenReset()));
    }
}
