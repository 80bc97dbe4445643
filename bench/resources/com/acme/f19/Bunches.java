package com.acme.f19;

import java.io.*;
import java.nio.file.*;
import java.util.*;

public class Bunches {

    // BAD
    int array(File[] fs) throws IOException {
        InputStream[] ins = new InputStream[fs.length];
        int n = 0;
        for (int i = 0; i < fs.length; i++) {
            ins[i] = new FileInputStream(fs[i]);
            n += ins[i].available();
        }
        return n;
    }

    // GOOD
    int arrayOf(File[] fs) throws IOException {
        InputStream[] ins = new InputStream[fs.length];
        int n = 0;
        try {
            for (int i = 0; i < fs.length; i++) {
                ins[i] = new FileInputStream(fs[i]);
                n += ins[i].available();
            }
        } finally {
            for (InputStream in : ins) {
                if (in != null) {
                    try {
                        in.close();
                    } catch (IOException ignored) {
                    }
                }
            }
        }
        return n;
    }

    // BAD
    void listOf(List<Path> ps) throws IOException {
        List<InputStream> l = new ArrayList<>();
        for (Path p : ps) {
            l.add(Files.newInputStream(p));
        }
        System.out.println(l.size() + " opened");
    }

    private static void closeEach(Collection<? extends Closeable> c) {
        for (Closeable x : c) {
            try {
                x.close();
            } catch (IOException e) {
                System.err.println(e);
            }
        }
    }

    // GOOD
    void list(List<Path> ps) throws IOException {
        List<InputStream> l = new ArrayList<>();
        try {
            for (Path p : ps) {
                l.add(Files.newInputStream(p));
            }
            System.out.println(l.size() + " opened");
        } finally {
            closeEach(l);
        }
    }

    // BAD
    List<InputStream> openAll(List<Path> ps) throws IOException {
        List<InputStream> l = new ArrayList<>();
        for (Path p : ps) {
            l.add(Files.newInputStream(p));
        }
        return l;
    }

    // GOOD
    List<InputStream> openEvery(List<Path> ps) throws IOException {
        List<InputStream> l = new ArrayList<>();
        try {
            for (Path p : ps) {
                l.add(Files.newInputStream(p));
            }
        } catch (IOException e) {
            closeEach(l);
            throw e;
        }
        return l;
    }

    // GOOD
    void map(Map<String, List<String>> byFile) throws IOException {
        Map<String, Writer> ws = new HashMap<>();
        try {
            for (Map.Entry<String, List<String>> e : byFile.entrySet()) {
                Writer w = ws.get(e.getKey());
                if (w == null) {
                    w = new FileWriter(e.getKey());
                    ws.put(e.getKey(), w);
                }
                for (String s : e.getValue()) {
                    w.write(s);
                }
            }
        } finally {
            closeEach(ws.values());
        }
    }

    // BAD
    void mapOf(Map<String, List<String>> byFile) throws IOException {
        Map<String, Writer> ws = new HashMap<>();
        for (Map.Entry<String, List<String>> e : byFile.entrySet()) {
            Writer w = new FileWriter(e.getKey());
            ws.put(e.getKey(), w);
            for (String s : e.getValue()) {
                w.write(s);
            }
        }
        for (Writer w : ws.values()) {
            w.flush();
        }
    }

    // GOOD
    void deque(File a) throws IOException {
        Deque<Closeable> stack = new ArrayDeque<>();
        try {
            FileInputStream in = new FileInputStream(a);
            stack.push(in);
            System.out.println(in.read());
        } finally {
            while (!stack.isEmpty()) {
                stack.pop().close();
            }
        }
    }

    // GOOD
    int sequence(File a, File b) throws IOException {
        try (InputStream x = new FileInputStream(a);
             InputStream y = new FileInputStream(b);
             SequenceInputStream s = new SequenceInputStream(x, y)) {
            return s.readAllBytes().length;
        }
    }
}
