package com.acme.c517;

import java.util.Set;
import java.util.TreeSet;

public class RouteClient implements AutoCloseable {
    private final Set<String> dirty = new TreeSet<>();
    private final Set<String> own;
    private int registration = -1;

    public RouteClient(Set<String> own) {
        this.own = Set.copyOf(own);
    }

    public synchronized void connect() {
        subscribe();
    }

    public synchronized void connectionLost() {
        dirty.clear();
        subscribe();
    }

    private void subscribe() {
        unsubscribe();
        registration = RouteTable.get().register(this::routeChanged);
    }

    private void unsubscribe() {
        if (registration >= 0) {
            RouteTable.get().deregister(registration);
            registration = -1;
        }
    }

    private synchronized void routeChanged(String route) {
        if (own.contains(route)) {
            dirty.add(route);
        }
    }

    @Override
    public synchronized void close() {
        unsubscribe();
    }
}
