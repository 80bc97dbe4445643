package com.acme.c509;

import java.util.UUID;
import java.util.function.Consumer;

public class TerminalSession implements AutoCloseable {
    private final String id = UUID.randomUUID().toString();
    private final Consumer<String> out;

    public TerminalSession(Consumer<String> out) {
        this.out = out;
        TerminalRegistry.enlist(this);
    }

    String id() {
        return id;
    }

    void write(String text) {
        out.accept(text);
    }

    @Override
    public void close() {
        TerminalRegistry.SESSIONS.remove(id);
    }
}
