package one;

import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.jar.*;
import java.util.zip.*;

/** Wrapper around an open local, neither closed or constructor may throw. */
class L12 {
  int m1(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    BufferedInputStream b = new BufferedInputStream(in);
    return b.read();
  }

  String lines(String f) throws IOException {
    FileReader fr = new FileReader(f); // LEAK
    BufferedReader br = new BufferedReader(fr);
    String s = br.readLine();
    br.close();
    return s;
  }

  Object read(File f) throws IOException, ClassNotFoundException {
    FileInputStream fis = new FileInputStream(f); // LEAK
    ObjectInputStream ois = new ObjectInputStream(fis);
    try {
      return ois.readObject();
    } finally {
      ois.close();
    }
  }

  void write(File f, Object o) throws IOException {
    FileOutputStream fos = new FileOutputStream(f); // LEAK
    ObjectOutputStream oos = new ObjectOutputStream(fos);
    try {
      oos.writeObject(o);
    } finally {
      oos.close();
    }
  }

  int gz(Path p) throws IOException {
    InputStream in = Files.newInputStream(p); // LEAK
    InputStream gz = new GZIPInputStream(in);
    try {
      return gz.read();
    } finally {
      gz.close();
    }
  }

  void print(String f) throws IOException {
    FileOutputStream out = new FileOutputStream(f); // LEAK
    PrintStream ps = new PrintStream(out);
    ps.println("a");
  }

  void decode(String f, String charset) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    InputStreamReader r = new InputStreamReader(in, charset);
    System.out.println(r.read());
    r.close();
  }

  void scan(String f) throws IOException {
    InputStream in = new FileInputStream(f); // LEAK
    Scanner sc = new Scanner(in);
    System.out.println(sc.nextLine());
  }

  void zip(String f) throws IOException {
    FileOutputStream out = new FileOutputStream(f); // LEAK
    ZipOutputStream z = new ZipOutputStream(out);
    z.putNextEntry(new ZipEntry("x"));
    z.close();
  }

  void jar(File f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    JarInputStream jar = null;
    try {
      jar = new JarInputStream(in);
      jar.getNextJarEntry();
    } finally {
      if (jar != null) {
        jar.close();
      }
    }
  }

  static class Lexer implements Closeable {
    final Reader reader;

    Lexer(Reader reader) {
      this.reader = reader;
    }

    int next() throws IOException {
      return reader.read();
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  int own(String f) throws IOException {
    FileReader r = new FileReader(f); // LEAK
    Lexer lexer = new Lexer(r);
    return lexer.next();
  }

  int ownClosed(String f) throws IOException {
    FileReader r = new FileReader(f); // LEAK
    Lexer lexer = new Lexer(r);
    int i = lexer.next();
    lexer.close();
    return i;
  }
}
