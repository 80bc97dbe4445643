package one;

import java.io.*;
import java.nio.file.*;
import java.nio.file.attribute.*;
import java.util.*;
import java.util.stream.*;

/** Stream from java.nio.file.Files. */
class L24 {
  long m1(Path p) throws IOException {
    return Files.lines(p).count(); // LEAK
  }

  List<Path> walk(Path p) throws IOException {
    return Files.walk(p).filter(Files::isRegularFile).collect(Collectors.toList()); // LEAK
  }

  void list(Path p) throws IOException {
    Files.list(p).forEach(System.out::println); // LEAK
  }

  Optional<Path> find(Path p) throws IOException {
    return Files.find(p, 3, (q, a) -> a.isDirectory()).findFirst(); // LEAK
  }

  void local(Path p) throws IOException {
    Stream<String> lines = Files.lines(p); // LEAK
    lines.forEach(System.out::println);
  }

  void localMapped(Path p) throws IOException {
    Stream<Integer> lengths = Files.lines(p).map(String::length); // LEAK
    System.out.println(lengths.max(Integer::compare));
  }

  void closedUnsafely(Path p) throws IOException {
    Stream<Path> s = Files.list(p); // LEAK
    System.out.println(s.count());
    s.close();
  }

  void iterator(Path p) throws IOException {
    Iterator<Path> it = Files.walk(p).iterator(); // LEAK
    while (it.hasNext()) {
      System.out.println(it.next());
    }
  }

  void directory(Path p) throws IOException {
    for (Path q : Files.newDirectoryStream(p)) { // LEAK
      System.out.println(q);
    }
  }

  boolean any(Path p) {
    try {
      return Files.lines(p).anyMatch(String::isEmpty); // LEAK
    } catch (IOException e) {
      return false;
    }
  }

  void flat(List<Path> ps) {
    ps.forEach(
        p -> {
          try {
            Files.list(p).forEach(System.out::println); // LEAK
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  String[] array(Path p) throws IOException {
    Stream<String> s = Files.lines(p); // LEAK
    Stream<String> t = s.filter(x -> !x.isEmpty());
    return t.toArray(String[]::new);
  }

  Map<String, Long> group(Path p) throws IOException {
    return Files.lines(p) // LEAK
        .flatMap(l -> Arrays.stream(l.split(" ")))
        .collect(Collectors.groupingBy(w -> w, Collectors.counting()));
  }
}
