package class_keyed_map_only_grows;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

public class Leaks {
  static class Columns {
    private static final Map<Class<?>, List<String>> NAMES = new ConcurrentHashMap<>();

    static List<String> of(Class<?> type) {
      return NAMES.computeIfAbsent(type, Columns::read); // LEAK
    }

    private static List<String> read(Class<?> type) {
      List<String> names = new ArrayList<>();
      for (Field field : type.getDeclaredFields()) {
        names.add(field.getName());
      }
      return names;
    }
  }

  static class Settings {
    private static final Map<ClassLoader, Properties> LOADED = new HashMap<>();

    static synchronized Properties of(ClassLoader loader) throws IOException {
      Properties settings = LOADED.get(loader);
      if (settings == null) {
        settings = new Properties();
        try (InputStream in = loader.getResourceAsStream("settings.properties")) {
          if (in != null) {
            settings.load(in);
          }
        }
        LOADED.put(loader, settings); // LEAK
      }
      return settings;
    }
  }

  static class Converters {
    private static final Map<Class<?>, Function<Object, String>> MADE = new ConcurrentHashMap<>();

    static String text(Object value) {
      Function<Object, String> converter = MADE.get(value.getClass());
      if (converter == null) {
        converter = value instanceof Enum ? o -> ((Enum<?>) o).name() : Object::toString;
        MADE.put(value.getClass(), converter); // LEAK
      }
      return converter.apply(value);
    }
  }

  static class Invocations {
    private static final Map<Method, long[]> COUNTS = new ConcurrentHashMap<>();

    static void count(Method method) {
      COUNTS.computeIfAbsent(method, key -> new long[1])[0]++; // LEAK
    }
  }

  static class Scanner {
    private static final Set<Class<?>> SEEN = new HashSet<>();

    static synchronized boolean isNew(Class<?> type) {
      return SEEN.add(type); // LEAK
    }
  }

  public static List<String> columns(Class<?> entity) {
    return Columns.of(entity);
  }

  public static Properties settings(ClassLoader plugin) throws IOException {
    return Settings.of(plugin);
  }

  public static String converted(Object value) {
    return Converters.text(value);
  }

  public static void counted(Method method) {
    Invocations.count(method);
  }

  public static boolean scanned(Class<?> type) {
    return Scanner.isNew(type);
  }

  /** Who registers a module has a method to take it out again: both are for who uses this. */
  public static class Modules {
    private static final Map<ClassLoader, String> NAMES = new ConcurrentHashMap<>();

    public static void register(ClassLoader loader, String name) {
      NAMES.putIfAbsent(loader, name); // LEAK(low)
    }

    public static void unregister(ClassLoader loader) {
      NAMES.remove(loader);
    }
  }

  /** Remembers whatever it is asked for. */
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
  }

  /** One of these stays for good; others go with the work they are made for. */
  public static class Titles {
    private static final Memo<Class<?>, String> TITLES = new Memo<>(Class::getSimpleName);

    public static String of(Class<?> type) {
      return TITLES.get(type); // LEAK
    }

    public static int length(List<String> words) {
      Memo<String, Integer> lengths = new Memo<>(String::length);
      int length = 0;
      for (String word : words) {
        length += lengths.get(word);
      }
      return length;
    }
  }
}
