package unbounded_cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

public class Clean {
  static class Patterns {
    private static final Cache<String, Pattern> CACHE =
        CacheBuilder.newBuilder().maximumSize(1_000).build();

    static void add(String expression) {
      CACHE.put(expression, Pattern.compile(expression));
    }
  }

  static class Users {
    private static final LoadingCache<String, String> NAMES =
        CacheBuilder.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(5))
            .recordStats()
            .build(CacheLoader.from(login -> "user " + login));

    static String name(String login) {
      return NAMES.getUnchecked(login);
    }
  }

  static class Sizes {
    private static final com.github.benmanes.caffeine.cache.Cache<Object, Integer> SIZES =
        Caffeine.newBuilder().weakKeys().build();

    static int size(Object of) {
      return SIZES.get(of, o -> o.toString().length());
    }
  }

  static class Configured {
    private final com.github.benmanes.caffeine.cache.Cache<String, String> answers;

    Configured(boolean brief) {
      Caffeine<Object, Object> builder = Caffeine.newBuilder();
      if (brief) {
        builder.expireAfterAccess(Duration.ofSeconds(1));
      }
      answers = builder.maximumWeight(100).weigher((String k, String v) -> v.length()).build();
    }

    String ask(String question) {
      return answers.get(question, q -> q + "?");
    }
  }

  static class PerUnit {
    private static final Cache<TimeUnit, String> NAMES = CacheBuilder.newBuilder().build();

    static void name(TimeUnit unit, String name) {
      NAMES.put(unit, name);
    }
  }

  static class Tokens {
    private static final Cache<String, Long> TOKENS = CacheBuilder.newBuilder().build();

    static void use(String token) {
      TOKENS.put(token, System.nanoTime());
      try {
        System.out.println(TOKENS.getIfPresent(token));
      } finally {
        TOKENS.invalidate(token);
      }
    }
  }

  public static void compiles(String expression) {
    Patterns.add(expression);
  }

  public static String names(String login) {
    return Users.name(login);
  }

  public static int sizes(Object of) {
    return Sizes.size(of);
  }

  public static void asks(String question) {
    Configured client = new Configured(true);
    new Thread(() -> client.ask(question)).start();
  }

  public static void namesUnits(TimeUnit unit) {
    PerUnit.name(unit, "x");
  }

  public static void usesTokens(String token) {
    Tokens.use(token);
  }

  /** The builder is changed in place, if the configuration says so. */
  static final class Sized {
    private static final Cache<String, Pattern> PATTERNS = cache(Integer.getInteger("patterns", 256));

    private static Cache<String, Pattern> cache(int limit) {
      CacheBuilder<Object, Object> builder = CacheBuilder.newBuilder();
      if (limit >= 0) {
        builder.maximumSize(limit);
      }
      return builder.build();
    }

    static boolean fits(String expression, String text) {
      Pattern pattern = PATTERNS.getIfPresent(expression);
      if (pattern == null) {
        pattern = Pattern.compile(expression);
        PATTERNS.put(expression, pattern);
      }
      return pattern.matcher(text).matches();
    }
  }

  public static boolean fits(String expression, String text) {
    return Sized.fits(expression, text);
  }
}
