package com.acme.p535;

public class EntranceJob {
    private final long taskId;
    private final String creator;
    private volatile long lastHeartbeat = System.currentTimeMillis();
    private volatile boolean killed;

    public EntranceJob(long taskId, String creator) {
        this.taskId = taskId;
        this.creator = creator;
    }

    public String taskId() {
        return Long.toString(taskId);
    }

    public String executionId() {
        return "exec_" + creator + "_" + taskId;
    }

    public void heartbeat() {
        lastHeartbeat = System.currentTimeMillis();
    }

    public long lastHeartbeat() {
        return lastHeartbeat;
    }

    public void kill() {
        killed = true;
    }

    public boolean isKilled() {
        return killed;
    }
}
