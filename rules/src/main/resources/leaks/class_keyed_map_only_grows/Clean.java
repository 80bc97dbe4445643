package class_keyed_map_only_grows;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class Clean {
  static class Methods {
    private static final ClassValue<Method[]> CACHE =
        new ClassValue<>() {
          @Override
          protected Method[] computeValue(Class<?> type) {
            return type.getMethods();
          }
        };

    public static Method[] of(Class<?> type) {
      return CACHE.get(type);
    }
  }

  static class Settings {
    private static final Map<ClassLoader, String> NAMES = new ConcurrentHashMap<>();

    public static String start(ClassLoader loader) {
      return NAMES.computeIfAbsent(loader, l -> l.getName() + "!");
    }

    public static void stop(ClassLoader loader) {
      NAMES.remove(loader);
    }
  }

  static int use(Class<?> type) {
    int length = Methods.of(type).length + Settings.start(type.getClassLoader()).length();
    Settings.stop(type.getClassLoader());
    return length;
  }

  private Clean() {}
}
