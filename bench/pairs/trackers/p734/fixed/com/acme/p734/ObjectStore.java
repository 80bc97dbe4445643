package com.acme.p734;

import java.io.IOException;
import java.nio.file.Path;

public interface ObjectStore {

    String beginUpload(String key) throws IOException;

    void putPart(String uploadId, int number, Path part) throws IOException;

    void finish(String uploadId, int parts) throws IOException;

    void cancel(String uploadId);
}
