package unbounded_cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.util.regex.Pattern;

public class Leaks {
  static class Patterns {
    private static final Cache<String, Pattern> CACHE = CacheBuilder.newBuilder().build();

    static Pattern compiled(String expression) {
      Pattern pattern = CACHE.getIfPresent(expression);
      if (pattern == null) {
        pattern = Pattern.compile(expression);
        CACHE.put(expression, pattern); // LEAK
      }
      return pattern;
    }
  }

  static class Users {
    private static final LoadingCache<String, String> NAMES =
        CacheBuilder.newBuilder()
            .concurrencyLevel(8)
            .initialCapacity(100)
            .recordStats()
            .build(
                new CacheLoader<>() {
                  @Override
                  public String load(String login) {
                    return "user " + login;
                  }
                });

    static String name(String login) {
      return NAMES.getUnchecked(login); // LEAK
    }
  }

  static class Tokens {
    private static final Tokens INSTANCE = new Tokens();
    private final com.github.benmanes.caffeine.cache.Cache<String, Long> tokens =
        Caffeine.newBuilder().recordStats().build();

    long issued(String token) {
      return tokens.get(token, t -> System.nanoTime()); // LEAK
    }
  }

  static class Client {
    private final com.github.benmanes.caffeine.cache.Cache<String, String> answers =
        Caffeine.newBuilder().build();

    String ask(String question) {
      return answers.get(question, q -> q + "?"); // LEAK
    }
  }

  static class Prices {
    private static final com.github.benmanes.caffeine.cache.LoadingCache<String, Integer> PRICES =
        Caffeine.newBuilder().build(String::length);

    static int price(String article) {
      return PRICES.get(article); // LEAK
    }
  }

  public static Pattern compiles(String expression) {
    return Patterns.compiled(expression);
  }

  public static String names(String login) {
    return Users.name(login);
  }

  public static long issues(String token) {
    return Tokens.INSTANCE.issued(token);
  }

  public static void asks(String question) {
    Client client = new Client();
    new Thread(() -> client.ask(question)).start();
  }

  public static int prices(String article) {
    return Prices.price(article);
  }
}
