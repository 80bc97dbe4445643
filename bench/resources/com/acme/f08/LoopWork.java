package com.acme.f08;

import java.io.*;
import java.nio.file.*;
import java.util.*;

public class LoopWork {

    // BAD
    int sum(List<File> files) throws IOException {
        int total = 0;
        FileInputStream in = null;
        try {
            for (File f : files) {
                in = new FileInputStream(f);
                total += in.read();
            }
        } finally {
            if (in != null) {
                in.close();
            }
        }
        return total;
    }

    // GOOD
    int total(List<File> files) throws IOException {
        int total = 0;
        for (File f : files) {
            FileInputStream in = new FileInputStream(f);
            try {
                total += in.read();
            } finally {
                in.close();
            }
        }
        return total;
    }

    // BAD
    int skipEmpty(File[] files) throws IOException {
        int n = 0;
        for (int i = 0; i < files.length; i++) {
            BufferedReader r = new BufferedReader(new FileReader(files[i]));
            if (files[i].length() == 0) {
                continue;
            }
            try {
                n += r.readLine().length();
            } finally {
                r.close();
            }
        }
        return n;
    }

    // GOOD
    int skipBlank(File[] files) throws IOException {
        int n = 0;
        for (int i = 0; i < files.length; i++) {
            if (files[i].length() == 0) {
                continue;
            }
            try (BufferedReader r = new BufferedReader(new FileReader(files[i]))) {
                String s = r.readLine();
                if (s == null) {
                    continue;
                }
                n += s.length();
            }
        }
        return n;
    }

    // BAD
    Path find(List<Path> ps) throws IOException {
        Path hit = null;
        for (Path p : ps) {
            InputStream in = Files.newInputStream(p);
            if (in.read() == 7) {
                hit = p;
                break;
            }
            in.close();
        }
        return hit;
    }

    // GOOD
    Path findFirst(List<Path> ps) throws IOException {
        Path hit = null;
        for (Path p : ps) {
            InputStream in = Files.newInputStream(p);
            try {
                if (in.read() == 7) {
                    hit = p;
                    break;
                }
            } finally {
                in.close();
            }
        }
        return hit;
    }

    // GOOD
    void rotate(Path dir, Iterator<byte[]> chunks, int max) throws IOException {
        int n = 0;
        int size = 0;
        OutputStream out = Files.newOutputStream(dir.resolve("0"));
        try {
            while (chunks.hasNext()) {
                byte[] c = chunks.next();
                if (size + c.length > max) {
                    out.close();
                    n++;
                    size = 0;
                    out = Files.newOutputStream(dir.resolve(String.valueOf(n)));
                }
                out.write(c);
                size += c.length;
            }
        } finally {
            out.close();
        }
    }

    // BAD
    void roll(Path dir, Iterator<byte[]> chunks, int max) throws IOException {
        int n = 0;
        int size = 0;
        OutputStream out = Files.newOutputStream(dir.resolve("0"));
        try {
            while (chunks.hasNext()) {
                byte[] c = chunks.next();
                if (size + c.length > max) {
                    n++;
                    size = 0;
                    out = Files.newOutputStream(dir.resolve(String.valueOf(n)));
                }
                out.write(c);
                size += c.length;
            }
        } finally {
            out.close();
        }
    }

    // GOOD
    InputStream retry(Path p, int tries) throws IOException {
        IOException last = new IOException("no try");
        for (int i = 0; i < tries; i++) {
            try {
                return Files.newInputStream(p);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    // BAD
    InputStream retryRead(Path p, int tries) throws IOException {
        IOException last = new IOException("no try");
        for (int i = 0; i < tries; i++) {
            try {
                InputStream in = Files.newInputStream(p);
                in.skipNBytes(16);
                return in;
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    // GOOD
    void labelled(List<List<Path>> groups) throws IOException {
        outer:
        for (List<Path> g : groups) {
            for (Path p : g) {
                try (InputStream in = Files.newInputStream(p)) {
                    if (in.read() < 0) {
                        continue outer;
                    }
                    if (in.read() == 0) {
                        break outer;
                    }
                }
            }
        }
    }
}
