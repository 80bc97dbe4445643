package singleton_collection_only_grows;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class Leaks {
  enum Sessions {
    INSTANCE;

    private final Map<String, List<String>> logs = new HashMap<>();

    synchronized void log(String session, String line) {
      logs.computeIfAbsent(session, s -> new ArrayList<>()).add(line); // LEAK
    }
  }

  static class Audit {
    private static final Audit INSTANCE = new Audit();
    private final List<String> entries = Collections.synchronizedList(new ArrayList<>());

    static Audit get() {
      return INSTANCE;
    }

    void record(String user, String action) {
      entries.add(user + ' ' + action); // LEAK
    }

    String last() {
      return entries.get(entries.size() - 1);
    }
  }

  static class Lazy {
    private static Lazy instance;
    private final Map<String, Long> lastSeen = new ConcurrentHashMap<>();

    static synchronized Lazy instance() {
      if (instance == null) {
        instance = new Lazy();
      }
      return instance;
    }

    void saw(String address) {
      lastSeen.put(address, System.nanoTime()); // LEAK
    }
  }

  static class Hits extends HttpServlet {
    private final Map<String, Integer> hits = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      int count = hits.merge(request.getRequestURI(), 1, Integer::sum); // LEAK
      response.getWriter().println(count);
    }
  }

  public static void logs(String session) {
    Sessions.INSTANCE.log(session, "hello");
  }

  public static String records(String user) {
    Audit.get().record(user, "login");
    return Audit.get().last();
  }

  public static void sees(String address) {
    Lazy.instance().saw(address);
  }

  public static void serves(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    new Hits().doGet(request, response);
  }

  @jakarta.enterprise.context.SessionScoped
  static class Visits implements java.io.Serializable {
    private final Map<String, Integer> pages = new ConcurrentHashMap<>();

    public int visit(String page) {
      return pages.merge(page, 1, Integer::sum); // LEAK
    }
  }

  public static int visits(Visits visits, String page) {
    return visits.visit(page);
  }

  /** Has a thread of its own until it is stopped. */
  static class Courier {
    private final List<String> delivered = new ArrayList<>();
    private final java.util.concurrent.ExecutorService worker =
        java.util.concurrent.Executors.newSingleThreadExecutor();

    public void deliver(String parcel) {
      worker.execute(() -> System.out.println(parcel));
      delivered.add(parcel); // LEAK
    }

    public void stop() {
      worker.shutdown();
    }
  }

  /** Kept by what has threads of its own. */
  static class Office {
    private final Addresses addresses = new Addresses();
    private final java.util.concurrent.ExecutorService clerk =
        java.util.concurrent.Executors.newSingleThreadExecutor();

    public void write(String name) {
      clerk.execute(() -> System.out.println(addresses.find(name)));
    }

    public void close() {
      clerk.shutdown();
    }
  }

  static class Addresses {
    private final Map<String, String> known = new HashMap<>();

    public String find(String name) {
      String address = known.get(name);
      if (address == null) {
        address = name.toUpperCase(java.util.Locale.ROOT);
        known.put(name, address); // LEAK
      }
      return address;
    }
  }

  /** Two of three collections of a guest let go of what is over. */
  static class Guest {
    private final Map<Integer, String> orders = new HashMap<>();
    private final List<String> waiting = new ArrayList<>();
    private final List<String> wishes = new ArrayList<>();

    public void order(int number, String dish) {
      orders.put(number, dish);
      waiting.add(dish);
    }

    public void served(int number) {
      waiting.remove(orders.remove(number));
    }

    public void wish(String text) {
      wishes.add(text); // LEAK
    }
  }

  static class Inn {
    private final Map<String, Guest> guests = new HashMap<>();
    private final java.util.concurrent.ExecutorService kitchen =
        java.util.concurrent.Executors.newSingleThreadExecutor();

    public Guest enter(String name) {
      Guest guest = new Guest();
      guests.put(name, guest);
      return guest;
    }

    public void leave(String name) {
      guests.remove(name);
    }

    public void close() {
      kitchen.shutdown();
    }
  }

  public static void inn(Inn inn, String name, int number) {
    Guest guest = inn.enter(name);
    guest.order(number, name);
    guest.served(number);
    guest.wish(name);
    inn.leave(name);
  }

  public static void delivers(Courier courier, Office office, String parcel) {
    courier.deliver(parcel);
    office.write(parcel);
  }

  /** Lets everything go at its end, which is far. */
  static class Ledger implements AutoCloseable {
    private final List<String> lines = new ArrayList<>();
    private final java.util.concurrent.ScheduledExecutorService clock =
        java.util.concurrent.Executors.newScheduledThreadPool(1);

    public void note(String line) {
      clock.execute(() -> System.out.println(line));
      lines.add(line); // LEAK
    }

    @Override
    public void close() {
      clock.shutdown();
      lines.clear();
    }
  }

  /** Made by a factory method, and kept by who called it. */
  static class Desk {
    private final Stamps stamps = newStamps();
    private final java.util.Timer timer = new java.util.Timer("desk", true);

    private static Stamps newStamps() {
      return new Stamps();
    }

    public boolean stamp(String letter) {
      return stamps.isFirst(letter);
    }

    public void stop() {
      timer.cancel();
    }
  }

  static class Stamps {
    private final java.util.Set<String> letters = new java.util.HashSet<>();

    public boolean isFirst(String letter) {
      return letters.add(letter); // LEAK
    }
  }

  public static boolean desk(Desk desk, Ledger ledger, String letter) {
    ledger.note(letter);
    return desk.stamp(letter);
  }

  enum Failures {
    ALL;

    private static final long WINDOW = 900_000;
    private final java.util.Map<String, long[]> failures = new java.util.HashMap<>();

    synchronized boolean failed(String user) {
      long[] failure = failures.computeIfAbsent(user, u -> new long[2]); // LEAK
      failure[0]++;
      failure[1] = System.currentTimeMillis();
      return failure[0] > 5;
    }

    synchronized void succeeded(String user) {
      failures.remove(user);
    }

    /** Nothing runs it, and nothing else can. */
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
    private int late;

    synchronized void delivered(String parcel, boolean inTime) {
      done.addLast(parcel + (inTime ? "" : " (late)")); // LEAK
      if (!inTime) {
        late++;
        shorten();
      }
    }

    private void shorten() {
      while (done.size() > KEPT) {
        done.removeFirst();
      }
    }

    synchronized String last() {
      return late + " " + done.peekLast();
    }
  }

  public static String delivers(String parcel, boolean inTime) {
    Deliveries.ALL.delivered(parcel, inTime);
    return Deliveries.ALL.last();
  }
}
