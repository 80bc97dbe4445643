package com.acme.f25;

import java.io.*;
import java.nio.file.*;
import java.util.*;

public class Stores {

    interface Store extends Closeable {
        void put(String s) throws IOException;

        @Override
        default void close() throws IOException {
        }
    }

    static class MemoryStore implements Store {
        private final List<String> l = new ArrayList<>();

        @Override
        public void put(String s) {
            l.add(s);
        }
    }

    static class FileStore implements Store {
        private final Writer w;

        // GOOD
        FileStore(Path p) throws IOException {
            w = Files.newBufferedWriter(p);
        }

        @Override
        public void put(String s) throws IOException {
            w.write(s);
        }

        @Override
        public void close() throws IOException {
            w.close();
        }
    }

    static class AppendStore implements Store {
        private final Writer w;

        // BAD
        AppendStore(Path p) throws IOException {
            w = Files.newBufferedWriter(p, StandardOpenOption.APPEND);
        }

        @Override
        public void put(String s) throws IOException {
            w.write(s);
            w.flush();
        }
    }

    interface Source {
        InputStream open() throws IOException;
    }

    record PathSource(Path p) implements Source {
        // GOOD
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(p);
        }
    }

    record BytesSource(byte[] b) implements Source {
        // GOOD
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(b);
        }
    }

    // GOOD
    static Store store(Path p) throws IOException {
        if (p == null) {
            return new MemoryStore();
        }
        return new FileStore(p);
    }

    // BAD
    static void putAll(Path p, List<String> l) throws IOException {
        Store s = store(p);
        for (String x : l) {
            s.put(x);
        }
    }

    // GOOD
    static void putEach(Path p, List<String> l) throws IOException {
        try (Store s = store(p)) {
            for (String x : l) {
                s.put(x);
            }
        }
    }

    // GOOD
    static void memory(List<String> l) throws IOException {
        Store s = new MemoryStore();
        for (String x : l) {
            s.put(x);
        }
    }

    // BAD
    static int first(Source src) throws IOException {
        return src.open().read();
    }

    // GOOD
    static int firstOf(Source src) throws IOException {
        try (InputStream in = src.open()) {
            return in.read();
        }
    }

    // GOOD
    static int constant() throws IOException {
        return new BytesSource(new byte[] {1}).open().read();
    }

    // BAD
    static int compareTo(Source a, Source b) throws IOException {
        InputStream x = a.open();
        InputStream y = b.open();
        try (x; y) {
            return x.read() - y.read();
        }
    }

    // GOOD
    static int compare(Source a, Source b) throws IOException {
        try (InputStream x = a.open(); InputStream y = b.open()) {
            return x.read() - y.read();
        }
    }
}
