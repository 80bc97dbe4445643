package com.acme.p711;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class BrokerHealth {

    private final BrokerClient client;
    private volatile boolean up;

    public BrokerHealth(BrokerClient client, ScheduledExecutorService scheduler) {
        this.client = client;
        scheduler.scheduleWithFixedDelay(this::probe, 0, 5, TimeUnit.SECONDS);
    }

    void probe() {
        try (BrokerConnection connection = client.connect()) {
            up = !connection.isDisconnected();
        } catch (IOException e) {
            up = false;
        }
    }

    public boolean isUp() {
        return up;
    }
}
