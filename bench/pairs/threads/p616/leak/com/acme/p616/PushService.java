package com.acme.p616;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;

public class PushService implements AutoCloseable {
    private final PoolHouse house = new PoolHouse("push", 4);
    private final Consumer<String> channel;

    public PushService(Consumer<String> channel, List<Consumer<Consumer<Map<String, String>>>> configSources) {
        this.channel = channel;
        configSources.forEach(s -> s.accept(house::onConfigurationChanged));
    }

    public Future<Boolean> push(String message) {
        return house.submit(() -> {
            channel.accept(message);
            return true;
        });
    }

    @Override
    public void close() {
        house.stop();
    }
}
