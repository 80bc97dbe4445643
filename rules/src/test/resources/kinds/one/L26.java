package one;

import java.io.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.util.*;

/** Type: reader. */
class L26 {
  void fileReader(String f) throws IOException {
    FileReader r = new FileReader(f); // LEAK
    while (r.read() != -1) {}
  }

  void charset(String f) throws IOException {
    Reader r = new FileReader(f, StandardCharsets.UTF_8); // LEAK
    r.read(new char[10]);
    r.close();
  }

  String lineNumber(File f) throws IOException {
    LineNumberReader r = new LineNumberReader(new FileReader(f)); // LEAK
    r.setLineNumber(1);
    return r.readLine();
  }

  void streamReader(String f) throws IOException {
    InputStreamReader r = new InputStreamReader(new FileInputStream(f), StandardCharsets.US_ASCII); // LEAK
    System.out.println(r.getEncoding());
  }

  void pushback(String f) throws IOException {
    PushbackReader r = new PushbackReader(new FileReader(f)); // LEAK
    r.unread('x');
  }

  List<String> collect(String f) throws IOException {
    BufferedReader r = new BufferedReader(new FileReader(f)); // LEAK
    return r.lines().toList();
  }

  void tokens(String f) throws IOException {
    Reader r = new BufferedReader(new FileReader(f)); // LEAK
    StreamTokenizer t = new StreamTokenizer(r);
    while (t.nextToken() != StreamTokenizer.TT_EOF) {
      System.out.println(t.sval);
    }
  }

  int loop(Path p) throws IOException {
    BufferedReader r = Files.newBufferedReader(p, StandardCharsets.UTF_8); // LEAK
    int n = 0;
    for (; ; ) {
      String s = r.readLine();
      if (s == null) {
        break;
      }
      n++;
    }
    return n;
  }

  void onlyOnEof(String f) throws IOException {
    BufferedReader r = new BufferedReader(new FileReader(f)); // LEAK
    while (true) {
      String s = r.readLine();
      if (s == null) {
        r.close();
        return;
      }
      if (s.equals("end")) {
        return;
      }
    }
  }
}
