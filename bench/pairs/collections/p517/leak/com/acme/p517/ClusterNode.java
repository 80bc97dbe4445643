package com.acme.p517;

import java.lang.management.ManagementFactory;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

public class ClusterNode implements ClusterNodeMBean {
    private final String member = UUID.randomUUID().toString();
    private final String host;
    private final AtomicInteger incarnation = new AtomicInteger();
    private ScheduledExecutorService gossip;

    public ClusterNode(String host) {
        this.host = host;
    }

    public ClusterNode start() throws JMException {
        gossip = Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "gossip-" + member));
        gossip.scheduleWithFixedDelay(incarnation::incrementAndGet, 1, 1, TimeUnit.SECONDS);
        startMonitor();
        return this;
    }

    private void startMonitor() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName objectName = new ObjectName("com.acme.cluster:name=Node@" + member);
        server.registerMBean(new StandardMBean(this, ClusterNodeMBean.class), objectName);
    }

    @Override
    public String getMember() {
        return member + "@" + host;
    }

    @Override
    public int getIncarnation() {
        return incarnation.get();
    }

    public void shutdown() {
        if (gossip != null) {
            gossip.shutdownNow();
        }
    }
}
