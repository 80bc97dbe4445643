package com.acme.c715;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;

public final class ReportClock {

    private static final AtomicLong NOW = new AtomicLong(System.currentTimeMillis());
    private static final Timer TIMER = new Timer("report-clock", true);

    static {
        TIMER.scheduleAtFixedRate(new TimerTask() {
            @Override
            public void run() {
                NOW.set(System.currentTimeMillis());
            }
        }, 10, 10);
    }

    private ReportClock() {
    }

    public static long now() {
        return NOW.get();
    }

    public static boolean passed(long deadline) {
        return deadline <= NOW.get();
    }
}
