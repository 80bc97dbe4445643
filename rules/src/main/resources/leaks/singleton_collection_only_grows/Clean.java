package singleton_collection_only_grows;

import java.util.Properties;
import java.io.InputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;

public class Clean {
  enum Country {
    INSTANCE;

    private final Map<String, String> names = new HashMap<>();

    Country() {
      names.put("de", "Germany");
      names.put("fr", "France");
    }

    String name(String code) {
      return names.get(code);
    }
  }

  enum Sessions {
    INSTANCE;

    private final Map<String, Long> open = new ConcurrentHashMap<>();

    void serve(String session, Runnable work) {
      open.put(session, System.nanoTime());
      try {
        work.run();
      } finally {
        end(session);
      }
    }

    void end(String session) {
      open.remove(session);
    }
  }

  static class Recent {
    private static final Recent INSTANCE = new Recent();
    private final Map<String, String> answers =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > 100;
          }
        };
    private final BlockingQueue<String> last = new ArrayBlockingQueue<>(10);

    synchronized String answer(String question) {
      last.offer(question);
      return answers.computeIfAbsent(question, q -> q + "!");
    }
  }

  static class Hits extends HttpServlet {
    private final Map<String, Integer> hits = new ConcurrentHashMap<>();

    @Override
    public void init() {
      hits.put("start", 1);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      hits.merge("/", 1, Integer::sum);
      response.getWriter().println(hits);
    }
  }

  public static String names(String code) {
    return Country.INSTANCE.name(code);
  }

  public static void begins(String session) {
    Sessions.INSTANCE.serve(session, () -> System.out.println(session));
  }

  public static String answers(String question) {
    return Recent.INSTANCE.answer(question);
  }

  public static void serves(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    new Hits().doGet(request, response);
  }

  /** As many as there are descriptions on the class path. */
  static final class Plugins {
    private static final Plugins INSTANCE = new Plugins();

    private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

    Class<?> find(String path) throws IOException, ClassNotFoundException {
      Class<?> type = classes.get(path);
      if (type == null) {
        type = load(describe(path));
        classes.put(path, type);
      }
      return type;
    }

    private static Properties describe(String path) throws IOException {
      Properties description = new Properties();
      try (InputStream in = Plugins.class.getResourceAsStream(path)) {
        if (in == null) {
          throw new IOException("no description: " + path);
        }
        description.load(in);
      }
      return description;
    }

    private static Class<?> load(Properties description) throws ClassNotFoundException {
      return Class.forName(description.getProperty("class"));
    }
  }

  public static Class<?> plugin(String path) throws IOException, ClassNotFoundException {
    return Plugins.INSTANCE.find(path);
  }

  /** There are few domains of names. */
  enum Numbers {
    INSTANCE;

    private final Map<String, int[]> last = new ConcurrentHashMap<>();

    int next(String domain) {
      return last.computeIfAbsent(domain, d -> new int[1])[0]++;
    }
  }

  public static int number(String domain) {
    return Numbers.INSTANCE.next(domain);
  }

  /** Works with threads that it is lent, and is done when its copy is. */
  static class SheetCreator {
    private final List<String> sheets = new ArrayList<>();
    private final java.util.concurrent.ExecutorService workers;

    SheetCreator(java.util.concurrent.ExecutorService workers) {
      this.workers = workers;
    }

    public void add(String sheet) {
      sheets.add(sheet);
    }

    public void write() {
      workers.execute(() -> System.out.println(sheets));
    }

    public void close() {
      workers.shutdown();
    }
  }

  /** Takes in no more than those who are made with it. */
  static class Counters {
    private final List<int[]> counters = new ArrayList<>();
    private final java.util.concurrent.ExecutorService timer =
        java.util.concurrent.Executors.newSingleThreadExecutor();

    public int[] newCounter() {
      int[] counter = new int[1];
      counters.add(counter);
      return counter;
    }

    public void shutdown() {
      timer.shutdown();
    }
  }

  static class Statistics {
    private final int[] hits;
    private final int[] misses;

    Statistics(Counters counters) {
      hits = made(counters);
      misses = made(counters);
    }

    private static int[] made(Counters counters) {
      return counters.newCounter();
    }

    public int all() {
      return hits[0] + misses[0];
    }
  }

  /** A constant of a class whose other objects are thrown away. */
  static class Rights {
    static final Rights NONE = new Rights();

    private final List<String> names = new ArrayList<>();

    public Rights allow(String name) {
      names.add(name);
      return this;
    }

    public int count(String name) {
      return java.util.Collections.frequency(names, name);
    }
  }

  public static int rights(String name) {
    return new Rights().allow(name).count(name) + Rights.NONE.count(name);
  }

  public static int counts(Counters counters, SheetCreator creator, String sheet) {
    creator.add(sheet);
    creator.write();
    return new Statistics(counters).all();
  }

  /** One is the model of those that are made for each piece of work. */
  static class Reading {
    private final List<String> seen = new ArrayList<>();

    public Reading copy() {
      return new Reading();
    }

    public boolean see(String name) {
      return seen.add(name);
    }
  }

  static class Readings {
    private final Reading model = new Reading();
    private final java.util.concurrent.ExecutorService workers =
        java.util.concurrent.Executors.newSingleThreadExecutor();

    public boolean read(String name) {
      return model.copy().see(name);
    }

    public void close() {
      workers.shutdown();
    }
  }

  public static boolean reads(Readings readings, String name) {
    return readings.read(name);
  }

  enum Failures {
    ALL;

    private static final long WINDOW = 900_000;
    private final java.util.Map<String, long[]> failures = new java.util.HashMap<>();

    synchronized boolean failed(String user) {
      expire();
      long[] failure = failures.computeIfAbsent(user, u -> new long[2]);
      failure[0]++;
      failure[1] = System.currentTimeMillis();
      return failure[0] > 5;
    }

    synchronized void succeeded(String user) {
      failures.remove(user);
    }

    synchronized void expire() {
      long limit = System.currentTimeMillis() - WINDOW;
      failures.values().removeIf(failure -> failure[1] < limit);
    }
  }

  public static boolean login(String user, boolean right) {
    if (right) {
      Failures.ALL.succeeded(user);
      return true;
    }
    return !Failures.ALL.failed(user);
  }

  enum Deliveries {
    ALL;

    private static final int KEPT = 50;
    private final java.util.Deque<String> done = new java.util.ArrayDeque<>();
    private final java.util.Deque<String> open = new java.util.ArrayDeque<>();
    private final java.util.List<String> parts = new java.util.ArrayList<>();
    private int late;

    /** Both outcomes trim. */
    synchronized void delivered(String parcel, boolean inTime) {
      done.addLast(parcel);
      if (!inTime) {
        late++;
        shorten();
        return;
      }
      shorten();
    }

    private void shorten() {
      while (done.size() > KEPT) {
        done.removeFirst();
      }
    }

    /** The caller says when to trim. */
    synchronized void opened(String parcel, boolean trim) {
      open.addLast(parcel);
      if (trim) {
        while (open.size() > KEPT) {
          open.removeFirst();
        }
      }
    }

    /** The parts of one thing are put together when the last is there. */
    synchronized String arrived(String part, boolean last) {
      parts.add(part);
      if (!last) {
        return null;
      }
      late--;
      String whole = String.join("", parts);
      parts.clear();
      return whole;
    }

    synchronized String last() {
      return late + " " + done.peekLast() + open.peekLast();
    }
  }

  public static String delivers(String parcel, boolean inTime) {
    Deliveries.ALL.delivered(parcel, inTime);
    Deliveries.ALL.opened(parcel, parcel.isEmpty());
    Deliveries.ALL.arrived(parcel, parcel.endsWith("."));
    return Deliveries.ALL.last();
  }
}
