package com.acme.f36;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;

public class Pools {
    private final Lock lock = new ReentrantLock();
    private final ReadWriteLock rw = new ReentrantReadWriteLock();
    private final Semaphore permits = new Semaphore(4);
    private final Map<String, Integer> m = new HashMap<>();

    // BAD
    int compute(Callable<Integer> c) throws Exception {
        ExecutorService ex = Executors.newFixedThreadPool(2);
        Future<Integer> f = ex.submit(c);
        return f.get();
    }

    // GOOD
    int computeOf(Callable<Integer> c) throws Exception {
        ExecutorService ex = Executors.newFixedThreadPool(2);
        try {
            return ex.submit(c).get();
        } finally {
            ex.shutdown();
        }
    }

    // BAD
    List<Integer> allOf(List<Callable<Integer>> cs) throws Exception {
        ExecutorService ex = Executors.newCachedThreadPool();
        List<Integer> out = new ArrayList<>();
        for (Future<Integer> f : ex.invokeAll(cs)) {
            out.add(f.get());
        }
        ex.shutdown();
        return out;
    }

    // GOOD
    List<Integer> all(List<Callable<Integer>> cs) throws Exception {
        ExecutorService ex = Executors.newCachedThreadPool();
        List<Integer> out = new ArrayList<>();
        try {
            for (Future<Integer> f : ex.invokeAll(cs)) {
                out.add(f.get());
            }
        } finally {
            ex.shutdownNow();
            ex.awaitTermination(1, TimeUnit.SECONDS);
        }
        return out;
    }

    // GOOD
    int get(String k) {
        lock.lock();
        try {
            return m.getOrDefault(k, 0);
        } finally {
            lock.unlock();
        }
    }

    // BAD
    int parse(String k) {
        lock.lock();
        int v = Integer.parseInt(k);
        m.put(k, v);
        lock.unlock();
        return v;
    }

    // BAD
    boolean putIfNew(String k, int v) {
        lock.lock();
        if (m.containsKey(k)) {
            return false;
        }
        m.put(k, v);
        lock.unlock();
        return true;
    }

    // GOOD
    boolean put(String k, int v) throws InterruptedException {
        if (!lock.tryLock(1, TimeUnit.SECONDS)) {
            return false;
        }
        try {
            m.put(k, v);
            return true;
        } finally {
            lock.unlock();
        }
    }

    // GOOD
    int read(String k) {
        rw.readLock().lock();
        try {
            Integer v = m.get(k);
            return v == null ? -1 : v;
        } finally {
            rw.readLock().unlock();
        }
    }

    // BAD
    int write(String k, Callable<Integer> c) throws Exception {
        rw.writeLock().lock();
        int v = c.call();
        m.put(k, v);
        rw.writeLock().unlock();
        return v;
    }

    // GOOD
    <T> T limited(Callable<T> c) throws Exception {
        permits.acquire();
        try {
            return c.call();
        } finally {
            permits.release();
        }
    }

    // GOOD
    ExecutorService pool(int n) {
        return Executors.newFixedThreadPool(n, r -> {
            Thread t = new Thread(r);
            t.setDaemon(true);
            return t;
        });
    }
}
