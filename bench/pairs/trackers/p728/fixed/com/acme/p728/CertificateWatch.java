package com.acme.p728;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

class CertificateWatch {

    private final Path certificate;
    private FileTime seen;

    CertificateWatch(Path certificate) throws IOException {
        this.certificate = certificate;
        this.seen = Files.getLastModifiedTime(certificate);
    }

    synchronized boolean changed() {
        try {
            FileTime now = Files.getLastModifiedTime(certificate);
            boolean changed = !now.equals(seen);
            seen = now;
            return changed;
        } catch (IOException e) {
            return false;
        }
    }
}
