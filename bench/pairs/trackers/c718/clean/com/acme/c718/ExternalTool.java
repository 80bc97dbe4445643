package com.acme.c718;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

public class ExternalTool {

    private final String binary;

    public ExternalTool(String binary) {
        this.binary = binary;
    }

    public int run(List<String> arguments, long seconds) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(binary);
        builder.command().addAll(arguments);
        Process process = builder.inheritIO().start();
        Thread hook = new Thread(process::destroyForcibly, "kill " + binary);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroy();
            return -1;
        } finally {
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            System.getLogger("tool").log(System.Logger.Level.DEBUG, "already going down");
        }
    }
}
