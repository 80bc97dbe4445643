package com.acme.p518;

import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

final class JmxSupport {
    private static final Logger LOG = Logger.getLogger(JmxSupport.class.getName());

    private JmxSupport() {
    }

    static ObjectName name(String type, String name) {
        try {
            return new ObjectName("com.acme.store:type=" + type + ",name=" + name);
        } catch (JMException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static void register(Object bean, ObjectName name) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
            server.registerMBean(bean, name);
        } catch (JMException e) {
            LOG.log(Level.WARNING, "cannot register " + name, e);
        }
    }

    static void unregister(ObjectName name) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
        } catch (JMException e) {
            LOG.log(Level.WARNING, "cannot unregister " + name, e);
        }
    }
}
