package com.acme.c507;

public interface QueueViewMBean {
    int getDepth();
}
