package one;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import java.util.function.*;

/** Loop over a collection of resources. */
class C57 {
  void m1(List<InputStream> all) throws IOException {
    for (InputStream in : all) {
      in.close();
    }
  }

  void uses(List<Reader> all) throws IOException {
    for (Reader r : all) {
      System.out.println(r.read());
    }
  }

  void map(Map<String, Socket> m) throws IOException {
    for (Map.Entry<String, Socket> e : m.entrySet()) {
      Socket s = e.getValue();
      s.getOutputStream().write(1);
    }
  }

  void array(Closeable[] all) throws IOException {
    for (int i = 0; i < all.length; i++) {
      all[i].close();
    }
  }

  void iterator(Collection<Writer> ws) throws IOException {
    Iterator<Writer> it = ws.iterator();
    while (it.hasNext()) {
      Writer w = it.next();
      w.flush();
    }
  }

  void openAll(List<String> fs) throws IOException {
    List<InputStream> opened = new ArrayList<>();
    try {
      for (String f : fs) {
        opened.add(new FileInputStream(f));
      }
    } finally {
      for (InputStream in : opened) {
        try {
          in.close();
        } catch (IOException e) {
          e.printStackTrace();
        }
      }
    }
  }

  static class Res implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }

  void own(int n) {
    Res[] all = new Res[n];
    for (int i = 0; i < n; i++) {
      all[i] = new Res();
    }
    for (Res r : all) {
      r.close();
    }
  }

  void forEach(int n) {
    List<Res> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(new Res());
    }
    all.forEach(Res::close);
  }

  void deque(Deque<Res> d) {
    while (!d.isEmpty()) {
      Res r = d.pop();
      r.close();
    }
  }

  Res first(List<Res> all) {
    for (Res r : all) {
      if (r.hashCode() == 3) {
        return r;
      }
    }
    return null;
  }
}
