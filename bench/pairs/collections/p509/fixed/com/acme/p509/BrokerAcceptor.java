package com.acme.p509;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

public class BrokerAcceptor {
    private static final Logger LOG = Logger.getLogger(BrokerAcceptor.class.getName());

    private final TrafficCollector collector = new TrafficCollector();
    private final Map<String, ChannelTraffic> active = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();

    public void start() {
        ticker.scheduleWithFixedDelay(() -> LOG.info(collector.report()), 30, 30, TimeUnit.SECONDS);
    }

    public void opened(String channelId, String remote) {
        active.put(channelId, new ChannelTraffic(remote));
    }

    public void message(String channelId, int in, int out) {
        ChannelTraffic t = active.get(channelId);
        if (t != null) {
            t.read(in);
            t.wrote(out);
        }
    }

    public void closed(String channelId) {
        ChannelTraffic t = active.remove(channelId);
        if (t != null) {
            collector.channelClosed(t);
        }
    }

    public void stop() {
        ticker.shutdownNow();
    }
}
