package com.acme.p510;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class PartitionedMapService {
    private final List<LockStoreRegistry> partitions;

    public PartitionedMapService(int partitionCount) {
        partitions = IntStream.range(0, partitionCount)
                .mapToObj(LockStoreRegistry::new)
                .collect(Collectors.toList());
    }

    public boolean lock(String map, Object key, String owner) {
        return registryOf(key).lockStore(map).lock(key, owner);
    }

    public boolean unlock(String map, Object key, String owner) {
        return registryOf(key).lockStore(map).unlock(key, owner);
    }

    public void destroy(String map) {
        partitions.forEach(p -> p.destroyLockStore(map));
    }

    private LockStoreRegistry registryOf(Object key) {
        return partitions.get(Math.floorMod(key.hashCode(), partitions.size()));
    }
}
