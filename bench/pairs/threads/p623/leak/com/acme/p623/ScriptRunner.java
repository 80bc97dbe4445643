package com.acme.p623;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class ScriptRunner {
    private final Map<String, ChildProcess> running = new ConcurrentHashMap<>();

    public void launch(String session, List<String> script) throws IOException {
        ChildProcess old = running.put(session, ChildProcess.start(script));
        if (old != null) {
            old.kill();
        }
    }

    public void sessionEnded(String session) {
        ChildProcess child = running.remove(session);
        if (child != null) {
            child.kill();
        }
    }

    public byte[] result(String session) throws IOException, InterruptedException {
        ChildProcess child = running.remove(session);
        return child == null ? new byte[0] : child.waitFor();
    }
}
