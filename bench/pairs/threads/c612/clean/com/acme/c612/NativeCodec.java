package com.acme.c612;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Extracts the native codec at first use. */
public final class NativeCodec {
    private NativeCodec() {
    }

    private static final class Holder {
        private static final Path LIBRARY = extract();
    }

    private static Path extract() {
        String name = System.mapLibraryName("codec");
        try (InputStream in = NativeCodec.class.getResourceAsStream("/native/" + name)) {
            if (in == null) {
                throw new IOException(name + " is not packaged");
            }
            Path library = Files.createTempFile("codec", name);
            library.toFile().deleteOnExit();
            Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void load() {
        System.load(Holder.LIBRARY.toString());
    }

    public static boolean available() {
        try {
            return Files.exists(Holder.LIBRARY);
        } catch (LinkageError e) {
            return false;
        }
    }
}
