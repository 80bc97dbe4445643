package com.acme.p629;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Bounded hand-over between the stages of a stream, with an optional size monitor. */
public class StreamBuffer<T> {
    private final BlockingQueue<T> items;
    private final Queue<Integer> sizeSignal = new ConcurrentLinkedQueue<>();
    private volatile Consumer<Integer> monitor;

    public StreamBuffer(int capacity) {
        this.items = new ArrayBlockingQueue<>(capacity);
    }

    public void attach(Consumer<Integer> sizes) {
        monitor = sizes;
    }

    public void put(T item) throws InterruptedException {
        items.put(item);
        signal();
    }

    public T take() throws InterruptedException {
        T item = items.take();
        signal();
        return item;
    }

    private void signal() {
        if (monitor == null) {
            return;
        }
        sizeSignal.add(items.size());
    }

    /** Called now and then by the housekeeping. */
    public void report() {
        Consumer<Integer> target = monitor;
        if (target == null) {
            return;
        }
        Integer size;
        while ((size = sizeSignal.poll()) != null) {
            target.accept(size);
        }
    }
}
