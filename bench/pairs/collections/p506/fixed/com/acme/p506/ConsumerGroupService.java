package com.acme.p506;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

public class ConsumerGroupService {
    private final BrokerStats stats;
    private final Set<String> groups = ConcurrentHashMap.newKeySet();

    public ConsumerGroupService(BrokerStats stats) {
        this.stats = stats;
    }

    public void create(String group) {
        groups.add(group);
    }

    public void pulled(String group, String topic, int queueId, int messages, long bytes, long millis) {
        if (groups.contains(group)) {
            stats.recordGet(group, topic, messages, bytes);
            stats.recordLatency(group, topic, queueId, millis);
        }
    }

    public void delete(String group) {
        if (groups.remove(group)) {
            stats.onGroupDeleted(group);
        }
    }
}
