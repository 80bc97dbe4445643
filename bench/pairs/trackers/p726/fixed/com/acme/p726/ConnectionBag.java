package com.acme.p726;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

public class ConnectionBag {

    private static final long MAX_AGE = TimeUnit.MINUTES.toNanos(30);

    private final List<PoolEntry> shared = new CopyOnWriteArrayList<>();
    private final ThreadLocal<List<PoolEntry>> threadList = ThreadLocal.withInitial(ArrayList::new);
    private final int maximum;

    public ConnectionBag(int maximum) {
        this.maximum = maximum;
    }

    PoolEntry borrow() {
        List<PoolEntry> mine = threadList.get();
        for (int i = mine.size() - 1; i >= 0; i--) {
            PoolEntry entry = mine.get(i);
            if (entry.move(PoolEntry.FREE, PoolEntry.USED)) {
                mine.remove(i);
                return entry;
            }
        }
        for (PoolEntry entry : shared) {
            if (entry.move(PoolEntry.FREE, PoolEntry.USED)) {
                return entry;
            }
        }
        if (shared.size() >= maximum) {
            throw new IllegalStateException("pool exhausted");
        }
        PoolEntry entry = new PoolEntry();
        entry.move(PoolEntry.FREE, PoolEntry.USED);
        shared.add(entry);
        return entry;
    }

    void requite(PoolEntry entry) {
        if (entry.ageNanos() > MAX_AGE) {
            entry.move(PoolEntry.USED, PoolEntry.REMOVED);
            shared.remove(entry);
            return;
        }
        entry.move(PoolEntry.USED, PoolEntry.FREE);
        List<PoolEntry> mine = threadList.get();
        if (mine.size() < 16) {
            mine.add(entry);
        }
    }
}
