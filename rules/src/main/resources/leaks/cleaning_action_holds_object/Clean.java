package cleaning_action_holds_object;

import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;

class Clean {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final AtomicLong FREED = new AtomicLong();

  static void free(long address) {
    FREED.addAndGet(address);
  }

  /** What is freed is an object of its own. */
  static class Buffer implements AutoCloseable {
    private final Cleaner.Cleanable cleanable;

    Buffer(long address) {
      this.cleanable = CLEANER.register(this, new Memory(address));
    }

    @Override
    public void close() {
      cleanable.clean();
    }
  }

  private record Memory(long address) implements Runnable {
    @Override
    public void run() {
      free(address);
    }
  }

  /** The lambda takes a parameter along, and nothing else. */
  static class Texture {
    Texture(long handle) {
      CLEANER.register(this, () -> free(handle));
    }
  }

  /** Made in a static method, which knows no object. */
  static class Glyphs {
    Glyphs(long... handles) {
      CLEANER.register(this, freeing(handles));
    }

    private static Runnable freeing(long[] handles) {
      return () -> {
        for (long handle : handles) {
          free(handle);
        }
      };
    }
  }

  /** Reads what it needs from the object, and keeps that alone. */
  static class Frame {
    final long address;

    Frame(long address) {
      this.address = address;
    }

    static Frame of(long address) {
      Frame frame = new Frame(address);
      CLEANER.register(frame, new Release(frame));
      return frame;
    }
  }

  static class Release implements Runnable {
    private final long address;

    Release(Frame frame) {
      this.address = frame.address;
    }

    @Override
    public void run() {
      free(address);
    }
  }

  /** Knows the object weakly. */
  static <T> T watched(T object) {
    WeakReference<T> weak = new WeakReference<>(object);
    CLEANER.register(object, () -> System.err.println("lost: " + weak.get()));
    return object;
  }

  static Object use() {
    try (Buffer buffer = new Buffer(1)) {
      return watched(new Object[] {buffer, new Texture(2), new Glyphs(3), Frame.of(4)});
    }
  }
}
