package com.acme.p618;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/** Runs version control commands with a time limit. */
public class CommandRunner {
    private final Path workingDirectory;

    public CommandRunner(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    public List<String> exec(List<String> command, long limitMillis) throws IOException {
        Process process = new ProcessBuilder(command).directory(workingDirectory.toFile()).redirectErrorStream(true).start();
        Timer timer = limitMillis > 0 ? startTimer(process, limitMillis) : null;
        try {
            return readAll(process);
        } finally {
            if (timer != null) {
                timer.cancel();
            }
        }
    }

    private static Timer startTimer(Process process, long limitMillis) {
        Timer timer = new Timer();
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                process.destroyForcibly();
            }
        }, limitMillis);
        return timer;
    }

    private static List<String> readAll(Process process) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
