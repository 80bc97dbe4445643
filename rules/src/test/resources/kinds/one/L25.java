package one;

import java.io.*;
import java.util.*;

/** Type: java.io byte stream. */
class L25 {
  void fileIn(String f) throws IOException {
    FileInputStream in = new FileInputStream(f); // LEAK
    in.skip(3);
  }

  void fileOut(FileDescriptor fd, File f) throws IOException {
    FileOutputStream out = new FileOutputStream(f); // LEAK
    out.getFD().sync();
  }

  void random(File f) throws IOException {
    RandomAccessFile r = new RandomAccessFile(f, "rw"); // LEAK
    r.seek(3);
    r.write(3);
    r.close();
  }

  void sequence(String a, String b) throws IOException {
    InputStream s = new SequenceInputStream(new FileInputStream(a), new FileInputStream(b)); // LEAK
    System.out.println(s.read());
  }

  void pushback(String f) throws IOException {
    PushbackInputStream p = new PushbackInputStream(new FileInputStream(f)); // LEAK
    p.unread(p.read());
  }

  void buffered(File f, byte[] b) throws IOException {
    BufferedOutputStream o = new BufferedOutputStream(new FileOutputStream(f)); // LEAK
    o.write(b);
  }

  void printStream(String f) throws IOException {
    PrintStream p = new PrintStream(f); // LEAK
    p.println("hi");
  }

  void printStreamAppend(String f) throws IOException {
    PrintStream p = new PrintStream(new FileOutputStream(f, true)); // LEAK
    p.println("hi");
    p.flush();
  }

  static class Counting extends FilterInputStream {
    int n;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      n++;
      return super.read();
    }
  }

  int counting(String f) throws IOException {
    Counting c = new Counting(new FileInputStream(f)); // LEAK
    c.read();
    return c.n;
  }

  static class Tee extends OutputStream {
    private final OutputStream to = new ByteArrayOutputStream();
    private final FileOutputStream file;

    Tee(FileOutputStream file) {
      this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
      to.write(b);
      file.write(b);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  void tee(String f) throws IOException {
    OutputStream t = new Tee(new FileOutputStream(f)); // LEAK
    t.write(1);
  }
}
