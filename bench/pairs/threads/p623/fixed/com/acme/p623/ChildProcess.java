package com.acme.p623;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** A child process that does not outlive this VM. */
public final class ChildProcess {
    private final Process process;
    private final List<String> command;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Thread hook;

    private ChildProcess(Process process, List<String> command) {
        this.process = process;
        this.command = command;
        this.hook = new Thread(process::destroyForcibly, "kill-" + command.get(0)) {
            @Override
            public void run() {
                if (ChildProcess.this.process.isAlive()) {
                    super.run();
                }
            }
        };
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public static ChildProcess start(List<String> command) throws IOException {
        return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start(), List.copyOf(command));
    }

    public byte[] waitFor() throws IOException, InterruptedException {
        process.getInputStream().transferTo(output);
        int code = process.waitFor();
        unhook();
        if (code != 0) {
            throw new IOException(command + " ended with " + code);
        }
        return output.toByteArray();
    }

    public void kill() {
        process.destroy();
        unhook();
    }

    private void unhook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            System.getLogger("child").log(System.Logger.Level.DEBUG, "shutting down");
        }
    }
}
