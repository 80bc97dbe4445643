package com.acme.p608;

import java.util.Map;

public class CompleteTaskCommand extends AbstractCommand<Boolean> {
    private final String taskId;
    private final Map<String, String> openTasks;
    private final Runnable commit;

    public CompleteTaskCommand(String taskId, Map<String, String> openTasks, Runnable commit) {
        this.taskId = taskId;
        this.openTasks = openTasks;
        this.commit = commit;
    }

    @Override
    protected Boolean run() {
        Object outcome = variable("outcome");
        return outcome != null && openTasks.remove(taskId) != null;
    }

    @Override
    protected void after() {
        commit.run();
    }
}
