package remove_method_never_removes;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

public class Leaks {
  static class Sensors {
    private final ConcurrentMap<String, double[]> sensors = new ConcurrentHashMap<>();

    double[] sensor(String name) {
      return sensors.computeIfAbsent(name, key -> new double[8]); // LEAK
    }

    double[] removeSensor(String name) {
      return sensors.get(name);
    }
  }

  static class Sessions {
    private static final Map<String, StringBuilder> LOGS = new ConcurrentHashMap<>();

    static void open(String user) {
      LOGS.put(user, new StringBuilder()); // LEAK
    }

    static void releaseSession(String user) {
      StringBuilder log = LOGS.get(user);
      if (log != null) {
        System.out.println(log);
      }
    }
  }

  static class Consumers {
    private final Map<Long, Runnable> consumers = new HashMap<>();
    private long last;

    synchronized long subscribe(Runnable consumer) {
      consumers.put(++last, consumer); // LEAK
      return last;
    }

    synchronized boolean unregister(long id) {
      Runnable consumer = consumers.get(id);
      return consumer != null;
    }
  }

  static class Locks {
    private static final Map<String, Object> HELD = new ConcurrentHashMap<>();

    static boolean lock(String path) {
      return HELD.putIfAbsent(path, new Object()) == null; // LEAK: static-collection-only-grows
    }

    static boolean release(String path) {
      return HELD.containsKey(path);
    }
  }

  public static void sensors(Sensors all, String name) {
    all.sensor(name)[0] = 1;
    all.removeSensor(name);
  }

  public static void sessions(String user) {
    Sessions.open(user);
    Sessions.releaseSession(user);
  }

  public static void consumers(Consumers all, Runnable consumer) {
    all.unregister(all.subscribe(consumer));
  }

  public static void locks(String path) {
    Locks.lock(path);
    Locks.release(path);
  }

  /** The end of a channel is told to two of three. */
  static class WorkPool {
    private final Map<Object, StringBuilder> pool = new HashMap<>();
    private final java.util.Set<Object> ready = new java.util.HashSet<>();
    private final java.util.Set<Object> unlimited = new java.util.HashSet<>();

    void registerKey(Object key) {
      pool.putIfAbsent(key, new StringBuilder());
      ready.add(key);
    }

    void unlimit(Object key) {
      unlimited.add(key); // LEAK
    }

    void limit(Object key) {
      unlimited.remove(key);
    }

    void unregisterKey(Object key) {
      pool.remove(key);
      ready.remove(key);
    }
  }

  public static void works(WorkPool works, Object channel) {
    works.registerKey(channel);
    works.unlimit(channel);
    works.unregisterKey(channel);
  }

  /** Filled by number, but asked to give up the response itself. */
  static class Transport {
    record Response(long id, byte[] body) {}

    private final Map<Long, Response> responses = new ConcurrentHashMap<>();

    void received(Response response) {
      responses.put(response.id(), response);
    }

    Response poll(long id) {
      return responses.get(id);
    }

    void cancel(Response response) {
      responses.remove(response); // LEAK
    }
  }

  /** Both maps learn of a session, one is told of its end. */
  static class SessionTable {
    private final Map<String, StringBuilder> sessions = new HashMap<>();
    private final Map<String, Long> lastSeen = new HashMap<>();

    void login(String id, StringBuilder session) {
      sessions.put(id, session);
      lastSeen.put(id, System.nanoTime()); // LEAK
    }

    void onSessionEnd(String id) {
      sessions.remove(id);
    }

    long idle(String id) {
      return System.nanoTime() - lastSeen.getOrDefault(id, 0L);
    }
  }

  /** An empty list stays behind for each topic there ever was. */
  static class Topics {
    private final Map<String, java.util.List<Runnable>> listeners = new ConcurrentHashMap<>();

    void subscribe(String topic, Runnable listener) {
      java.util.List<Runnable> all = listeners.get(topic);
      if (all == null) {
        all = new java.util.concurrent.CopyOnWriteArrayList<>();
        listeners.put(topic, all); // LEAK
      }
      all.add(listener);
    }

    void unsubscribe(String topic, Runnable listener) {
      java.util.List<Runnable> all = listeners.get(topic);
      if (all != null) {
        all.remove(listener);
      }
    }

    void close() {
      listeners.clear();
    }
  }

  public static void answers(Transport transport, byte[] body) {
    Transport.Response response = new Transport.Response(body.length, body);
    transport.received(response);
    transport.cancel(transport.poll(response.id()));
  }

  public static long logs(SessionTable table, String id) {
    table.login(id, new StringBuilder());
    table.onSessionEnd(id);
    return table.idle(id);
  }

  public static void listens(Topics topics, String topic, Runnable listener) {
    topics.subscribe(topic, listener);
    topics.unsubscribe(topic, listener);
  }

  /** The store evicts; one of its two indexes is not told. */
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
      store.listen(evicted -> forgetName(evicted));
    }

    void put(Account account) {
      store.put(account);
      byName.put(account.name(), account);
      byMail.put(account.mail(), account); // LEAK
    }

    void remove(Long id) {
      Account account = store.remove(id);
      if (account != null) {
        forgetName(account);
        byMail.remove(account.mail(), account);
      }
    }

    private void forgetName(Account account) {
      byName.remove(account.name(), account);
    }
  }

  public static void stores(Accounts accounts, Accounts.Account account) {
    accounts.put(account);
    accounts.remove(account.id());
  }

  /** Filed under one of two keys, taken out by the other. */
  static class Replies {
    private final Map<String, StringBuilder> replies = new ConcurrentHashMap<>();
    private final java.util.concurrent.atomic.AtomicLong tags =
        new java.util.concurrent.atomic.AtomicLong();

    String ask(String correlation, java.util.function.UnaryOperator<String> wire) {
      String tag = Long.toString(tags.incrementAndGet());
      StringBuilder reply = new StringBuilder();
      if (correlation != null) {
        replies.put(correlation, reply); // LEAK
      } else {
        replies.put(tag, reply);
      }
      try {
        return reply.append(wire.apply(tag)).toString();
      } finally {
        replies.remove(tag);
      }
    }
  }

  static class Headers {
    private final Map<String, String> headers = new ConcurrentHashMap<>();

    void putHeader(String name, String value) {
      headers.put(name.toLowerCase(java.util.Locale.ROOT), value); // LEAK
    }

    String header(String name) {
      return headers.get(name.toLowerCase(java.util.Locale.ROOT));
    }

    void removeHeader(String name) {
      headers.remove(name);
    }
  }

  public static String replies(Replies replies, Headers headers, String id) {
    headers.putHeader(id, id);
    headers.removeHeader(id);
    return replies.ask(id, tag -> tag + id) + headers.header(id);
  }

  /** One list for each browser that ever came: leaving takes the tab out, and leaves the list. */
  static class Tabs {
    private final Map<String, java.util.List<String>> tabsOfBrowser = new ConcurrentHashMap<>();

    void tabOpened(String browser, String tab) {
      tabsOfBrowser
          .computeIfAbsent(browser, b -> new java.util.concurrent.CopyOnWriteArrayList<>()) // LEAK
          .add(tab);
    }

    void tabClosed(String browser, String tab) {
      java.util.List<String> tabs = tabsOfBrowser.get(browser);
      if (tabs != null) {
        tabs.remove(tab);
      }
    }
  }

  /** The queues are emptied; each subject that ever had one keeps an empty queue. */
  static class Turns {
    private final Map<Object, java.util.Queue<Runnable>> waiting = new ConcurrentHashMap<>();

    void dispatch(Object subject, Runnable task) {
      waiting
          .computeIfAbsent(subject, s -> new java.util.concurrent.ConcurrentLinkedQueue<>()) // LEAK
          .add(task);
      runNext(subject);
    }

    private void runNext(Object subject) {
      java.util.Queue<Runnable> tasks = waiting.get(subject);
      Runnable next = tasks == null ? null : tasks.poll();
      if (next != null) {
        next.run();
      }
    }
  }

  public static void serve(Tabs tabs, Turns turns, String browser) {
    tabs.tabOpened(browser, browser + "/1");
    turns.dispatch(browser, () -> tabs.tabClosed(browser, browser + "/1"));
  }

  /** Filed under the number of the registration, and looked for under the name of the end point. */
  static class Observations {
    private final Map<String, java.util.List<Runnable>> observations = new ConcurrentHashMap<>();

    void observe(Client client, Runnable listener) {
      java.util.List<Runnable> all = observations.get(client.getRegistration());
      if (all == null) {
        all = new java.util.concurrent.CopyOnWriteArrayList<>();
        observations.put(client.getRegistration(), all); // LEAK
      }
      all.add(listener);
    }

    void cancel(Client client) {
      observations.remove(client.getEndpoint());
    }
  }

  static class Client {
    private final String registration;
    private final String endpoint;

    Client(String registration, String endpoint) {
      this.registration = registration;
      this.endpoint = endpoint;
    }

    String getRegistration() {
      return registration;
    }

    String getEndpoint() {
      return endpoint;
    }
  }

  public static void observations(Observations all, Client client, Runnable listener) {
    all.observe(client, listener);
    all.cancel(client);
  }

  /** The server forgets the bean, and this list of what was exported does not. */
  static class Exporter {
    private final Map<String, Class<?>> exported = new ConcurrentHashMap<>();
    private final Directory directory = new Directory();

    void export(String name, Object bean) {
      directory.put(name, bean);
      exported.put(name, bean.getClass()); // LEAK
    }

    void unexport(String name) {
      directory.unregister(name);
    }

    int count() {
      return exported.keySet().stream().mapToInt(String::length).sum();
    }
  }

  static class Directory {
    private final Map<String, Object> beans = new ConcurrentHashMap<>();

    void put(String name, Object bean) {
      beans.put(name, bean);
    }

    void unregister(String name) {
      beans.remove(name);
    }
  }

  public static void exports(Exporter exporter, String name) {
    exporter.export(name, new Object());
    exporter.unexport(name);
    System.out.println(exporter.count());
  }

  /** Those that have stopped leave the active ones, and stay among all that there ever were. */
  static class Store implements AutoCloseable {
    private final java.util.Set<Replication> all =
        java.util.Collections.synchronizedSet(new java.util.HashSet<>());
    private final java.util.Set<Replication> active =
        java.util.Collections.synchronizedSet(new java.util.HashSet<>());

    void addReplication(Replication replication) {
      all.add(replication); // LEAK
    }

    void addActive(Replication replication) {
      active.add(replication);
    }

    void stopped(Replication replication) {
      active.remove(replication);
    }

    java.util.List<Replication> replications() {
      return new java.util.ArrayList<>(all);
    }

    @Override
    public void close() {
      active.clear();
      all.clear();
    }
  }

  static class Replication {
    private final Store store;
    private boolean running;

    Replication(Store store) {
      this.store = store;
    }

    void start() {
      store.addReplication(this);
      store.addActive(this);
      running = true;
    }

    void stop() {
      running = false;
      store.stopped(this);
    }

    boolean isRunning() {
      return running;
    }
  }

  public static void replications(Store store) {
    Replication replication = new Replication(store);
    replication.start();
    replication.stop();
  }

  /** Broken links are aborted, and stay registered. */
  static class Link implements AutoCloseable {
    private static final Map<Long, Link> OPEN = new ConcurrentHashMap<>();
    private static final java.util.concurrent.atomic.AtomicLong IDS =
        new java.util.concurrent.atomic.AtomicLong();

    private final long id = IDS.incrementAndGet();
    private final java.net.Socket socket;
    private boolean closed;

    Link(java.net.Socket socket) {
      this.socket = socket;
      OPEN.put(id, this); // LEAK
    }

    @Override
    public void close() throws java.io.IOException {
      if (closed) {
        return;
      }
      closed = true;
      OPEN.remove(id);
      socket.close();
    }

    void abort(java.util.concurrent.Executor executor) {
      closed = true;
      executor.execute(
          () -> {
            try {
              socket.close();
            } catch (java.io.IOException ignored) {
              // it is of no use any more
            }
          });
    }

    static void giveBack(Link link, boolean broken, java.util.concurrent.Executor executor)
        throws java.io.IOException {
      if (broken) {
        link.abort(executor);
      } else {
        link.close();
      }
    }
  }

  /** A thread that rolls back keeps its work for as long as the thread runs. */
  static class UnitOfWork {
    private static final Map<Thread, UnitOfWork> BY_THREAD = new ConcurrentHashMap<>();

    private final java.util.Deque<Runnable> undo = new java.util.ArrayDeque<>();

    static UnitOfWork begin() {
      UnitOfWork work = new UnitOfWork();
      if (BY_THREAD.putIfAbsent(Thread.currentThread(), work) != null) { // LEAK
        throw new IllegalStateException("nested");
      }
      return work;
    }

    void commit() {
      BY_THREAD.remove(Thread.currentThread());
      undo.clear();
    }

    void rollback() {
      while (!undo.isEmpty()) {
        undo.pop().run();
      }
    }

    static void run(Runnable task) {
      UnitOfWork work = begin();
      try {
        task.run();
        work.commit();
      } catch (RuntimeException e) {
        work.rollback();
      }
    }
  }

  /** Who is thrown out leaves an empty room. */
  static class Rooms {
    private final Map<String, java.util.Set<String>> rooms = new ConcurrentHashMap<>();

    void open(String room, String host) {
      java.util.Set<String> guests = ConcurrentHashMap.newKeySet();
      guests.add(host);
      rooms.put(room, guests); // LEAK
    }

    void leave(String room, String guest) {
      java.util.Set<String> guests = rooms.get(room);
      if (guests != null && guests.remove(guest) && guests.isEmpty()) {
        rooms.remove(room);
      }
    }

    void kick(String room, String guest) {
      java.util.Set<String> guests = rooms.get(room);
      if (guests != null) {
        guests.remove(guest);
      }
    }
  }

  public static void rooms(Rooms rooms, String room, String guest) {
    rooms.open(room, guest);
    if (guest.isEmpty()) {
      rooms.kick(room, guest);
    } else {
      rooms.leave(room, guest);
    }
  }

  /** Visits are swept when they are old, their locks are not. */
  static class Visits {
    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    Visit begin(String id) {
      Visit visit = new Visit(id);
      visits.put(visit.id(), visit);
      return visit;
    }

    void run(Visit visit, Runnable work) {
      synchronized (lock(visit.id())) {
        work.run();
      }
    }

    private Object lock(String visitId) {
      return locks.computeIfAbsent(visitId, id -> new Object()); // LEAK
    }

    void sweep(long before) {
      for (java.util.Iterator<Visit> all = visits.values().iterator(); all.hasNext(); ) {
        if (all.next().since < before) {
          all.remove();
        }
      }
    }
  }

  static class Visit {
    private final String id;
    final long since = System.currentTimeMillis();

    Visit(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }
  }

  public static void visit(Visits visits, String id) {
    visits.run(visits.begin(id), () -> visits.sweep(0));
  }

  static class Mailboxes {
    private final Map<String, StringBuilder> boxes = new ConcurrentHashMap<>();

    StringBuilder open(String address) {
      String key = normal(address);
      StringBuilder box = boxes.get(key);
      if (box == null) {
        box = new StringBuilder(key);
        boxes.put(key, box); // LEAK
      }
      return box;
    }

    void drop(String address) {
      boxes.remove(address);
    }

    private static String normal(String address) {
      return address.trim().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public static void mail(Mailboxes boxes, String address) {
    boxes.open(address).append(address);
    boxes.drop(address);
  }

  static class Device {
    final String sessionId;
    final String deviceId;

    Device(String sessionId, String deviceId) {
      this.sessionId = sessionId;
      this.deviceId = deviceId;
    }
  }

  static class Devices {
    private static final Map<String, Device> ONLINE = new ConcurrentHashMap<>();

    static Device opened(String deviceId) {
      Device device = new Device(java.util.UUID.randomUUID().toString(), deviceId);
      ONLINE.put(device.sessionId, device); // LEAK
      return device;
    }

    static void closed(Device device) {
      ONLINE.remove(device.deviceId);
    }
  }

  public static void online(String device) {
    Devices.closed(Devices.opened(device));
  }

  static class Download {
    private final String address;
    private int state;

    Download(String address) {
      this.address = address;
    }

    String address() {
      return address;
    }

    void setState(int state) {
      this.state = state;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Download that
          && address.equals(that.address)
          && state == that.state;
    }

    @Override
    public int hashCode() {
      return java.util.Objects.hash(address, state);
    }
  }

  /** Looks where the download would be in its new state. */
  static class Downloads {
    private final java.util.Set<Download> active = new java.util.HashSet<>();

    void run(Download download, java.util.concurrent.Executor executor) {
      synchronized (active) {
        active.add(download); // LEAK
      }
      executor.execute(
          () -> {
            download.setState(1);
            synchronized (active) {
              active.remove(download);
            }
          });
    }
  }

  public static void download(Downloads downloads, String address) {
    downloads.run(new Download(address), Runnable::run);
  }

  /** Only who is there can subscribe, and who leaves stays subscribed. */
  static class Broker {
    private final Map<String, Runnable> connected = new ConcurrentHashMap<>();
    private final Map<String, java.util.List<String>> subscribers = new HashMap<>();

    synchronized void connect(String session, Runnable ping) {
      connected.put(session, ping);
    }

    synchronized void subscribe(String session, String topic) {
      if (connected.containsKey(session)) {
        java.util.List<String> list =
            subscribers.computeIfAbsent(topic, t -> new java.util.ArrayList<>());
        list.add(session); // LEAK
      }
    }

    synchronized void disconnect(String session) {
      connected.remove(session);
    }
  }

  public static void broker(Broker broker, String session) {
    broker.connect(session, () -> broker.disconnect(session));
    broker.subscribe(session, "news");
    broker.subscribe(session, "prices");
  }

  /** The removal is told the id, the others take it from the request. */
  static class Subscriptions {
    private final Map<String, Runnable> listeners = new ConcurrentHashMap<>();
    private final Map<String, java.util.concurrent.Future<?>> ends = new ConcurrentHashMap<>();
    private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

    void register(Request request, java.util.concurrent.ScheduledExecutorService timer) {
      String subscriptionId = request.getSubscriptionId();
      listeners.put(subscriptionId, request.listener());
      types.put(subscriptionId, request.listener().getClass()); // LEAK
      ends.put(
          subscriptionId,
          timer.schedule(
              () -> onSubscriptionRemoved(subscriptionId),
              1,
              java.util.concurrent.TimeUnit.HOURS));
    }

    void onSubscriptionRemoved(String subscriptionId) {
      listeners.remove(subscriptionId);
      ends.remove(subscriptionId).cancel(false);
    }

    Class<?> typeOf(String subscriptionId) {
      return types.get(subscriptionId);
    }
  }

  static class Request {
    private final String subscriptionId;
    private final Runnable listener;

    Request(String subscriptionId, Runnable listener) {
      this.subscriptionId = subscriptionId;
      this.listener = listener;
    }

    String getSubscriptionId() {
      return subscriptionId;
    }

    Runnable listener() {
      return listener;
    }
  }

  public static void subscribe(
      Subscriptions subscriptions,
      Request request,
      java.util.concurrent.ScheduledExecutorService timer) {
    subscriptions.register(request, timer);
    System.out.println(subscriptions.typeOf(request.getSubscriptionId()));
  }

  /** Two events tell of the same node. */
  static class Group {
    private final Map<String, Boolean> up = new ConcurrentHashMap<>();
    private final Map<String, Joined> joined = new ConcurrentHashMap<>();
    private final Runnable changed;

    Group(Runnable changed) {
      this.changed = changed;
    }

    void notifyJoin(Joined event) {
      up.put(event.nodeName(), true);
      joined.put(event.nodeName(), event); // LEAK
      changed.run();
    }

    void notifyLeave(Left event) {
      up.remove(event.nodeName());
      changed.run();
    }

    Joined last(String node) {
      return joined.get(node);
    }
  }

  record Joined(String nodeName, long time) {}

  record Left(String nodeName, String why) {}

  public static Object group(Group group, Joined joined, Left left) {
    group.notifyJoin(joined);
    group.notifyLeave(left);
    return group.last(joined.nodeName());
  }

  /** Numbers of calls are longs in the map; the answer brings an int. */
  static class Calls {
    private final Map<Long, StringBuilder> open = new ConcurrentHashMap<>();
    private final java.util.concurrent.atomic.AtomicInteger last =
        new java.util.concurrent.atomic.AtomicInteger();

    int call(Runnable sends) {
      int number = last.incrementAndGet();
      open.put((long) number, new StringBuilder());
      try {
        sends.run();
      } catch (RuntimeException e) {
        open.remove((long) number);
        throw e;
      }
      return number;
    }

    void answered(int number, String text) {
      StringBuilder call = open.get((long) number);
      if (call != null) {
        call.append(text);
        open.remove(number); // LEAK(bytecode)
      }
    }
  }

  /** Listeners in the order of their weight: a key made anew has the next number, and is no one's. */
  static class Weighted {
    private final java.util.concurrent.atomic.AtomicLong numbers =
        new java.util.concurrent.atomic.AtomicLong();
    private final java.util.NavigableMap<WeightKey, String> listeners =
        new java.util.concurrent.ConcurrentSkipListMap<>();

    void add(Runnable listener, String topic) {
      listeners.put(new WeightKey(listener, numbers.incrementAndGet()), topic);
    }

    void remove(Runnable listener) {
      listeners.remove(new WeightKey(listener, numbers.incrementAndGet())); // LEAK
    }

    void fire(String topic) {
      listeners.forEach((key, of) -> key.runs(of.equals(topic)));
    }
  }

  static final class WeightKey implements Comparable<WeightKey> {
    private final Runnable listener;
    private final long number;

    WeightKey(Runnable listener, long number) {
      this.listener = listener;
      this.number = number;
    }

    void runs(boolean wanted) {
      if (wanted) {
        listener.run();
      }
    }

    @Override
    public int compareTo(WeightKey other) {
      return Long.compare(number, other.number);
    }
  }

  /** A reading is equal to itself alone. */
  static class Readings {
    private final java.util.Set<Reading> all = java.util.concurrent.ConcurrentHashMap.newKeySet();

    void subscribe(String topic, Runnable reader) {
      all.add(new Reading(topic, reader));
    }

    void unsubscribe(String topic, Runnable reader) {
      all.remove(new Reading(topic, reader)); // LEAK
    }

    void publish(String topic) {
      all.forEach(reading -> reading.tell(topic));
    }
  }

  static class Reading {
    private final String topic;
    private final Runnable reader;

    Reading(String topic, Runnable reader) {
      this.topic = topic;
      this.reader = reader;
    }

    void tell(String about) {
      if (topic.equals(about)) {
        reader.run();
      }
    }
  }

  public static void removals(Calls calls, Weighted weighted, Runnable listener) {
    calls.answered(calls.call(listener), "done");
    weighted.add(listener, "news");
    weighted.fire("news");
    weighted.remove(listener);
  }

  public static void removals(Readings all, Runnable reader) {
    all.subscribe("news", reader);
    all.publish("news");
    all.unsubscribe("news", reader);
  }

  static class Visitor {
    private String id;
    private String user;

    Visitor(String id) {
      this.id = id;
    }

    String user() {
      return user;
    }

    void renew(String user, String id) {
      this.id = id;
      this.user = user;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Visitor that && that.id.equals(id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  /** Who signs in gets another id, and is not found under it when he leaves. */
  static class Visitors {
    private final java.util.Set<Visitor> here = new java.util.HashSet<>();

    synchronized Visitor enter(String id) {
      Visitor visitor = new Visitor(id);
      here.add(visitor); // LEAK
      return visitor;
    }

    synchronized void signIn(Visitor visitor, String user) {
      if (visitor.user() == null) {
        visitor.renew(user, java.util.UUID.randomUUID().toString());
      }
    }

    synchronized void leave(Visitor visitor) {
      here.remove(visitor);
    }
  }

  public static void visitors(Visitors visitors, String id, String user) {
    Visitor visitor = visitors.enter(id);
    visitors.signIn(visitor, user);
    visitors.leave(visitor);
  }

  /** A watch is over once it has fired, and stays among those of its client. */
  static class Watches {
    private final Map<String, java.util.Set<Runnable>> byPath = new HashMap<>();
    private final Map<Runnable, java.util.Set<String>> byClient = new HashMap<>();

    synchronized void watch(String path, Runnable client) {
      byPath.computeIfAbsent(path, p -> new java.util.HashSet<>()).add(client);
      java.util.Set<String> paths = byClient.get(client);
      if (paths == null) {
        paths = new java.util.HashSet<>();
        byClient.put(client, paths);
      }
      paths.add(path); // LEAK
    }

    synchronized void clientLeft(Runnable client) {
      java.util.Set<String> paths = byClient.remove(client);
      if (paths != null) {
        for (String path : paths) {
          java.util.Set<Runnable> clients = byPath.get(path);
          if (clients != null && clients.remove(client) && clients.isEmpty()) {
            byPath.remove(path);
          }
        }
      }
    }

    void fire(String path) {
      java.util.Set<Runnable> clients;
      synchronized (this) {
        clients = byPath.remove(path);
      }
      if (clients != null) {
        clients.forEach(Runnable::run);
      }
    }
  }

  public static void watches(Watches watches, String path, Runnable client) {
    watches.watch(path, client);
    watches.fire(path);
  }

  public static void leaves(Watches watches, Runnable client) {
    watches.clientLeft(client);
  }

  /** Who goes gives up his own two sets, and stays in the sets of those that he used. */
  static class Parts {
    private final Map<String, java.util.Set<String>> usersOf = new ConcurrentHashMap<>();
    private final Map<String, java.util.Set<String>> usedBy = new ConcurrentHashMap<>();

    void link(String part, String user) {
      usersOf.computeIfAbsent(part, p -> ConcurrentHashMap.newKeySet()).add(user); // LEAK
      usedBy.computeIfAbsent(user, u -> ConcurrentHashMap.newKeySet()).add(part);
    }

    void destroy(String part) {
      java.util.Set<String> users = usersOf.remove(part);
      if (users != null) {
        users.forEach(this::destroyUser);
      }
      usedBy.remove(part);
    }

    private void destroyUser(String user) {
      usedBy.remove(user);
    }
  }

  public static void parts(Parts parts, String part, String user) {
    parts.link(part, user);
    parts.destroy(user);
  }

  /** What is tracked is the wrapper, and what is forgotten is what it wraps. */
  static class Tracked {
    private final java.util.List<Statement> open = new java.util.ArrayList<>();
    private final java.util.function.Supplier<Statement> driver;

    Tracked(java.util.function.Supplier<Statement> driver) {
      this.driver = driver;
    }

    synchronized Statement prepare() {
      TrackedStatement statement = new TrackedStatement(this, driver.get());
      open.add(statement);
      return statement;
    }

    synchronized void untrack(Statement statement) {
      open.remove(statement); // LEAK
    }

    synchronized void close() {
      new java.util.ArrayList<>(open).forEach(Statement::end);
      open.clear();
    }
  }

  interface Statement {
    void end();
  }

  static class TrackedStatement implements Statement {
    private final Tracked owner;
    private final Statement wrapped;

    TrackedStatement(Tracked owner, Statement wrapped) {
      this.owner = owner;
      this.wrapped = wrapped;
    }

    @Override
    public void end() {
      owner.untrack(wrapped);
      wrapped.end();
    }
  }

  public static void tracks(java.util.function.Supplier<Statement> driver) {
    Tracked tracked = new Tracked(driver);
    tracked.prepare().end();
    tracked.close();
  }

  static final class Cursors {
    private static final java.util.Set<Cursor> OPEN = ConcurrentHashMap.newKeySet();

    static void opened(Cursor cursor) {
      OPEN.add(cursor); // LEAK
    }

    static void closed(Cursor cursor) {
      OPEN.remove(cursor);
    }

    static long older(long than) {
      return OPEN.stream().filter(cursor -> cursor.since() < than).count();
    }
  }

  /** Dropped by the server it counts as closed, and closing it afterwards does nothing any more. */
  static class Cursor implements AutoCloseable {
    private final long since = System.nanoTime();
    private boolean closed;

    Cursor() {
      Cursors.opened(this);
    }

    long since() {
      return since;
    }

    synchronized void dropped() {
      closed = true;
    }

    @Override
    public synchronized void close() {
      if (closed) {
        return;
      }
      closed = true;
      Cursors.closed(this);
    }
  }

  public static void read(java.util.function.Consumer<Cursor> reader) {
    try (Cursor cursor = new Cursor()) {
      reader.accept(cursor);
    }
  }

  public static long drop(Cursor cursor) {
    cursor.dropped();
    return Cursors.older(System.nanoTime());
  }

  /** The group in progress is forgotten by success alone. */
  static class Groups {
    interface Completion {
      void onComplete(String group);

      void onFailure(String group, Throwable why);
    }

    private final java.util.Set<String> inProgress = ConcurrentHashMap.newKeySet();
    private final java.util.concurrent.atomic.AtomicLong failures =
        new java.util.concurrent.atomic.AtomicLong();

    void begin(String group, java.util.function.BiConsumer<String, Completion> work) {
      inProgress.add(group); // LEAK
      work.accept(
          group,
          new Completion() {
            @Override
            public void onComplete(String done) {
              inProgress.remove(done);
            }

            @Override
            public void onFailure(String failed, Throwable why) {
              failures.incrementAndGet();
            }
          });
    }

    boolean isBusy(String group) {
      return inProgress.contains(group);
    }
  }

  public static void groups(Groups groups, String group) {
    groups.begin(group, (name, completion) -> completion.onComplete(name));
    groups.begin(group, (name, completion) -> completion.onFailure(name, null));
    System.out.println(groups.isBusy(group));
  }

  /** Answers and timeouts forget the reply; what could not be sent is told and stays. */
  static class Reply extends java.util.concurrent.CompletableFuture<String> {
    private static final Map<Long, Reply> PENDING = new ConcurrentHashMap<>();

    private final long id;

    private Reply(long id) {
      this.id = id;
    }

    static Reply to(long id) {
      Reply reply = new Reply(id);
      PENDING.put(id, reply); // LEAK
      return reply;
    }

    static void received(long id, String answer) {
      Reply reply = PENDING.remove(id);
      if (reply != null) {
        reply.complete(answer);
      }
    }

    void timedOut() {
      if (PENDING.remove(id, this)) {
        completeExceptionally(new java.util.concurrent.TimeoutException("no answer"));
      }
    }

    void sendFailed(Throwable why) {
      completeExceptionally(why);
    }
  }

  public static Reply replies(long id) {
    return Reply.to(id);
  }

  public static void refuses(Reply reply, Throwable why) {
    reply.sendFailed(why);
  }

  public static void waits(long id) {
    Reply.to(id).timedOut();
    Reply.received(id, "late");
  }

  record PostBox(String address, StringBuilder mails) {}

  /** Files mailboxes in lower case, finds them so, and removes them as they are spelled. */
  static class PostBoxes {
    private static final Map<String, PostBox> OPEN = new ConcurrentHashMap<>();

    private static String plain(String address) {
      return address.strip().toLowerCase(java.util.Locale.ROOT);
    }

    static void open(PostBox mailbox) {
      OPEN.put(plain(mailbox.address()), mailbox); // LEAK
    }

    static boolean isOpen(String address) {
      return OPEN.containsKey(plain(address)) || OPEN.get(plain(address)) != null;
    }

    static PostBox close(String address) {
      return OPEN.remove(address);
    }
  }

  public static PostBox mails(String header) {
    PostBoxes.open(new PostBox(header.substring(4), new StringBuilder()));
    return PostBoxes.isOpen(header) ? PostBoxes.close(header.substring(4)) : null;
  }

  interface Terminal {
    String serial();

    void whenGone(Runnable action);
  }

  /** Tills by terminal, and terminals by till: one way is forgotten. */
  static class Tills {
    private final Map<String, String> tillByTerminal = new ConcurrentHashMap<>();
    private final Map<String, String> terminalByTill = new ConcurrentHashMap<>();

    void assign(String till, Terminal terminal) {
      terminalByTill.put(till, terminal.serial()); // LEAK
      tillByTerminal.put(terminal.serial(), till);
      terminal.whenGone(() -> tillByTerminal.remove(terminal.serial()));
    }

    String till(String serial) {
      return tillByTerminal.get(serial);
    }

    String terminal(String till) {
      return terminalByTill.get(till);
    }
  }

  public static String tills(Tills tills, String till, Terminal terminal) {
    tills.assign(till, terminal);
    return tills.till(terminal.serial()) + tills.terminal(till);
  }

  enum Phase {
    RINGING,
    TALKING,
    HANGING_UP,
    OVER
  }

  static class PhoneCall {
    final String number;
    private Phase phase = Phase.RINGING;

    PhoneCall(String number) {
      this.number = number;
    }

    Phase phase() {
      return phase;
    }

    void enter(Phase next) {
      phase = next;
    }
  }

  /** Says that the line is hanging up, and then asks whether it is still talking. */
  static class Switchboard {
    private final Map<String, PhoneCall> calls = new ConcurrentHashMap<>();

    PhoneCall accept(String number) {
      PhoneCall call = new PhoneCall(number);
      calls.put(number, call); // LEAK
      call.enter(Phase.TALKING);
      return call;
    }

    void hangUp(String number) {
      PhoneCall call = calls.get(number);
      if (call != null) {
        tell(call);
        if (call.phase() == Phase.TALKING) {
          forget(number);
        }
      }
    }

    private void tell(PhoneCall call) {
      System.out.println(call.number + " hangs up");
      call.enter(Phase.HANGING_UP);
    }

    private void forget(String number) {
      calls.remove(number);
    }
  }

  public static void phone(Switchboard board, String number) {
    System.out.println(board.accept(number).phase());
    board.hangUp(number);
  }

  /** Whoever leaves while in a group stays in the map of groups by member. */
  static class Circles {
    private final Map<String, java.util.Set<String>> members = new ConcurrentHashMap<>();
    private final Map<String, java.util.Set<String>> groups = new ConcurrentHashMap<>();

    void enter(String group, String member) {
      members.computeIfAbsent(group, g -> ConcurrentHashMap.newKeySet()).add(member);
      groups.computeIfAbsent(member, m -> ConcurrentHashMap.newKeySet()).add(group); // LEAK
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

    private void drop(String group, String member) {
      java.util.Set<String> others = members.get(group);
      if (others != null && others.remove(member) && others.isEmpty()) {
        members.remove(group);
      }
    }
  }

  public static void quits(Circles groups, String group, String member) {
    groups.enter(group, member);
    groups.quit(member);
  }

  static class Boards {
    private static final Map<String, StringBuilder> OPEN = new ConcurrentHashMap<>();

    static void open(String id) {
      OPEN.putIfAbsent(id, new StringBuilder()); // LEAK
    }

    static void write(String id, String text) {
      StringBuilder log = OPEN.get(id);
      if (log != null) {
        log.append(text);
      }
    }

    static void close(Iterable<String> ids) {
      for (String id : ids) {
        OPEN.remove(id);
      }
    }
  }

  /** Has the short ones closed and forgets the long ones. */
  static class Desk {
    private final java.util.Set<String> brief = ConcurrentHashMap.newKeySet();
    private final java.util.Set<String> lasting = ConcurrentHashMap.newKeySet();

    String open(boolean lasts) {
      String id = java.util.UUID.randomUUID().toString();
      java.util.Set<String> ids = lasts ? lasting : brief;
      ids.add(id);
      Boards.open(id);
      return id;
    }

    void leave() {
      Boards.close(brief);
      brief.clear();
      lasting.clear();
    }
  }

  public static void desks(Desk desk) {
    Boards.write(desk.open(true), "a");
    Boards.write(desk.open(false), "b");
    desk.leave();
  }

  /** Taxis by driver, of which each counts down for its stand; stands stay when all are gone. */
  static class Taxis {
    static class Stand {
      private int waiting;
    }

    private final Map<String, Stand> stands = new HashMap<>();
    private final Map<Runnable, Stand> taxis = new HashMap<>();

    synchronized void arrive(String place, Runnable taxi) {
      Stand stand = stands.get(place);
      if (stand == null) {
        stand = new Stand();
        stands.put(place, stand); // LEAK
      }
      stand.waiting++;
      taxis.put(taxi, stand);
    }

    synchronized void leave(Runnable taxi) {
      Stand stand = taxis.remove(taxi);
      if (stand != null) {
        stand.waiting--;
      }
    }

    synchronized int waiting(String place) {
      Stand stand = stands.get(place);
      return stand == null ? 0 : stand.waiting;
    }
  }

  public static int taxis(Taxis taxis, String place, Runnable taxi) {
    taxis.arrive(place, taxi);
    taxis.leave(taxi);
    return taxis.waiting(place);
  }

  static class Parcel {
    private final String depot;
    private final long number;

    Parcel(String depot, long number) {
      this.depot = depot;
      this.number = number;
    }

    String depot() {
      return depot;
    }

    long number() {
      return number;
    }
  }

  /** Filed under depot and number, given up by the number. */
  static class Shelves {
    private final Map<String, Parcel> shelved = new ConcurrentHashMap<>();

    void shelve(Parcel parcel) {
      shelved.put(place(parcel), parcel); // LEAK
    }

    Parcel find(String depot, long number) {
      return shelved.get(depot + "/" + number);
    }

    void handOver(Parcel parcel) {
      shelved.remove(String.valueOf(parcel.number()));
    }

    private static String place(Parcel parcel) {
      return parcel.depot() + "/" + parcel.number();
    }
  }

  /** Names both when it begins, and only the one when it is over. */
  static class Seats {
    private final java.util.Set<String> taken = ConcurrentHashMap.newKeySet();

    boolean take(String hall, String row) {
      return taken.add(String.format("%s-%s", hall, row)); // LEAK
    }

    boolean isTaken(String hall, String row) {
      return taken.contains(String.format("%s-%s", hall, row));
    }

    void leave(String row) {
      taken.remove(row);
    }
  }

  /** Counts up those that are there, which takes none of them out. */
  static class Echoes {
    private final Map<String, Integer> heard = new ConcurrentHashMap<>();

    void call(Parcel parcel) {
      heard.put(parcel.depot() + ':' + parcel.number(), 1); // LEAK
    }

    void answer(Parcel parcel) {
      heard.computeIfPresent(parcel.depot() + ':' + parcel.number(), (key, n) -> n + 1);
    }

    void end(Parcel parcel) {
      heard.remove(parcel.depot());
    }
  }

  public static Object parcels(Shelves shelves, Echoes echoes, Seats seats, Parcel parcel) {
    shelves.shelve(parcel);
    shelves.handOver(parcel);
    echoes.call(parcel);
    echoes.answer(parcel);
    echoes.end(parcel);
    seats.take(parcel.depot(), "7");
    seats.leave("7");
    return seats.isTaken(parcel.depot(), "7") ? shelves.find(parcel.depot(), 7) : null;
  }

  /** A floor has its lamps, and the house has all lamps: who tears down a floor leaves its lamps. */
  static class House {
    static class Floor {
      private final java.util.List<Lamp> lamps = new java.util.ArrayList<>();

      void hang(Lamp lamp) {
        lamps.add(lamp);
      }
    }

    static class Lamp {
      private boolean on;

      void toggle() {
        on = !on;
      }
    }

    private final Map<String, Floor> floors = new HashMap<>();
    private final Map<String, Lamp> lamps = new HashMap<>();

    synchronized void build(String floor) {
      floors.put(floor, new Floor());
    }

    synchronized void hang(String floor, String name) {
      Floor below = floors.get(floor);
      Lamp lamp = new Lamp();
      below.hang(lamp);
      lamps.put(name, lamp); // LEAK
    }

    synchronized void toggle(String name) {
      lamps.get(name).toggle();
    }

    synchronized void unscrew(String name) {
      lamps.remove(name);
    }

    synchronized void tearDown(String floor) {
      floors.remove(floor);
    }
  }

  /** A berth that a ship books for each of its boats, and gives back one by one. */
  static class Harbour {
    private final Map<Integer, Ship> ships = new ConcurrentHashMap<>();
    private final Map<String, Boat> boats = new ConcurrentHashMap<>();

    void arrive(Ship ship) {
      ships.put(ship.number, ship);
    }

    void moor(String berth, Boat boat) {
      boats.put(berth, boat); // LEAK
    }

    void castOff(String berth) {
      boats.remove(berth);
    }

    void leave(Ship ship) {
      ships.remove(ship.number);
    }

    int crew() {
      return boats.values().stream().mapToInt(boat -> boat.ship.crew).sum();
    }
  }

  static class Boat {
    private final Ship ship;

    Boat(Ship ship) {
      this.ship = ship;
    }
  }

  static class Ship implements AutoCloseable {
    private final Harbour harbour;
    private final int number;
    private final int crew = 12;

    Ship(Harbour harbour, int number) {
      this.harbour = harbour;
      this.number = number;
      harbour.arrive(this);
    }

    void lower(String berth) {
      harbour.moor(berth, new Boat(this));
    }

    void raise(String berth) {
      harbour.castOff(berth);
    }

    @Override
    public void close() {
      harbour.leave(this);
    }
  }

  public static int harbours(Harbour harbour, String name) {
    try (Ship ship = new Ship(harbour, name.length())) {
      ship.lower(name);
      ship.raise(name);
    }
    return harbour.crew();
  }

  public static void houses(House house, String name) {
    house.build(name);
    house.hang(name, name);
    house.toggle(name);
    house.unscrew(name);
  }

  public static void tearDown(House house, String name) {
    house.tearDown(name);
  }

  /** Cards of readers, in a place of their own. */
  static final class Cards {
    private static final Cards ALL = new Cards();
    private final Map<String, StringBuilder> cards = new ConcurrentHashMap<>();

    void issue(String reader) {
      cards.put(reader, new StringBuilder()); // LEAK
    }

    void stamp(String reader, String text) {
      cards.get(reader).append(text);
    }

    void revoke(String reader) {
      cards.remove(reader);
    }
  }

  static class ReadingRoom {
    private final Map<String, Long> readers = new ConcurrentHashMap<>();

    void admit(String reader) {
      readers.put(reader, System.nanoTime());
      Cards.ALL.issue(reader);
    }

    void goodBye(String reader) {
      readers.remove(reader);
      Cards.ALL.revoke(reader);
    }

    void passExpired(String reader) {
      readers.remove(reader);
    }
  }

  /** The same within one class, for a vote that is aborted. */
  static class Votes {
    private final Map<Long, String> questions = new HashMap<>();
    private final Map<Long, java.util.List<String>> answers = new HashMap<>();

    synchronized void open(long vote, String question) {
      questions.put(vote, question);
      answers.put(vote, new java.util.ArrayList<>()); // LEAK
    }

    synchronized void answer(long vote, String answer) {
      answers.get(vote).add(answer);
    }

    synchronized int count(long vote) {
      questions.remove(vote);
      return answers.remove(vote).size();
    }

    synchronized void voteAborted(long vote) {
      questions.remove(vote);
    }
  }

  public static void readers(ReadingRoom room, String reader) {
    room.admit(reader);
    Cards.ALL.stamp(reader, "a");
    room.goodBye(reader);
  }

  public static void expired(ReadingRoom room, String reader) {
    room.passExpired(reader);
  }

  public static int votes(Votes votes, long vote, String text) {
    votes.open(vote, text);
    votes.answer(vote, text);
    return votes.count(vote);
  }

  public static void aborted(Votes votes, long vote) {
    votes.voteAborted(vote);
  }

  /** Takes out by the room, though the map has its rooms under guests. */
  interface Guest {
    String name();
  }

  static final class Room {
    private static final Map<Guest, Room> TAKEN = new ConcurrentHashMap<>();

    private final Guest guest;

    Room(Guest guest) {
      this.guest = guest;
      TAKEN.put(guest, this);
    }

    static Room of(Guest guest) {
      return TAKEN.get(guest);
    }

    void leave() {
      System.out.println(guest.name());
      TAKEN.remove(this); // LEAK
    }
  }

  /** Each link is counted in as it is made, and out as it ends, but for those of one kind. */
  abstract static class Hop implements AutoCloseable {
    private static final java.util.Set<Hop> OPEN =
        java.util.concurrent.ConcurrentHashMap.newKeySet();

    Hop() {
      OPEN.add(this);
    }

    static int open() {
      return OPEN.size();
    }

    @Override
    public void close() {
      OPEN.remove(this);
    }
  }

  static class SealedHop extends Hop {
    private byte[] key = new byte[32];

    @Override
    public void close() { // LEAK
      java.util.Arrays.fill(key, (byte) 0);
      key = new byte[0];
    }
  }

  static class PlainHop extends Hop {
    @Override
    public void close() {
      System.err.println("closed");
      super.close();
    }
  }

  /** The same through a method of who keeps them. */
  static class Workshop {
    private final java.util.List<Bench> benches = new java.util.ArrayList<>();

    void enter(Bench bench) {
      benches.add(bench);
    }

    void leave(Bench bench) {
      benches.remove(bench);
    }
  }

  static class Bench {
    private final Workshop workshop;

    Bench(Workshop workshop) {
      this.workshop = workshop;
      workshop.enter(this); // LEAK: registration-never-undone
    }

    void dispose() {
      workshop.leave(this);
    }
  }

  static class LongBench extends Bench {
    private int length = 4;

    LongBench(Workshop workshop) {
      super(workshop);
    }

    @Override
    void dispose() {
      length = 0;
    }
  }

  /** One is taken out when it is cancelled, all are only cancelled. */
  static class Expiries {
    private final java.util.Map<String, Expiry> expiries =
        new java.util.concurrent.ConcurrentHashMap<>();

    public void expire(String key) {
      expiries.put(key, new Expiry());
    }

    void keep(String key) {
      Expiry expiry = expiries.remove(key);
      if (expiry != null) {
        expiry.cancel();
      }
    }

    private void cancelAll() {
      for (Expiry expiry : expiries.values()) {
        expiry.cancel(); // LEAK
      }
    }

    public void told(String key, boolean all) {
      if (all) {
        cancelAll();
      } else {
        keep(key);
      }
    }
  }

  static class Expiry {
    private boolean cancelled;

    void cancel() {
      cancelled = true;
    }

    boolean isCancelled() {
      return cancelled;
    }
  }

  /** No message is ever filed with its bundle, so that none is found. */
  static class Bundles {
    private final java.util.Map<Long, Long> bundleOf = new java.util.HashMap<>();
    private final java.util.Map<Long, java.util.List<String>> bundles = new java.util.HashMap<>();

    public void send(long bundle, java.util.List<String> texts) {
      bundles.put(bundle, texts); // LEAK
    }

    public int acknowledged(long message) {
      Long bundle = bundleOf.remove(message);
      java.util.List<String> texts = bundles.remove(bundle);
      return texts == null ? 0 : texts.size();
    }
  }

  /** A refusal names the parcel as well as a delivery does. */
  static class Parcels {
    private final java.util.Map<String, Delivery> underway =
        new java.util.concurrent.ConcurrentHashMap<>();
    private final java.util.List<String> round =
        java.util.Collections.synchronizedList(new java.util.ArrayList<>());

    void send(Delivery delivery) {
      underway.put(delivery.parcel(), delivery); // LEAK
      round.add(delivery.parcel());
    }

    boolean isUnderway(String parcel) {
      return underway.containsKey(parcel);
    }

    void completed(Delivery delivery) {
      underway.remove(delivery.parcel());
      round.clear();
    }

    void failed(Refusal refusal) {
      System.err.println("refused: " + refusal.parcel());
      round.clear();
    }
  }

  interface Delivery {
    String parcel();
  }

  interface Refusal {
    String parcel();
  }

  public static void sends(Parcels parcels, Delivery delivery) {
    parcels.send(delivery);
    if (parcels.isUnderway(delivery.parcel())) {
      parcels.completed(delivery);
    }
  }

  public static void refused(Parcels parcels, Refusal refusal) {
    parcels.failed(refusal);
  }
}
