package com.acme.f24;

import java.io.*;

public class Hierarchy {

    static class Base implements Closeable {
        protected final InputStream in;

        // GOOD
        Base(File f) throws IOException {
            in = new FileInputStream(f);
        }

        int read() throws IOException {
            return in.read();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    static class Logged extends Base {
        private final Writer log;

        // BAD
        Logged(File f, File l) throws IOException {
            super(f);
            log = new FileWriter(l);
        }

        @Override
        public void close() throws IOException {
            log.close();
        }
    }

    static class Traced extends Base {
        private final Writer trace;

        // GOOD
        Traced(File f, File l) throws IOException {
            super(f);
            Writer w;
            try {
                w = new FileWriter(l);
            } catch (IOException e) {
                super.close();
                throw e;
            }
            trace = w;
        }

        @Override
        public void close() throws IOException {
            try {
                trace.close();
            } finally {
                super.close();
            }
        }
    }

    static class Silent extends Base {
        // BAD
        Silent(File f) throws IOException {
            super(f);
        }

        @Override
        public void close() {
            System.out.println("silent");
        }
    }

    static abstract class Template {
        protected abstract InputStream open() throws IOException;

        // GOOD
        final int run() throws IOException {
            InputStream in = open();
            try {
                return handle(in);
            } finally {
                in.close();
            }
        }

        // BAD
        final int runTwice() throws IOException {
            InputStream in = open();
            int a = handle(in);
            int b = handle(in);
            return a + b;
        }

        int handle(InputStream in) throws IOException {
            return in.read();
        }
    }

    static class FileTemplate extends Template {
        private final File f;

        FileTemplate(File f) {
            this.f = f;
        }

        // GOOD
        @Override
        protected InputStream open() throws IOException {
            return new FileInputStream(f);
        }
    }

    static abstract class Device implements Closeable {
        abstract int value() throws IOException;

        @Override
        public abstract void close() throws IOException;
    }

    static class FileDevice extends Device {
        private final RandomAccessFile r;

        // GOOD
        FileDevice(String n) throws IOException {
            r = new RandomAccessFile(n, "r");
        }

        @Override
        int value() throws IOException {
            return r.readInt();
        }

        @Override
        public void close() throws IOException {
            r.close();
        }
    }

    int silent(File f) throws IOException {
        try (Silent s = new Silent(f)) {
            return s.read();
        }
    }

    // GOOD
    int base(File f) throws IOException {
        try (Base s = new Base(f)) {
            return s.read();
        }
    }

    // BAD
    int device(String n) throws IOException {
        Device d = new FileDevice(n);
        int v = d.value();
        if (v == 0) {
            d.close();
        }
        return v;
    }

    // GOOD
    int deviceValue(String n) throws IOException {
        Device d = new FileDevice(n);
        try {
            return d.value();
        } finally {
            d.close();
        }
    }

    // GOOD
    int template(File f) throws IOException {
        return new FileTemplate(f).run();
    }
}
