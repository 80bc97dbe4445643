package com.acme.p710;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

final class BlockingCell<T> {

    private final CountDownLatch filled = new CountDownLatch(1);
    private volatile T value;

    void set(T v) {
        value = v;
        filled.countDown();
    }

    T get(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        if (!filled.await(timeout, unit)) {
            throw new TimeoutException();
        }
        return value;
    }
}
