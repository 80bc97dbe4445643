package com.acme.p625;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Buffers an object in local part files and uploads them on close. */
public class StagedObjectStream extends OutputStream {
    private final File stagingDirectory;
    private final long partSize;
    private final BiConsumer<Integer, File> uploader;
    private final List<File> parts = new ArrayList<>();
    private OutputStream current;
    private long written;
    private boolean closed;

    public StagedObjectStream(File stagingDirectory, long partSize, BiConsumer<Integer, File> uploader) throws IOException {
        this.stagingDirectory = stagingDirectory;
        this.partSize = partSize;
        this.uploader = uploader;
        nextPart();
    }

    private void nextPart() throws IOException {
        if (current != null) {
            current.close();
        }
        File part = newStagingFile();
        parts.add(part);
        current = new BufferedOutputStream(new FileOutputStream(part));
        written = 0;
    }

    private File newStagingFile() throws IOException {
        File file = File.createTempFile("upload-", ".part", stagingDirectory);
        file.deleteOnExit();
        return file;
    }

    @Override
    public void write(int b) throws IOException {
        if (written >= partSize) {
            nextPart();
        }
        current.write(b);
        written++;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            current.close();
            for (int i = 0; i < parts.size(); i++) {
                uploader.accept(i + 1, parts.get(i));
            }
        } finally {
            cleanUp();
        }
    }

    private void cleanUp() {
        for (File part : parts) {
            if (!part.delete()) {
                System.getLogger("staging").log(System.Logger.Level.WARNING, "could not delete {0}", part);
            }
        }
        parts.clear();
    }
}
