package com.acme.c717;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

final class SpoolDirectory {

    private static File directory;

    private SpoolDirectory() {
    }

    static synchronized File get() {
        if (directory == null) {
            directory = create();
        }
        return directory;
    }

    private static File create() {
        try {
            File dir = Files.createTempDirectory("spool").toFile();
            dir.deleteOnExit();
            return dir;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
