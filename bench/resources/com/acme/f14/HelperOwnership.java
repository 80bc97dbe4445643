package com.acme.f14;

import java.io.*;
import java.util.ArrayList;
import java.util.List;

public class HelperOwnership {
    private final List<InputStream> kept = new ArrayList<>();

    private static int use(InputStream in) throws IOException {
        return in.read() + in.read();
    }

    private static int useAndClose(InputStream in) throws IOException {
        try {
            return in.read();
        } finally {
            in.close();
        }
    }

    private static int closeIfSmall(InputStream in) throws IOException {
        int n = in.available();
        if (n < 100) {
            in.close();
        }
        return n;
    }

    private static <T extends InputStream> T same(T in) {
        return in;
    }

    private void keep(InputStream in) {
        kept.add(in);
    }

    public void shutdown() throws IOException {
        IOException first = null;
        for (InputStream in : kept) {
            try {
                in.close();
            } catch (IOException e) {
                first = e;
            }
        }
        kept.clear();
        if (first != null) {
            throw first;
        }
    }

    // BAD
    int a(File f) throws IOException {
        return use(new FileInputStream(f));
    }

    // GOOD
    int b(File f) throws IOException {
        return useAndClose(new FileInputStream(f));
    }

    // BAD
    int c(File f) throws IOException {
        InputStream in = new FileInputStream(f);
        return closeIfSmall(in);
    }

    // GOOD
    void d(File f) throws IOException {
        keep(new FileInputStream(f));
    }

    // GOOD
    int e(File f) throws IOException {
        InputStream in = same(new FileInputStream(f));
        try {
            return use(in);
        } finally {
            in.close();
        }
    }

    // BAD
    int g(File f) throws IOException {
        InputStream in = same(new FileInputStream(f));
        return use(same(in));
    }

    private static void finish(Closeable c, String why) {
        System.out.println("closing: " + why);
        try {
            c.close();
        } catch (IOException e) {
            System.err.println(e);
        }
    }

    private static void report(Closeable c, String why) {
        System.out.println("closing: " + why + " " + c);
    }

    // GOOD
    int h(File f) throws IOException {
        InputStream in = new FileInputStream(f);
        try {
            return in.read();
        } finally {
            finish(in, "h");
        }
    }

    // BAD
    int i(File f) throws IOException {
        InputStream in = new FileInputStream(f);
        try {
            return in.read();
        } finally {
            report(in, "i");
        }
    }

    private static boolean isClosedOrEmpty(InputStream in) throws IOException {
        if (in.available() == 0) {
            in.close();
            return true;
        }
        return false;
    }

    // GOOD
    int j(File f) throws IOException {
        try (InputStream in = new FileInputStream(f)) {
            if (isClosedOrEmpty(in)) {
                return 0;
            }
            return in.read();
        }
    }
}
