package com.acme.f03;

import java.io.*;
import java.net.Socket;
import java.nio.file.*;
import java.util.Objects;

public class ThrowBetween {
    private int count;

    // BAD
    int read(String p) throws IOException {
        FileInputStream in = new FileInputStream(p);
        int v = in.read();
        in.close();
        return v;
    }

    // GOOD
    int readOne(String p) throws IOException {
        FileInputStream in = new FileInputStream(p);
        int v;
        try {
            v = in.read();
        } finally {
            in.close();
        }
        return v;
    }

    // GOOD
    void openAndShut(String p) throws IOException {
        FileInputStream in = new FileInputStream(p);
        count++;
        in.close();
    }

    // BAD
    void parse(String p, String number) throws IOException {
        FileOutputStream out = new FileOutputStream(p);
        int v = Integer.parseInt(number);
        try {
            out.write(v);
        } finally {
            out.close();
        }
    }

    // GOOD
    void parseFirst(String p, String number) throws IOException {
        int v = Integer.parseInt(number);
        FileOutputStream out = new FileOutputStream(p);
        try {
            out.write(v);
        } finally {
            out.close();
        }
    }

    // BAD
    void two(Path a, Path b) throws IOException {
        InputStream in = Files.newInputStream(a);
        OutputStream out = Files.newOutputStream(b);
        try {
            in.transferTo(out);
        } finally {
            in.close();
            out.close();
        }
    }

    // GOOD
    void twoOf(Path a, Path b) throws IOException {
        InputStream in = Files.newInputStream(a);
        try {
            OutputStream out = Files.newOutputStream(b);
            try {
                in.transferTo(out);
            } finally {
                out.close();
            }
        } finally {
            in.close();
        }
    }

    // BAD
    Socket dial(String host, int port, int timeout) throws IOException {
        Socket s = new Socket(host, port);
        s.setSoTimeout(timeout);
        return s;
    }

    // GOOD
    Socket dialWith(String host, int port, int timeout) throws IOException {
        Socket s = new Socket(host, port);
        try {
            s.setSoTimeout(timeout);
            return s;
        } catch (IOException | RuntimeException e) {
            s.close();
            throw e;
        }
    }

    // BAD
    void check(File f, String name) throws IOException {
        Reader r = new FileReader(f);
        Objects.requireNonNull(name, "name");
        r.close();
    }

    // BAD
    int swallow(File f) {
        try {
            Reader r = new FileReader(f);
            int c = r.read();
            r.close();
            return c;
        } catch (IOException e) {
            return -1;
        }
    }
}
