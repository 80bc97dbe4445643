package remove_method_never_removes;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

public class Clean {
  static class Sensors {
    private final ConcurrentMap<String, double[]> sensors = new ConcurrentHashMap<>();

    double[] sensor(String name) {
      return sensors.computeIfAbsent(name, key -> new double[8]);
    }

    double[] removeSensor(String name) {
      return sensors.remove(name);
    }
  }

  /** Looks first, removes then. */
  static class Sessions {
    private static final Map<String, StringBuilder> LOGS = new ConcurrentHashMap<>();

    static void open(String user) {
      LOGS.put(user, new StringBuilder());
    }

    static void releaseSession(String user) {
      StringBuilder log = LOGS.get(user);
      if (log != null && log.length() > 0) {
        System.out.println(log);
      }
      LOGS.entrySet().removeIf(entry -> entry.getKey().equals(user));
    }
  }

  /** The last one out takes the entry along. */
  static class Shares {
    private final Map<String, Integer> counts = new HashMap<>();

    synchronized void retain(String name) {
      counts.merge(name, 1, Integer::sum);
    }

    synchronized void release(String name) {
      if (counts.get(name) != null) {
        counts.computeIfPresent(name, (key, count) -> count == 1 ? null : count - 1);
      }
    }
  }

  /** One method says which, another removes it. */
  static class Connections {
    private final Map<Integer, AutoCloseable> open = new ConcurrentHashMap<>();

    void add(int id, AutoCloseable connection) {
      open.put(id, connection);
    }

    void release(int id) throws Exception {
      AutoCloseable connection = open.get(id);
      if (connection != null) {
        connection.close();
        forget(id);
      }
    }

    private void forget(int id) {
      open.remove(id);
    }
  }

  /** What is released is the permit, not the entry. */
  static class Permits {
    private final Map<String, java.util.concurrent.Semaphore> permits = new HashMap<>();

    Permits() {
      permits.put("read", new java.util.concurrent.Semaphore(4));
      permits.put("write", new java.util.concurrent.Semaphore(1));
    }

    void acquire(String kind) throws InterruptedException {
      permits.get(kind).acquire();
    }

    void releasePermit(String kind) {
      permits.get(kind).release();
    }
  }

  public static void use(String name) throws Exception {
    Sensors sensors = new Sensors();
    sensors.sensor(name)[0] = 1;
    sensors.removeSensor(name);
    Sessions.open(name);
    Sessions.releaseSession(name);
    Shares shares = new Shares();
    shares.retain(name);
    shares.release(name);
    Connections connections = new Connections();
    connections.add(1, () -> System.out.println("closed"));
    connections.release(1);
    Permits permits = new Permits();
    permits.acquire("read");
    permits.releasePermit("read");
  }

  /** The end of a channel is told to all three; names of people are another matter. */
  static class WorkPool {
    private final Map<Object, StringBuilder> pool = new java.util.HashMap<>();
    private final java.util.Set<Object> ready = new java.util.HashSet<>();
    private final java.util.Set<Object> unlimited = new java.util.HashSet<>();
    private final java.util.Set<Object> people = new java.util.HashSet<>();
    private final java.util.Queue<Object> recent = new java.util.ArrayDeque<>();

    void registerKey(Object key) {
      pool.putIfAbsent(key, new StringBuilder());
      ready.add(key);
    }

    void unlimit(Object key) {
      unlimited.add(key);
    }

    void read(Object key) {
      recent.add(key);
    }

    int drain() {
      int drained = 0;
      while (recent.poll() != null) {
        drained++;
      }
      return drained;
    }

    void welcome(Object person) {
      people.add(person);
    }

    void unregisterKey(Object key) {
      pool.remove(key);
      ready.remove(key);
      unlimited.remove(key);
    }
  }

  public static void works(WorkPool works, Object channel) {
    works.registerKey(channel);
    works.unlimit(channel);
    works.read(works.drain());
    works.welcome("x");
    works.unregisterKey(channel);
  }

  /** By number both times: boxed here, a primitive there. */
  static class Transport {
    record Response(long id, byte[] body) {}

    private final Map<Long, Response> responses = new ConcurrentHashMap<>();

    void received(Response response) {
      responses.put(response.id(), response);
    }

    void cancel(Response response) {
      Long id = response.id();
      responses.remove(id);
    }
  }

  /** Keys of two classes with a supertype that may compare them. */
  static class Paths {
    interface Name {}

    record Plain(String text) implements Name {}

    record Quoted(String text) implements Name {}

    private final Map<Name, StringBuilder> found = new ConcurrentHashMap<>();

    void add(String text) {
      found.put(new Plain(text), new StringBuilder());
    }

    void remove(String text) {
      found.remove(new Quoted(text));
    }
  }

  static class SessionTable {
    private final Map<String, StringBuilder> sessions = new java.util.HashMap<>();
    private final Map<String, Long> lastSeen = new java.util.HashMap<>();
    private final Map<String, Integer> recent =
        new java.util.LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > 100;
          }
        };

    void login(String id, StringBuilder session) {
      sessions.put(id, session);
      lastSeen.put(id, System.nanoTime());
      recent.put(id, session.length());
    }

    void onSessionEnd(String id) {
      sessions.remove(id);
      forget(id);
    }

    private void forget(String id) {
      lastSeen.remove(id);
    }

    int length(String id) {
      return recent.getOrDefault(id, 0);
    }
  }

  /** The last one takes the topic along. */
  static class Topics {
    private final Map<String, java.util.List<Runnable>> listeners = new ConcurrentHashMap<>();

    void subscribe(String topic, Runnable listener) {
      java.util.List<Runnable> all = listeners.get(topic);
      if (all == null) {
        all = new java.util.concurrent.CopyOnWriteArrayList<>();
        listeners.put(topic, all);
      }
      all.add(listener);
    }

    void unsubscribe(String topic, Runnable listener) {
      java.util.List<Runnable> all = listeners.get(topic);
      if (all != null) {
        all.remove(listener);
        if (all.isEmpty()) {
          listeners.remove(topic);
        }
      }
    }
  }

  /** One list for each kind of event, of which there are few. */
  static class Events {
    enum Kind {
      OPENED,
      CLOSED
    }

    private final Map<Kind, java.util.List<Runnable>> listeners = new ConcurrentHashMap<>();

    void subscribe(Kind kind, Runnable listener) {
      listeners
          .computeIfAbsent(kind, k -> new java.util.concurrent.CopyOnWriteArrayList<>())
          .add(listener);
    }

    void unsubscribe(Kind kind, Runnable listener) {
      java.util.List<Runnable> all = listeners.get(kind);
      if (all != null) {
        all.remove(listener);
      }
    }
  }

  public static void answers(Transport transport, byte[] body) {
    Transport.Response response = new Transport.Response(body.length, body);
    transport.received(response);
    transport.cancel(response);
  }

  public static int logs(SessionTable table, Paths paths, String id) {
    table.login(id, new StringBuilder());
    table.onSessionEnd(id);
    paths.add(id);
    paths.remove(id);
    return table.length(id);
  }

  public static void listens(Topics topics, Events events, Runnable listener) {
    topics.subscribe("x", listener);
    topics.unsubscribe("x", listener);
    events.subscribe(Events.Kind.OPENED, listener);
    events.unsubscribe(Events.Kind.CLOSED, listener);
  }

  /** Put in at an index, taken out as what it is. */
  static class Steps {
    private final List<Runnable> steps = new ArrayList<>();

    void addStep(Runnable step, int place) {
      steps.add(place, step);
    }

    void removeStep(Runnable step) {
      steps.remove(step);
    }
  }

  public static void steps(Steps steps, Runnable step) {
    steps.addStep(step, 0);
    steps.removeStep(step);
  }

  /** The store evicts, and both of its indexes are told. */
  static class Accounts {
    interface EvictionListener {
      void onEviction(Account evicted);
    }

    record Account(Long id, String name, String mail) {}

    static class Store {
      private final Map<Long, Account> entries = new java.util.LinkedHashMap<>();
      private EvictionListener listener;

      void listen(EvictionListener toAll) {
        listener = toAll;
      }

      void put(Account account) {
        if (entries.size() > 1000) {
          Long oldest = entries.keySet().iterator().next();
          listener.onEviction(entries.remove(oldest));
        }
        entries.put(account.id(), account);
      }

      Account remove(Long id) {
        return entries.remove(id);
      }
    }

    private final Store store = new Store();
    private final Map<String, Account> byName = new ConcurrentHashMap<>();
    private final Map<String, Account> byMail = new ConcurrentHashMap<>();

    Accounts() {
      store.listen(evicted -> forget(evicted));
    }

    void put(Account account) {
      store.put(account);
      byName.put(account.name(), account);
      byMail.put(account.mail(), account);
    }

    void remove(Long id) {
      Account account = store.remove(id);
      if (account != null) {
        forget(account);
      }
    }

    private void forget(Account account) {
      byName.remove(account.name(), account);
      byMail.remove(account.mail(), account);
    }
  }

  public static void stores(Accounts accounts, Accounts.Account account) {
    accounts.put(account);
    accounts.remove(account.id());
  }

  /** Filed under one of two keys, and taken out by the one it is under. */
  static class Replies {
    private final Map<String, StringBuilder> replies = new ConcurrentHashMap<>();
    private final java.util.concurrent.atomic.AtomicLong tags =
        new java.util.concurrent.atomic.AtomicLong();

    String ask(String correlation, java.util.function.UnaryOperator<String> wire) {
      String tag = Long.toString(tags.incrementAndGet());
      StringBuilder reply = new StringBuilder();
      if (correlation != null) {
        replies.put(correlation, reply);
      } else {
        replies.put(tag, reply);
      }
      String key = correlation != null ? correlation : tag;
      try {
        return reply.append(wire.apply(tag)).toString();
      } finally {
        replies.remove(key);
      }
    }
  }

  static class Headers {
    private final Map<String, String> headers = new ConcurrentHashMap<>();

    void putHeader(String name, String value) {
      headers.put(name.toLowerCase(java.util.Locale.ROOT), value);
    }

    void removeHeader(String name) {
      headers.remove(name.toLowerCase(java.util.Locale.ROOT));
    }
  }

  public static String replies(Replies replies, Headers headers, String id) {
    headers.putHeader(id, id);
    headers.removeHeader(id);
    return replies.ask(id, tag -> tag + id);
  }

  /** A pair hands out one of several collections. */
  record Pair<A, B>(A first, B second) {}

  static class Parts {
    private final Map<String, Pair<Map<Long, String>, java.util.Set<Integer>>> byNode =
        new ConcurrentHashMap<>();

    void begin(String node, long version) {
      Map<Long, String> versions = new HashMap<>();
      versions.put(version, node);
      byNode.put(node, new Pair<>(versions, new java.util.HashSet<>()));
    }

    void done(String node, int part) {
      Pair<Map<Long, String>, java.util.Set<Integer>> parts = byNode.get(node);
      parts.second().remove(part);
      if (parts.second().isEmpty()) {
        byNode.remove(node);
      }
    }
  }

  public static void parts(Parts parts, String node, int part) {
    parts.begin(node, part);
    parts.done(node, part);
  }

  /** The last tab takes the list of its browser along. */
  static class Tabs {
    private final Map<String, java.util.List<String>> tabsOfBrowser = new ConcurrentHashMap<>();

    void tabOpened(String browser, String tab) {
      tabsOfBrowser
          .computeIfAbsent(browser, b -> new java.util.concurrent.CopyOnWriteArrayList<>())
          .add(tab);
    }

    void tabClosed(String browser, String tab) {
      java.util.List<String> tabs = tabsOfBrowser.get(browser);
      if (tabs != null && tabs.remove(tab) && tabs.isEmpty()) {
        tabsOfBrowser.remove(browser);
      }
    }
  }

  /** Subscribers by the class of what they want to hear of: there are few classes. */
  static class Subscribers {
    private final Map<Class<?>, java.util.Set<Runnable>> byType = new ConcurrentHashMap<>();

    void subscribed(Class<?> type, Runnable subscriber) {
      byType.computeIfAbsent(type, t -> ConcurrentHashMap.newKeySet()).add(subscriber);
    }

    void unsubscribed(Class<?> type, Runnable subscriber) {
      java.util.Set<Runnable> subscribers = byType.get(type);
      if (subscribers != null) {
        subscribers.remove(subscriber);
      }
    }
  }

  public static void serve(Tabs tabs, Subscribers subscribers, String browser) {
    Runnable closes = () -> tabs.tabClosed(browser, browser + "/1");
    tabs.tabOpened(browser, browser + "/1");
    subscribers.subscribed(String.class, closes);
    subscribers.unsubscribed(String.class, closes);
  }

  /** Who gets a new name is filed under it, and the old one goes. */
  static class Directory {
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    void renamed(Rename rename, int number) {
      numbers.remove(rename.getOldName());
      numbers.put(rename.getNewName(), number);
    }
  }

  static class Rename {
    private final String oldName;
    private final String newName;

    Rename(String oldName, String newName) {
      this.oldName = oldName;
      this.newName = newName;
    }

    String getOldName() {
      return oldName;
    }

    String getNewName() {
      return newName;
    }
  }

  static void renames(Directory directory, Rename rename) {
    directory.renamed(rename, 1);
  }

  /** Undone by a method of the same purpose that leaves it to another. */
  static class Exports {
    private final Map<String, Object> exported = new ConcurrentHashMap<>();

    void export(String name, Object bean) {
      exported.put(name, bean);
    }

    void unexport(String name) {
      forget(name);
    }

    private void forget(String name) {
      exported.remove(name);
    }
  }

  static void exports(Exports exports, String name) {
    exports.export(name, new Object());
    exports.unexport(name);
  }

  /** All that a pool has, and those not lent just now: what is lent comes back. */
  static class Pool {
    private final List<Lent> all = new ArrayList<>();
    private final List<Lent> idle = new ArrayList<>();

    synchronized void fill(Lent lent) {
      all.add(lent);
      idle.add(lent);
    }

    synchronized Lent lend(Lent wanted) {
      idle.remove(wanted);
      return wanted;
    }

    synchronized int size() {
      return all.stream().mapToInt(Lent::weight).sum();
    }
  }

  static class Lent implements AutoCloseable {
    private final int weight;

    Lent(int weight) {
      this.weight = weight;
    }

    int weight() {
      return weight;
    }

    @Override
    public void close() {
      System.out.println(weight);
    }
  }

  static Lent lent(Pool pool, Lent lent) {
    pool.fill(lent);
    return pool.size() > 0 ? pool.lend(lent) : lent;
  }

  /** The other end goes through the same method, or is followed by it. */
  static class Link {
    private static final Map<Long, Link> OPEN = new ConcurrentHashMap<>();

    private final long id = System.nanoTime();
    private final java.net.Socket socket;

    Link(java.net.Socket socket) {
      this.socket = socket;
      OPEN.put(id, this);
    }

    void close() throws java.io.IOException {
      OPEN.remove(id);
      socket.close();
    }

    void kill() throws java.io.IOException {
      socket.close();
    }

    void discard() throws java.io.IOException {
      socket.shutdownInput();
      close();
    }

    static void end(Link link) throws java.io.IOException {
      link.kill();
      link.close();
    }
  }

  static void links(Link link) throws java.io.IOException {
    Link.end(link);
    link.discard();
  }

  /** A rejected answer is asked for once more: only the accepted one is the end. */
  static class Answers {
    private final Map<String, StringBuilder> open = new ConcurrentHashMap<>();

    void ask(String question) {
      open.put(question, new StringBuilder());
    }

    void accept(String question) {
      open.remove(question);
    }

    void reject(String question) {
      ask(question.trim());
    }
  }

  static void answers(Answers answers, String question) {
    answers.ask(question);
    answers.reject(question);
    answers.accept(question);
  }

  /** Locks go with their visits; what was counted of them is kept by kind. */
  static class Visits {
    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final Map<String, Integer> kinds = new ConcurrentHashMap<>();

    Visit begin(String id, String kind) {
      Visit visit = new Visit(id, kind);
      visits.put(visit.id, visit);
      kinds.merge(visit.kind, 1, Integer::sum);
      return visit;
    }

    Object lock(Visit visit) {
      return locks.computeIfAbsent(visit.id, id -> new Object());
    }

    void sweep(long before) {
      visits
          .values()
          .removeIf(
              visit -> {
                boolean old = visit.since < before;
                if (old) {
                  locks.remove(visit.id);
                }
                return old;
              });
    }
  }

  static class Visit {
    final String id;
    final String kind;
    final long since = System.currentTimeMillis();

    Visit(String id, String kind) {
      this.id = id;
      this.kind = kind;
    }
  }

  static void visit(Visits visits, String id) {
    visits.lock(visits.begin(id, "short"));
    visits.sweep(0);
  }

  /** Both sides write the name in the same way. */
  static class Mailboxes {
    private final Map<String, StringBuilder> boxes = new ConcurrentHashMap<>();

    StringBuilder open(String address) {
      return boxes.computeIfAbsent(normal(address), StringBuilder::new);
    }

    void drop(String address) {
      boxes.remove(normal(address));
    }

    private static String normal(String address) {
      return address.trim().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static void mail(Mailboxes boxes, String address) {
    boxes.open(address);
    boxes.drop(address);
  }

  static class Device {
    final String sessionId;
    final String previousId;

    Device(String sessionId, String previousId) {
      this.sessionId = sessionId;
      this.previousId = previousId;
    }
  }

  /** Filed anew under the next id. */
  static class Devices {
    private static final Map<String, Device> ONLINE = new ConcurrentHashMap<>();

    static void renewed(Device device) {
      ONLINE.put(device.sessionId, device);
      ONLINE.remove(device.previousId);
    }
  }

  static void renew(Device device) {
    Devices.renewed(new Device(device.sessionId + "+", device.sessionId));
  }

  static class Download {
    private final String address;
    private int state;

    Download(String address) {
      this.address = address;
    }

    void setState(int state) {
      this.state = state;
    }

    int state() {
      return state;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Download that && address.equals(that.address);
    }

    @Override
    public int hashCode() {
      return address.hashCode();
    }
  }

  /** The state is none of what makes two downloads equal. */
  static class Downloads {
    private final java.util.Set<Download> active = new java.util.HashSet<>();

    void run(Download download) {
      active.add(download);
      download.setState(download.state() + 1);
      active.remove(download);
    }
  }

  static class Offer {
    private String name = "";

    void setName(String name) {
      this.name = name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Offer that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /** Gets its name before it is added, and a new one when it is out again. */
  static class Offers {
    private final java.util.Set<Offer> open = new java.util.HashSet<>();

    void open(Offer offer, String name) {
      offer.setName(name);
      open.add(offer);
    }

    void close(Offer offer) {
      open.remove(offer);
      offer.setName("");
    }
  }

  static void offers(Offers offers, Downloads downloads, String name) {
    Offer offer = new Offer();
    offers.open(offer, name);
    offers.close(offer);
    downloads.run(new Download(name));
  }

  /** All go at the end, one by one and then together. */
  static class Timers {
    private final Map<String, Timed> timers = new ConcurrentHashMap<>();

    void open(String name) {
      timers.put(name, new Timed(name, this));
    }

    void stop() {
      for (Timed timed : timers.values()) {
        timed.destroy();
      }
      timers.clear();
    }
  }

  static class Timed {
    private final String name;
    private final Timers timers;
    private boolean over;

    Timed(String name, Timers timers) {
      this.name = name;
      this.timers = timers;
    }

    void invalidate() {
      over = true;
      timers.timers.remove(name);
    }

    void destroy() {
      over = true;
    }

    boolean isOver() {
      return over;
    }
  }

  static void timers(Timers timers, Timed timed) {
    timers.open("x");
    if (!timed.isOver()) {
      timed.invalidate();
    }
    timers.stop();
  }

  /** Who leaves is taken out of all lists. */
  static class Broker {
    private final Map<String, Runnable> connected = new ConcurrentHashMap<>();
    private final Map<String, java.util.List<String>> subscribers = new ConcurrentHashMap<>();

    synchronized void connect(String session, Runnable ping) {
      connected.put(session, ping);
    }

    synchronized void subscribe(String session, String topic) {
      if (connected.containsKey(session)) {
        subscribers.computeIfAbsent(topic, t -> new java.util.ArrayList<>()).add(session);
      }
    }

    synchronized void disconnect(String session) {
      connected.remove(session);
      subscribers.values().forEach(list -> list.remove(session));
    }
  }

  static void broker(Broker broker, String session) {
    broker.connect(session, () -> broker.disconnect(session));
    broker.subscribe(session, "news");
  }
}

/** What stays is kept under names of its own, or under an id of something else. */
class Seats {
  private final java.util.Map<String, Runnable> players = new java.util.HashMap<>();
  private final java.util.Map<String, Long> joined = new java.util.HashMap<>();
  private final java.util.Map<String, String> tables = new java.util.HashMap<>();

  synchronized void join(Join event) {
    players.put(event.playerName(), event.ping());
    joined.put(event.playerName(), System.nanoTime());
    tables.put(event.tableName(), event.rules());
  }

  synchronized void leave(Leave event) {
    System.out.println(tables.get(event.table().name()));
    players.remove(event.playerName());
    joined.remove(event.playerName());
  }

  synchronized void onTableRemoved(Table table) {
    tables.remove(table.name());
  }

  record Table(String name) {}

  record Join(String playerName, String tableName, String rules, Runnable ping) {}

  record Leave(String playerName, Table table) {}

  static void play(Seats seats, Join join, Leave leave) {
    seats.join(join);
    seats.leave(leave);
    seats.onTableRemoved(leave.table());
  }
}

/** Which ids are over is kept on purpose, by the method that takes the rest out. */
class Tickets {
  private final java.util.Map<String, Runnable> open = new java.util.HashMap<>();
  private final java.util.Map<String, Long> since = new java.util.HashMap<>();
  private final java.util.Map<String, Integer> results = new java.util.HashMap<>();

  synchronized void open(Ticket ticket) {
    open.put(ticket.ticketNumber(), ticket.alert());
    since.put(ticket.ticketNumber(), System.nanoTime());
  }

  synchronized void onTicketRemoved(Ticket ticket, int result) {
    open.remove(ticket.ticketNumber());
    since.remove(ticket.ticketNumber());
    results.put(ticket.ticketNumber(), result);
  }

  synchronized Integer result(Ticket ticket) {
    return results.get(ticket.ticketNumber());
  }

  record Ticket(String ticketNumber, Runnable alert) {}

  static Integer run(Ticket ticket) {
    Tickets tickets = new Tickets();
    tickets.open(ticket);
    tickets.onTicketRemoved(ticket, 0);
    return tickets.result(ticket);
  }
}

/** Numbers of jobs that are done: they are written down as the job goes. */
class DoneJobs {
  private final java.util.Map<String, Job> running = new java.util.HashMap<>();
  private final java.util.Map<String, Integer> results = new java.util.HashMap<>();

  synchronized void start(Job job) {
    running.put(job.name(), job);
  }

  synchronized void end(Job job, int result) {
    running.remove(job.name());
    results.put(job.name(), result);
  }

  synchronized int result(Job job) {
    return results.getOrDefault(job.name(), -1);
  }

  record Job(String name) {}

  static int run(Job job) {
    DoneJobs jobs = new DoneJobs();
    jobs.start(job);
    jobs.end(job, 0);
    return jobs.result(job);
  }
}

/** Widened to the type of the keys before it is looked for, or found by what it is equal to. */
class RightKeys {
  private final java.util.Map<Long, String> byNumber = new java.util.concurrent.ConcurrentHashMap<>();
  private final java.util.Set<Pair> pairs = new java.util.HashSet<>();
  private final java.util.List<Runnable> ticks = new java.util.concurrent.CopyOnWriteArrayList<>();
  private final Runnable tick = this::paint;

  void put(long number, String text) {
    byNumber.put(number, text);
  }

  void answered(int number) {
    byNumber.remove((long) number);
  }

  void bothWays(int number) {
    byNumber.remove(number);
    byNumber.remove((long) number);
  }

  void link(String from, String to) {
    pairs.add(new Pair(from, to));
  }

  void unlink(String from, String to) {
    pairs.remove(new Pair(from, to));
  }

  void show() {
    ticks.add(tick);
  }

  void hide() {
    ticks.remove(tick);
  }

  void during(Runnable work) {
    Runnable shown = () -> System.out.println(ticks.size());
    register(shown);
    try {
      work.run();
    } finally {
      ticks.remove(shown);
    }
  }

  private void register(Runnable shown) {
    ticks.add(shown);
  }

  private void paint() {
    ticks.forEach(Runnable::run);
  }

  record Pair(String from, String to) {}

  static void run(RightKeys keys, int number) {
    keys.put(number, "text");
    keys.answered(number);
    keys.bothWays(number);
    keys.link("a", "b");
    keys.unlink("a", "b");
    keys.show();
    keys.during(keys::hide);
  }
}

/** Put at the tail and taken from the head: two counters that go the same way. */
class Ring {
  private final java.util.Map<Slot, String> slots = new java.util.concurrent.ConcurrentHashMap<>();
  private final java.util.concurrent.atomic.AtomicLong head =
      new java.util.concurrent.atomic.AtomicLong();
  private final java.util.concurrent.atomic.AtomicLong tail =
      new java.util.concurrent.atomic.AtomicLong();

  void put(String text) {
    slots.put(new Slot(tail.getAndIncrement()), text);
  }

  String take() {
    return slots.remove(new Slot(head.getAndIncrement()));
  }

  record Slot(long number) {}

  static String run(Ring ring) {
    ring.put("one");
    return ring.take();
  }
}

/** Gets its name before it is added, or leaves the set for as long as it gets another one. */
class Names {
  private final java.util.Set<Named> open = new java.util.HashSet<>();

  void open(String name) {
    Named named = new Named();
    called(named, name);
    open.add(named);
  }

  private void called(Named named, String name) {
    named.setName(name.trim());
  }

  void rename(Named named, String name) {
    open.remove(named);
    named.setName(name);
    open.add(named);
  }

  void close(Named named) {
    open.remove(named);
  }

  static class Named {
    private String name = "";

    void setName(String name) {
      this.name = name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Named that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  static void run(Names names, Named named) {
    names.open("one");
    names.rename(named, "two");
    names.close(named);
  }
}

/** What goes out of one of the two maps goes out of the sets of the other as well. */
class Memberships {
  private final java.util.Map<String, java.util.Set<String>> groupsOf = new java.util.HashMap<>();
  private final java.util.Map<String, java.util.Set<String>> membersOf = new java.util.HashMap<>();

  synchronized void join(String group, String member) {
    groupsOf.computeIfAbsent(member, m -> new java.util.HashSet<>()).add(group);
    membersOf.computeIfAbsent(group, g -> new java.util.HashSet<>()).add(member);
  }

  synchronized void left(String member) {
    java.util.Set<String> groups = groupsOf.remove(member);
    if (groups != null) {
      groups.forEach(group -> takeOut(group, member));
    }
  }

  private void takeOut(String group, String member) {
    java.util.Set<String> members = membersOf.get(group);
    if (members != null) {
      members.remove(member);
    }
  }

  synchronized void dissolved(String group) {
    membersOf.remove(group);
    for (java.util.Set<String> groups : groupsOf.values()) {
      groups.remove(group);
    }
  }

  static void run(Memberships all) {
    all.join("group", "member");
    all.left("member");
    all.dissolved("group");
  }
}

/** Each of what hung on it goes with it, by the same method. */
class Tree {
  private final java.util.Map<String, java.util.Set<String>> children = new java.util.HashMap<>();
  private final java.util.Map<String, java.util.Set<String>> parents = new java.util.HashMap<>();

  synchronized void hang(String child, String parent) {
    children.computeIfAbsent(parent, p -> new java.util.HashSet<>()).add(child);
    parents.computeIfAbsent(child, c -> new java.util.HashSet<>()).add(parent);
  }

  synchronized void cut(String name) {
    java.util.Set<String> below = children.remove(name);
    if (below != null) {
      for (String child : below) {
        cut(child);
      }
    }
    java.util.Set<String> above = parents.remove(name);
    if (above != null) {
      for (String parent : above) {
        java.util.Set<String> siblings = children.get(parent);
        if (siblings != null) {
          siblings.remove(name);
        }
      }
    }
  }

  static void run(Tree tree) {
    tree.hang("child", "parent");
    tree.cut("parent");
  }
}

/** The wrapper takes itself out, or the list holds what is wrapped. */
class TrackedReaders {
  private final java.util.List<AutoCloseable> open = new java.util.ArrayList<>();

  synchronized AutoCloseable track(AutoCloseable reader) {
    TrackedReader tracked = new TrackedReader(this, reader);
    open.add(tracked);
    return tracked;
  }

  synchronized AutoCloseable trackPlain(AutoCloseable reader) {
    open.add(reader);
    return new TrackedReader(this, reader);
  }

  synchronized void untrack(AutoCloseable reader) {
    open.remove(reader);
  }

  private static class TrackedReader implements AutoCloseable {
    private final TrackedReaders owner;
    private final AutoCloseable wrapped;

    TrackedReader(TrackedReaders owner, AutoCloseable wrapped) {
      this.owner = owner;
      this.wrapped = wrapped;
    }

    @Override
    public void close() throws Exception {
      owner.untrack(this);
      owner.untrack(wrapped);
      wrapped.close();
    }
  }

  static void run(TrackedReaders readers, AutoCloseable reader) throws Exception {
    readers.track(reader).close();
    readers.trackPlain(reader).close();
  }
}

final class Sessions {
  private static final java.util.Set<Visit> OPEN =
      java.util.concurrent.ConcurrentHashMap.newKeySet();

  static void opened(Visit visit) {
    OPEN.add(visit);
  }

  static void closed(Visit visit) {
    OPEN.remove(visit);
  }

  static int count() {
    return OPEN.size();
  }

  /** Both ends take it out; the third mark is no end, for whoever sets it closes it next. */
  static class Visit implements AutoCloseable {
    private boolean closed;
    private boolean quiet;

    Visit() {
      opened(this);
    }

    void hush() {
      quiet = true;
    }

    void dropped() {
      closed = true;
      Sessions.closed(this);
    }

    private void mark() {
      closed = true;
    }

    void abandon() {
      mark();
      Sessions.closed(this);
    }

    @Override
    public void close() {
      if (!quiet) {
        System.out.println("bye");
      }
      if (!closed) {
        closed = true;
        Sessions.closed(this);
      }
    }
  }

  static int run(boolean gone) {
    try (Visit visit = new Visit()) {
      visit.hush();
      if (gone) {
        visit.dropped();
      } else {
        visit.abandon();
      }
    }
    return count();
  }
}

/** What failed is forgotten as well, is tried again, or is forgotten by whoever is told. */
class Deliveries {
  interface Told {
    void onSuccess(String id);

    void onFailure(String id, Throwable why);
  }

  private final java.util.Set<String> open = java.util.concurrent.ConcurrentHashMap.newKeySet();
  private final java.util.Set<String> tried = java.util.concurrent.ConcurrentHashMap.newKeySet();

  void deliver(String id, java.util.function.BiConsumer<String, Told> sender) {
    open.add(id);
    sender.accept(
        id,
        new Told() {
          @Override
          public void onSuccess(String done) {
            open.remove(done);
          }

          @Override
          public void onFailure(String failed, Throwable why) {
            open.remove(failed);
          }
        });
  }

  void untilDelivered(String id, java.util.function.BiConsumer<String, Told> sender) {
    tried.add(id);
    sender.accept(
        id,
        new Told() {
          @Override
          public void onSuccess(String done) {
            tried.remove(done);
          }

          @Override
          public void onFailure(String failed, Throwable why) {
            untilDelivered(failed, sender);
          }
        });
  }

  static void run(Deliveries all, String id) {
    all.deliver(id, (name, told) -> told.onFailure(name, null));
    all.untilDelivered(id, (name, told) -> told.onSuccess(name));
  }
}

/** Whoever completes the answer: it is forgotten when it is complete. */
class Answer extends java.util.concurrent.CompletableFuture<String> {
  private static final java.util.Map<Long, Answer> PENDING =
      new java.util.concurrent.ConcurrentHashMap<>();

  private final long id;

  private Answer(long id) {
    this.id = id;
  }

  static Answer to(long id) {
    Answer answer = new Answer(id);
    PENDING.put(id, answer);
    answer.whenComplete((text, why) -> PENDING.remove(id));
    return answer;
  }

  void timedOut() {
    PENDING.remove(id);
    completeExceptionally(new java.util.concurrent.TimeoutException("no answer"));
  }

  void sendFailed(Throwable why) {
    completeExceptionally(why);
  }

  static void run(long id, Throwable why) {
    to(id).timedOut();
    to(id).sendFailed(why);
  }
}

/** Whoever gives the text has put it in lower case before. */
class Mailboxes {
  record Mailbox(String address, StringBuilder mails) {}

  private static final java.util.Map<String, Mailbox> OPEN =
      new java.util.concurrent.ConcurrentHashMap<>();

  private static String plain(String address) {
    return address.strip().toLowerCase(java.util.Locale.ROOT);
  }

  static void open(Mailbox mailbox) {
    OPEN.put(plain(mailbox.address()), mailbox);
  }

  static Mailbox find(String address) {
    return OPEN.get(plain(address));
  }

  static Mailbox close(String address) {
    return OPEN.remove(address);
  }

  static Mailbox mails(String address) {
    open(new Mailbox(address, new StringBuilder()));
    return find(address) == null ? null : close(plain(address));
  }
}

/** Nobody says that names are looked for in lower case: this one may be spelled so already. */
class Aliases {
  record Alias(String name, String target) {}

  private final java.util.Map<String, Alias> all = new java.util.concurrent.ConcurrentHashMap<>();

  void add(Alias alias) {
    all.put(alias.name().toLowerCase(java.util.Locale.ROOT), alias);
  }

  Alias find(String key) {
    return all.get(key);
  }

  void remove(String name) {
    all.remove(name);
  }

  static void run(Aliases aliases, Alias alias) {
    aliases.add(alias);
    System.out.println(aliases.find(alias.target()));
    aliases.remove(alias.target());
  }
}

/** Both ways are forgotten together, here at once and there one after the other. */
class Places {
  private final java.util.Map<String, String> seatByGuest =
      new java.util.concurrent.ConcurrentHashMap<>();
  private final java.util.Map<String, String> guestBySeat =
      new java.util.concurrent.ConcurrentHashMap<>();
  private final java.util.Map<String, Integer> rows = new java.util.HashMap<>();
  private final java.util.Map<Integer, String> names = new java.util.TreeMap<>();

  Places() {
    for (int row = 0; row < 26; row++) {
      String name = String.valueOf((char) ('A' + row));
      rows.put(name, row);
      names.put(row, name);
    }
  }

  void close(String row) {
    rows.remove(row);
  }

  String row(int number) {
    return names.get(number);
  }

  void sit(String guest, String seat) {
    seatByGuest.put(guest, seat);
    guestBySeat.put(seat, guest);
  }

  void rise(String guest) {
    String seat = seatByGuest.remove(guest);
    if (seat != null) {
      free(seat);
    }
  }

  private void free(String seat) {
    guestBySeat.remove(seat);
  }

  static void run(Places seats, String guest, String seat) {
    seats.sit(guest, seat);
    seats.rise(guest);
    seats.close(seats.row(3));
  }
}

/** States that are asked for before they change, that may change back, or that another has. */
class Lines {
  enum Phase {
    TALKING,
    HANGING_UP
  }

  static class PhoneCall {
    private Phase phase = Phase.TALKING;

    Phase phase() {
      return phase;
    }

    void enter(Phase next) {
      phase = next;
    }
  }

  private final java.util.Map<String, PhoneCall> calls =
      new java.util.concurrent.ConcurrentHashMap<>();
  private final java.util.Map<String, PhoneCall> held =
      new java.util.concurrent.ConcurrentHashMap<>();
  private final java.util.Map<String, PhoneCall> parked =
      new java.util.concurrent.ConcurrentHashMap<>();

  void accept(String number) {
    calls.put(number, new PhoneCall());
    held.put(number, new PhoneCall());
    parked.put(number, new PhoneCall());
  }

  void hangUp(String number) {
    PhoneCall call = calls.get(number);
    if (call.phase() == Phase.TALKING) {
      call.enter(Phase.HANGING_UP);
      calls.remove(number);
    }
  }

  void resume(String number, boolean sure) {
    PhoneCall call = held.get(number);
    call.enter(Phase.HANGING_UP);
    undo(call, sure);
    if (call.phase() == Phase.TALKING) {
      held.remove(number);
    }
  }

  private static void undo(PhoneCall call, boolean sure) {
    if (!sure) {
      call.enter(Phase.TALKING);
    }
  }

  void replace(String number, PhoneCall by) {
    PhoneCall call = parked.get(number);
    by.enter(Phase.HANGING_UP);
    if (call.phase() == Phase.TALKING) {
      parked.remove(number);
    }
  }

  static void run(Lines lines, String number) {
    lines.accept(number);
    lines.hangUp(number);
    lines.resume(number, number.isEmpty());
    lines.replace(number, new PhoneCall());
  }
}

/** What is under the key goes with what is undone, or whatever is left goes with the key. */
class Circles {
  private final java.util.Map<String, java.util.Set<String>> members =
      new java.util.concurrent.ConcurrentHashMap<>();
  private final java.util.Map<String, java.util.Set<String>> groups =
      new java.util.concurrent.ConcurrentHashMap<>();

  void enter(String group, String member) {
    members
        .computeIfAbsent(group, g -> java.util.concurrent.ConcurrentHashMap.newKeySet())
        .add(member);
    groups
        .computeIfAbsent(member, m -> java.util.concurrent.ConcurrentHashMap.newKeySet())
        .add(group);
  }

  void quit(String member) {
    java.util.Set<String> all = groups.get(member);
    if (all == null) {
      return;
    }
    for (String group : all) {
      drop(group, member);
    }
    if (all.isEmpty()) {
      groups.remove(member);
    }
  }

  /** Takes the group out of those of the member as well. */
  private void drop(String group, String member) {
    java.util.Set<String> others = members.get(group);
    if (others != null && others.remove(member) && others.isEmpty()) {
      members.remove(group);
    }
    java.util.Set<String> all = groups.get(member);
    if (all != null) {
      all.remove(group);
    }
  }

  /** Nothing is undone: it looks whether something is left. */
  void tidy(String group) {
    java.util.Set<String> all = members.get(group);
    if (all != null) {
      for (String member : all) {
        System.out.println(member);
      }
      if (all.isEmpty()) {
        members.remove(group);
      }
    }
  }

  static void run(Circles groups, String group, String member) {
    groups.enter(group, member);
    groups.quit(member);
    groups.tidy(group);
  }
}

class Topics {
  private static final java.util.Map<String, StringBuilder> OPEN =
      new java.util.concurrent.ConcurrentHashMap<>();

  static void open(String id) {
    OPEN.putIfAbsent(id, new StringBuilder());
  }

  static void close(Iterable<String> ids) {
    for (String id : ids) {
      OPEN.remove(id);
    }
  }
}

/** Both are closed, the one with the other or one by one. */
class Desk {
  private final java.util.Set<String> brief =
      java.util.concurrent.ConcurrentHashMap.newKeySet();
  private final java.util.Set<String> lasting =
      java.util.concurrent.ConcurrentHashMap.newKeySet();

  void open(boolean lasts) {
    String id = java.util.UUID.randomUUID().toString();
    java.util.Set<String> ids = lasts ? lasting : brief;
    ids.add(id);
    Topics.open(id);
  }

  void leave() {
    Topics.close(brief);
    for (String id : lasting) {
      Topics.close(java.util.List.of(id));
    }
    brief.clear();
    lasting.clear();
  }

  static void run(Desk desk) {
    desk.open(true);
    desk.leave();
  }
}

/** The last taxi takes its stand along. */
class Taxis {
  static class Stand {
    private final String place;
    private int waiting;

    Stand(String place) {
      this.place = place;
    }
  }

  private final java.util.Map<String, Stand> stands = new java.util.HashMap<>();
  private final java.util.Map<Runnable, Stand> taxis = new java.util.HashMap<>();

  synchronized void arrive(String place, Runnable taxi) {
    Stand stand = stands.computeIfAbsent(place, Stand::new);
    stand.waiting++;
    taxis.put(taxi, stand);
  }

  synchronized void leave(Runnable taxi) {
    Stand stand = taxis.remove(taxi);
    if (stand != null && --stand.waiting == 0) {
      stands.remove(stand.place);
    }
  }

  static void run(Taxis taxis, String place, Runnable taxi) {
    taxis.arrive(place, taxi);
    taxis.leave(taxi);
  }

  /** Two maps that are cleared one after the other, each by its own key. */
  static final class Spool {
    private final Map<Long, File> pages = new HashMap<>();
    private final Map<File, Integer> sizes = new HashMap<>();

    void add(long page, File file, int size) {
      pages.put(page, file);
      sizes.put(file, size);
    }

    void drop(List<Long> done) {
      for (long page : done) {
        File file = pages.remove(page);
        if (file != null && sizes.containsKey(file)) {
          sizes.remove(file);
        }
      }
    }
  }

  /** A room is a guest, too, so that either may be what is meant. */
  interface Guest {
    String name();
  }

  static final class Room implements Guest {
    private static final Map<Guest, Room> TAKEN = new java.util.concurrent.ConcurrentHashMap<>();

    @Override
    public String name() {
      return "room";
    }

    void take() {
      TAKEN.put(this, this);
    }

    void leave() {
      TAKEN.remove(this);
    }
  }
}

/** The same two make the name again, in whichever way. */
class Shelves {
  record Parcel(String depot, long number) {}

  private final java.util.Map<String, Parcel> shelved =
      new java.util.concurrent.ConcurrentHashMap<>();

  void shelve(Parcel parcel) {
    shelved.put(place(parcel), parcel);
  }

  void handOver(String depot, long number) {
    shelved.remove(depot + "/" + number);
  }

  void lose(Parcel parcel) {
    shelved.remove(place(parcel));
  }

  private static String place(Parcel parcel) {
    return parcel.depot() + "/" + parcel.number();
  }

  static void run(Shelves shelves, Parcel parcel) {
    shelves.shelve(parcel);
    shelves.handOver(parcel.depot(), parcel.number());
    shelves.shelve(parcel);
    shelves.lose(parcel);
  }
}

/** What callers call a name is the whole of it, prefix and all. */
class Gauges {
  private final java.util.Map<String, Runnable> gauges = new java.util.HashMap<>();

  synchronized String add(String group, String name, Runnable gauge) {
    String full = group + "." + name;
    gauges.put(group + "." + name, gauge);
    return full;
  }

  synchronized void remove(String name) {
    gauges.remove(name);
  }

  static void run(Gauges gauges, String group, Runnable gauge) {
    gauges.remove(gauges.add(group, "size", gauge));
  }
}

/** Under both names, of which each goes by itself. */
class TwoNames {
  record Place(String town, String street) {}

  private final java.util.Map<String, Place> places = new java.util.HashMap<>();

  synchronized void add(Place place) {
    places.put(place.town() + place.street(), place);
    places.put(place.street(), place);
  }

  synchronized void remove(Place place) {
    places.remove(place.town() + place.street());
    places.remove(place.street());
  }

  static void run(TwoNames aliases, Place place) {
    aliases.add(place);
    aliases.remove(place);
  }
}

/** The last one takes the counter along. */
class Visits {
  private final java.util.Map<String, Integer> inside =
      new java.util.concurrent.ConcurrentHashMap<>();

  void come(String house) {
    inside.merge(house, 1, Integer::sum);
  }

  void leave(String house) {
    inside.computeIfPresent(house, (key, count) -> count > 1 ? count - 1 : null);
  }

  static void run(Visits visits, String house) {
    visits.come(house);
    visits.leave(house);
  }
}

/** The floor's own end takes its lamps out, one after the other. */
class House {
  static class Floor {
    private final House house;
    private final java.util.List<String> lamps = new java.util.ArrayList<>();

    Floor(House house) {
      this.house = house;
    }

    void hang(String name) {
      lamps.add(name);
    }

    void end() {
      lamps.forEach(house::unscrew);
    }
  }

  static class Lamp {
    private final Floor floor;

    Lamp(Floor floor) {
      this.floor = floor;
    }
  }

  private final java.util.Map<String, Floor> floors = new java.util.HashMap<>();
  private final java.util.Map<String, Lamp> lamps = new java.util.HashMap<>();

  synchronized void build(String floor) {
    floors.put(floor, new Floor(this));
  }

  synchronized void hang(String floor, String name) {
    Floor below = floors.get(floor);
    below.hang(name);
    lamps.put(name, new Lamp(below));
  }

  synchronized Floor floor(String name) {
    return lamps.get(name).floor;
  }

  synchronized void unscrew(String name) {
    lamps.remove(name);
  }

  synchronized void tearDown(String floor) {
    Floor gone = floors.remove(floor);
    gone.end();
  }

  static void run(House house, String name) {
    house.build(name);
    house.hang(name, name);
    house.floor(name);
    house.unscrew(name);
    house.tearDown(name);
  }
}

/** No ship leaves before its boats are raised. */
class Harbour {
  static class Ship {
    private final java.util.Set<String> boats = new java.util.HashSet<>();

    void lower(Boat boat) {
      boats.add(boat.name);
    }

    void raise(String boat) {
      boats.remove(boat);
    }
  }

  static class Boat {
    private final String name;

    Boat(String name) {
      this.name = name;
    }
  }

  private final java.util.Map<String, Ship> ships = new java.util.HashMap<>();
  private final java.util.Map<String, Boat> boats = new java.util.HashMap<>();

  synchronized void arrive(String name) {
    ships.put(name, new Ship());
  }

  synchronized void lower(String ship, String berth) {
    Boat boat = new Boat(berth);
    ships.get(ship).lower(boat);
    boats.put(berth, boat);
  }

  synchronized void raise(String ship, String berth) {
    ships.get(ship).raise(berth);
    boats.remove(berth);
  }

  synchronized void leave(String name) {
    if (!ships.get(name).boats.isEmpty()) {
      throw new IllegalStateException(name);
    }
    ships.remove(name);
  }

  synchronized Object at(String berth) {
    return boats.get(berth);
  }

  static void run(Harbour harbour, String name) {
    harbour.arrive(name);
    harbour.lower(name, name);
    harbour.at(name);
    harbour.raise(name, name);
    harbour.leave(name);
  }
}

/** Who is only away may come back, and finds the card again. */
class ReadingRoom {
  private final java.util.Map<String, StringBuilder> cards =
      new java.util.concurrent.ConcurrentHashMap<>();
  private final java.util.Map<String, Long> readers =
      new java.util.concurrent.ConcurrentHashMap<>();

  void admit(String reader) {
    readers.put(reader, System.nanoTime());
    cards.put(reader, new StringBuilder());
  }

  void comeBack(String reader) {
    readers.put(reader, System.nanoTime());
    cards.get(reader).append("again");
  }

  void goodBye(String reader) {
    readers.remove(reader);
    cards.remove(reader);
  }

  void stepOut(String reader) {
    readers.remove(reader);
  }

  void passExpired(String reader) {
    goodBye(reader);
  }

  static void run(ReadingRoom room, String reader) {
    room.admit(reader);
    room.stepOut(reader);
    room.comeBack(reader);
    room.passExpired(reader);
  }
}

/** Who is waited for no longer has not gone, and nor have the errors noted for it. */
class Watchers {
  static class Guest {
    private final String name;

    Guest(String name) {
      this.name = name;
    }
  }

  static class Error {
    private final Guest guest;

    Error(Guest guest) {
      this.guest = guest;
    }
  }

  private final java.util.Set<Guest> silent = new java.util.HashSet<>();
  private final java.util.Map<String, Error> errors = new java.util.HashMap<>();

  synchronized void silence(Guest guest) {
    silent.add(guest);
  }

  synchronized void hear(Guest guest) {
    silent.remove(guest);
  }

  synchronized void note(Guest guest) {
    errors.put(guest.name, new Error(guest));
  }

  synchronized Guest forgive(String name) {
    return errors.remove(name).guest;
  }

  static void run(Watchers watchers, Guest guest) {
    watchers.silence(guest);
    watchers.note(guest);
    watchers.forgive(guest.name);
  }

  static void hear(Watchers watchers, Guest guest) {
    watchers.hear(guest);
  }

  /** Overriding the end is fine where the one above is called, or the same is done. */
  abstract static class Hop implements AutoCloseable {
    private static final java.util.Set<Hop> OPEN =
        java.util.concurrent.ConcurrentHashMap.newKeySet();

    Hop() {
      OPEN.add(this);
    }

    static void forget(Hop link) {
      OPEN.remove(link);
    }

    @Override
    public void close() {
      forget(this);
    }
  }

  static class SealedHop extends Hop {
    @Override
    public void close() {
      try {
        System.err.println("sealed");
      } finally {
        super.close();
      }
    }
  }

  static class QuickHop extends Hop {
    @Override
    public void close() {
      end();
    }

    private void end() {
      forget(this);
    }
  }

  static class DelegatingHop extends SealedHop {
    private final Hop inner;

    DelegatingHop(Hop inner) {
      this.inner = inner;
      forget(this);
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  /** What is only known weakly goes by itself. */
  static class Trail {
    private static final java.util.List<java.lang.ref.WeakReference<Trail>> ALL =
        new java.util.ArrayList<>();

    Trail() {
      ALL.add(new java.lang.ref.WeakReference<>(this));
    }

    static synchronized void forget(Trail trail) {
      ALL.removeIf(known -> known.get() == null || known.get() == trail);
    }

    void close() {
      forget(this);
    }
  }

  static class SideTrail extends Trail {
    private int length = 3;

    @Override
    void close() {
      length = 0;
    }
  }

  /** Who has the subscription removed takes its name out of the last list. */
  static class Bridge {
    private final java.util.Map<String, Object> byLocal = new java.util.HashMap<>();
    private final java.util.Map<String, Object> byRemote = new java.util.HashMap<>();
    private final java.util.Set<String> forced = new java.util.HashSet<>();

    public void add(String subscription, Object consumer, boolean force) {
      byLocal.put(subscription, consumer);
      byRemote.put(subscription, consumer);
      if (force) {
        forced.add(subscription);
      }
    }

    private void removeSubscription(String subscription) {
      byLocal.remove(subscription);
      byRemote.remove(subscription);
    }

    public void told(String command, String id) {
      if (command.equals("remove")) {
        removeSubscription(id);
        forced.remove(id);
      }
    }
  }

  /** All are taken out when all are cancelled, one after the other or at once. */
  static class Alarms {
    private final java.util.Map<String, Alarm> alarms =
        new java.util.concurrent.ConcurrentHashMap<>();
    private final java.util.Map<String, Alarm> reminders =
        new java.util.concurrent.ConcurrentHashMap<>();

    public void set(String key) {
      alarms.put(key, new Alarm());
      reminders.put(key, new Alarm());
    }

    void unset(String key) {
      Alarm alarm = alarms.remove(key);
      if (alarm != null) {
        alarm.cancel();
      }
      Alarm reminder = reminders.remove(key);
      if (reminder != null) {
        reminder.cancel();
      }
    }

    private void unsetAll() {
      for (Alarm alarm : alarms.values()) {
        alarm.cancel();
      }
      alarms.clear();
      java.util.Iterator<Alarm> left = reminders.values().iterator();
      while (left.hasNext()) {
        left.next().cancel();
        left.remove();
      }
    }

    public void told(String key, boolean all) {
      if (all) {
        unsetAll();
      } else {
        unset(key);
      }
    }
  }

  static class Alarm {
    private boolean cancelled;

    void cancel() {
      cancelled = true;
    }
  }

  /** Each message is filed with its bundle. */
  static class Bundles {
    private final java.util.Map<Long, Long> bundleOf = new java.util.HashMap<>();
    private final java.util.Map<Long, java.util.List<String>> bundles = new java.util.HashMap<>();

    public void send(long message, long bundle, java.util.List<String> texts) {
      bundles.put(bundle, texts);
      bundleOf.put(message, bundle);
    }

    public int acknowledged(long message) {
      Long bundle = bundleOf.remove(message);
      java.util.List<String> texts = bundles.remove(bundle);
      return texts == null ? 0 : texts.size();
    }
  }

  /** Who closes the display ends no download. */
  static class Downloads {
    private final Map<String, Download> active = new ConcurrentHashMap<>();
    private final Display display = new Display();

    void begin(Download download) {
      active.put(download.file(), download);
      display.show(download.file());
    }

    boolean isActive(String file) {
      return active.containsKey(file);
    }

    void completed(Download download) {
      active.remove(download.file());
      display.clear();
    }

    void cancelled() {
      display.clear();
    }
  }

  interface Download {
    String file();
  }

  static class Display {
    private String shown = "";

    void show(String text) {
      shown = text;
    }

    void clear() {
      shown = "";
    }

    String shown() {
      return shown;
    }
  }

  /** Callers know the whole name, and may have none. */
  static class Tickets {
    private final Map<String, String> holders = new ConcurrentHashMap<>();

    void issue(String hall, String seat, String holder) {
      holders.put(hall + "/" + seat, holder);
    }

    void revoke(String seat) {
      holders.remove(String.valueOf(seat));
    }
  }

  public static void downloads(Downloads downloads, Download download) {
    downloads.begin(download);
    if (downloads.isActive(download.file())) {
      downloads.completed(download);
    }
  }

  public static void dismissed(Downloads downloads) {
    downloads.cancelled();
  }

  public static void tickets(Tickets tickets, String hall, String seat) {
    tickets.issue(hall, seat, "nobody");
    tickets.revoke(hall + "/" + seat);
  }
}
