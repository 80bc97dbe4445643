package com.acme.f10;

import java.io.*;
import java.nio.charset.StandardCharsets;

public class TernaryOpen {

    // GOOD
    int pick(boolean a, File x, File y) throws IOException {
        InputStream in = a ? new FileInputStream(x) : new FileInputStream(y);
        try {
            return in.read();
        } finally {
            in.close();
        }
    }

    // BAD
    int choose(boolean a, File x, File y) throws IOException {
        InputStream in = a ? new FileInputStream(x) : new FileInputStream(y);
        int v = a ? in.read() : 0;
        if (a) {
            in.close();
        }
        return v;
    }

    // GOOD
    void memory(boolean a, byte[] b) throws IOException {
        OutputStream o = a ? new ByteArrayOutputStream() : new BufferedOutputStream(new ByteArrayOutputStream());
        o.write(b);
    }

    // BAD
    void memoryOrFileOf(boolean a, byte[] b, File f) throws IOException {
        OutputStream o = a ? new ByteArrayOutputStream() : new FileOutputStream(f);
        o.write(b);
    }

    // GOOD
    void memoryOrFile(File f, byte[] b) throws IOException {
        try (OutputStream o = f == null ? new ByteArrayOutputStream() : new FileOutputStream(f)) {
            o.write(b);
        }
    }

    // BAD
    int inArg(File f) throws IOException {
        return f.isFile() ? new FileInputStream(f).read() : -1;
    }

    // GOOD
    int inCall(File f) throws IOException {
        return f.isFile() ? consume(new FileInputStream(f)) : -1;
    }

    private static int consume(InputStream in) throws IOException {
        try (in) {
            return in.read();
        }
    }

    // BAD
    void conditional(File f, int level) throws IOException {
        Writer w = null;
        if (level > 0) {
            w = new OutputStreamWriter(new FileOutputStream(f), StandardCharsets.UTF_8);
        } else if (level < -5) {
            w = new StringWriter();
        }
        if (w != null) {
            w.write("level " + level);
            w.flush();
        }
    }

    // GOOD
    void conditionally(File f, int level) throws IOException {
        Writer w = null;
        if (level > 0) {
            w = new OutputStreamWriter(new FileOutputStream(f), StandardCharsets.UTF_8);
        } else if (level < -5) {
            w = new StringWriter();
        }
        if (w != null) {
            try {
                w.write("level " + level);
            } finally {
                w.close();
            }
        }
    }

    // GOOD
    int both(boolean a, File x) throws IOException {
        FileInputStream in = a ? new FileInputStream(x) : null;
        int v = in != null ? 1 : 0;
        if (in != null) {
            in.close();
        }
        return v;
    }
}
