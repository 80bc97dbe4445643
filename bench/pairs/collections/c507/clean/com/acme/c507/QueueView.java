package com.acme.c507;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

public class QueueView implements QueueViewMBean {
    private static final Logger LOG = Logger.getLogger(QueueView.class.getName());

    private final String id;
    private final BlockingQueue<?> queue;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    public QueueView(String id, BlockingQueue<?> queue) {
        this.id = id;
        this.queue = queue;
    }

    public void start() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("com.acme.queue:type=Queue,id=" + ObjectName.quote(id));
        server.registerMBean(this, name);
        undo.push(() -> unregister(server, name));
    }

    private static void unregister(MBeanServer server, ObjectName name) {
        try {
            server.unregisterMBean(name);
        } catch (JMException e) {
            LOG.log(Level.FINE, "already gone: " + name, e);
        }
    }

    @Override
    public int getDepth() {
        return queue.size();
    }

    public void stop() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
