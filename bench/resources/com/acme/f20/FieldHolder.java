package com.acme.f20;

import java.io.*;

public class FieldHolder {

    static class Journal implements Closeable {
        private final Writer w;

        // GOOD
        Journal(File f) throws IOException {
            w = new FileWriter(f, true);
        }

        void add(String s) throws IOException {
            w.write(s);
        }

        @Override
        public void close() throws IOException {
            w.close();
        }
    }

    static class DoubleJournal implements Closeable {
        private final Writer w;
        private final Writer index;

        // BAD
        DoubleJournal(File f, File g) throws IOException {
            w = new FileWriter(f, true);
            index = new FileWriter(g, true);
        }

        void add(String s) throws IOException {
            w.write(s);
            index.write(s.length());
        }

        @Override
        public void close() throws IOException {
            w.close();
        }
    }

    static class PairJournal implements Closeable {
        private final Writer w;
        private final Writer index;

        // GOOD
        PairJournal(File f, File g) throws IOException {
            w = new FileWriter(f, true);
            try {
                index = new FileWriter(g, true);
            } catch (IOException e) {
                w.close();
                throw e;
            }
        }

        void add(String s) throws IOException {
            w.write(s);
            index.write(s.length());
        }

        @Override
        public void close() throws IOException {
            try {
                w.close();
            } finally {
                index.close();
            }
        }
    }

    static class Reopening implements Closeable {
        private OutputStream out;

        // BAD
        void open(File f) throws IOException {
            out = new FileOutputStream(f);
        }

        @Override
        public void close() throws IOException {
            if (out != null) {
                out.close();
            }
        }

        // GOOD
        static void once(File f) throws IOException {
            try (Reopening r = new Reopening()) {
                r.open(f);
            }
        }
    }

    static class Rolling implements Closeable {
        private OutputStream out;

        // GOOD
        void open(File f) throws IOException {
            if (out != null) {
                out.close();
                out = null;
            }
            out = new FileOutputStream(f);
        }

        @Override
        public void close() throws IOException {
            if (out != null) {
                out.close();
            }
        }
    }

    static class Feed {
        private final InputStream in;

        // BAD
        Feed(File f) throws IOException {
            this.in = new FileInputStream(f);
        }

        int next() throws IOException {
            return in.read();
        }
    }

    static class Magic implements Closeable {
        private final DataInputStream in;
        private final int magic;

        // BAD
        Magic(File f) throws IOException {
            in = new DataInputStream(new FileInputStream(f));
            magic = in.readInt();
            if (magic != 42) {
                throw new IOException("magic " + magic);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    static class MagicToo implements Closeable {
        private final DataInputStream in;
        private final int magic;

        // GOOD
        MagicToo(File f) throws IOException {
            in = new DataInputStream(new FileInputStream(f));
            boolean ok = false;
            try {
                magic = in.readInt();
                if (magic != 42) {
                    throw new IOException("magic " + magic);
                }
                ok = true;
            } finally {
                if (!ok) {
                    in.close();
                }
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
