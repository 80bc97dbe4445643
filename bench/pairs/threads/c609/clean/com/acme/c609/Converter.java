package com.acme.c609;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

public class Converter {
    private final List<String> command;

    public Converter(List<String> command) {
        this.command = command;
    }

    public int convert(Path in, Path out, Consumer<String> log) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.add(in.toString());
        line.add(out.toString());
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        StreamGobbler.attach(process, log);
        return process.waitFor();
    }
}
