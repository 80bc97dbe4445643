package com.acme.p729;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

class CommandRunner {

    interface LineHandler {
        void line(String text) throws IOException;
    }

    private final List<String> command;
    private final long timeoutMillis;
    private volatile boolean killed;

    CommandRunner(List<String> command, long timeoutMillis) {
        this.command = new ArrayList<>(command);
        this.timeoutMillis = timeoutMillis;
    }

    int run(LineHandler handler) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Timer timer = new Timer("watchdog " + command.get(0), true);
        long deadline = System.currentTimeMillis() + timeoutMillis;
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                if (process.isAlive() && System.currentTimeMillis() > deadline) {
                    killed = true;
                    process.destroy();
                }
            }
        }, 1000, 1000);
        try (BufferedReader reader = process.inputReader()) {
            String text;
            while ((text = reader.readLine()) != null) {
                handler.line(text);
            }
        }
        int exit = process.waitFor();
        timer.cancel();
        return killed ? -1 : exit;
    }
}
