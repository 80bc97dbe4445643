package com.acme.c505;

import java.util.concurrent.CopyOnWriteArrayList;

public enum LeaderElection {
    INSTANCE;

    public interface Listener {
        void leaderChanged(String group, String node);
    }

    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();

    public void addListener(Listener l) {
        listeners.add(l);
    }

    public void removeListener(Listener l) {
        listeners.remove(l);
    }

    public void elected(String group, String node) {
        listeners.forEach(l -> l.leaderChanged(group, node));
    }
}
