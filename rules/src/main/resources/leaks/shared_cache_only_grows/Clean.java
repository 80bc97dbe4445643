package shared_cache_only_grows;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

public class Clean {
  private static final int LIMIT = 1_000;

  static class PathMatcher {
    private final ConcurrentMap<String, Pattern> patterns = new ConcurrentHashMap<>();

    boolean matches(String glob, String path) {
      if (patterns.size() >= LIMIT) {
        patterns.clear();
      }
      return patterns.computeIfAbsent(glob, Pattern::compile).matcher(path).matches();
    }
  }

  static class Units {
    private final ConcurrentMap<TimeUnit, String> names = new ConcurrentHashMap<>();

    String name(TimeUnit unit) {
      return names.computeIfAbsent(unit, u -> u.name().substring(0, 1));
    }
  }

  static class Flights {
    private final ConcurrentMap<String, Thread> inFlight = new ConcurrentHashMap<>();

    boolean load(String key) {
      if (inFlight.putIfAbsent(key, Thread.currentThread()) != null) {
        return false;
      }
      try {
        return key.length() > 3;
      } finally {
        inFlight.remove(key);
      }
    }
  }

  static class ImportRequest {
    private final ConcurrentMap<String, Long> ids = new ConcurrentHashMap<>();

    long id(String line) {
      return ids.computeIfAbsent(line, l -> (long) l.hashCode());
    }
  }

  static class WordCount {
    private final Map<String, Integer> words = new ConcurrentHashMap<>();

    void count(String text) {
      for (String word : text.split(" ")) {
        words.merge(word, 1, Integer::sum);
      }
    }

    int distinct() {
      return words.size();
    }
  }

  public static void sharesPatterns(String path) {
    PathMatcher matcher = new PathMatcher();
    new Thread(() -> matcher.matches("/a/*", path)).start();
  }

  public static void sharesUnits(TimeUnit unit) {
    Units units = new Units();
    new Thread(() -> units.name(unit)).start();
  }

  public static void sharesFlights(String key) {
    Flights flights = new Flights();
    new Thread(() -> flights.load(key)).start();
  }

  public static void importsOnce(String line) {
    ImportRequest request = new ImportRequest();
    new Thread(() -> request.id(line)).start();
  }

  public static int countsHere(String text) {
    WordCount count = new WordCount();
    count.count(text);
    return count.distinct();
  }
}
