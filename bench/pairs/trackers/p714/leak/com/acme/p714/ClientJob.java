package com.acme.p714;

public class ClientJob {

    public enum Status { RUNNING, SUCCEEDED, FAILED, CANCELLED }

    private final String jobId;
    private final String creator;
    private final String script;
    private volatile Status status = Status.RUNNING;

    public ClientJob(String jobId, String creator, String script) {
        this.jobId = jobId;
        this.creator = creator;
        this.script = script;
    }

    public String jobId() {
        return jobId;
    }

    public String creator() {
        return creator;
    }

    public String script() {
        return script;
    }

    public Status status() {
        return status;
    }

    public void finish(Status outcome) {
        status = outcome;
    }
}
