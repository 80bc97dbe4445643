package com.acme.p603;

import java.util.Map;

/** Runtime configuration of the source browser. */
public final class ServerEnvironment {
    private static final ServerEnvironment INSTANCE = new ServerEnvironment();

    private final ThreadLocal<Settings> threadConfig = new ThreadLocal<>();
    private volatile Settings settings = new Settings(Map.of());

    private ServerEnvironment() {
    }

    public static ServerEnvironment getInstance() {
        return INSTANCE;
    }

    public Settings register() {
        Settings current = settings;
        threadConfig.set(current);
        return current;
    }

    public void clearForThread() {
        threadConfig.remove();
    }

    public void install(Settings fresh) {
        settings = fresh;
        register();
        clearForThread();
    }

    public String get(String key) {
        Settings own = threadConfig.get();
        return own == null ? settings.get(key) : own.get(key);
    }
}
