package com.acme.p518;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import javax.management.ObjectName;

public class StoreClientFactory implements AutoCloseable {
    private static final AtomicInteger JMX_IDS = new AtomicInteger();

    public interface StoreStatsMXBean {
        long getReads();
    }

    public static class StoreStats implements StoreStatsMXBean {
        private final LongAdder reads = new LongAdder();

        public void read() {
            reads.increment();
        }

        @Override
        public long getReads() {
            return reads.sum();
        }
    }

    private final String cluster;
    private final List<String> stores = new ArrayList<>();
    private final List<ObjectName> beanNames = new ArrayList<>();

    public StoreClientFactory(String cluster) {
        this.cluster = cluster;
    }

    public synchronized StoreStats openStore(String store) {
        StoreStats stats = new StoreStats();
        int id = JMX_IDS.incrementAndGet();
        ObjectName name = JmxSupport.name("store-stats", cluster + "-" + store + "-" + id);
        JmxSupport.register(stats, name);
        beanNames.add(name);
        stores.add(store);
        return stats;
    }

    @Override
    public synchronized void close() {
        beanNames.forEach(JmxSupport::unregister);
        beanNames.clear();
        stores.clear();
    }
}
