package com.acme.p512;

public interface WorkerMXBean {
    long getProcessed();

    String getState();
}
