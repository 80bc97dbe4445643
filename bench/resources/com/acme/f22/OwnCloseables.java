package com.acme.f22;

import java.io.*;
import java.util.concurrent.atomic.AtomicInteger;

public class OwnCloseables {

    static class Session implements AutoCloseable {
        private final RandomAccessFile file;

        // GOOD
        Session(String p) throws FileNotFoundException {
            file = new RandomAccessFile(p, "rw");
        }

        long length() throws IOException {
            return file.length();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    static class Outer implements AutoCloseable {
        private final Session s;

        // GOOD
        Outer(String p) throws IOException {
            s = new Session(p);
        }

        Session session() {
            return s;
        }

        @Override
        public void close() throws IOException {
            s.close();
        }
    }

    static class Quota implements AutoCloseable {
        private static final AtomicInteger USED = new AtomicInteger();
        private final Session s;

        // BAD
        Quota(String p) throws IOException {
            s = new Session(p);
            USED.incrementAndGet();
        }

        long left() throws IOException {
            return 100 - s.length();
        }

        @Override
        public void close() {
            USED.decrementAndGet();
        }
    }

    static class Borrower implements AutoCloseable {
        private final Session s;

        Borrower(Session s) {
            this.s = s;
        }

        long twice() throws IOException {
            return s.length() * 2;
        }

        @Override
        public void close() {
            System.out.println("borrower done");
        }
    }

    // GOOD
    long a(String p) throws IOException {
        try (Session s = new Session(p)) {
            return s.length();
        }
    }

    // BAD
    long b(String p) throws IOException {
        Session s = new Session(p);
        return s.length();
    }

    // GOOD
    long c(String p) throws IOException {
        Outer o = new Outer(p);
        try {
            return o.session().length();
        } finally {
            o.close();
        }
    }

    // BAD
    long d(String p) throws IOException {
        Session s = new Outer(p).session();
        return s.length();
    }

    // GOOD
    long e(String p) throws IOException {
        try (Session s = new Session(p); Borrower b = new Borrower(s)) {
            return b.twice();
        }
    }

    // BAD
    long f(String p) throws IOException {
        try (Borrower b = new Borrower(new Session(p))) {
            return b.twice();
        }
    }

    // GOOD
    long g(Session s) throws IOException {
        return new Borrower(s).twice();
    }

    // BAD
    long h(String p, int n) throws IOException {
        Outer o = new Outer(p);
        if (n > 3) {
            o.close();
        }
        return n;
    }

    // GOOD
    long i(Outer o) throws IOException {
        Session s = o.session();
        return s.length();
    }
}
