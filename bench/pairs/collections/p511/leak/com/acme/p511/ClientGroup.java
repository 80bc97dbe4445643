package com.acme.p511;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

public class ClientGroup {
    private final String name;
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();
    private volatile boolean started;

    public ClientGroup(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public synchronized void start() {
        started = true;
    }

    public synchronized void shutdown() {
        started = false;
    }

    public boolean add(String host) {
        return started && hosts.add(host);
    }

    public boolean removeAndCheckEmpty(String host) {
        hosts.remove(host);
        return hosts.isEmpty();
    }
}
