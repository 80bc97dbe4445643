package com.acme.p510;

import java.util.HashMap;
import java.util.Map;

public class LockStore {
    private final String namespace;
    private final Map<Object, String> owners = new HashMap<>();

    LockStore(String namespace) {
        this.namespace = namespace;
    }

    public synchronized boolean lock(Object key, String owner) {
        return owners.putIfAbsent(key, owner) == null;
    }

    public synchronized boolean unlock(Object key, String owner) {
        return owners.remove(key, owner);
    }

    public synchronized void clear() {
        owners.clear();
    }

    @Override
    public String toString() {
        return "LockStore[" + namespace + "]";
    }
}
