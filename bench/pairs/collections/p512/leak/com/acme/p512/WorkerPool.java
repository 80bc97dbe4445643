package com.acme.p512;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMException;
import javax.management.ObjectName;

public class WorkerPool {
    private static final class Worker implements WorkerMXBean {
        private final AtomicLong processed = new AtomicLong();
        private volatile String state = "RUNNING";

        @Override
        public long getProcessed() {
            return processed.get();
        }

        @Override
        public String getState() {
            return state;
        }
    }

    private final BeanExporter exporter;
    private final Map<String, Worker> workers = new ConcurrentHashMap<>();

    public WorkerPool(BeanExporter exporter) {
        this.exporter = exporter;
    }

    public void startWorker(String taskId) throws JMException {
        Worker worker = new Worker();
        exporter.export(nameOf(taskId), worker, WorkerMXBean.class);
        workers.put(taskId, worker);
    }

    public void progress(String taskId, int rows) {
        Worker worker = workers.get(taskId);
        if (worker != null) {
            worker.processed.addAndGet(rows);
        }
    }

    public void finishWorker(String taskId) throws JMException {
        Worker worker = workers.remove(taskId);
        if (worker != null) {
            worker.state = "DONE";
            exporter.unexport(nameOf(taskId));
        }
    }

    private static ObjectName nameOf(String taskId) throws JMException {
        return new ObjectName("com.acme.pool:type=Worker,task=" + ObjectName.quote(taskId));
    }
}
