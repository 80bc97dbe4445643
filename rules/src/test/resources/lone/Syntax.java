package org.acme.lone;

import com.acme.net.Gateway;
import com.acme.store.Blob;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Every corner of the language where something can be opened, with unknown types around. */
class Syntax<T extends Gateway> {
  private static final int FIRST;

  static {
    try {
      InputStream in = new FileInputStream("first"); // LEAK
      FIRST = in.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final T gateway;
  private int initial;

  {
    try (InputStream in = new FileInputStream("initial")) {
      initial = in.read();
    } catch (IOException e) {
      initial = -1;
    }
  }

  Syntax(T gateway) {
    this.gateway = gateway;
  }

  int switched(Blob blob, String kind) throws IOException {
    InputStream in =
        switch (kind) {
          case "file" -> new FileInputStream("x"); // LEAK
          case "blob" -> blob.content(); // LEAK
          default -> throw new IOException(kind);
        };
    int first = in.read();
    in.close();
    return first;
  }

  int yielded(int kind) throws IOException {
    return switch (kind) {
      case 0 -> {
        Reader reader = new FileReader("x"); // LEAK
        yield reader.read();
      }
      case 2 -> {
        InputStream in =
            switch (Gateway.mode()) {
              case 0:
                yield Gateway.stream(); // LEAK
              default:
                yield new FileInputStream("x"); // LEAK
            };
        int first = in.read();
        in.close();
        yield first;
      }
      case 1 -> {
        try (Reader reader = new FileReader("x")) {
          yield reader.read();
        }
      }
      default -> -1;
    };
  }

  /** A record whose canonical constructor checks what it gets. */
  record Entry(Blob blob, InputStream in) implements Closeable {
    Entry {
      if (blob == null) {
        throw new IllegalArgumentException("blob");
      }
    }

    static Entry open(Blob blob) throws IOException {
      return new Entry(blob, new FileInputStream(blob.name()));
    }

    int first() throws IOException {
      return in.read();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  void pattern(Object source) throws IOException {
    if (source instanceof Blob blob && blob.isStored()) {
      InputStream in = blob.content(); // LEAK
      gateway.send(in.read());
      in.close();
    }
    if (source instanceof InputStream in) {
      gateway.send(in.read());
    }
  }

  int nestedFinally(Blob blob) throws IOException {
    InputStream first = blob.content();
    try {
      InputStream second = blob.content();
      try {
        return first.read() + second.read();
      } finally {
        second.close();
      }
    } finally {
      first.close();
    }
  }

  Callable<Integer> lambda(String name) {
    return () -> {
      Reader reader = new FileReader(name); // LEAK
      return reader.read();
    };
  }

  Callable<Integer> anonymous(String name) {
    return new Callable<>() {
      @Override
      public Integer call() throws IOException {
        try (Reader reader = new FileReader(name)) {
          return reader.read() + new Gateway().total();
        }
      }
    };
  }

  Function<String, Reader> reference() {
    return Syntax::open;
  }

  private static Reader open(String name) {
    try {
      return new FileReader(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <S extends Blob> int generic(S blob) throws IOException {
    InputStream in = blob.content(); // LEAK
    int read = in.read();
    in.close();
    return read;
  }

  void labelled(Iterable<Blob> blobs) throws IOException {
    outer:
    for (Blob blob : blobs) {
      try (InputStream in = blob.content()) {
        while (true) {
          int next = in.read();
          if (next < 0) {
            continue outer;
          }
          gateway.send(next);
        }
      }
    }
  }

  enum Kind {
    FILE {
      @Override
      int read(String name) throws IOException {
        Reader reader = new FileReader(name); // LEAK
        return reader.read();
      }
    },
    NONE;

    int read(String name) throws IOException {
      return Gateway.read(name);
    }
  }

  interface Source {
    Blob blob();

    default int first() throws IOException {
      InputStream in = blob().content(); // LEAK
      int first = in.read();
      in.close();
      return first;
    }

    static int size(String name) throws IOException {
      try (InputStream in = new FileInputStream(name)) {
        return in.available();
      }
    }
  }
}
