package com.acme.f07;

import java.io.*;
import java.nio.file.*;

public class Correlated {
    private final boolean local;

    Correlated(boolean local) {
        this.local = local;
    }

    // GOOD
    void same(boolean use, File f) throws IOException {
        FileOutputStream o = null;
        if (use) {
            o = new FileOutputStream(f);
        }
        System.out.println("ready");
        if (use) {
            o.close();
        }
    }

    // BAD
    void other(boolean use, boolean shut, File f) throws IOException {
        FileOutputStream o = null;
        if (use) {
            o = new FileOutputStream(f);
        }
        System.out.println("ready");
        if (use && shut) {
            o.close();
        }
    }

    // BAD
    void negated(boolean use, File f) throws IOException {
        FileOutputStream o = null;
        if (use) {
            o = new FileOutputStream(f);
        }
        if (!use && o != null) {
            o.close();
        }
    }

    // GOOD
    int mode(int m, Path p) throws IOException {
        InputStream in = System.in;
        if (m == 1) {
            in = Files.newInputStream(p);
        }
        try {
            return in.read();
        } finally {
            if (m == 1) {
                in.close();
            }
        }
    }

    // BAD
    int modes(int m, Path p) throws IOException {
        InputStream in = System.in;
        if (m >= 1) {
            in = Files.newInputStream(p);
        }
        try {
            return in.read();
        } finally {
            if (m == 1) {
                in.close();
            }
        }
    }

    // GOOD
    void console(String path, String text) throws IOException {
        boolean std = "-".equals(path);
        PrintStream out = std ? System.out : new PrintStream(path);
        try {
            out.println(text);
        } finally {
            if (!std) {
                out.close();
            }
        }
    }

    // BAD
    void consoleTo(String path, String text) throws IOException {
        boolean std = "-".equals(path);
        PrintStream out = std ? System.out : new PrintStream(path);
        out.println(text);
        if (std) {
            out.flush();
        }
    }

    // GOOD
    void identity(File f, int b) throws IOException {
        OutputStream o = local ? new FileOutputStream(f) : System.out;
        try {
            o.write(b);
        } finally {
            if (o != System.out) {
                o.close();
            }
        }
    }

    // GOOD
    void fieldGuard(File f) throws IOException {
        InputStream in = null;
        if (local) {
            in = new FileInputStream(f);
        }
        try {
            System.out.println("local=" + local);
        } finally {
            if (local) {
                in.close();
            }
        }
    }

    // GOOD
    int range(int n, File f) throws IOException {
        FileInputStream in = null;
        if (n > 10) {
            in = new FileInputStream(f);
        }
        int r = 0;
        if (n > 5 && in != null) {
            in.close();
            r = 1;
        }
        return r;
    }

    // BAD
    int ranges(int n, File f) throws IOException {
        FileInputStream in = null;
        if (n > 5) {
            in = new FileInputStream(f);
        }
        int r = 0;
        if (n > 10 && in != null) {
            in.close();
            r = 1;
        }
        return r;
    }
}
