package com.acme.p526;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

public class DeploymentContext {
    private static final Logger LOG = Logger.getLogger(DeploymentContext.class.getName());

    private final String deploymentId;
    private Set<AutoCloseable> closeHooks;
    private boolean closed;

    public DeploymentContext(String deploymentId) {
        this.deploymentId = deploymentId;
    }

    public synchronized void addCloseHook(AutoCloseable hook) {
        if (closeHooks == null) {
            closeHooks = new LinkedHashSet<>();
        }
        closeHooks.add(hook);
    }

    public synchronized boolean removeCloseHook(AutoCloseable hook) {
        return !closed && closeHooks != null && closeHooks.remove(hook);
    }

    public void undeploy() {
        List<AutoCloseable> hooks;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            hooks = closeHooks == null ? List.of() : new ArrayList<>(closeHooks);
            closeHooks = null;
        }
        for (AutoCloseable hook : hooks) {
            try {
                hook.close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "close hook of " + deploymentId + " failed", e);
            }
        }
    }
}
