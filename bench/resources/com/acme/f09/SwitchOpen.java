package com.acme.f09;

import java.io.*;
import java.nio.file.*;
import java.util.zip.*;

public class SwitchOpen {
    enum Kind { PLAIN, BUFFERED, MEMORY }

    // GOOD
    int old(int k, File f) throws IOException {
        InputStream in;
        switch (k) {
            case 0:
                in = new FileInputStream(f);
                break;
            case 1:
                in = new BufferedInputStream(new FileInputStream(f));
                break;
            default:
                return -1;
        }
        try {
            return in.read();
        } finally {
            in.close();
        }
    }

    // BAD
    int fallThrough(int k, File f) throws IOException {
        InputStream in = null;
        switch (k) {
            case 0:
                in = new FileInputStream(f);
            case 1:
                in = new BufferedInputStream(new FileInputStream(f));
                break;
            default:
                return -1;
        }
        try {
            return in.read();
        } finally {
            in.close();
        }
    }

    // GOOD
    int arrow(Kind k, Path p) throws IOException {
        try (InputStream in = switch (k) {
            case PLAIN -> Files.newInputStream(p);
            case BUFFERED -> new BufferedInputStream(Files.newInputStream(p));
            case MEMORY -> new ByteArrayInputStream(new byte[4]);
        }) {
            return in.read();
        }
    }

    // BAD
    int arrowPlain(Kind k, Path p) throws IOException {
        InputStream in = switch (k) {
            case PLAIN -> Files.newInputStream(p);
            case BUFFERED -> new BufferedInputStream(Files.newInputStream(p));
            case MEMORY -> new ByteArrayInputStream(new byte[4]);
        };
        return in.read();
    }

    // BAD
    String kindName(Kind k, Path p) throws IOException {
        BufferedReader r = Files.newBufferedReader(p);
        switch (k) {
            case PLAIN:
                r.close();
                return "plain";
            case BUFFERED:
                r.close();
                return "buffered";
            default:
                return "none";
        }
    }

    // GOOD
    String kindOf(Kind k, Path p) throws IOException {
        BufferedReader r = Files.newBufferedReader(p);
        switch (k) {
            case PLAIN:
                r.close();
                return "plain";
            case BUFFERED:
                r.close();
                return "buffered";
            default:
                r.close();
                return "none";
        }
    }

    // GOOD
    int yielding(String s, Path p) throws IOException {
        return switch (s) {
            case "a" -> 1;
            case "b" -> {
                try (InputStream in = Files.newInputStream(p)) {
                    yield in.read();
                }
            }
            default -> 0;
        };
    }

    // BAD
    int yields(String s, Path p) throws IOException {
        return switch (s) {
            case "a" -> 1;
            case "b" -> {
                InputStream in = Files.newInputStream(p);
                yield in.read();
            }
            default -> 0;
        };
    }

    // GOOD
    InputStream choose(String name, Path p) throws IOException {
        switch (name) {
            case "std":
                return System.in;
            case "file":
                return Files.newInputStream(p);
            default:
                throw new IllegalArgumentException(name);
        }
    }
}
