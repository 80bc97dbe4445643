package one;

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.stream.*;

/** In-memory stream that needs no close. */
class C54 {
  byte[] m1() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[3]);
    return out.toByteArray();
  }

  int m2(byte[] b) {
    ByteArrayInputStream in = new ByteArrayInputStream(b);
    return in.read();
  }

  String m3() {
    StringWriter w = new StringWriter();
    w.write("x");
    return w.toString();
  }

  int m4(String s) throws IOException {
    return new StringReader(s).read();
  }

  String trace(Throwable t) {
    StringWriter s = new StringWriter();
    t.printStackTrace(new PrintWriter(s));
    return s.toString();
  }

  byte[] wrapped(Object o) throws IOException {
    ByteArrayOutputStream b = new ByteArrayOutputStream();
    ObjectOutputStream out = new ObjectOutputStream(b);
    out.writeObject(o);
    out.flush();
    return b.toByteArray();
  }

  Object back(byte[] b) throws Exception {
    return new ObjectInputStream(new ByteArrayInputStream(b)).readObject();
  }

  void scanner(String s) {
    Scanner sc = new Scanner(s);
    while (sc.hasNext()) {
      System.out.println(sc.next());
    }
  }

  String formatter() {
    Formatter f = new Formatter();
    f.format("%d", 3);
    return f.toString();
  }

  String formatterOf(StringBuilder b) {
    Formatter f = new Formatter(b);
    return f.format("x").toString();
  }

  String line(String s) throws IOException {
    BufferedReader r = new BufferedReader(new StringReader(s));
    return r.readLine();
  }

  char[] chars() throws IOException {
    CharArrayWriter w = new CharArrayWriter();
    PrintWriter p = new PrintWriter(w);
    p.print("a");
    p.flush();
    return w.toCharArray();
  }

  int nested(byte[] b) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new ByteArrayInputStream(b)));
    return in.readInt();
  }

  void nullStream() throws IOException {
    OutputStream o = OutputStream.nullOutputStream();
    o.write(1);
    Reader r = Reader.nullReader();
    r.read();
  }

  long stream(List<String> l) {
    Stream<String> s = l.stream().filter(x -> !x.isEmpty());
    return s.count();
  }

  int ints() {
    return IntStream.range(0, 4).boxed().map(i -> i + 1).reduce(0, Integer::sum);
  }

  void library() throws IOException {
    var b = new org.apache.commons.io.output.ByteArrayOutputStream();
    b.write(1);
    var w = new org.apache.commons.io.output.StringBuilderWriter();
    w.write("x");
  }
}
