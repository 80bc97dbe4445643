package com.acme.f17;

import java.io.*;
import java.util.*;

public class FluentTools {

    static final class Sink implements Closeable {
        private final OutputStream out;
        private int written;

        private Sink(OutputStream out) {
            this.out = out;
        }

        // GOOD
        static Sink to(File f) throws IOException {
            return new Sink(new FileOutputStream(f));
        }

        Sink put(int b) throws IOException {
            out.write(b);
            written++;
            return this;
        }

        int written() {
            return written;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    static final class SinkBuilder {
        private File file;
        private boolean append;

        SinkBuilder file(File f) {
            this.file = f;
            return this;
        }

        SinkBuilder append() {
            this.append = true;
            return this;
        }

        // GOOD
        Sink open() throws IOException {
            return new Sink(new FileOutputStream(file, append));
        }
    }

    // BAD
    int chainOf(File f) throws IOException {
        return Sink.to(f).put(1).put(2).written();
    }

    // GOOD
    int chain(File f) throws IOException {
        try (Sink s = Sink.to(f)) {
            return s.put(1).put(2).written();
        }
    }

    // BAD
    int inHeader(File f) throws IOException {
        try (Sink s = Sink.to(f).put(1).put(2)) {
            return s.written();
        }
    }

    // BAD
    void build(File f) throws IOException {
        Sink s = new SinkBuilder().file(f).append().open();
        s.put('x');
    }

    // GOOD
    void built(File f) throws IOException {
        SinkBuilder b = new SinkBuilder().file(f);
        if (f.exists()) {
            b.append();
        }
        try (Sink s = b.open()) {
            s.put('x');
        }
    }

    // GOOD
    void alias(File f) throws IOException {
        Sink s = Sink.to(f);
        try {
            Sink t = s.put(1);
            t.put(2);
        } finally {
            s.close();
        }
    }

    // GOOD
    void aliasOne(File f) throws IOException {
        Sink s = Sink.to(f);
        Sink t = s;
        try {
            s.put(1);
        } finally {
            t.close();
        }
    }

    // BAD
    void aliasTwo(File f, File g) throws IOException {
        Sink s = Sink.to(f);
        Sink t = s;
        s = Sink.to(g);
        try {
            s.put(1);
        } finally {
            s.close();
        }
        System.out.println(t.written());
    }

    // GOOD
    Writer append(File f, String... parts) throws IOException {
        Writer w = new FileWriter(f);
        try {
            for (String p : parts) {
                w.append(p).append(' ');
            }
        } catch (IOException e) {
            w.close();
            throw e;
        }
        return w;
    }

    // GOOD
    String memory(String... parts) {
        StringWriter w = new StringWriter();
        for (String p : parts) {
            w.append(p).append(' ');
        }
        return w.toString();
    }
}
