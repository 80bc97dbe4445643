package com.acme.c609;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads the output of a child process line by line. */
public final class StreamGobbler implements Runnable {
    private final InputStream source;
    private final Consumer<String> sink;

    private StreamGobbler(InputStream source, Consumer<String> sink) {
        this.source = source;
        this.sink = sink;
    }

    public static Thread attach(Process process, Consumer<String> sink) {
        Thread t = new Thread(new StreamGobbler(process.getInputStream(), sink), "gobbler-" + process.pid());
        t.setDaemon(true);
        t.start();
        return t;
    }

    @Override
    public void run() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8))) {
            String line;
            while ((line = reader.readLine()) != null) {
                sink.accept(line);
            }
        } catch (IOException e) {
            sink.accept("output lost: " + e.getMessage());
        }
    }
}
