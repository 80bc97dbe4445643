package com.acme.f06;

import java.io.*;

public class FlagCases {
    private boolean verbose;

    // GOOD
    InputStream openChecked(File f) throws IOException {
        InputStream in = new FileInputStream(f);
        boolean ok = false;
        try {
            if (in.read() != 'A') {
                throw new IOException("format");
            }
            ok = true;
            return in;
        } finally {
            if (!ok) {
                in.close();
            }
        }
    }

    // BAD
    InputStream openVerified(File f) throws IOException {
        InputStream in = new FileInputStream(f);
        boolean ok = true;
        try {
            if (in.read() != 'A') {
                throw new IOException("format");
            }
            ok = true;
            return in;
        } finally {
            if (!ok) {
                in.close();
            }
        }
    }

    // GOOD
    int viaFlag(File f) throws IOException {
        boolean opened = false;
        FileInputStream in = null;
        if (f.length() > 10) {
            in = new FileInputStream(f);
            opened = true;
        }
        int v = 0;
        if (opened) {
            try {
                v = in.read();
            } finally {
                in.close();
            }
        }
        return v;
    }

    // BAD
    int viaOtherFlag(File f, boolean big) throws IOException {
        boolean opened = false;
        FileInputStream in = null;
        if (f.length() > 10) {
            in = new FileInputStream(f);
            opened = big;
        }
        int v = 0;
        if (opened) {
            try {
                v = in.read();
            } finally {
                in.close();
            }
        }
        return v;
    }

    // BAD
    void logTo(File f, String s) throws IOException {
        Writer w = new FileWriter(f, true);
        try {
            w.write(s);
        } finally {
            if (verbose) {
                w.close();
            }
        }
    }

    // GOOD
    void log(File f, String s) throws IOException {
        Writer w = verbose ? new FileWriter(f, true) : new StringWriter();
        try {
            w.write(s);
        } finally {
            w.close();
        }
    }

    // GOOD
    int state(File f) throws IOException {
        int st = 0;
        RandomAccessFile r = null;
        try {
            r = new RandomAccessFile(f, "r");
            st = 1;
            r.seek(8);
            st = 2;
            return r.readInt();
        } finally {
            if (st >= 1) {
                r.close();
            }
        }
    }

    // BAD
    int stateLater(File f) throws IOException {
        int st = 0;
        RandomAccessFile r = null;
        try {
            r = new RandomAccessFile(f, "r");
            st = 1;
            r.seek(8);
            st = 2;
            return r.readInt();
        } finally {
            if (st == 2) {
                r.close();
            }
        }
    }

    // GOOD
    void done(File f) throws IOException {
        Writer w = new FileWriter(f);
        boolean closed = false;
        try {
            w.write("x");
            w.close();
            closed = true;
        } finally {
            if (!closed) {
                w.close();
            }
        }
    }
}
