package com.acme.c608;

import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Polls a payment provider until it has an answer. */
public class DelayedPoll {
    private static final int ATTEMPTS = 20;

    private final Supplier<String> status;
    private final Consumer<String> done;
    private final Timer timer;
    private int attempt;

    public DelayedPoll(String payment, Supplier<String> status, Consumer<String> done) {
        this.status = status;
        this.done = done;
        this.timer = new Timer("poll-" + payment, true);
    }

    public void begin() {
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                step();
            }
        }, 500, 3_000);
    }

    private void step() {
        String answer;
        try {
            answer = status.get();
        } catch (RuntimeException e) {
            answer = null;
        }
        if (answer != null || ++attempt >= ATTEMPTS) {
            timer.cancel();
            done.accept(answer == null ? "UNKNOWN" : answer);
        }
    }
}
