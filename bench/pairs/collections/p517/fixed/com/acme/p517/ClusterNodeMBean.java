package com.acme.p517;

public interface ClusterNodeMBean {
    String getMember();

    int getIncarnation();
}
