package com.acme.f27;

import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.Callable;
import java.util.function.*;

public class Lambdas {

    interface IoSupplier<T> {
        T get() throws IOException;
    }

    interface IoConsumer<T> {
        void accept(T t) throws IOException;
    }

    // GOOD
    static void use(IoSupplier<? extends InputStream> s, IoConsumer<InputStream> c) throws IOException {
        try (InputStream in = s.get()) {
            c.accept(in);
        }
    }

    // BAD
    static void useOnce(IoSupplier<? extends InputStream> s, IoConsumer<InputStream> c) throws IOException {
        InputStream in = s.get();
        c.accept(in);
    }

    // GOOD
    void print(Path p) throws IOException {
        use(() -> Files.newInputStream(p), in -> System.out.println(in.read()));
    }

    // GOOD
    IoSupplier<InputStream> supplier(Path p) {
        return () -> Files.newInputStream(p);
    }

    // BAD
    Callable<Integer> task(Path p) {
        return () -> {
            InputStream in = Files.newInputStream(p);
            return in.read();
        };
    }

    // GOOD
    Callable<Integer> job(Path p) {
        return () -> {
            try (InputStream in = Files.newInputStream(p)) {
                return in.read();
            }
        };
    }

    // BAD
    void each(List<Path> ps) {
        ps.forEach(p -> {
            try {
                Writer w = Files.newBufferedWriter(p);
                w.write("touched");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    // GOOD
    void eachOf(List<Path> ps) {
        ps.forEach(p -> {
            try (Writer w = Files.newBufferedWriter(p)) {
                w.write("touched");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    // GOOD
    int captured(Path p, IntUnaryOperator op) throws IOException {
        InputStream in = Files.newInputStream(p);
        Closeable closer = in::close;
        try {
            return op.applyAsInt(in.read());
        } finally {
            closer.close();
        }
    }

    // BAD
    Runnable laterOf(Path p) throws IOException {
        InputStream in = Files.newInputStream(p);
        return () -> {
            try {
                System.out.println(in.read());
            } catch (IOException e) {
                System.err.println(e);
            }
        };
    }

    // GOOD
    Runnable later(Path p) throws IOException {
        InputStream in = Files.newInputStream(p);
        return () -> {
            try (in) {
                System.out.println(in.read());
            } catch (IOException e) {
                System.err.println(e);
            }
        };
    }

    // GOOD
    Function<String, Reader> opener() {
        return StringReader::new;
    }

    // BAD
    int anonymous(Path p) throws Exception {
        Callable<Integer> c = new Callable<>() {
            @Override
            public Integer call() throws IOException {
                return Files.newBufferedReader(p).read();
            }
        };
        return c.call();
    }
}
