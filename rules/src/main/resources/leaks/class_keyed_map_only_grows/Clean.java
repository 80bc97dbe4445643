package class_keyed_map_only_grows;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

public class Clean {
  /** The platform keeps the value with the class. */
  static class Columns {
    private static final ClassValue<Integer> COUNTS =
        new ClassValue<>() {
          @Override
          protected Integer computeValue(Class<?> type) {
            return type.getDeclaredFields().length;
          }
        };

    static int of(Class<?> type) {
      return COUNTS.get(type);
    }
  }

  /** Weak keys, and values that do not lead back to them. */
  static class Titles {
    private static final Map<Class<?>, String> TITLES = new WeakHashMap<>();

    static synchronized String of(Class<?> type) {
      return TITLES.computeIfAbsent(type, Class::getSimpleName);
    }
  }

  /** Filled once, with classes that are there anyway. */
  static class Defaults {
    private static final Map<Class<?>, Object> VALUES = new HashMap<>();

    static {
      VALUES.put(int.class, 0);
      VALUES.put(boolean.class, false);
      VALUES.put(String.class, "");
    }

    static Object of(Class<?> type) {
      return VALUES.get(type);
    }
  }

  /** The entry goes when the plug-in is closed. */
  static class Plugin implements AutoCloseable {
    private static final Map<ClassLoader, Properties> SETTINGS = new ConcurrentHashMap<>();
    private final ClassLoader loader;

    Plugin(ClassLoader loader) {
      this.loader = loader;
      SETTINGS.put(loader, new Properties());
    }

    Properties settings() {
      return SETTINGS.get(loader);
    }

    @Override
    public void close() {
      SETTINGS.remove(loader);
    }
  }

  /** Ends with the object that holds it. */
  static class Session {
    private final Map<Class<?>, Function<Object, String>> converters = new HashMap<>();

    String text(Object value) {
      return converters.computeIfAbsent(value.getClass(), type -> Object::toString).apply(value);
    }
  }

  public static void use(ClassLoader loader) {
    Columns.of(Clean.class);
    Titles.of(Clean.class);
    Defaults.of(int.class);
    try (Plugin plugin = new Plugin(loader)) {
      plugin.settings().clear();
    }
    new Session().text("x");
  }

  /** Its own subclasses are few, and each has the counter for all its objects. */
  static class Processor {
    private static final Map<Class<?>, int[]> NUMBERS = new HashMap<>();
    private final String name;

    Processor() {
      int[] last;
      synchronized (NUMBERS) {
        last = NUMBERS.computeIfAbsent(getClass(), type -> new int[1]);
        last[0]++;
      }
      name = getClass().getSimpleName() + last[0];
    }

    String name() {
      return name;
    }
  }

  public static String numbered() {
    return new Processor().name();
  }

  /** Remembers whatever it is asked for, until it is told to forget. */
  static final class Memo<K, V> {
    private final Map<K, V> known = new HashMap<>();
    private final Function<K, V> make;

    Memo(Function<K, V> make) {
      this.make = make;
    }

    synchronized V get(K key) {
      V value = known.get(key);
      if (value == null) {
        value = make.apply(key);
        known.put(key, value);
      }
      return value;
    }

    public synchronized void forget(K key) {
      known.remove(key);
    }
  }

  /** Remembers a hundred. */
  static final class SmallMemo<K, V> {
    private final Map<K, V> known = new HashMap<>();
    private final Function<K, V> make;

    SmallMemo(Function<K, V> make) {
      this.make = make;
    }

    synchronized V get(K key) {
      V value = known.get(key);
      if (value == null) {
        value = make.apply(key);
        known.put(key, value);
        shrink();
      }
      return value;
    }

    private void shrink() {
      if (known.size() > 100) {
        known.clear();
      }
    }
  }

  static class Names {
    private static final Memo<Class<?>, String> NAMES = new Memo<>(Class::getSimpleName);
    private static final SmallMemo<Class<?>, String> SHORT = new SmallMemo<>(Class::getSimpleName);
    private static final Memo<Integer, String> SQUARES = new Memo<>(n -> "" + n * n);

    static String of(Class<?> type) {
      return NAMES.get(type) + SHORT.get(type) + SQUARES.get(4);
    }

    static void unloaded(Class<?> type) {
      NAMES.forget(type);
    }
  }

  public static int names(Class<?> type) {
    Memo<String, Integer> lengths = new Memo<>(String::length);
    SmallMemo<String, Integer> few = new SmallMemo<>(String::length);
    String name = Names.of(type);
    Names.unloaded(type);
    return lengths.get(name) + few.get(name);
  }
}
