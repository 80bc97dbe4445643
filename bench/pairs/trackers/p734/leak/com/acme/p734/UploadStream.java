package com.acme.p734;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;

public class UploadStream extends OutputStream {

    private final ObjectStore store;
    private final String uploadId;
    private final File stagingDirectory;
    private final long partSize;
    private File staging;
    private OutputStream out;
    private long written;
    private int parts;
    private boolean closed;

    public UploadStream(ObjectStore store, String key, File stagingDirectory, long partSize) throws IOException {
        this.store = store;
        this.stagingDirectory = stagingDirectory;
        this.partSize = partSize;
        this.uploadId = store.beginUpload(key);
        newStaging();
    }

    @Override
    public void write(int b) throws IOException {
        if (written == partSize) {
            uploadPart();
            newStaging();
        }
        out.write(b);
        written++;
    }

    private void newStaging() throws IOException {
        staging = File.createTempFile("upload-", ".part", stagingDirectory);
        staging.deleteOnExit();
        out = new BufferedOutputStream(new FileOutputStream(staging));
        written = 0;
    }

    private void uploadPart() throws IOException {
        out.close();
        try {
            store.putPart(uploadId, ++parts, staging.toPath());
        } catch (IOException e) {
            store.cancel(uploadId);
            throw e;
        } finally {
            Files.deleteIfExists(staging.toPath());
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        uploadPart();
        store.finish(uploadId, parts);
    }
}
