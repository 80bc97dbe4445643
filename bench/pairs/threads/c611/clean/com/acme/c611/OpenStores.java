package com.acme.c611;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Closes the stores that are still open when the VM ends. */
final class OpenStores {
    private static final Set<KeyStoreFile> OPEN = ConcurrentHashMap.newKeySet();
    private static final AtomicBoolean hookInstalled = new AtomicBoolean();

    private OpenStores() {
    }

    static void opened(KeyStoreFile store) {
        if (hookInstalled.compareAndSet(false, true)) {
            Runtime.getRuntime().addShutdownHook(new Thread(OpenStores::closeAll, "close-stores"));
        }
        OPEN.add(store);
    }

    static void closed(KeyStoreFile store) {
        OPEN.remove(store);
    }

    private static void closeAll() {
        for (KeyStoreFile store : OPEN) {
            store.close();
        }
    }
}
