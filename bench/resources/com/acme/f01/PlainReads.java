package com.acme.f01;

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.Properties;

public class PlainReads {

    // BAD
    static int firstByteOf(String path) throws IOException {
        FileInputStream in = new FileInputStream(path);
        return in.read();
    }

    // GOOD
    static int firstByte(String path) throws IOException {
        try (FileInputStream in = new FileInputStream(path)) {
            return in.read();
        }
    }

    // BAD
    static void touch(File f) throws IOException {
        new FileOutputStream(f);
    }

    // GOOD
    static void touchFile(File f) throws IOException {
        new FileOutputStream(f).close();
    }

    // BAD
    static void write(File f, String text) throws IOException {
        FileWriter w = new FileWriter(f, StandardCharsets.UTF_8);
        w.write(text);
        w.flush();
    }

    // BAD
    static String line(String path) throws IOException {
        return new BufferedReader(new FileReader(path)).readLine();
    }

    // GOOD
    static String lineOf(String path) throws IOException {
        BufferedReader r = new BufferedReader(new FileReader(path));
        try {
            return r.readLine();
        } finally {
            r.close();
        }
    }

    // BAD
    static Properties load(Path p) throws IOException {
        Properties props = new Properties();
        props.load(Files.newInputStream(p));
        return props;
    }

    // GOOD
    static Properties loadProps(Path p) throws IOException {
        Properties props = new Properties();
        try (InputStream in = Files.newInputStream(p)) {
            props.load(in);
        }
        return props;
    }

    // GOOD
    static InputStream open(Path p) throws IOException {
        return Files.newInputStream(p);
    }

    // GOOD
    static String text(Path p) throws IOException {
        return Files.readString(p);
    }

    // GOOD
    static void copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from); OutputStream out = Files.newOutputStream(to)) {
            in.transferTo(out);
        }
    }

    // BAD
    static void copyAll(Path from, Path to) throws IOException {
        InputStream in = Files.newInputStream(from);
        try (OutputStream out = Files.newOutputStream(to)) {
            in.transferTo(out);
        }
    }
}
