package com.acme.p524;

import java.util.HashSet;
import java.util.Set;

public class SkyTarget {
    public interface Watcher {
        void moved(SkyTarget target);
    }

    private final String name;
    private final Set<Watcher> watchers = new HashSet<>();
    private double ra;
    private double dec;

    public SkyTarget(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public synchronized void addWatcher(Watcher w) {
        watchers.add(w);
    }

    public synchronized void removeWatcher(Watcher w) {
        watchers.remove(w);
    }

    public void moveTo(double newRa, double newDec) {
        Set<Watcher> copy;
        synchronized (this) {
            ra = newRa;
            dec = newDec;
            copy = new HashSet<>(watchers);
        }
        copy.forEach(w -> w.moved(this));
    }

    public synchronized double separation(SkyTarget other) {
        return Math.hypot(ra - other.ra, dec - other.dec);
    }
}
