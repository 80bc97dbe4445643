package thread_local_never_removed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;

/** Values whose end is there, but not for all of them. */
class Ends {
  private Ends() {}

  abstract static class Command {
    private static final ThreadLocal<Command> CURRENT = new ThreadLocal<>();

    static Command current() {
      return CURRENT.get();
    }

    protected void before() {
      CURRENT.set(this);
    }

    protected void after() {
      CURRENT.remove();
    }

    protected abstract byte[] perform() throws Exception;

    final byte[] execute() throws Exception {
      before(); // LEAK
      try {
        return perform();
      } finally {
        after();
      }
    }
  }

  /** Forgets what the method above does. */
  static class Retry extends Command {
    private final Callable<byte[]> call;
    private int tries;

    Retry(Callable<byte[]> call) {
      this.call = call;
    }

    @Override
    protected byte[] perform() throws Exception {
      tries++;
      return call.call();
    }

    @Override
    protected void after() {
      tries = 0;
    }
  }

  /** Marked as closed and left where it is. */
  static class Work {
    private final ThreadLocal<Session> session = new ThreadLocal<>();

    private Session current() {
      Session current = session.get();
      if (current == null || current.closed) {
        current = new Session();
        session.set(current); // LEAK
      }
      return current;
    }

    <T> T call(Function<Session, T> work) {
      try {
        return work.apply(current());
      } finally {
        finish();
      }
    }

    private void finish() {
      Session current = session.get();
      if (current != null) {
        current.closed = true;
      }
    }
  }

  static class Session {
    private final Map<Object, Object> loaded = new HashMap<>();
    private boolean closed;

    Object load(Object id, Function<Object, Object> loader) {
      return loaded.computeIfAbsent(id, loader);
    }
  }

  interface Link {
    boolean isReadOnly();

    void commit() throws IOException;

    void close() throws IOException;
  }

  /** Closed in any case, but given up only when something was written. */
  abstract static class Links {
    private static final ThreadLocal<Link> BOUND = new ThreadLocal<>();

    abstract Link open() throws IOException;

    Link begin() throws IOException {
      Link link = open();
      BOUND.set(link); // LEAK
      return link;
    }

    void finish() throws IOException {
      Link link = BOUND.get();
      if (link == null) {
        return;
      }
      try {
        if (link.isReadOnly()) {
          return;
        }
        link.commit();
        BOUND.remove();
      } finally {
        link.close();
      }
    }
  }

  /** Taken out only where there is an error; warnings stay and add up. */
  static class Problems {
    private static final ThreadLocal<List<String>> FOUND = new ThreadLocal<>();

    private static List<String> list() {
      List<String> list = FOUND.get();
      if (list == null) {
        FOUND.set(list = new ArrayList<>());
      }
      return list;
    }

    static void warn(String text) {
      list().add("W " + text); // LEAK
    }

    static List<String> drain() {
      List<String> list = list();
      if (list.stream().noneMatch(text -> text.startsWith("E"))) {
        return List.of();
      }
      FOUND.remove();
      return list;
    }
  }

  /** One huge frame makes the buffer of its thread huge for good. */
  static class Frames {
    private static final ThreadLocal<byte[]> SCRATCH = ThreadLocal.withInitial(() -> new byte[4096]);

    private static byte[] scratch(int size) {
      byte[] bytes = SCRATCH.get();
      if (bytes.length < size) {
        bytes = new byte[size + (size >> 1)];
        SCRATCH.set(bytes); // LEAK
      }
      return bytes;
    }

    static void write(CharSequence text, OutputStream out) throws IOException {
      int length = text.length();
      byte[] bytes = scratch(length);
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) text.charAt(i);
      }
      out.write(bytes, 0, length);
    }
  }

  /** The threads that the pool starts inherit the request that was set then. */
  static class Requests {
    private static final ThreadLocal<Map<String, Object>> CURRENT = new InheritableThreadLocal<>();

    static void run(Map<String, Object> request, Runnable work) {
      CURRENT.set(request); // LEAK
      try {
        work.run();
      } finally {
        CURRENT.remove();
      }
    }

    static Object get(String name) {
      return CURRENT.get().get(name);
    }
  }

  static void scale(ExecutorService pool, Map<String, Object> request, Consumer<Object> scaling) {
    Requests.run(
        request,
        () -> {
          Object path = Requests.get("path");
          pool.execute(() -> scaling.accept(path));
        });
  }

  /** Workers fill buffers of their own; who closes takes away that of one thread. */
  static class Blobs implements AutoCloseable {
    private final OutputStream out;
    private final ThreadLocal<ByteBuffer> buffer = // LEAK
        ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(1 << 20));

    Blobs(OutputStream out) {
      this.out = out;
    }

    void write(byte[] data) throws IOException {
      ByteBuffer mine = buffer.get();
      mine.clear();
      mine.put(data);
      synchronized (out) {
        out.write(mine.get(0));
      }
    }

    @Override
    public void close() throws IOException {
      buffer.remove();
      out.close();
    }
  }

  static void save(ExecutorService workers, OutputStream out, byte[] data) throws Exception {
    try (Blobs blobs = new Blobs(out)) {
      workers
          .submit(
              () -> {
                blobs.write(data);
                return null;
              })
          .get();
    }
  }

  /** Taken by one thread and given back by another, which keeps all of them. */
  static class Pages {
    private static final ThreadLocal<ArrayDeque<byte[]>> FREE =
        ThreadLocal.withInitial(ArrayDeque::new);

    static byte[] take() {
      byte[] page = FREE.get().poll();
      return page != null ? page : new byte[16384];
    }

    static void recycle(byte[] page) {
      FREE.get().push(page); // LEAK
    }
  }

  static void copy(byte[] data, ExecutorService writers, OutputStream out) {
    byte[] page = Pages.take();
    System.arraycopy(data, 0, page, 0, data.length);
    writers.execute(
        () -> {
          System.out.write(page, 0, page.length);
          Pages.recycle(page);
        });
  }

  static void check(byte[] data) {
    if (data.length == 0) {
      Problems.warn("empty");
    }
  }

  static Object all(Work work, Links links, byte[] data) throws Exception {
    links.begin();
    links.finish();
    Frames.write("text", System.out);
    new Retry(() -> data).execute();
    Object loaded = work.call(session -> session.load(data, key -> key));
    return List.of(loaded, Problems.drain(), Command.current());
  }
}
