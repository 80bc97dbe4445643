package one;

import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.jar.*;
import java.util.zip.*;

/** Type: zip or jar. */
class L30 {
  int zip(String f) throws IOException {
    ZipFile z = new ZipFile(f); // LEAK
    return z.size();
  }

  Attributes jar(File f) throws IOException {
    JarFile j = new JarFile(f); // LEAK
    Attributes a = j.getManifest().getMainAttributes();
    j.close();
    return a;
  }

  void zipIn(InputStream in, File f) throws IOException {
    ZipInputStream z = new ZipInputStream(new FileInputStream(f)); // LEAK
    for (ZipEntry e = z.getNextEntry(); e != null; e = z.getNextEntry()) {
      System.out.println(e);
    }
  }

  void zipOut(File f) throws IOException {
    ZipOutputStream z = new ZipOutputStream(new FileOutputStream(f)); // LEAK
    z.putNextEntry(new ZipEntry("a"));
    z.write(1);
    z.closeEntry();
    z.close();
  }

  void jarOut(String f, Manifest m) throws IOException {
    JarOutputStream j = new JarOutputStream(new FileOutputStream(f), m); // LEAK(low)
    try {
      j.finish();
    } finally {
      j.close();
    }
  }

  void entries(File f) throws IOException {
    ZipFile z = new ZipFile(f); // LEAK
    Enumeration<? extends ZipEntry> e = z.entries();
    while (e.hasMoreElements()) {
      if (e.nextElement().isDirectory()) {
        return;
      }
    }
    z.close();
  }

  void gzipWrite(Path p, byte[] b) throws IOException {
    OutputStream out = Files.newOutputStream(p); // LEAK
    GZIPOutputStream g = new GZIPOutputStream(out);
    g.write(b);
    g.close();
  }

  void inflaterStream(String f) throws IOException {
    InputStream in = new InflaterInputStream(new FileInputStream(f)); // LEAK
    System.out.println(in.read());
  }

  void deflaterStream(String f) throws IOException {
    OutputStream out = new DeflaterOutputStream(new FileOutputStream(f)); // LEAK
    out.write(1);
    out.close();
  }

  byte[] closesEntryOnly(File f, String n) throws IOException {
    ZipFile z = new ZipFile(f); // LEAK
    try (InputStream in = z.getInputStream(z.getEntry(n))) {
      return in.readAllBytes();
    }
  }
}
