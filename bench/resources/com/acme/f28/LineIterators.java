package com.acme.f28;

import java.io.*;
import java.nio.file.*;
import java.util.*;

public class LineIterators {

    static class Lines implements Iterator<String>, Closeable {
        private final BufferedReader r;
        private String next;

        // GOOD
        Lines(Path p) throws IOException {
            r = Files.newBufferedReader(p);
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                try {
                    next = r.readLine();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return next != null;
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            String s = next;
            next = null;
            return s;
        }

        @Override
        public void close() throws IOException {
            r.close();
        }
    }

    static class Opening implements Iterator<InputStream> {
        private final Iterator<Path> it;

        Opening(Collection<Path> ps) {
            it = ps.iterator();
        }

        @Override
        public boolean hasNext() {
            return it.hasNext();
        }

        // GOOD
        @Override
        public InputStream next() {
            try {
                return Files.newInputStream(it.next());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    // BAD
    String longest(Path p) throws IOException {
        String best = "";
        Lines l = new Lines(p);
        while (l.hasNext()) {
            String s = l.next();
            if (s.length() > best.length()) {
                best = s;
            }
        }
        return best;
    }

    // GOOD
    String shortest(Path p) throws IOException {
        String best = null;
        try (Lines l = new Lines(p)) {
            while (l.hasNext()) {
                String s = l.next();
                if (best == null || s.length() < best.length()) {
                    best = s;
                }
            }
        }
        return best;
    }

    // BAD
    int firsts(Collection<Path> ps) throws IOException {
        int n = 0;
        Iterator<InputStream> it = new Opening(ps);
        while (it.hasNext()) {
            n += it.next().read();
        }
        return n;
    }

    // GOOD
    int firstsOf(Collection<Path> ps) throws IOException {
        int n = 0;
        Iterator<InputStream> it = new Opening(ps);
        while (it.hasNext()) {
            try (InputStream in = it.next()) {
                n += in.read();
            }
        }
        return n;
    }

    // GOOD
    int given(Iterable<? extends InputStream> ins) throws IOException {
        int n = 0;
        for (InputStream in : ins) {
            n += in.read();
        }
        return n;
    }

    // GOOD
    void shutAll(Iterable<? extends Closeable> cs) throws IOException {
        for (Iterator<? extends Closeable> i = cs.iterator(); i.hasNext();) {
            i.next().close();
        }
    }

    // BAD
    Iterator<String> iterate(Path p) throws IOException {
        BufferedReader r = Files.newBufferedReader(p);
        List<String> l = new ArrayList<>();
        for (String s; (s = r.readLine()) != null;) {
            l.add(s);
        }
        return l.iterator();
    }

    // GOOD
    Lines lines(Path p) throws IOException {
        return new Lines(p);
    }
}
