package com.acme.p633;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Connected devices by serial number. */
public final class DeviceDirectory {
    private static final Map<String, DeviceSession> SESSIONS = new ConcurrentHashMap<>();

    private DeviceDirectory() {
    }

    private static String normalise(String serial) {
        return serial.trim().toLowerCase(Locale.ROOT);
    }

    static void connected(DeviceSession session) {
        SESSIONS.put(normalise(session.serial()), session);
    }

    public static Optional<DeviceSession> find(String serial) {
        return Optional.ofNullable(SESSIONS.get(normalise(serial)));
    }

    static void disconnected(String serial) {
        SESSIONS.remove(serial);
    }
}
