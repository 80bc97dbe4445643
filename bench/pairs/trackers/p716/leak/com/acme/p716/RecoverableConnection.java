package com.acme.p716;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

public class RecoverableConnection {

    private final Map<Integer, RecoverableChannel> channels = new ConcurrentHashMap<>();
    private final Map<String, RecordedConsumer> consumers = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    public RecoverableChannel createChannel() {
        RecoverableChannel channel = new RecoverableChannel(this, numbers.incrementAndGet());
        channels.put(channel.number(), channel);
        return channel;
    }

    void recordConsumer(String tag, RecordedConsumer consumer) {
        consumers.put(tag, consumer);
    }

    void deleteRecordedConsumer(String tag) {
        consumers.remove(tag);
    }

    void channelClosed(RecoverableChannel channel) {
        channels.remove(channel.number());
    }

    public void recover() {
        consumers.values().forEach(RecordedConsumer::recover);
    }
}
