package com.acme.f18;

import java.io.*;
import java.nio.file.*;
import java.util.concurrent.Callable;

public class GenericUse {

    interface Fn<A, B> {
        B apply(A a) throws IOException;
    }

    interface Opener<R extends Closeable> {
        R open() throws IOException;
    }

    // GOOD
    static <R extends Closeable, T> T with(Opener<R> o, Fn<R, T> fn) throws IOException {
        try (R r = o.open()) {
            return fn.apply(r);
        }
    }

    // BAD
    static <R extends Closeable, T> T apply(Opener<R> o, Fn<R, T> fn) throws IOException {
        R r = o.open();
        T t = fn.apply(r);
        r.close();
        return t;
    }

    static <R extends Closeable> void dispose(R r) throws IOException {
        if (r != null) {
            r.close();
        }
    }

    static <R> R tap(R r) {
        System.out.println("got " + r);
        return r;
    }

    static <T> T checkNotNull(T t) {
        if (t == null) {
            throw new NullPointerException();
        }
        return t;
    }

    // GOOD
    int lambda(Path p) throws IOException {
        return with(() -> Files.newInputStream(p), in -> in.read());
    }

    // BAD
    InputStream larger(Path p, Path q) throws IOException {
        InputStream a = tap(Files.newInputStream(p));
        InputStream b = tap(Files.newInputStream(q));
        if (a.available() > b.available()) {
            dispose(b);
            return a;
        }
        dispose(b);
        return null;
    }

    // GOOD
    int generic(Path p) throws IOException {
        InputStream a = tap(Files.newInputStream(p));
        try {
            return a.read();
        } finally {
            dispose(a);
        }
    }

    // BAD
    int genericTap(Path p) throws IOException {
        InputStream a = checkNotNull(Files.newInputStream(p));
        try {
            return a.read();
        } finally {
            tap(a);
        }
    }

    static class Holder<T extends Closeable> implements Closeable {
        private final T value;

        Holder(T value) {
            this.value = value;
        }

        T get() {
            return value;
        }

        @Override
        public void close() throws IOException {
            value.close();
        }
    }

    // GOOD
    int holder(Path p) throws IOException {
        try (Holder<InputStream> h = new Holder<>(Files.newInputStream(p))) {
            return h.get().read();
        }
    }

    // GOOD
    int holderInner(Path p) throws IOException {
        Holder<InputStream> h = new Holder<>(Files.newInputStream(p));
        try {
            return h.get().read();
        } finally {
            h.get().close();
        }
    }

    // BAD
    int holderRead(Path p) throws IOException {
        Holder<InputStream> h = new Holder<>(Files.newInputStream(p));
        return h.get().read();
    }

    // GOOD
    <T> T caller(Callable<T> c, File log) throws Exception {
        try (PrintWriter w = new PrintWriter(log)) {
            T t = c.call();
            w.println(t);
            return t;
        }
    }
}
