package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;

/** Put in a collection, array or Optional. */
class C58 {
  private final List<InputStream> streams = new ArrayList<>();
  private final Map<String, Writer> writers = new ConcurrentHashMap<>();
  private final Socket[] sockets = new Socket[3];

  void add(String f) throws IOException {
    streams.add(new FileInputStream(f));
  }

  void addLocal(String f) throws IOException {
    InputStream in = new FileInputStream(f);
    streams.add(in);
    in.read();
  }

  void put(String f) throws IOException {
    Writer w = new FileWriter(f);
    writers.put(f, w);
  }

  void computed(String f) {
    Writer w =
        writers.computeIfAbsent(
            f,
            k -> {
              try {
                return new FileWriter(k);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    System.out.println(w);
  }

  void store(int i, String h) throws IOException {
    sockets[i] = new Socket(h, 4);
  }

  void closeAll() throws IOException {
    for (InputStream in : streams) in.close();
    for (Writer w : writers.values()) w.close();
    for (Socket s : sockets) s.close();
  }

  List<InputStream> listOf(String a, String b) throws IOException {
    return List.of(new FileInputStream(a));
  }

  List<Reader> collect(List<String> fs) throws IOException {
    List<Reader> all = new ArrayList<>();
    for (String f : fs) {
      all.add(new FileReader(f));
    }
    return all;
  }

  void given(Collection<AutoCloseable> to) {
    to.add(new Res());
  }

  void givenArray(AutoCloseable[] to) {
    to[0] = new Res();
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  Optional<Res> optional() {
    Res r = new Res();
    return Optional.of(r);
  }

  Map<String, Res> map() {
    return Map.of("a", new Res());
  }

  Map.Entry<String, Res> entry() {
    Map.Entry<String, Res> e = new AbstractMap.SimpleEntry<>("x", new Res());
    return e;
  }

  Object[] objects() {
    Object[] a = new Object[2];
    a[0] = new Res();
    a[1] = new Res();
    return a;
  }

  void locallyClosed() {
    List<Res> all = new ArrayList<>();
    all.add(new Res());
    for (Res r : all) {
      r.close();
    }
  }

  Stream<Res> stream(int n) {
    return IntStream.range(0, n).mapToObj(i -> new Res());
  }
}
