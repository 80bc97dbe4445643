package com.acme.c709;

import java.util.function.IntConsumer;

final class Job implements Runnable {

    private final int id;
    private final String name;
    private final Runnable work;
    private final IntConsumer end;

    Job(int id, String name, Runnable work, IntConsumer end) {
        this.id = id;
        this.name = name;
        this.work = work;
        this.end = end;
    }

    int id() {
        return id;
    }

    String name() {
        return name;
    }

    @Override
    public void run() {
        try {
            work.run();
        } finally {
            end.accept(id);
        }
    }
}
