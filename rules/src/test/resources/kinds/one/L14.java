package one;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.util.*;
import java.util.zip.*;

/** Wrapper around the result of a call. */
class L14 {
  String m1(URL u) throws IOException {
    BufferedReader r = new BufferedReader(new InputStreamReader(u.openStream())); // LEAK
    return r.readLine();
  }

  int resource(String name) throws IOException {
    DataInputStream in = new DataInputStream(L14.class.getResourceAsStream(name)); // LEAK
    return in.readInt();
  }

  Object files(Path p) throws Exception {
    ObjectInputStream in = new ObjectInputStream(Files.newInputStream(p)); // LEAK
    return in.readObject();
  }

  void write(Path p) throws IOException {
    PrintWriter w = new PrintWriter(Files.newBufferedWriter(p)); // LEAK
    w.println("x");
  }

  private static FileInputStream open(String f) throws IOException {
    return new FileInputStream(f);
  }

  int own(String f) throws IOException {
    BufferedInputStream in = new BufferedInputStream(open(f)); // LEAK
    return in.read();
  }

  int ownClosedUnsafely(String f) throws IOException {
    InputStream in = new BufferedInputStream(open(f)); // LEAK
    int i = in.read();
    in.close();
    return i;
  }

  void gz(URL u) throws IOException {
    InputStream in = new GZIPInputStream(u.openStream()); // LEAK
    System.out.println(in.read());
    in.close();
  }

  String scanner(Path p) throws IOException {
    Scanner s = new Scanner(Files.newInputStream(p)); // LEAK
    return s.nextLine();
  }

  void zip(Path p) throws IOException {
    ZipInputStream z = new ZipInputStream(Files.newInputStream(p)); // LEAK
    System.out.println(z.getNextEntry());
  }

  void fromConnection(URL u) throws IOException {
    BufferedReader r =
        new BufferedReader(new InputStreamReader(u.openConnection().getInputStream())); // LEAK
    System.out.println(r.readLine());
  }
}
