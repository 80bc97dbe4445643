package com.acme.p620;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Shared timer that fails commands which take too long. */
public final class CommandTimeouts {
    private static final CommandTimeouts INSTANCE = new CommandTimeouts();

    private final ScheduledThreadPoolExecutor timer;

    private CommandTimeouts() {
        timer = new ScheduledThreadPoolExecutor(1, r -> {
            Thread t = new Thread(r, "command-timer");
            t.setDaemon(true);
            return t;
        });
    }

    public static CommandTimeouts getInstance() {
        return INSTANCE;
    }

    public Future<?> watch(RemoteCommand command, Duration limit) {
        return timer.schedule(command::timedOut, limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
