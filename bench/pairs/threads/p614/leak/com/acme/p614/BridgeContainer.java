package com.acme.p614;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

public class BridgeContainer {
    private final Map<String, BridgeConsumer> running = new HashMap<>();

    public synchronized void deploy(String route, Supplier<List<String>> source, Consumer<String> handler) {
        undeploy(route);
        BridgeConsumer consumer = new BridgeConsumer(source, handler);
        consumer.start(250);
        running.put(route, consumer);
    }

    public synchronized void undeploy(String route) {
        BridgeConsumer old = running.remove(route);
        if (old != null && !old.close(Duration.ofSeconds(5))) {
            System.getLogger("bridge").log(System.Logger.Level.WARNING, "route {0} still busy", route);
        }
    }
}
