package com.acme.p626;

import java.io.File;
import java.io.FileWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Persists a map every few seconds without ever leaving a half-written file. */
public class SnapshotFile {
    private final File directory;
    private final File target;
    private File temp;

    public SnapshotFile(File directory, String name) {
        this.directory = directory;
        this.target = new File(directory, name);
    }

    public synchronized void save(Map<String, String> entries) throws IOException {
        if (temp == null) {
            temp = File.createTempFile("snapshot", null, directory);
            temp.deleteOnExit();
        }
        try (Writer out = new FileWriter(temp, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> e : entries.entrySet()) {
                out.write(e.getKey() + '=' + e.getValue() + '\n');
            }
        }
        Files.move(temp.toPath(), target.toPath(), StandardCopyOption.REPLACE_EXISTING);
    }

    public synchronized List<String> load() throws IOException {
        return target.exists() ? Files.readAllLines(target.toPath()) : List.of();
    }
}
