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

  static class Chronologies {
    private static final Map<java.util.TimeZone, long[]> CACHE = new ConcurrentHashMap<>();

    public static long[] of(java.util.TimeZone zone) {
      return CACHE.computeIfAbsent(zone, z -> new long[] {z.getRawOffset()});
    }
  }

  /** There are some two hundred countries. */
  static class Countries {
    private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

    public static String name(String countryCode) {
      return NAMES.computeIfAbsent(countryCode, c -> new Locale("", c).getDisplayCountry());
    }
  }

  /** One for each scheme, not for each address. */
  static class Transports {
    private static final Map<String, StringBuilder> TRANSPORTS = new ConcurrentHashMap<>();

    public static StringBuilder of(java.net.URI address) {
      return TRANSPORTS.computeIfAbsent(address.getScheme(), StringBuilder::new);
    }
  }

  /** The default is shared, what was read is not. */
  static class Request {
    private static final java.util.List<String> NOBODY = new java.util.ArrayList<>();
    private java.util.List<String> owners;

    static {
      NOBODY.add("nobody");
    }

    Request() {
      owners = NOBODY;
    }

    void read(java.util.Iterator<String> names) {
      owners = new java.util.ArrayList<>();
      while (names.hasNext()) {
        owners.add(names.next());
      }
    }

    int count() {
      return owners.size();
    }
  }

  /** As many as are in use at once. */
  static class Buffers {
    private static final java.util.Deque<byte[]> IDLE = new java.util.ArrayDeque<>();
    private static final java.util.List<byte[]> ALL = new java.util.ArrayList<>();

    static synchronized byte[] take() {
      byte[] buffer = IDLE.poll();
      if (buffer == null) {
        buffer = new byte[8192];
        ALL.add(buffer);
      }
      return buffer;
    }

    static synchronized void giveBack(byte[] buffer) {
      IDLE.push(buffer);
    }

    static int bytes() {
      return ALL.size() * 8192;
    }
  }

  static void use(String request) {
    Code.of(200);
    Bounded.compiled(request);
    Evicting.compiled(request);
    PerLocale.name(Locale.ROOT);
    Weak.name(request);
    new Removed(request).close();
    Chronologies.of(java.util.TimeZone.getTimeZone(request));
    Countries.name(request);
    Transports.of(java.net.URI.create(request));
    Request read = new Request();
    read.read(java.util.List.of(request).iterator());
    Buffers.giveBack(new byte[read.count() + Buffers.take().length + Buffers.bytes()]);
  }

  private Clean() {}
}
