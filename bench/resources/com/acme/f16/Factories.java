package com.acme.f16;

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.zip.GZIPInputStream;

public class Factories {

    // GOOD
    static BufferedReader reader(File f) throws IOException {
        return new BufferedReader(new InputStreamReader(new FileInputStream(f), StandardCharsets.UTF_8));
    }

    // BAD
    static BufferedReader readerAfterHeader(File f) throws IOException {
        BufferedReader r = reader(f);
        String h = r.readLine();
        if (h == null) {
            throw new EOFException("no header");
        }
        return r;
    }

    // GOOD
    static BufferedReader readerPastHeader(File f) throws IOException {
        BufferedReader r = reader(f);
        try {
            String h = r.readLine();
            if (h == null) {
                throw new EOFException("no header");
            }
            return r;
        } catch (Throwable t) {
            try {
                r.close();
            } catch (IOException e) {
                t.addSuppressed(e);
            }
            throw t;
        }
    }

    // BAD
    static InputStream maybeZipped(Path p) throws IOException {
        InputStream in = Files.newInputStream(p);
        if (p.toString().endsWith(".gz")) {
            return new GZIPInputStream(in);
        }
        return in;
    }

    // GOOD
    static InputStream maybeCompressed(Path p) throws IOException {
        InputStream in = Files.newInputStream(p);
        if (!p.toString().endsWith(".gz")) {
            return in;
        }
        try {
            return new GZIPInputStream(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    // BAD
    static InputStream snapshot(Path p) throws IOException {
        InputStream in = Files.newInputStream(p);
        byte[] b = in.readAllBytes();
        return new ByteArrayInputStream(b);
    }

    // GOOD
    static InputStream snapshotOf(Path p) throws IOException {
        try (InputStream in = Files.newInputStream(p)) {
            return new ByteArrayInputStream(in.readAllBytes());
        }
    }

    // GOOD
    static Writer writer(File f, boolean append) {
        try {
            return new FileWriter(f, append);
        } catch (IOException e) {
            return new StringWriter();
        }
    }

    // BAD
    static void save(File f, String s) throws IOException {
        Writer w = writer(f, true);
        w.append(s).append('\n');
    }

    // GOOD
    static void store(File f, String s) throws IOException {
        try (Writer w = writer(f, false)) {
            w.append(s).append('\n');
        }
    }

    // GOOD
    static Writer nullOrWriter(File f) {
        if (f == null || f.isDirectory()) {
            return Writer.nullWriter();
        }
        return writer(f, false);
    }

    // BAD
    static int countLines(File f) throws IOException {
        int n = 0;
        BufferedReader r = reader(f);
        while (r.readLine() != null) {
            n++;
        }
        r.close();
        return n;
    }
}
