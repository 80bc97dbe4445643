package com.acme.f02;

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

public class HeaderParser {
    private static final int MAGIC = 0xCAFE;

    // BAD
    public int versionOf(File f) throws IOException {
        DataInputStream in = new DataInputStream(new FileInputStream(f));
        try {
            if (in.readInt() != MAGIC) {
                in.close();
                return -1;
            }
        } catch (EOFException e) {
            return -2;
        }
        int v = in.readUnsignedShort();
        in.close();
        return v;
    }

    // GOOD
    public int version(File f) throws IOException {
        DataInputStream in = new DataInputStream(new FileInputStream(f));
        try {
            if (in.readInt() != MAGIC) {
                return -1;
            }
            return in.readUnsignedShort();
        } catch (EOFException e) {
            return -2;
        } finally {
            in.close();
        }
    }

    // BAD
    public boolean hasTag(File f, String tag) {
        BufferedReader r = null;
        try {
            r = new BufferedReader(new FileReader(f, StandardCharsets.UTF_8));
            String s;
            while ((s = r.readLine()) != null) {
                if (s.contains(tag)) {
                    return true;
                }
            }
            r.close();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
        return false;
    }

    // GOOD
    public boolean containsTag(File f, String tag) {
        try (BufferedReader r = new BufferedReader(new FileReader(f, StandardCharsets.UTF_8))) {
            String s;
            while ((s = r.readLine()) != null) {
                if (s.contains(tag)) {
                    return true;
                }
            }
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
        return false;
    }

    // GOOD
    public int size(File f) throws IOException {
        if (!f.exists()) {
            return 0;
        }
        if (f.isDirectory()) {
            return -1;
        }
        InputStream in = new FileInputStream(f);
        try {
            return in.available();
        } finally {
            in.close();
        }
    }

    // BAD
    public int sizeBy(File f, int limit) throws IOException {
        InputStream in = new FileInputStream(f);
        if (limit == 0) {
            return 0;
        }
        try {
            return Math.min(limit, in.available());
        } finally {
            in.close();
        }
    }

    // GOOD
    public List<String> names(File f, boolean strict) throws IOException {
        List<String> out = new ArrayList<>();
        BufferedReader r = new BufferedReader(new FileReader(f));
        try {
            String head = r.readLine();
            if (head == null) {
                return out;
            }
            if (strict && !head.startsWith("#")) {
                throw new IOException("bad head");
            }
            for (String s = r.readLine(); s != null; s = r.readLine()) {
                if (s.isEmpty()) {
                    return out;
                }
                out.add(s.trim());
            }
        } finally {
            r.close();
        }
        return out;
    }

    // BAD
    public void copyHead(File f, File g) throws IOException {
        RandomAccessFile src = new RandomAccessFile(f, "r");
        if (src.length() < 16) {
            throw new IOException("short file");
        }
        byte[] b = new byte[16];
        try {
            src.readFully(b);
        } finally {
            src.close();
        }
        try (FileOutputStream o = new FileOutputStream(g)) {
            o.write(b);
        }
    }
}
