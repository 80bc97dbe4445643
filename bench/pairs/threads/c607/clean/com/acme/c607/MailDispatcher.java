package com.acme.c607;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Sends mails in the background; one dispatcher for each tenant, dropped when the tenant is idle. */
public class MailDispatcher {
    private final ThreadPoolExecutor sender;
    private final Consumer<String> transport;
    private final AtomicInteger failures = new AtomicInteger();

    public MailDispatcher(Consumer<String> transport) {
        this.transport = transport;
        this.sender = new ThreadPoolExecutor(2, 2, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(500),
            new ThreadPoolExecutor.CallerRunsPolicy());
        this.sender.allowCoreThreadTimeOut(true);
    }

    public void send(String mail) {
        sender.execute(() -> {
            try {
                transport.accept(mail);
            } catch (RuntimeException e) {
                failures.incrementAndGet();
            }
        });
    }

    public boolean idle() {
        return sender.getActiveCount() == 0 && sender.getQueue().isEmpty();
    }

    public int waiting() {
        return sender.getQueue().size();
    }

    public int failures() {
        return failures.get();
    }
}
