package com.acme.p530;

public interface Throttle {
    void acquire(long permits);
}
