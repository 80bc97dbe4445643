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

  /** An entry is only made where there is a resource of the name, so there are few. */
  static class Primes {
    private static final Map<String, byte[]> GROUPS = new ConcurrentHashMap<>();

    public static byte[] group(String name) throws java.io.IOException {
      byte[] known = GROUPS.get(name);
      if (known == null) {
        known = read(name);
        GROUPS.put(name, known);
      }
      return known;
    }

    private static byte[] read(String name) throws java.io.IOException {
      try (java.io.InputStream in = Primes.class.getResourceAsStream("/primes/" + name)) {
        if (in == null) {
          throw new java.io.FileNotFoundException(name);
        }
        return in.readAllBytes();
      }
    }
  }

  /** A plug-in by its name, as far as there is a class of that name. */
  static class Factories {
    private static final Map<String, Object> FACTORIES = new ConcurrentHashMap<>();

    public static Object of(String path) {
      return FACTORIES.computeIfAbsent(path, Factories::create);
    }

    private static Object create(String path) {
      try {
        return Class.forName("plugins." + path).getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(path, e);
      }
    }
  }

  /** Filled the first time that somebody asks. */
  static class Aliases {
    private static final Map<String, String> ALIASES = new HashMap<>();
    private static boolean filled;

    public static synchronized String of(String name, Iterable<String> known) {
      if (!filled) {
        for (String alias : known) {
          ALIASES.put(alias.toLowerCase(Locale.ROOT), alias);
        }
        filled = true;
      }
      return ALIASES.get(name);
    }
  }

  /** Few combinations of styles and locales. */
  static class Styles {
    private static final Map<java.util.List<Object>, String> PATTERNS = new ConcurrentHashMap<>();

    static String pattern(int date, int time, Locale locale) {
      java.util.List<Object> key = java.util.Arrays.asList(date, time, locale);
      String pattern = PATTERNS.get(key);
      if (pattern == null) {
        pattern =
            ((java.text.SimpleDateFormat)
                    java.text.DateFormat.getDateTimeInstance(date, time, locale))
                .toPattern();
        PATTERNS.put(key, pattern);
      }
      return pattern;
    }
  }

  /** Registries are few, and live as long as what is registered with them. */
  static class Metrics {
    interface MeterRegistry {
      void register(String name);
    }

    private static final Map<MeterRegistry, Boolean> DONE = new ConcurrentHashMap<>();

    public static void register(MeterRegistry registry) {
      if (DONE.putIfAbsent(registry, true) == null) {
        registry.register("open");
      }
    }
  }

  /** Several values under each name, all registered from outside. */
  static class Substitutes {
    private static final Map<String, java.util.List<String>> FONTS = new ConcurrentHashMap<>();

    public static void addSubstitute(String font, String other) {
      FONTS.computeIfAbsent(font, f -> new java.util.ArrayList<>()).add(other);
    }

    public static String first(String font) {
      return FONTS.get(font).get(0);
    }
  }

  /** Read by whoever asks what went wrong: grows with failures only. */
  static class Reaper {
    private static final java.util.List<String> FAILED =
        java.util.Collections.synchronizedList(new java.util.ArrayList<>());

    static void reap(java.io.File file) {
      if (!file.delete()) {
        FAILED.add(file.getPath());
      }
    }

    public static int failures() {
      return FAILED.size();
    }
  }

  static int uses(java.io.File file, MeterCounter counter) throws java.io.IOException {
    Reaper.reap(file);
    Metrics.register(counter);
    return Primes.group("a").length + Styles.pattern(1, 2, Locale.ROOT).length();
  }

  interface MeterCounter extends Metrics.MeterRegistry {}

  private static final io.netty.util.AttributeKey<String> USER =
      io.netty.util.AttributeKey.valueOf("user");

  static String user(io.netty.util.AttributeMap channel) {
    return channel.attr(USER).get();
  }

  /** As many as it knows: for any other name there is nothing to keep. */
  static class Codecs {
    private static final java.util.Map<String, Runnable> CODECS =
        new java.util.concurrent.ConcurrentHashMap<>();

    static Runnable codec(String name) {
      if (!CODECS.containsKey(name)) {
        Runnable codec = create(name);
        if (codec != null) {
          CODECS.put(name, codec);
        }
      }
      return CODECS.get(name);
    }

    private static Runnable create(String name) {
      if (name.equals("json")) {
        return () -> System.out.println("{}");
      } else if (name.equals("xml")) {
        return () -> System.out.println("<x/>");
      }
      return null;
    }
  }

  public static Runnable codecs(String name) {
    return Codecs.codec(name);
  }

  /** Filled by its own constructor, with words that are known. */
  static final class Keywords extends HashMap<String, Integer> {
    private static final Keywords INSTANCE = new Keywords();

    private Keywords() {
      put("select", 1);
      put("from", 2);
    }

    static boolean contains(String word) {
      return INSTANCE.containsKey(word);
    }
  }

  /** Forgets the eldest. */
  static final class Recent extends LinkedHashMap<String, String> {
    private static final Recent INSTANCE = new Recent();

    private Recent() {
      super(64, 0.66f, true);
    }

    static synchronized String shared(String name) {
      return INSTANCE.kept(name);
    }

    private String kept(String name) {
      String known = get(name);
      if (known == null) {
        known = name;
        put(known, known);
      }
      return known;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
      return size() > 200;
    }
  }

  /** Each parse has one of its own. */
  static final class Counts extends HashMap<String, Integer> {
    private static final Counts NONE = new Counts();

    void count(String word) {
      put(word, getOrDefault(word, 0) + 1);
    }

    static Counts of(String text) {
      if (text.isEmpty()) {
        return NONE;
      }
      Counts counts = new Counts();
      for (String word : text.split(" ")) {
        counts.count(word);
      }
      return counts;
    }
  }

  static int words(String text) {
    return Keywords.contains(text) ? Counts.of(text).size() : Recent.shared(text).length();
  }

  /** Whoever opens one has it in hand to end it, which takes it out. */
  public static final class Account {
    private static final Map<String, Account> OPEN = new ConcurrentHashMap<>();
    private final String name;

    private Account(String name) {
      this.name = name;
    }

    public static Account open(String name) {
      Account account = new Account(name);
      OPEN.put(name, account);
      return account;
    }

    public static Account named(String name) {
      return OPEN.get(name);
    }

    public void delete() {
      OPEN.remove(name);
    }
  }

  /** An application takes itself out when whoever has it deletes it. */
  static class App {
    private static final Map<String, App> APPS = new HashMap<>();
    private final String name;

    private App(String name) {
      this.name = name;
    }

    static App start(String name) {
      synchronized (APPS) {
        if (APPS.containsKey(name)) {
          throw new IllegalStateException(name);
        }
        App app = new App(name);
        APPS.put(name, app);
        return app;
      }
    }

    void delete() {
      synchronized (APPS) {
        APPS.remove(name);
      }
    }
  }

  static App app(String name) {
    return App.start(name);
  }

  static class WeakAddresses {
    private static final com.google.common.collect.Interner<String> KNOWN =
        com.google.common.collect.Interners.newWeakInterner();
    private static final com.google.common.collect.Interner<String> BUILT =
        com.google.common.collect.Interners.newBuilder().weak().build();

    public static String shared(String address) {
      return KNOWN.intern(address) + BUILT.intern(address);
    }
  }

  /** Names whose objects are gone are swept out whenever one comes. */
  static class Apps {
    private static final Map<String, java.lang.ref.WeakReference<Object>> APPS = new HashMap<>();

    public static synchronized String registered(Object app) {
      String name = app.getClass().getName() + "/" + System.nanoTime();
      APPS.values().removeIf(known -> known.get() == null);
      APPS.put(name, new java.lang.ref.WeakReference<>(app));
      return name;
    }
  }

  /** A view has the bounds of its cache. */
  static class Buckets {
    private static final Map<String, int[]> BUCKETS =
        com.github.benmanes.caffeine.cache.Caffeine.newBuilder()
            .expireAfterAccess(java.time.Duration.ofMinutes(10))
            .<String, int[]>build()
            .asMap();

    public static int[] bucket(String client) {
      return BUCKETS.computeIfAbsent(client, c -> new int[1]);
    }
  }

  /** Only what the platform knows gets in. */
  static class Zones {
    private static final Map<String, java.time.ZoneId> ZONES = new ConcurrentHashMap<>();

    public static java.time.ZoneId zone(String id) {
      if (!java.time.ZoneId.getAvailableZoneIds().contains(id)) {
        return java.time.ZoneOffset.UTC;
      }
      return ZONES.computeIfAbsent(id, java.time.ZoneId::of);
    }
  }

  /** Only what is in the table gets in, though another method adds it. */
  static class Templates {
    private static final Map<String, String> FILES = Map.of("order", "order.html", "error", "e.html");
    private static final Map<String, String> TEXTS = new HashMap<>();

    public static synchronized String text(String name) {
      String file = FILES.get(name);
      if (file == null) {
        return "";
      }
      return load(name, file);
    }

    private static String load(String name, String file) {
      String text = TEXTS.get(name);
      if (text == null) {
        text = file.trim();
        TEXTS.put(name, text);
      }
      return text;
    }
  }

  /** Walks a list that nobody adds to. */
  public static final class Routes {
    private static final Map<String, Pattern> COMPILED = new HashMap<>();

    private final java.util.List<String> patterns =
        new java.util.ArrayList<>(java.util.List.of("/users/[0-9]+", "/items/[a-z]+"));

    private static synchronized Pattern compiled(String pattern) {
      Pattern compiled = COMPILED.get(pattern);
      if (compiled == null) {
        compiled = Pattern.compile(pattern);
        COMPILED.put(pattern, compiled);
      }
      return compiled;
    }

    public boolean matches(String path) {
      return patterns.stream().anyMatch(path::startsWith) || walk(path);
    }

    private boolean walk(String path) {
      for (String pattern : patterns) {
        if (compiled(pattern).matcher(path).matches()) {
          return true;
        }
      }
      return false;
    }
  }

  /** Constants are filed apart from what is read while the program runs, which is swept. */
  static final class Word {
    private static final Map<String, Word> COMMON = new ConcurrentHashMap<>();
    private static final Map<String, Word> OTHERS = new WeakHashMap<>();

    static final Word YES = new Word("yes", true);
    static final Word NO = new Word("no", true);

    private Word(String text, boolean common) {
      if (common) {
        COMMON.put(text, this);
      } else {
        OTHERS.put(text, null);
      }
    }

    static Word of(String text) {
      Word word = COMMON.get(text);
      return word == null ? new Word(text, false) : word;
    }
  }

  static Word word(String text) {
    return Word.of(text);
  }

  /** Too many are told of, and thrown away. */
  static class Visitors {
    private static final java.util.logging.Logger LOG =
        java.util.logging.Logger.getLogger("visitors");
    private static final java.util.Map<String, Long> SEEN =
        new java.util.concurrent.ConcurrentHashMap<>();

    public static void visit(String address) {
      SEEN.put(address, System.nanoTime());
      if (SEEN.size() > 10_000) {
        LOG.warning("many visitors: " + SEEN.size());
        SEEN.clear();
      }
    }

    /** Says so and turns back. */
    private static final java.util.Map<String, Long> HOSTS =
        new java.util.concurrent.ConcurrentHashMap<>();

    public static void host(String name) {
      if (HOSTS.size() > 1000) {
        LOG.warning("too many hosts: " + HOSTS.size());
        return;
      }
      HOSTS.put(name, System.nanoTime());
    }
  }

  /** The end takes out what refers to its client. */
  static class MailClient {
    private static final Map<Long, Folder> FOLDERS = new ConcurrentHashMap<>();

    public Folder folder(long id) {
      return FOLDERS.computeIfAbsent(id, i -> new Folder(this, i));
    }

    public void onDeleted(Folder folder) {
      FOLDERS.remove(folder.id);
    }

    public void disconnect() {
      FOLDERS.values().removeIf(folder -> folder.client == this);
    }
  }

  static class Folder {
    final long id;
    final MailClient client;

    Folder(MailClient client, long id) {
      this.client = client;
      this.id = id;
    }
  }

  static void deleted(MailClient client, Folder folder) {
    client.onDeleted(folder);
  }

  /** A copy with one less takes the place of the list as well. */
  static class Watchers {
    private static volatile java.util.List<Runnable> watchers = java.util.List.of();

    public static synchronized void add(Runnable watcher) {
      java.util.List<Runnable> copy = new java.util.ArrayList<>(watchers);
      copy.add(watcher);
      watchers = copy;
    }

    static synchronized void drop(Runnable watcher) {
      java.util.List<Runnable> copy = new java.util.ArrayList<>(watchers);
      copy.remove(watcher);
      watchers = copy;
    }

    static void once(Runnable watcher) {
      add(watcher);
      try {
        watchers.forEach(Runnable::run);
      } finally {
        drop(watcher);
      }
    }
  }

  /** Each copy knows its keys weakly, as the one before did. */
  static class Loaders {
    private static volatile Map<ClassLoader, String> names = new WeakHashMap<>();

    static String name(ClassLoader loader) {
      String name = names.get(loader);
      if (name == null) {
        name = "loader " + System.nanoTime();
        Map<ClassLoader, String> copy = new WeakHashMap<>(names);
        copy.put(loader, name);
        names = copy;
      }
      return name;
    }
  }

  static class Callers {
    private static final com.google.common.util.concurrent.AtomicLongMap<String> CALLS =
        com.google.common.util.concurrent.AtomicLongMap.create();

    static void called(String address) {
      CALLS.incrementAndGet(address);
    }

    static void gone(String address) {
      CALLS.decrementAndGet(address);
      CALLS.removeIfZero(address);
    }
  }

  static class Answers {
    private static org.redisson.api.RMapCache<String, String> shared;

    static void use(org.redisson.api.RedissonClient client) {
      shared = client.getMapCache("answers");
      shared.setMaxSize(1_000);
    }

    static void answered(String question, String answer) {
      shared.put(question, answer);
    }
  }

  /** Fills its pages beside all else that a start takes. */
  static class Encyclopaedia {
    private static final java.util.Map<String, Integer> PAGES =
        new java.util.concurrent.ConcurrentHashMap<>();

    public static void main(String[] arguments) {
      java.util.concurrent.CompletableFuture.runAsync(
          () -> read(java.nio.file.Path.of(arguments[0])));
    }

    private static void read(java.nio.file.Path index) {
      try {
        for (String line : java.nio.file.Files.readAllLines(index)) {
          PAGES.put(line.trim(), line.length());
        }
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    public static Integer page(String word) {
      return PAGES.get(word);
    }
  }
}
