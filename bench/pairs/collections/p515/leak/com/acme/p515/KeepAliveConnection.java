package com.acme.p515;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

public class KeepAliveConnection {
    private final List<Runnable> closeListeners = new CopyOnWriteArrayList<>();
    private final BiConsumer<String, java.util.function.Consumer<String>> wire;
    private volatile boolean open = true;

    public KeepAliveConnection(BiConsumer<String, java.util.function.Consumer<String>> wire) {
        this.wire = wire;
    }

    public boolean isOpen() {
        return open;
    }

    public void onClose(Runnable listener) {
        closeListeners.add(listener);
    }

    public void removeOnClose(Runnable listener) {
        closeListeners.remove(listener);
    }

    public void write(String message, java.util.function.Consumer<String> onResponse) {
        wire.accept(message, onResponse);
    }

    public void closed() {
        open = false;
        closeListeners.forEach(Runnable::run);
        closeListeners.clear();
    }
}
