package com.acme.p527;

import java.util.function.BiFunction;

public class WriteClient {
    private final BiFunction<String, byte[], byte[]> channel;

    public WriteClient(BiFunction<String, byte[], byte[]> channel) {
        this.channel = channel;
    }

    public byte[] write(byte[] points) {
        return invoke(new CallMethod("storage.StorageService/Write", new Object()), points);
    }

    public byte[] query(byte[] sql) {
        return invoke(new CallMethod("storage.StorageService/SqlQuery", new Object()), sql);
    }

    private byte[] invoke(CallMethod method, byte[] body) {
        long started = System.nanoTime();
        try {
            return channel.apply(method.fullName(), body);
        } finally {
            record(method, System.nanoTime() - started);
        }
    }

    private void record(CallMethod method, long nanos) {
        TimerRegistry.instance().timer("req_rt_" + method.fullName()).update(nanos);
    }
}
