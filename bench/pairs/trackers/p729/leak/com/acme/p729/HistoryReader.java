package com.acme.p729;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

public class HistoryReader {

    private final String binary;

    public HistoryReader(String binary) {
        this.binary = binary;
    }

    public List<String> revisions(String path) throws IOException, InterruptedException {
        List<String> revisions = new ArrayList<>();
        CommandRunner runner = new CommandRunner(List.of(binary, "log", "--format=%H|%s", path), 60_000);
        int exit = runner.run(text -> {
            int bar = text.indexOf('|');
            if (bar < 0) {
                throw new IOException("unexpected output: " + text);
            }
            revisions.add(text.substring(0, bar));
        });
        return exit == 0 ? revisions : List.of();
    }
}
