package com.acme.c611;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

public final class KeyStoreFile implements AutoCloseable {
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final BiConsumer<Path, Map<String, String>> format;
    private final Path path;

    public KeyStoreFile(Path path, BiConsumer<Path, Map<String, String>> format) {
        this.path = path;
        this.format = format;
        OpenStores.opened(this);
    }

    public void put(String key, String value) {
        values.put(key, value);
    }

    @Override
    public void close() {
        try {
            format.accept(path, values);
        } finally {
            OpenStores.closed(this);
        }
    }
}
