package com.acme.c516;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

public class ImportService {
    private static final ImportService INSTANCE = new ImportService();

    private final AtomicLong totalLines = new AtomicLong();

    public static ImportService instance() {
        return INSTANCE;
    }

    public List<String> importFile(Path file) throws IOException {
        ImportRun run = new ImportRun();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line;
            while ((line = reader.readLine()) != null) {
                run.accept(line);
            }
        }
        totalLines.addAndGet(run.lines());
        return run.problems();
    }
}
