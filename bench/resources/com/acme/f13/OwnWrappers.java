package com.acme.f13;

import java.io.*;
import java.util.Objects;

public class OwnWrappers {

    static class Counting extends FilterInputStream {
        long n;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            if (c >= 0) {
                n++;
            }
            return c;
        }
    }

    static class Delegating extends InputStream {
        private final InputStream src;

        Delegating(InputStream src) {
            this.src = src;
        }

        @Override
        public int read() throws IOException {
            return src.read();
        }
    }

    static class Xor extends InputStream {
        private final InputStream src;

        Xor(InputStream src) {
            this.src = src;
        }

        @Override
        public int read() throws IOException {
            return src.read() ^ 0x55;
        }

        @Override
        public void close() throws IOException {
            src.close();
        }
    }

    static class Picky implements Closeable {
        private final Reader r;

        Picky(Reader r, int limit) {
            if (limit <= 0) {
                throw new IllegalArgumentException("limit");
            }
            this.r = Objects.requireNonNull(r);
        }

        int next() throws IOException {
            return r.read();
        }

        @Override
        public void close() throws IOException {
            r.close();
        }
    }

    // GOOD
    long count(File f) throws IOException {
        try (Counting c = new Counting(new FileInputStream(f))) {
            while (c.read() >= 0) {
                Thread.onSpinWait();
            }
            return c.n;
        }
    }

    // BAD
    int delegate(File f) throws IOException {
        try (Delegating l = new Delegating(new FileInputStream(f))) {
            return l.read();
        }
    }

    // GOOD
    int delegateOf(File f) throws IOException {
        try (InputStream in = new FileInputStream(f); Delegating l = new Delegating(in)) {
            return l.read();
        }
    }

    // GOOD
    int xor(File f) throws IOException {
        try (Xor t = new Xor(new FileInputStream(f))) {
            return t.read();
        }
    }

    // BAD
    int xorTwice(File f) throws IOException {
        Xor t = new Xor(new FileInputStream(f));
        return t.read() + t.read();
    }

    // GOOD
    InputStream chain(File f) throws IOException {
        return new Xor(new Counting(new FileInputStream(f)));
    }

    // GOOD
    int oneOfChain(File f) throws IOException {
        InputStream in = chain(f);
        try {
            return in.read();
        } finally {
            in.close();
        }
    }

    // BAD
    int readChain(File f) throws IOException {
        InputStream in = chain(f);
        int v = in.read();
        if (v < 0) {
            return 0;
        }
        in.close();
        return v;
    }

    // BAD
    int pickyOf(File f, int limit) throws IOException {
        try (Picky p = new Picky(new FileReader(f), limit)) {
            return p.next();
        }
    }

    // GOOD
    int picky(File f, int limit) throws IOException {
        try (Reader r = new FileReader(f); Picky p = new Picky(r, limit)) {
            return p.next();
        }
    }
}
