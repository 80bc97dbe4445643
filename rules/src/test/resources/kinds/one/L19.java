package one;

import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.zip.*;
import javax.imageio.ImageIO;
import javax.xml.parsers.*;

/** Handed to a library method that does not close it. */
class L19 {
  Properties m1(String f) throws IOException {
    Properties p = new Properties();
    p.load(new FileInputStream(f)); // LEAK
    return p;
  }

  void store(Properties p, File f) throws IOException {
    FileOutputStream out = new FileOutputStream(f); // LEAK
    p.store(out, null);
  }

  long copy(String f, Path to) throws IOException {
    InputStream in = new FileInputStream(f); // LEAK
    return Files.copy(in, to);
  }

  long copyTo(Path p, File f) throws IOException {
    return Files.copy(p, new FileOutputStream(f)); // LEAK
  }

  Object image(File f) throws IOException {
    return ImageIO.read(new FileInputStream(f)); // LEAK
  }

  String utf(String f) throws IOException {
    return org.apache.commons.io.IOUtils.toString(new FileReader(f)); // LEAK
  }

  void utilCopy(String a, String b) throws IOException {
    FileInputStream in = new FileInputStream(a); // LEAK
    FileOutputStream out = new FileOutputStream(b); // LEAK
    org.apache.commons.io.IOUtils.copy(in, out);
  }

  Properties reader(String f) throws IOException {
    Properties p = new Properties();
    Reader r = new FileReader(f); // LEAK
    p.load(r);
    r.close();
    return p;
  }

  Object key(String f, char[] pw) throws Exception {
    java.security.KeyStore ks = java.security.KeyStore.getInstance("JKS");
    ks.load(new FileInputStream(f), pw); // LEAK
    return ks;
  }

  byte[] guava(File f) throws IOException {
    return com.google.common.io.ByteStreams.toByteArray(new FileInputStream(f)); // LEAK
  }

  void transfer(String f, OutputStream to) throws IOException {
    new FileInputStream(f).transferTo(to); // LEAK
  }

  void manifest(java.util.jar.Manifest m, String f) throws IOException {
    OutputStream out = new FileOutputStream(f); // LEAK
    m.write(out);
    out.close();
  }

  Object certificate(String f) throws Exception {
    java.security.cert.CertificateFactory c =
        java.security.cert.CertificateFactory.getInstance("X.509");
    return c.generateCertificate(new FileInputStream(f)); // LEAK
  }
}
