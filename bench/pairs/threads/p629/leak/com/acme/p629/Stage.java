package com.acme.p629;

import java.util.function.Function;

public class Stage<A, B> implements Runnable {
    private final StreamBuffer<A> in;
    private final StreamBuffer<B> out;
    private final Function<A, B> step;
    private volatile boolean stopped;

    public Stage(StreamBuffer<A> in, StreamBuffer<B> out, Function<A, B> step) {
        this.in = in;
        this.out = out;
        this.step = step;
    }

    public void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                out.put(step.apply(in.take()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
