package com.acme.p513;

import java.util.UUID;
import java.util.function.Supplier;

public class ColumnStore {
    private final SessionHolders holders = new SessionHolders();
    private final Supplier<DriverSession> connect;

    public ColumnStore(Supplier<DriverSession> connect) {
        this.connect = connect;
    }

    public ColumnStoreClient createShared(String dataSource) {
        return new ColumnStoreClient(holders, dataSource, connect);
    }

    public ColumnStoreClient createNonShared() {
        return createShared(UUID.randomUUID().toString());
    }
}
