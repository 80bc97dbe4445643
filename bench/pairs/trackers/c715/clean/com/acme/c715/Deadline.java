package com.acme.c715;

public final class Deadline {

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    public static Deadline in(long millis) {
        return new Deadline(ReportClock.now() + millis);
    }

    public boolean expired() {
        return ReportClock.passed(at);
    }

    public long remaining() {
        return Math.max(0, at - ReportClock.now());
    }
}
