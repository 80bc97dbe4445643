package static_collection_only_grows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

class Leaks {
  static class Patterns {
    private static final Map<String, Pattern> CACHE = new ConcurrentHashMap<>();

    public static Pattern compiled(String expression) {
      return CACHE.computeIfAbsent(expression, Pattern::compile); // LEAK
    }
  }

  static class Sessions {
    private static final Map<String, StringBuilder> LOGS =
        Collections.synchronizedMap(new HashMap<>());

    public static StringBuilder log(String session) {
      StringBuilder log = LOGS.get(session);
      if (log == null) {
        log = new StringBuilder();
        LOGS.put(session, log); // LEAK
      }
      return log;
    }
  }

  static class Job {
    private static final List<Job> ALL = new ArrayList<>();
    private final String name;

    Job(String name) {
      this.name = name;
      ALL.add(this); // LEAK
    }

    static int longest() {
      int longest = 0;
      for (Job job : ALL) {
        longest = Math.max(longest, job.name.length());
      }
      return longest;
    }
  }

  static class Clients {
    private static final Map<Long, String> NAMES = new ConcurrentHashMap<>();

    public static String name() {
      return NAMES.computeIfAbsent(Thread.currentThread().getId(), id -> "client-" + id); // LEAK
    }

    public static void forget() {
      NAMES.remove(Thread.currentThread().getId());
    }
  }

  static void use(String request) {
    Patterns.compiled(request);
    Sessions.log(request).append('x');
    new Job(request);
    Job.longest();
    Clients.name();
    Clients.forget();
  }

  private Leaks() {}

  /** Each name stays in a static pool of the library. */
  static Object attribute(io.netty.util.AttributeMap channel, String user) {
    return channel.attr(io.netty.util.AttributeKey.valueOf("user." + user)).get(); // LEAK
  }

  /** Neither is called here: both are for who uses this. */
  public static class Watchers {
    private static final Map<String, List<Runnable>> BY_KEY = new ConcurrentHashMap<>();

    public static void subscribe(String key, Runnable watcher) {
      List<Runnable> watchers = BY_KEY.get(key);
      if (watchers == null) {
        watchers = new ArrayList<>();
        BY_KEY.put(key, watchers); // LEAK(low)
      }
      watchers.add(watcher);
    }

    public static void unsubscribe(String key) {
      BY_KEY.remove(key);
    }
  }

  /** The map is its class itself, and the one object of it is kept here. */
  static final class Names extends HashMap<String, String> {
    private static final Names INSTANCE = new Names();

    private Names() {
      super(64, 0.66f);
    }

    static Names getInstance() {
      return INSTANCE;
    }

    synchronized String shared(String name) {
      String known = get(name);
      if (known == null) {
        known = name.intern();
        put(known, known); // LEAK
      }
      return known;
    }
  }

  static String name(String given) {
    return Names.getInstance().shared(given);
  }

  public interface PoolFactory {
    java.util.concurrent.ExecutorService create(String job);
  }

  /** Who ends a pool is to forget it, too. */
  public static class Pools {
    private static final Map<String, java.util.concurrent.ExecutorService> POOLS =
        new ConcurrentHashMap<>();

    public static java.util.concurrent.ExecutorService pool(String job, PoolFactory factory) {
      if (!POOLS.containsKey(job)) {
        POOLS.put(job, factory.create(job)); // LEAK(low)
      }
      return POOLS.get(job);
    }

    public static void forget(String job) {
      POOLS.remove(job);
    }
  }

  /** Keeps what it has read under its name, as long as it lives itself. */
  static final class Texts {
    private final Map<String, String> texts = new HashMap<>();

    synchronized String text(String name) {
      String text = texts.get(name);
      if (text == null) {
        text = name.trim();
        texts.put(name, text);
      }
      return text;
    }
  }

  public static class Pages {
    private static final Texts TEXTS = new Texts();

    public static String page(String address) {
      return TEXTS.text(address); // LEAK
    }

    public static int length(List<String> addresses) {
      Texts texts = new Texts();
      int length = 0;
      for (String address : addresses) {
        length += texts.text(address).length();
      }
      return length;
    }
  }

  /** Takes out what could not be made, and what it is told to, as nobody tells it. */
  static class Memory {
    private final java.util.concurrent.ConcurrentMap<String, Object> known =
        new java.util.concurrent.ConcurrentHashMap<>();

    Object ask(String text) {
      Object answer = known.get(text);
      if (answer == null) {
        answer = text.isEmpty() ? text : new StringBuilder(text);
        Object other = known.putIfAbsent(text, answer);
        answer = other == null ? answer : other;
        if (answer == text) {
          known.remove(text);
        }
      }
      return answer;
    }

    public void remove(String text) {
      known.remove(text);
    }

    public void clear() {
      known.clear();
    }
  }

  private static final Memory ANSWERS = new Memory();

  static Object answer(String text) {
    return ANSWERS.ask(text); // LEAK
  }

  static Object answerAnew(String text) {
    return new Memory().ask(text);
  }

  /** The object goes, its name and the empty reference stay. */
  static class Apps {
    private static final Map<String, java.lang.ref.WeakReference<Object>> APPS = new HashMap<>();

    static synchronized String registered(Object app) {
      String name = app.getClass().getName() + "/" + System.nanoTime();
      APPS.put(name, new java.lang.ref.WeakReference<>(app)); // LEAK
      return name;
    }

    static synchronized Object find(String name) {
      java.lang.ref.WeakReference<Object> app = APPS.get(name);
      return app == null ? null : app.get();
    }
  }

  /** Every address that a page ever named. */
  static class Addresses {
    private static final com.google.common.collect.Interner<String> KNOWN =
        com.google.common.collect.Interners.newStrongInterner();

    static String shared(String address) {
      return KNOWN.intern(address.trim()); // LEAK
    }
  }

  static class BuiltAddresses {
    private static final com.google.common.collect.Interner<String> KNOWN =
        com.google.common.collect.Interners.newBuilder().concurrencyLevel(8).strong().build();

    static String shared(String address) {
      return KNOWN.intern(address); // LEAK
    }
  }

  /** The constants are few, but every number that is read makes another one. */
  static class Grade {
    private static final List<Grade> KNOWN = new ArrayList<>();

    static final Grade GOOD = new Grade("good");
    static final Grade BAD = new Grade("bad");

    private final String name;

    private Grade(String name) {
      this.name = name;
      KNOWN.add(this); // LEAK
    }

    static Grade parse(String text) {
      for (Grade grade : KNOWN) {
        if (grade.name.equals(text)) {
          return grade;
        }
      }
      return new Grade(text.trim());
    }
  }

  /** Kept until somebody listens, and ever after. */
  static final class EarlyLines {
    private static final List<String> EARLY = new ArrayList<>();
    private static java.util.function.Consumer<String> out;

    private EarlyLines() {}

    static synchronized void listen(java.util.function.Consumer<String> listener) {
      out = listener;
      EARLY.forEach(listener);
    }

    static synchronized void print(String line) {
      EARLY.add(line); // LEAK
      if (out != null) {
        out.accept(line);
      }
    }
  }

  static class LineServer {
    public static void main(String[] args) throws java.io.IOException {
      EarlyLines.print("starting");
      EarlyLines.listen(System.out::println);
      try (java.net.ServerSocket server = new java.net.ServerSocket(9000)) {
        while (true) {
          try (java.net.Socket socket = server.accept()) {
            EarlyLines.print("served " + socket.getRemoteSocketAddress());
          }
        }
      }
    }
  }

  public static String more(String page) {
    Grade.parse(page);
    Apps.find(Apps.registered(page));
    return Addresses.shared(page) + BuiltAddresses.shared(page);
  }

  /** What is not among the known ones is kept. */
  static class Unknown {
    private static final java.util.Set<String> KNOWN = java.util.Set.of("a", "b");
    private static final Map<String, Integer> COUNTS = new ConcurrentHashMap<>();

    public static int count(String word) {
      return KNOWN.contains(word) ? 0 : COUNTS.merge(word, 1, Integer::sum); // LEAK
    }
  }

  /** Being told of many entries lets none go. */
  static class Visitors {
    private static final java.util.logging.Logger LOG =
        java.util.logging.Logger.getLogger("visitors");
    private static final java.util.Map<String, Long> SEEN =
        new java.util.concurrent.ConcurrentHashMap<>();

    public static void visit(String address) {
      SEEN.put(address, System.nanoTime()); // LEAK
      if (SEEN.size() > 10_000) {
        LOG.warning("many visitors: " + SEEN.size());
      }
    }

    public static boolean knows(String address) {
      return SEEN.containsKey(address);
    }
  }

  /** Nothing is ever the eldest. */
  static class Thumbs {
    private static final java.util.Map<String, byte[]> CACHE =
        new java.util.LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(java.util.Map.Entry<String, byte[]> eldest) {
            return false;
          }
        };

    public static synchronized byte[] of(String path) {
      return CACHE.computeIfAbsent(path, p -> p.getBytes()); // LEAK
    }
  }

  /** Each sticker refers to its client, which nobody needs once it is disconnected. */
  static class ChatClient {
    private static final java.util.Map<Long, Sticker> STICKERS =
        new java.util.concurrent.ConcurrentHashMap<>();

    private boolean connected = true;

    public Sticker sticker(long id) {
      return STICKERS.computeIfAbsent(id, i -> new Sticker(this, i)); // LEAK
    }

    public void onDeleted(Sticker sticker) {
      STICKERS.remove(sticker.id);
    }

    public void disconnect() {
      connected = false;
    }

    boolean isConnected() {
      return connected;
    }
  }

  static class Sticker {
    final long id;
    private final ChatClient client;

    Sticker(ChatClient client, long id) {
      this.client = client;
      this.id = id;
    }

    boolean isOfUse() {
      return client.isConnected();
    }
  }

  static void deleted(ChatClient client, Sticker sticker) {
    client.onDeleted(sticker);
  }

  /** A copy takes the place of the list, with one more each time. */
  static class Hooks {
    private static volatile java.util.List<Runnable> hooks = java.util.Collections.emptyList();

    public static synchronized void onChange(Runnable hook) {
      java.util.List<Runnable> copy = new java.util.ArrayList<>(hooks);
      copy.add(hook); // LEAK
      hooks = java.util.Collections.unmodifiableList(copy);
    }

    static void changed() {
      hooks.forEach(Runnable::run);
    }
  }

  /** A count stays when it is zero again. */
  static class Callers {
    private static final com.google.common.util.concurrent.AtomicLongMap<String> CALLS =
        com.google.common.util.concurrent.AtomicLongMap.create();

    static void called(String address) {
      CALLS.incrementAndGet(address); // LEAK
    }
  }

  /** Every knock is told to what the start hands to the door, not to the platform. */
  static class Guests {
    private static final Map<String, Long> SEEN = new ConcurrentHashMap<>();

    public static void main(String[] arguments) {
      Door door = new Door();
      door.onKnock(name -> SEEN.put(name, System.nanoTime())); // LEAK
      new Thread(door::listen).start();
    }

    public static Long seen(String name) {
      return SEEN.get(name);
    }
  }

  static class Door {
    private volatile java.util.function.Consumer<String> knocked = name -> {};

    void onKnock(java.util.function.Consumer<String> answer) {
      knocked = answer;
    }

    void listen() {
      try (java.util.Scanner street = new java.util.Scanner(System.in)) {
        while (street.hasNextLine()) {
          knocked.accept(street.nextLine());
        }
      }
    }
  }

  /** A number for each of the things that somebody sets up: there are as many as those. */
  static class Sent {
    private static final Map<String, java.util.concurrent.atomic.LongAdder> BY_QUEUE =
        new ConcurrentHashMap<>();
    private static final Map<String, long[]> VERSIONS = new ConcurrentHashMap<>();
    private static final Map<String, List<String>> ROWS = new ConcurrentHashMap<>();
    private static final Map<String, java.util.concurrent.atomic.LongAdder> BY_SENDER =
        new ConcurrentHashMap<>();

    public static void count(String queueName) {
      BY_QUEUE
          .computeIfAbsent(queueName, queue -> new java.util.concurrent.atomic.LongAdder()) // LEAK(low)
          .increment();
    }

    public static long next(String table) {
      long[] version = VERSIONS.get(table);
      if (version == null) {
        version = new long[1];
        VERSIONS.put(table, version); // LEAK(low)
      }
      return ++version[0];
    }

    public static List<String> rows(String table) {
      return ROWS.computeIfAbsent(table, name -> new ArrayList<>()); // LEAK
    }

    public static void sentBy(String sender) {
      BY_SENDER
          .computeIfAbsent(sender, name -> new java.util.concurrent.atomic.LongAdder()) // LEAK
          .increment();
    }
  }

  /** Traces of calls are put in to look for something. */
  static class Entrance extends Throwable {
    private int times = 1;

    String place() {
      return getStackTrace()[1].toString();
    }
  }

  static class Entrances extends HashMap<String, Entrance> {
    synchronized void enter() {
      Entrance entrance = new Entrance();
      Entrance known = get(entrance.place());
      if (known == null) {
        put(entrance.place(), entrance);
      } else {
        known.times++;
      }
    }
  }

  public static class Watch {
    private static final Map<String, Entrances> WATCHED = new HashMap<>();

    public static void watch(String room) {
      Entrances entrances;
      synchronized (WATCHED) {
        entrances = WATCHED.get(room);
        if (entrances == null) {
          entrances = new Entrances();
          WATCHED.put(room, entrances); // LEAK(low)
        }
      }
      entrances.enter();
    }
  }

  record Word(String site, String text) {}

  /** Who compares all that there are, one by one, reckons with few. */
  public abstract static class Words {
    private static final List<Word> KNOWN = new java.util.concurrent.CopyOnWriteArrayList<>();
    private static final List<Word> ASKED = new java.util.concurrent.CopyOnWriteArrayList<>();

    protected abstract String ask(String site);

    public String word(String site) {
      for (Word word : KNOWN) {
        if (word.site().equals(site)) {
          return word.text();
        }
      }
      String text = ask(site);
      remember(new Word(site, text));
      return text;
    }

    public static void remember(Word word) {
      KNOWN.add(word); // LEAK(low)
    }

    /** All that there are are looked at here, too, but none is looked for. */
    public int length(String site, String text) {
      int length = 0;
      for (Word word : ASKED) {
        length += word.text().length();
      }
      ASKED.add(new Word(site, text)); // LEAK
      return length;
    }
  }
}
