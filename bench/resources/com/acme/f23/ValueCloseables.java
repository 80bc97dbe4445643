package com.acme.f23;

import java.io.*;
import java.nio.file.*;
import java.util.*;

public class ValueCloseables {

    static class Timer implements AutoCloseable {
        private final long t0 = System.nanoTime();

        long elapsed() {
            return System.nanoTime() - t0;
        }

        @Override
        public void close() {
        }
    }

    static class Bag implements Closeable {
        private final List<String> items = new ArrayList<>();

        Bag add(String s) {
            items.add(s);
            return this;
        }

        int size() {
            return items.size();
        }

        @Override
        public void close() {
            items.clear();
        }
    }

    static class Recorder implements Closeable {
        private final StringWriter buf = new StringWriter();
        private final PrintWriter out = new PrintWriter(buf);

        void say(String s) {
            out.println(s);
        }

        String text() {
            out.flush();
            return buf.toString();
        }

        @Override
        public void close() {
            out.close();
        }
    }

    static class Spool implements Closeable {
        private final Writer out;

        // GOOD
        Spool(Path p) throws IOException {
            out = Files.newBufferedWriter(p);
        }

        void say(String s) throws IOException {
            out.write(s);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    // GOOD
    long timing() {
        Timer t = new Timer();
        return t.elapsed();
    }

    // GOOD
    int bag(String... xs) {
        Bag b = new Bag();
        for (String x : xs) {
            b.add(x);
        }
        return b.size();
    }

    // GOOD
    String record(String... xs) {
        Recorder r = new Recorder();
        for (String x : xs) {
            r.say(x);
        }
        return r.text();
    }

    // BAD
    void spoolOf(Path p, String... xs) throws IOException {
        Spool s = new Spool(p);
        for (String x : xs) {
            s.say(x);
        }
    }

    // GOOD
    void spool(Path p, String... xs) throws IOException {
        try (Timer t = new Timer(); Spool s = new Spool(p)) {
            for (String x : xs) {
                s.say(x);
            }
            System.out.println(t.elapsed());
        }
    }

    // BAD
    void timed(Path p) throws IOException {
        try (Timer t = new Timer()) {
            Spool s = new Spool(p);
            s.say("took " + t.elapsed());
        }
    }

    // GOOD
    byte[] bytes(String s) throws IOException {
        ByteArrayOutputStream bo = new ByteArrayOutputStream();
        DataOutputStream d = new DataOutputStream(bo);
        d.writeUTF(s);
        d.flush();
        return bo.toByteArray();
    }

    // GOOD
    List<String> tokens(String s) {
        List<String> out = new ArrayList<>();
        Scanner sc = new Scanner(s);
        while (sc.hasNext()) {
            out.add(sc.next());
        }
        return out;
    }

    // BAD
    List<String> tokens(Path p) throws IOException {
        List<String> out = new ArrayList<>();
        Scanner sc = new Scanner(p);
        while (sc.hasNext()) {
            out.add(sc.next());
        }
        return out;
    }

    // GOOD
    String firstLine(String s) throws IOException {
        return new BufferedReader(new StringReader(s)).readLine();
    }
}
