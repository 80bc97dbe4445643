package one;

import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;

/** Fluent call returning the same resource type. */
class C60 {
  static class Builder implements AutoCloseable {
    Builder add(String s) {
      System.out.println(s);
      return this;
    }

    Builder self() {
      return add("x");
    }

    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void m1() {
    try (Builder b = new Builder().add("a").add("b")) {
      System.out.println(b);
    }
  }

  void local() {
    Builder b = new Builder();
    try {
      b.add("a").add("b");
    } finally {
      b.close();
    }
  }

  void reassigned() {
    Builder b = new Builder();
    b = b.add("x");
    b.close();
  }

  void parameter(Builder b) {
    b.add("a").self().add("c");
  }

  void other(Builder b) {
    Builder c = b.add("a");
    c.add("d");
  }

  void closesChain() {
    new Builder().add("x").close();
  }

  void append(String f) throws IOException {
    try (FileWriter w = new FileWriter(f)) {
      w.append("a").append("b");
      Writer v = w.append('c');
      v.flush();
    }
  }

  void print(PrintStream out) {
    out.printf("%d", 1).append("x").format("%s", "y");
    PrintStream p = out.append("z");
    p.println();
  }

  void scanner(String f) throws IOException {
    try (Scanner s = new Scanner(new File(f)).useDelimiter(",")) {
      System.out.println(s.next());
    }
  }

  long stream(Path p) throws IOException {
    try (Stream<String> s = Files.lines(p).skip(1).parallel().onClose(() -> {})) {
      return s.count();
    }
  }

  void streamLocal(Path p) throws IOException {
    Stream<String> s = Files.lines(p);
    try {
      Stream<String> t = s.filter(x -> x.length() > 3);
      System.out.println(t.count());
    } finally {
      s.close();
    }
  }

  Builder chainReturned() {
    return new Builder().add("a");
  }

  void standard() {
    System.out.append("x").append("y");
    PrintStream p = System.err.printf("a");
    p.flush();
  }
}
