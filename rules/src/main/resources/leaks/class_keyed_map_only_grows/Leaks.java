package class_keyed_map_only_grows;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class Leaks {
  static class Methods {
    private static final Map<Class<?>, Method[]> CACHE = new ConcurrentHashMap<>();

    public static Method[] of(Class<?> type) {
      return CACHE.computeIfAbsent(type, Class::getMethods); // LEAK
    }
  }

  static class Settings {
    private static final Map<ClassLoader, String> NAMES = new ConcurrentHashMap<>();

    public static String name() {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      return NAMES.computeIfAbsent(loader, l -> l.getName() + "!"); // LEAK
    }
  }

  static int use(Class<?> type) {
    return Methods.of(type).length + Settings.name().length();
  }

  private Leaks() {}
}
