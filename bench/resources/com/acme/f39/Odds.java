package com.acme.f39;

import java.io.*;
import java.nio.file.*;

public class Odds {

    // GOOD
    static void exits(String p) throws IOException {
        InputStream in = new FileInputStream(p);
        System.out.println("started");
        System.exit(0);
    }

    // BAD
    static void maybeExits(String p) throws IOException {
        InputStream in = new FileInputStream(p);
        if (in.read() < 0) {
            System.exit(1);
        }
        System.out.println("continuing");
    }

    // GOOD
    static int depth(Path p, int n) throws IOException {
        if (n == 0) {
            return 0;
        }
        try (InputStream in = Files.newInputStream(p)) {
            return in.read() + depth(p, n - 1);
        }
    }

    // BAD
    static int depthOf(Path p, int n) throws IOException {
        if (n == 0) {
            return 0;
        }
        InputStream in = Files.newInputStream(p);
        int v = depthOf(p, n - 1);
        in.close();
        return v;
    }

    // GOOD
    static void walk(File dir, Writer out) throws IOException {
        File[] fs = dir.listFiles();
        if (fs == null) {
            return;
        }
        for (File f : fs) {
            if (f.isDirectory()) {
                walk(f, out);
            } else {
                out.write(f.getName());
            }
        }
    }

    // BAD
    static int wrapped(Path p) {
        try {
            InputStream in = Files.newInputStream(p);
            int v = in.read();
            if (v == 0) {
                throw new IllegalStateException("zero");
            }
            in.close();
            return v;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // GOOD
    static int rethrown(Path p) {
        try (InputStream in = Files.newInputStream(p)) {
            int v = in.read();
            if (v == 0) {
                throw new IllegalStateException("zero");
            }
            return v;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // GOOD
    static int suppressed(Path p) throws IOException {
        InputStream in = Files.newInputStream(p);
        Throwable t = null;
        try {
            return in.read();
        } catch (IOException e) {
            t = e;
            throw e;
        } finally {
            if (t != null) {
                try {
                    in.close();
                } catch (IOException e2) {
                    t.addSuppressed(e2);
                }
            } else {
                in.close();
            }
        }
    }

    // BAD
    static int suppresses(Path p) throws IOException {
        InputStream in = Files.newInputStream(p);
        Throwable t = null;
        try {
            return in.read();
        } catch (IOException e) {
            t = e;
            throw e;
        } finally {
            if (t != null) {
                try {
                    in.close();
                } catch (IOException e2) {
                    t.addSuppressed(e2);
                }
            }
        }
    }

    // BAD
    static void waits(File f, long ms) throws IOException {
        Writer w = new FileWriter(f);
        try {
            Thread.sleep(ms);
            w.write("late");
            w.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // GOOD
    static void waitsFor(File f, long ms) throws IOException {
        try (Writer w = new FileWriter(f)) {
            Thread.sleep(ms);
            w.write("late");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // GOOD
    static int asserted(Path p) throws IOException {
        try (InputStream in = Files.newInputStream(p)) {
            int v = in.read();
            assert v >= 0 : "empty";
            return v;
        }
    }
}
