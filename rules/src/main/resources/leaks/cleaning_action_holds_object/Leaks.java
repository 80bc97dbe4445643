package cleaning_action_holds_object;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;

class Leaks {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final AtomicLong FREED = new AtomicLong();

  static void free(long address) {
    FREED.addAndGet(address);
  }

  /** The lambda reads a field, and so refers to the object. */
  static class Buffer implements AutoCloseable {
    private final long address;
    private final Cleaner.Cleanable cleanable;

    Buffer(long address) {
      this.address = address;
      this.cleanable = CLEANER.register(this, () -> free(this.address)); // LEAK
    }

    @Override
    public void close() {
      cleanable.clean();
    }
  }

  /** A method of the object. */
  static class Texture {
    private long handle;

    Texture(long handle) {
      this.handle = handle;
      CLEANER.register(this, this::dispose); // LEAK
    }

    void dispose() {
      free(handle);
      handle = 0;
    }
  }

  /** An anonymous class that calls a method of what is around it. */
  static class Glyphs {
    private final long[] handles;

    Glyphs(long... handles) {
      this.handles = handles;
      Runnable action =
          new Runnable() {
            @Override
            public void run() {
              freeAll();
            }
          };
      CLEANER.register(this, action); // LEAK
    }

    private void freeAll() {
      for (long handle : handles) {
        free(handle);
      }
    }
  }

  /** An object of its own, which keeps the one that it waits for. */
  static class Frame {
    final long address;

    Frame(long address) {
      this.address = address;
    }

    static Frame of(long address) {
      Frame frame = new Frame(address);
      CLEANER.register(frame, new Release(frame)); // LEAK
      return frame;
    }
  }

  static class Release implements Runnable {
    private final Frame frame;

    Release(Frame frame) {
      this.frame = frame;
    }

    @Override
    public void run() {
      free(frame.address);
    }
  }

  /** What is registered for somebody else. */
  static <T> T watched(T object) {
    CLEANER.register(object, () -> System.err.println("lost: " + object)); // LEAK
    return object;
  }

  static Object use() {
    try (Buffer buffer = new Buffer(1)) {
      new Texture(2).dispose();
      return watched(new Object[] {buffer, new Glyphs(3), Frame.of(4)});
    }
  }
}
