package com.acme.p510;

import java.util.Collection;
import java.util.Collections;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

public class LockStoreRegistry {
    private final int partitionId;
    private final ConcurrentMap<String, LockStore> stores = new ConcurrentHashMap<>();
    private final Function<String, LockStore> factory = LockStore::new;

    public LockStoreRegistry(int partitionId) {
        this.partitionId = partitionId;
    }

    public int partitionId() {
        return partitionId;
    }

    public LockStore lockStore(String namespace) {
        return stores.computeIfAbsent(namespace, factory);
    }

    public Collection<LockStore> all() {
        return Collections.unmodifiableCollection(stores.values());
    }

    public void destroyLockStore(String namespace) {
        LockStore store = stores.get(namespace);
        if (store != null) {
            store.clear();
        }
    }
}
