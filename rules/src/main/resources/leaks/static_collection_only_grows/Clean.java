package static_collection_only_grows;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

class Clean {
  enum Code {
    OK(200),
    GONE(410);

    private static final Map<Integer, Code> LOOKUP = new HashMap<>();

    static {
      for (Code code : values()) {
        register(code);
      }
    }

    private final int number;

    Code(int number) {
      this.number = number;
    }

    private static void register(Code code) {
      LOOKUP.put(code.number, code);
    }

    static Code of(int number) {
      return LOOKUP.get(number);
    }
  }

  static class Bounded {
    private static final Map<String, Pattern> CACHE = new ConcurrentHashMap<>();

    public static Pattern compiled(String expression) {
      if (CACHE.size() > 1000) {
        CACHE.clear();
      }
      return CACHE.computeIfAbsent(expression, Pattern::compile);
    }
  }

  static class Evicting {
    private static final Map<String, Pattern> CACHE =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Pattern> eldest) {
            return size() > 100;
          }
        };

    public static synchronized Pattern compiled(String expression) {
      return CACHE.computeIfAbsent(expression, Pattern::compile);
    }
  }

  static class PerLocale {
    private static final Map<Locale, String> NAMES = new ConcurrentHashMap<>();

    public static String name(Locale locale) {
      return NAMES.computeIfAbsent(locale, Locale::getDisplayLanguage);
    }
  }

  static class Weak {
    private static final Map<Object, String> NAMES = new WeakHashMap<>();

    public static synchronized String name(Object key) {
      return NAMES.computeIfAbsent(key, k -> "x");
    }
  }

  static class Removed implements AutoCloseable {
    private static final Map<String, Removed> OPEN = new ConcurrentHashMap<>();
    private final String id;

    Removed(String id) {
      this.id = id;
      OPEN.put(id, this);
    }

    @Override
    public void close() {
      OPEN.remove(id);
    }
  }

  static void use(String request) {
    Code.of(200);
    Bounded.compiled(request);
    Evicting.compiled(request);
    PerLocale.name(Locale.ROOT);
    Weak.name(request);
    new Removed(request).close();
  }

  private Clean() {}
}
