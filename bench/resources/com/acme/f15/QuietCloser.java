package com.acme.f15;

import java.io.*;
import java.net.Socket;

public class QuietCloser {

    static void closeQuietly(Closeable c) {
        if (c != null) {
            try {
                c.close();
            } catch (IOException ignored) {
            }
        }
    }

    static void closeAll(Closeable... cs) {
        for (Closeable c : cs) {
            closeQuietly(c);
        }
    }

    static void closeFirst(Closeable... cs) {
        if (cs.length > 0) {
            closeQuietly(cs[0]);
        }
    }

    static void flushQuietly(Flushable f) {
        try {
            if (f != null) {
                f.flush();
            }
        } catch (IOException ignored) {
        }
    }

    static void closeOrFail(AutoCloseable c) {
        try {
            c.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    // GOOD
    int one(File f) {
        InputStream in = null;
        try {
            in = new FileInputStream(f);
            return in.read();
        } catch (IOException e) {
            return -1;
        } finally {
            closeQuietly(in);
        }
    }

    // GOOD
    void two(File a, File b) throws IOException {
        InputStream in = null;
        OutputStream out = null;
        try {
            in = new FileInputStream(a);
            out = new FileOutputStream(b);
            in.transferTo(out);
        } finally {
            closeAll(in, out);
        }
    }

    // BAD
    void twoFirst(File a, File b) throws IOException {
        InputStream in = null;
        OutputStream out = null;
        try {
            in = new FileInputStream(a);
            out = new FileOutputStream(b);
            in.transferTo(out);
        } finally {
            closeFirst(in, out);
        }
    }

    // BAD
    void hello(File b) throws IOException {
        Writer w = new FileWriter(b);
        try {
            w.write("hello");
        } finally {
            flushQuietly(w);
        }
    }

    // GOOD
    void helloBoth(File b) throws IOException {
        Writer w = new FileWriter(b);
        try {
            w.write("hello");
        } finally {
            flushQuietly(w);
            closeQuietly(w);
        }
    }

    // BAD
    void sequence(File a, File b) throws IOException {
        Writer w = null;
        InputStream in = null;
        try {
            w = new BufferedWriter(new FileWriter(b));
            in = new FileInputStream(a);
            w.write(in.read());
        } finally {
            closeOrFail(w);
            closeQuietly(in);
        }
    }

    // GOOD
    void sequenceNested(File a, File b) throws IOException {
        InputStream in = new FileInputStream(a);
        try {
            InputStream in2 = new FileInputStream(b);
            try {
                System.out.println(in.read() == in2.read());
            } finally {
                closeOrFail(in2);
            }
        } finally {
            closeQuietly(in);
        }
    }

    // BAD
    int diff(File a, File b) throws IOException {
        InputStream x = null;
        InputStream y = null;
        try {
            x = new FileInputStream(a);
            y = new FileInputStream(b);
            return x.read() - y.read();
        } finally {
            closeQuietly(x);
            closeQuietly(x);
        }
    }

    // GOOD
    boolean ping(String host, int port) {
        Socket s = null;
        try {
            s = new Socket(host, port);
            s.getOutputStream().write(1);
            return s.getInputStream().read() == 1;
        } catch (IOException e) {
            return false;
        } finally {
            closeQuietly(s);
        }
    }

    // BAD
    boolean pong(String host, int port) {
        Socket s = null;
        try {
            s = new Socket(host, port);
            s.getOutputStream().write(1);
            return s.getInputStream().read() == 1;
        } catch (IOException e) {
            closeQuietly(s);
            return false;
        }
    }
}
