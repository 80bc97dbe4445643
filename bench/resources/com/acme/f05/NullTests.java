package com.acme.f05;

import java.io.*;
import java.util.Optional;

public class NullTests {
    private final Class<?> base = NullTests.class;

    // GOOD
    String resource(String name) throws IOException {
        InputStream in = base.getResourceAsStream(name);
        if (in == null) {
            return null;
        }
        try {
            return new String(in.readAllBytes());
        } finally {
            in.close();
        }
    }

    // BAD
    String resourceText(String name) throws IOException {
        InputStream in = base.getResourceAsStream(name);
        if (in == null) {
            return null;
        }
        return new String(in.readAllBytes());
    }

    // GOOD
    int orZero(String name) throws IOException {
        try (InputStream in = base.getResourceAsStream(name)) {
            return in == null ? 0 : in.read();
        }
    }

    // BAD
    int sizeOf(File f, String key) throws IOException {
        FileInputStream in = f != null ? new FileInputStream(f) : null;
        if (in != null && key != null) {
            int n = in.available() + key.length();
            in.close();
            return n;
        }
        return 0;
    }

    // GOOD
    int size(File f, String key) throws IOException {
        FileInputStream in = f != null ? new FileInputStream(f) : null;
        try {
            if (in != null && key != null) {
                return in.available() + key.length();
            }
            return 0;
        } finally {
            if (in != null) {
                in.close();
            }
        }
    }

    // GOOD
    void sink(File f, byte[] data) throws IOException {
        OutputStream out = null;
        if (data != null) {
            out = new FileOutputStream(f);
        }
        if (out == null) {
            return;
        }
        try {
            out.write(data);
        } finally {
            out.close();
        }
    }

    // BAD
    void sinkTo(File f, byte[] data) throws IOException {
        OutputStream out = new FileOutputStream(f);
        if (data == null) {
            out = null;
            return;
        }
        try {
            out.write(data);
        } finally {
            out.close();
        }
    }

    // BAD
    void reset(File f) throws IOException {
        Reader r = new FileReader(f);
        try {
            if (r.read() < 0) {
                r = null;
            }
        } finally {
            if (r != null) {
                r.close();
            }
        }
    }

    // GOOD
    void transfer(File f) throws IOException {
        Reader r = new FileReader(f);
        try {
            if (r.read() < 0) {
                r.close();
                r = null;
            }
        } finally {
            if (r != null) {
                r.close();
            }
        }
    }

    // GOOD
    Optional<Integer> first(String name) throws IOException {
        InputStream in = null;
        try {
            in = base.getResourceAsStream(name);
            if (null != in) {
                return Optional.of(in.read());
            }
            return Optional.empty();
        } finally {
            if (null != in) {
                in.close();
            }
        }
    }
}
