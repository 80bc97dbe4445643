package com.acme.p512;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

public class BeanExporter {
    private final MBeanServer server;
    private final Map<ObjectName, Object> exported = new ConcurrentHashMap<>();

    public BeanExporter(MBeanServer server) {
        this.server = server;
    }

    public <T> void export(ObjectName name, T object, Class<T> type) throws JMException {
        server.registerMBean(new StandardMBean(object, type), name);
        exported.put(name, object);
    }

    public void unexport(ObjectName name) throws JMException {
        server.unregisterMBean(name);
    }

    public Map<String, String> describe() {
        Map<String, String> result = new TreeMap<>();
        exported.forEach((name, object) -> result.put(name.getCanonicalName(), object.getClass().getName()));
        return result;
    }
}
