package com.acme.p509;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

public class TrafficCollector {
    private final Queue<ChannelTraffic> finished = new ConcurrentLinkedQueue<>();
    private long totalRead;
    private long totalWrote;

    public void channelClosed(ChannelTraffic traffic) {
        finished.add(traffic);
    }

    public synchronized String report() {
        ChannelTraffic t;
        while ((t = finished.poll()) != null) {
            totalRead += t.readCount();
            totalWrote += t.wroteCount();
        }
        return "read=" + totalRead + " wrote=" + totalWrote;
    }
}
