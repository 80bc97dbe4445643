package com.acme.p635;

import java.util.function.BiConsumer;
import java.util.function.Function;

public class OrderService {
    private final KeyedLocks locks = new KeyedLocks();
    private final Function<String, String> loader;
    private final BiConsumer<String, String> store;

    public OrderService(Function<String, String> loader, BiConsumer<String, String> store) {
        this.loader = loader;
        this.store = store;
    }

    public String append(String orderNumber, String line) throws Exception {
        return locks.withLock(orderNumber, () -> {
            String changed = loader.apply(orderNumber) + "\n" + line;
            store.accept(orderNumber, changed);
            return changed;
        });
    }

    public boolean editable(String orderNumber) {
        return !locks.isBusy(orderNumber);
    }
}
