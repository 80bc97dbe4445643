package com.acme.f34;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import java.util.jar.*;
import java.util.zip.*;

public class Archives {

    // BAD
    int entriesOf(File f) throws IOException {
        ZipFile z = new ZipFile(f);
        return z.size();
    }

    // GOOD
    int entries(File f) throws IOException {
        try (ZipFile z = new ZipFile(f)) {
            return z.size();
        }
    }

    // GOOD
    String mainClass(File f) throws IOException {
        try (JarFile j = new JarFile(f)) {
            Manifest m = j.getManifest();
            return m == null ? null : m.getMainAttributes().getValue("Main-Class");
        }
    }

    // BAD
    String version(File f) throws IOException {
        JarFile j = new JarFile(f);
        Manifest m = j.getManifest();
        if (m == null) {
            return null;
        }
        String v = m.getMainAttributes().getValue("Implementation-Version");
        j.close();
        return v;
    }

    // GOOD
    byte[] entry(File f, String name) throws IOException {
        try (ZipFile z = new ZipFile(f)) {
            ZipEntry e = z.getEntry(name);
            if (e == null) {
                return null;
            }
            try (InputStream in = z.getInputStream(e)) {
                return in.readAllBytes();
            }
        }
    }

    // BAD
    byte[] entryOf(File f, String name) throws IOException {
        ZipFile z = new ZipFile(f);
        ZipEntry e = z.getEntry(name);
        try (InputStream in = z.getInputStream(e)) {
            return in.readAllBytes();
        }
    }

    // BAD
    void unzipTo(Path zip, Path dir) throws IOException {
        try (ZipInputStream z = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry e = z.getNextEntry(); e != null; e = z.getNextEntry()) {
                Path to = dir.resolve(e.getName());
                if (e.isDirectory()) {
                    Files.createDirectories(to);
                    continue;
                }
                OutputStream out = Files.newOutputStream(to);
                z.transferTo(out);
                out.flush();
            }
        }
    }

    // GOOD
    void unzip(Path zip, Path dir) throws IOException {
        try (ZipInputStream z = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry e = z.getNextEntry(); e != null; e = z.getNextEntry()) {
                Path to = dir.resolve(e.getName());
                if (e.isDirectory()) {
                    Files.createDirectories(to);
                    continue;
                }
                try (OutputStream out = Files.newOutputStream(to)) {
                    z.transferTo(out);
                }
            }
        }
    }

    // GOOD
    boolean has(Path zip, String name) throws IOException {
        try (FileSystem fs = FileSystems.newFileSystem(zip)) {
            return Files.exists(fs.getPath(name));
        }
    }

    // BAD
    boolean hasEntry(Path zip, String name) throws IOException {
        FileSystem fs = FileSystems.newFileSystem(zip);
        return Files.exists(fs.getPath(name));
    }

    // BAD
    Class<?> load(File jar, String cn) throws IOException, ClassNotFoundException {
        URLClassLoader cl = new URLClassLoader(new URL[] {jar.toURI().toURL()});
        Class<?> c = cl.loadClass(cn);
        System.out.println(c.getName());
        cl.close();
        return c;
    }

    // GOOD
    boolean loads(File jar, String cn) throws IOException {
        try (URLClassLoader cl = new URLClassLoader(new URL[] {jar.toURI().toURL()})) {
            return cl.loadClass(cn) != null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    // GOOD
    byte[] deflate(byte[] b) throws IOException {
        ByteArrayOutputStream bo = new ByteArrayOutputStream();
        try (GZIPOutputStream g = new GZIPOutputStream(bo)) {
            g.write(b);
        }
        return bo.toByteArray();
    }
}
