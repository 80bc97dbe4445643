package com.acme.f21;

import java.io.*;
import java.nio.file.*;

public class FieldCache implements AutoCloseable {
    private static PrintWriter audit;
    private static InputStream shared;
    private Reader lazy;
    private final Path path;
    private RandomAccessFile raf;
    private OutputStream current;
    private OutputStream trace;

    // GOOD
    public FieldCache(Path path) {
        this.path = path;
    }

    // GOOD
    static synchronized PrintWriter audit() throws IOException {
        if (audit == null) {
            audit = new PrintWriter("audit.log");
        }
        return audit;
    }

    // BAD
    static void restart(Path p) throws IOException {
        if (shared != null) {
            System.out.println("replacing " + shared);
        }
        shared = Files.newInputStream(p);
    }

    // GOOD
    Reader reader() throws IOException {
        if (lazy == null) {
            lazy = Files.newBufferedReader(path);
        }
        return lazy;
    }

    // GOOD
    int peek() throws IOException {
        return reader().read();
    }

    // GOOD
    void openRaf() throws IOException {
        if (raf != null) {
            throw new IllegalStateException("open");
        }
        raf = new RandomAccessFile(path.toFile(), "r");
    }

    // BAD
    void next(Path p) throws IOException {
        current = Files.newOutputStream(p);
        current.write(1);
    }

    // BAD
    void trace(Path p) throws IOException {
        if (trace == null) {
            trace = Files.newOutputStream(p);
        }
        trace.write('t');
    }

    // GOOD
    int local() throws IOException {
        InputStream in = Files.newInputStream(path);
        try {
            return in.read() + peek();
        } finally {
            in.close();
        }
    }

    // BAD
    int shadow() throws IOException {
        Reader lazy = Files.newBufferedReader(path);
        int c = lazy.read();
        return c;
    }

    @Override
    public void close() throws IOException {
        try {
            if (lazy != null) {
                lazy.close();
            }
        } finally {
            try {
                if (raf != null) {
                    raf.close();
                }
            } finally {
                if (current != null) {
                    current.close();
                }
            }
        }
    }
}
