package com.acme.f12;

import java.io.*;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.zip.*;

public class WrapperCloses {

    // GOOD
    int outer(File f) throws IOException {
        FileInputStream in = new FileInputStream(f);
        DataInputStream d = new DataInputStream(new BufferedInputStream(in));
        try {
            return d.readInt();
        } finally {
            d.close();
        }
    }

    // GOOD
    int inner(File f) throws IOException {
        FileInputStream in = new FileInputStream(f);
        try {
            DataInputStream d = new DataInputStream(in);
            return d.readInt();
        } finally {
            in.close();
        }
    }

    // BAD
    int deep(File f) throws IOException {
        FileInputStream in = new FileInputStream(f);
        DataInputStream d = new DataInputStream(new BufferedInputStream(in));
        return d.readInt();
    }

    // BAD
    Object object(File f) throws IOException, ClassNotFoundException {
        ObjectInputStream o = new ObjectInputStream(new FileInputStream(f));
        try {
            return o.readObject();
        } finally {
            o.close();
        }
    }

    // GOOD
    Object objectOf(File f) throws IOException, ClassNotFoundException {
        try (FileInputStream in = new FileInputStream(f)) {
            return new ObjectInputStream(in).readObject();
        }
    }

    // BAD
    List<Integer> scan(File f) throws IOException {
        List<Integer> l = new ArrayList<>();
        Scanner s = new Scanner(f);
        while (s.hasNextInt()) {
            l.add(s.nextInt());
        }
        return l;
    }

    // GOOD
    List<Integer> scanAll(File f) throws IOException {
        List<Integer> l = new ArrayList<>();
        try (Scanner s = new Scanner(new BufferedInputStream(new FileInputStream(f)), StandardCharsets.UTF_8)) {
            while (s.hasNextInt()) {
                l.add(s.nextInt());
            }
        }
        return l;
    }

    // GOOD
    void formatTo(File f, Map<String, Integer> m) throws IOException {
        try (Formatter fm = new Formatter(f)) {
            m.forEach((k, v) -> fm.format("%s=%d%n", k, v));
        }
    }

    // BAD
    void format(File f, Map<String, Integer> m) throws IOException {
        Formatter fm = new Formatter(f);
        m.forEach((k, v) -> fm.format("%s=%d%n", k, v));
        fm.flush();
    }

    // GOOD
    void print(File f, List<String> ls) throws IOException {
        PrintWriter pw = new PrintWriter(new BufferedWriter(new FileWriter(f)));
        try {
            for (String l : ls) {
                pw.println(l);
            }
        } finally {
            pw.close();
        }
    }

    // BAD
    String named(File f, String charset) throws IOException {
        try (BufferedReader r = new BufferedReader(new InputStreamReader(new FileInputStream(f), charset))) {
            return r.readLine();
        }
    }

    // GOOD
    String namedBy(File f, String charset) throws IOException {
        Charset cs = Charset.forName(charset);
        try (BufferedReader r = new BufferedReader(new InputStreamReader(new FileInputStream(f), cs))) {
            return r.readLine();
        }
    }

    // BAD
    void pack(File src, File dst) throws IOException {
        GZIPOutputStream g = new GZIPOutputStream(new FileOutputStream(dst));
        try (FileInputStream in = new FileInputStream(src)) {
            in.transferTo(g);
            g.finish();
        }
    }
}
