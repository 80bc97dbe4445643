package com.acme.c717;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

public class Spooler {

    public void spool(byte[] document, Consumer<Path> printer) throws IOException {
        File file = File.createTempFile("doc", ".ps", SpoolDirectory.get());
        try {
            Files.write(file.toPath(), document);
            printer.accept(file.toPath());
        } finally {
            Files.deleteIfExists(file.toPath());
        }
    }
}
