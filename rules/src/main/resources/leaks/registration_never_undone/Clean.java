package registration_never_undone;

import java.util.ArrayList;
import java.util.List;

public class Clean {
  static class Engine {
    private final List<AutoCloseable> parts = new ArrayList<>();

    void addPart(AutoCloseable part) {
      parts.add(part);
    }

    void removePart(AutoCloseable part) {
      parts.remove(part);
    }

    void stop() throws Exception {
      for (AutoCloseable part : parts) {
        part.close();
      }
    }
  }

  static class Pump implements AutoCloseable {
    private final Engine engine;

    Pump(Engine engine) {
      this.engine = engine;
      engine.addPart(this);
    }

    @Override
    public void close() {
      engine.removePart(this);
    }
  }

  static class Valve implements AutoCloseable {
    private final Engine engine;

    Valve(Engine engine) {
      this.engine = engine;
      engine.addPart(this);
    }

    @Override
    public void close() {
      engine.removePart(this);
    }
  }

  /** Inherits it. */
  static class Tap extends Valve {
    private int drops;

    Tap(Engine engine) {
      super(engine);
      engine.addPart(() -> drops = 0);
    }

    @Override
    public void close() {
      drops = 0;
      super.close();
    }
  }

  /** Has no end of its own: it lives as long as the engine. */
  static class Casing {
    private int opened;

    Casing(Engine engine) {
      engine.addPart(() -> opened++);
    }

    int opened() {
      return opened;
    }
  }

  public static void use() throws Exception {
    Engine engine = new Engine();
    try (Pump pump = new Pump(engine);
        Tap tap = new Tap(engine)) {
      System.out.println(pump + " " + tap + " " + new Casing(engine).opened());
    }
    engine.stop();
  }

  /** Each piece of work leaves when it is done; the doorman stays as long as the house. */
  static class House {
    private final java.util.Set<Worker> workers = java.util.concurrent.ConcurrentHashMap.newKeySet();
    private final Worker doorman = new Worker();

    House() {
      workers.add(doorman);
    }

    static class Worker {
      private volatile boolean closed;

      void close() {
        closed = true;
      }

      String work(String what) {
        return closed ? "" : what;
      }
    }

    void close() {
      workers.forEach(Worker::close);
    }

    String paint() {
      Worker worker = new Worker();
      workers.add(worker);
      try {
        return worker.work("paint");
      } finally {
        leave(worker);
      }
    }

    String clean() {
      Worker worker = new Worker();
      workers.add(worker);
      try {
        return worker.work("clean") + doorman.work("open");
      } finally {
        leave(worker);
      }
    }

    private void leave(Worker worker) {
      workers.remove(worker);
    }
  }

  static class Gauges {
    private static final java.util.Map<String, Gauges> ALL =
        new java.util.concurrent.ConcurrentHashMap<>();
    private final String name;
    private int calls;

    Gauges(String name) {
      this.name = name;
      ALL.put(name, this);
    }

    void called() {
      calls++;
    }

    void unregister() {
      ALL.remove(name);
    }

    static int total() {
      return ALL.values().stream().mapToInt(gauges -> gauges.calls).sum();
    }
  }

  static class Caller implements AutoCloseable {
    private final Gauges gauges;

    Caller(String name) {
      gauges = new Gauges(name);
    }

    void call() {
      gauges.called();
    }

    @Override
    public void close() {
      gauges.unregister();
    }
  }

  public static int calls(String name) {
    House house = new House();
    System.out.println(house.paint() + house.clean());
    house.close();
    try (Caller caller = new Caller(name)) {
      caller.call();
    }
    return Gauges.total();
  }

  static class Floor {
    private final java.util.Map<String, Object> lit = new java.util.HashMap<>();

    void lightUp(String room, Object lamp) {
      lit.put(room, lamp);
    }

    void darken(String room) {
      lit.remove(room);
    }

    boolean isDark() {
      return lit.isEmpty();
    }
  }

  /** Taken out by its key. */
  static class Lamp {
    private final Floor floor;
    private final String room;

    Lamp(Floor floor, String room) {
      this.floor = floor;
      this.room = room;
      floor.lightUp(room, this);
    }

    void dispose() {
      floor.darken(room);
    }
  }

  /** Data that others work on, and not this object. */
  static class Painter {
    private final Floor floor;

    Painter(Floor floor) {
      this.floor = floor;
    }

    void paint(String room) {
      floor.lightUp(room, new StringBuilder("white"));
    }

    void dispose() {
      System.out.println(floor);
    }
  }

  /** Ends with the session it is made for, though an interface of that declares the method. */
  interface PartsHolder {
    void hold(Object part);

    void release(Object part);
  }

  static class ShellSession implements PartsHolder {
    private final List<Object> parts = new ArrayList<>();

    @Override
    public void hold(Object part) {
      parts.add(part);
    }

    @Override
    public void release(Object part) {
      parts.remove(part);
    }
  }

  static class Terminal {
    private boolean open = true;

    Terminal(ShellSession session) {
      ((PartsHolder) session).hold(this);
    }

    boolean isOpen() {
      return open;
    }

    void dispose() {
      open = false;
    }
  }

  static boolean lights(Floor floor, ShellSession session) {
    Lamp lamp = new Lamp(floor, "attic");
    lamp.dispose();
    Painter painter = new Painter(floor);
    painter.paint("attic");
    painter.dispose();
    Terminal terminal = new Terminal(session);
    boolean open = terminal.isOpen();
    terminal.dispose();
    return open && floor.isDark();
  }

  /** Made for who registers with it. */
  interface Makers {
    PartsHolder create(Object owner);
  }

  static class Forwarding {
    private final PartsHolder holder;
    private boolean open = true;

    Forwarding(Makers makers) {
      PartsHolder made = makers.create(this);
      made.hold(this);
      holder = made;
    }

    boolean isOpen() {
      return open && holder != null;
    }

    void stop() {
      open = false;
    }
  }

  static boolean forwards() {
    Forwarding forwarding = new Forwarding(owner -> new ShellSession());
    boolean open = forwarding.isOpen();
    forwarding.stop();
    return open;
  }

  /** Callers register it, and may take it out themselves. */
  static class Shelf {
    private int books;

    public void hold(PartsHolder holder) {
      holder.hold(this);
    }

    void dispose() {
      books = 0;
    }

    int books() {
      return books;
    }
  }

  /** Remembers what it was given without holding on to it. */
  static class Census {
    private final java.util.Set<java.lang.ref.WeakReference<Object>> seen = new java.util.HashSet<>();

    void meet(Object person) {
      seen.add(new java.lang.ref.WeakReference<>(person));
    }

    void part(Object person) {
      seen.remove(new java.lang.ref.WeakReference<>(person));
    }
  }

  static class Citizen {
    private boolean alive = true;

    Citizen(Census census) {
      census.meet(this);
    }

    boolean isAlive() {
      return alive;
    }

    void dispose() {
      alive = false;
    }
  }

  static int shelves(ShellSession session, Census census) {
    Shelf shelf = new Shelf();
    shelf.hold(session);
    int books = shelf.books();
    shelf.dispose();
    Citizen citizen = new Citizen(census);
    boolean alive = citizen.isAlive();
    citizen.dispose();
    return alive ? books : 0;
  }
}

class KeptTickets {
  static final class Members {
    private static final java.util.Map<Integer, java.util.function.Consumer<String>> WATCHERS =
        new java.util.concurrent.ConcurrentHashMap<>();
    private static int tickets;

    static synchronized int enter(java.util.function.Consumer<String> watcher) {
      int ticket = ++tickets;
      WATCHERS.put(ticket, watcher);
      return ticket;
    }

    static synchronized void leave(int ticket) {
      WATCHERS.remove(ticket);
    }
  }

  /** Keeps its ticket, and leaves by it. */
  static class Session implements AutoCloseable {
    private final int ticket;
    private String newest = "";

    Session() {
      ticket = Members.enter(this::joined);
    }

    private void joined(String node) {
      newest = node;
    }

    @Override
    public void close() {
      Members.leave(ticket);
    }
  }

  static String newest() {
    try (Session session = new Session()) {
      return session.newest;
    }
  }
}

class SameWrapper {
  interface PriceListener {
    void price(String symbol, double price);
  }

  static final class Prices {
    private static final Prices ALL = new Prices();
    private final java.util.List<PriceListener> listeners = new java.util.ArrayList<>();

    static Prices all() {
      return ALL;
    }

    void addListener(PriceListener listener) {
      listeners.add(listener);
    }

    void removeListener(Object listener) {
      listeners.remove(listener);
    }

    void publish(String symbol, double price) {
      listeners.forEach(l -> l.price(symbol, price));
    }
  }

  /** Any wrapper of the same target is the same listener. */
  record Throttled(Runnable target) implements PriceListener {
    @Override
    public void price(String symbol, double price) {
      target.run();
    }
  }

  static class Ticker implements Runnable {
    private int ticks;

    void attach() {
      Prices.all().addListener(new Throttled(this));
    }

    void detach() {
      Prices.all().removeListener(new Throttled(this));
    }

    @Override
    public void run() {
      ticks++;
    }
  }

  static int ticks() {
    Ticker ticker = new Ticker();
    ticker.attach();
    ticker.detach();
    return ticker.ticks;
  }
}

/** What is left with a connection is taken back, or runs with the next answer. */
class PagerQuestions {
  static class PagerConnection {
    private final List<Runnable> whenLost = new ArrayList<>();
    private final java.util.Queue<Runnable> waiting = new java.util.ArrayDeque<>();
    private boolean lost;

    boolean isLost() {
      return lost;
    }

    void whenLost(Runnable action) {
      whenLost.add(action);
    }

    void forget(Runnable action) {
      whenLost.remove(action);
    }

    void expect(Runnable action) {
      waiting.add(action);
    }

    void drop(Runnable action) {
      waiting.remove(action);
    }

    void answered() {
      Runnable next = waiting.poll();
      if (next != null) {
        next.run();
      }
    }

    void hungUp() {
      lost = true;
      whenLost.forEach(Runnable::run);
      whenLost.clear();
    }
  }

  private final java.util.Deque<PagerConnection> free = new java.util.ArrayDeque<>();

  void ask() {
    PagerConnection connection = free.poll();
    if (connection == null || connection.isLost()) {
      connection = new PagerConnection();
    }
    exchange(connection);
    free.push(connection);
  }

  private void exchange(PagerConnection connection) {
    Thread asker = Thread.currentThread();
    Runnable lost = () -> asker.interrupt();
    connection.whenLost(lost);
    connection.expect(() -> asker.interrupt());
    connection.forget(lost);
  }
}

/** Keeps what it is given for each, or knows the names by which to take them back. */
class FlatGauges {
  static final class Board {
    private static final java.util.Map<String, java.util.function.DoubleSupplier> GAUGES =
        new java.util.concurrent.ConcurrentHashMap<>();

    static String show(String name, java.util.function.DoubleSupplier value) {
      GAUGES.put(name, value);
      return name;
    }

    static void hide(String name) {
      GAUGES.remove(name);
    }
  }

  private final List<String> shown = new ArrayList<>();
  private final List<String> rooms = new ArrayList<>();
  private double heat;

  FlatGauges(String flat) {
    shown.add(Board.show(flat + ".heat", () -> heat));
  }

  void room(String room, java.util.function.IntSupplier degrees) {
    shown.add(Board.show(room + ".heat", () -> degrees.getAsInt()));
  }

  void named(String room, java.util.function.IntSupplier degrees) {
    Board.show(room + ".damp", () -> degrees.getAsInt());
    rooms.add(room);
  }

  void close() {
    shown.forEach(Board::hide);
    rooms.forEach(room -> Board.hide(room + ".damp"));
  }
}

/** Answers that take their hook back, and others that stay on the line for good. */
class CleanDesk {
  interface Ticket {
    void giveBack();
  }

  static final class PhoneConnection {
    private final List<Runnable> atEnd = new ArrayList<>();

    Ticket whenHungUp(Runnable hook) {
      atEnd.add(hook);
      return () -> atEnd.remove(hook);
    }
  }

  static final class Reply {
    private final PhoneConnection phone;
    private final StringBuilder words = new StringBuilder();
    private Ticket ticket;

    Reply(PhoneConnection phone) {
      this.phone = phone;
    }

    void begin() {
      ticket = phone.whenHungUp(() -> words.setLength(0));
    }

    void say(String word) {
      words.append(word);
      ticket.giveBack();
    }
  }

  static final class Recorder {
    private final PhoneConnection phone;
    private final StringBuilder words = new StringBuilder();

    Recorder(PhoneConnection phone) {
      this.phone = phone;
    }

    void name(String name) {
      words.append(name);
    }

    void install() {
      phone.whenHungUp(() -> System.out.println(words));
    }
  }

  private final PhoneConnection phone;

  CleanDesk(PhoneConnection phone) {
    this.phone = phone;
  }

  void onQuestion(String question) {
    Reply reply = new Reply(phone);
    reply.begin();
    reply.say(question);
  }

  void onRecord(String name) {
    Recorder recorder = new Recorder(phone);
    recorder.name(name);
    recorder.install();
  }

  Ticket onEnd(Runnable hook) {
    return phone.whenHungUp(hook);
  }
}

/** Takes back by name what it shows on a board that all share. */
class CleanElevator {
  static final class Lamps {
    private static final Lamps ALL = new Lamps();
    private final java.util.Map<String, java.util.function.BooleanSupplier> lamps =
        new java.util.concurrent.ConcurrentHashMap<>();

    static Lamps all() {
      return ALL;
    }

    void light(String name, java.util.function.BooleanSupplier lit) {
      lamps.put(name, lit);
    }

    void darken(String house) {
      lamps.keySet().removeIf(name -> name.startsWith(house));
    }
  }

  private final String house;
  private boolean moving;

  CleanElevator(String house) {
    this.house = house;
    Lamps.all().light(house + ".moving", () -> moving);
  }

  void move() {
    moving = true;
  }

  void shutdown() {
    moving = false;
    Lamps.all().darken(house);
  }
}

/** Keeps what ends its registration. */
class CleanTower implements Runnable {
  static final class Bells {
    private final java.util.Set<Runnable> ringers = new java.util.LinkedHashSet<>();

    AutoCloseable hear(Runnable ringer) {
      ringers.add(ringer);
      return () -> ringers.remove(ringer);
    }
  }

  private final AutoCloseable hearing;
  private int hours;

  CleanTower(Bells bells) {
    hearing = bells.hear(this);
  }

  @Override
  public void run() {
    hours++;
  }

  void dispose() throws Exception {
    hearing.close();
  }

  /** What is returned is kept, and ended with its owner. */
  static class Wire {
    private final java.util.Map<Integer, java.util.function.Consumer<String>> taps =
        new java.util.concurrent.ConcurrentHashMap<>();
    private final java.util.concurrent.atomic.AtomicInteger last =
        new java.util.concurrent.atomic.AtomicInteger();

    AutoCloseable tap(java.util.function.Consumer<String> tap) {
      int number = last.incrementAndGet();
      taps.put(number, tap);
      return () -> taps.remove(number);
    }

    void send(String text) {
      taps.values().forEach(tap -> tap.accept(text));
    }
  }

  static class Teletype {
    private final AutoCloseable tap;
    private String line = "";

    Teletype(Wire wire) {
      tap = wire.tap(text -> line = text);
    }

    String line() {
      return line;
    }

    void close() throws Exception {
      tap.close();
    }
  }

  /** The object returned is the work itself, which takes itself out when it is done. */
  static class Kitchen {
    private final java.util.Map<Long, Runnable> orders = new java.util.HashMap<>();
    private long next;

    Order order(Runnable served) {
      long id = next++;
      orders.put(id, served);
      return new Order(this, id);
    }

    void serve(long id) {
      Runnable served = orders.remove(id);
      if (served != null) {
        served.run();
      }
    }

    void drop(long id) {
      orders.remove(id);
    }
  }

  static class Order {
    private final Kitchen kitchen;
    private final long id;

    Order(Kitchen kitchen, long id) {
      this.kitchen = kitchen;
      this.id = id;
    }

    void cancel() {
      kitchen.drop(id);
    }
  }

  static class Guest {
    private int served;

    Guest(Kitchen kitchen) {
      kitchen.order(() -> served++);
    }

    void close() {
      served = 0;
    }
  }
}
