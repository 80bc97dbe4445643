package com.acme.f11;

import java.io.*;
import java.nio.file.*;
import java.util.zip.*;

public class TryHeaders {

    // GOOD
    int effectivelyFinal(Path p) throws IOException {
        InputStream in = Files.newInputStream(p);
        try (in) {
            return in.read();
        }
    }

    // BAD
    int lateHeader(Path p, int n) throws IOException {
        InputStream in = Files.newInputStream(p);
        if (n < 0) {
            throw new IllegalArgumentException("n");
        }
        try (in) {
            return in.read();
        }
    }

    // BAD
    int gzip(Path p) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(p))) {
            return in.read();
        }
    }

    // GOOD
    int gunzip(Path p) throws IOException {
        try (InputStream raw = Files.newInputStream(p); InputStream in = new GZIPInputStream(raw)) {
            return in.read();
        }
    }

    // GOOD
    int nullable(boolean a, Path p) throws IOException {
        try (InputStream in = a ? Files.newInputStream(p) : null) {
            if (in == null) {
                return 0;
            }
            return in.read();
        }
    }

    // BAD
    void outside(Path p, Path q) throws IOException {
        OutputStream out = Files.newOutputStream(q);
        try (InputStream in = Files.newInputStream(p)) {
            in.transferTo(out);
        } catch (NoSuchFileException e) {
            return;
        }
        out.close();
    }

    // GOOD
    void nested(Path p, Path q) throws IOException {
        try (OutputStream out = Files.newOutputStream(q)) {
            try (InputStream in = Files.newInputStream(p)) {
                in.transferTo(out);
            } catch (NoSuchFileException e) {
                out.write(0);
            }
        }
    }

    private InputStream openFor(Path p) throws IOException {
        return new BufferedInputStream(Files.newInputStream(p));
    }

    // GOOD
    int helper(Path p) throws IOException {
        try (InputStream in = openFor(p)) {
            return in.read();
        }
    }

    // BAD
    int helperInBody(Path p) throws IOException {
        try (ByteArrayOutputStream bo = new ByteArrayOutputStream()) {
            InputStream in = openFor(p);
            in.transferTo(bo);
            return bo.size();
        }
    }

    // BAD
    byte[] reassign(Path p, Path q) throws IOException {
        try (ByteArrayOutputStream bo = new ByteArrayOutputStream()) {
            InputStream in = Files.newInputStream(p);
            in.transferTo(bo);
            in = Files.newInputStream(q);
            try (InputStream again = in) {
                again.transferTo(bo);
            }
            return bo.toByteArray();
        }
    }

    // GOOD
    void zip(Path dst, byte[] b) throws IOException {
        try (OutputStream o = Files.newOutputStream(dst);
             BufferedOutputStream bo = new BufferedOutputStream(o);
             ZipOutputStream z = new ZipOutputStream(bo)) {
            z.putNextEntry(new ZipEntry("e"));
            z.write(b);
            z.closeEntry();
        }
    }

    // GOOD
    int withCatch(Path p) {
        try (var r = Files.newBufferedReader(p)) {
            return Integer.parseInt(r.readLine().trim());
        } catch (IOException | NumberFormatException e) {
            return -1;
        } finally {
            System.out.println("parsed");
        }
    }
}
