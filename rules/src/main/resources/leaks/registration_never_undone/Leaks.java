package registration_never_undone;

import java.util.ArrayList;
import java.util.List;

public class Leaks {
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

  /** Registered by whoever makes it, and forgets to leave. */
  static class Filter implements AutoCloseable {
    private boolean closed;

    boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  static class Tank implements AutoCloseable {
    private int level;

    Tank(Engine engine) {
      engine.addPart(this); // LEAK
    }

    int level() {
      return level;
    }

    @Override
    public void close() {
      level = 0;
    }
  }

  static Filter filter(Engine engine) {
    Filter filter = new Filter();
    engine.addPart(filter); // LEAK
    return filter;
  }

  public static void use(boolean tank) throws Exception {
    Engine engine = new Engine();
    try (Pump pump = new Pump(engine);
        Valve valve = new Valve(engine);
        Filter filter = filter(engine);
        Tank full = new Tank(engine)) {
      System.out.println(pump + " " + valve + " " + filter.isClosed() + " " + full.level());
    }
    engine.stop();
  }

  /** Work that is told when the house is closed; one kind of work does not leave. */
  static class House {
    private final java.util.Set<Worker> workers = java.util.concurrent.ConcurrentHashMap.newKeySet();

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
        workers.remove(worker);
      }
    }

    String clean() {
      Worker worker = new Worker();
      workers.add(worker); // LEAK
      return worker.work("clean");
    }
  }

  /** Registers itself as it is made. */
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

  static class Caller {
    private final Gauges gauges; // LEAK

    Caller(String name) {
      gauges = new Gauges(name);
    }

    void call() {
      gauges.called();
    }
  }

  public static int calls(String name) {
    House house = new House();
    System.out.println(house.paint() + house.clean());
    house.close();
    new Caller(name).call();
    return Gauges.total();
  }

  /** Neither method is named after what it does; the other one takes out what this one put in. */
  static class Floor {
    private final java.util.Map<String, Lamp> lit = new java.util.HashMap<>();

    void lightUp(String room, Lamp lamp) {
      lit.put(room, lamp);
    }

    void darken(String room) {
      lit.remove(room);
    }

    int brightness() {
      return lit.values().stream().mapToInt(Lamp::watts).sum();
    }
  }

  static class Lamp {
    private final int watts;
    private boolean broken;

    Lamp(Floor floor, String room, int watts) {
      this.watts = watts;
      floor.lightUp(room, this); // LEAK
    }

    int watts() {
      return broken ? 0 : watts;
    }

    void dispose() {
      broken = true;
    }
  }

  static int evening(Floor floor) {
    Lamp lamp = new Lamp(floor, "attic", 40);
    lamp.dispose();
    return floor.brightness();
  }
}

class Tickets {
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

  /** Leaves by its own number rather than by the ticket it got. */
  static class Session implements AutoCloseable {
    private final int id;
    private String newest = "";

    Session(int id) {
      this.id = id;
      Members.enter(this::joined); // LEAK
    }

    private void joined(String node) {
      newest = node + id;
    }

    @Override
    public void close() {
      Members.leave(id);
    }
  }

  static String newest(int id) {
    try (Session session = new Session(id)) {
      return session.newest;
    }
  }
}

class InWrapper {
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

  /** What is taken back is not what was given, but what it wraps. */
  static class Ticker implements Runnable {
    private int ticks;

    void attach() {
      Prices.all().addListener(new Throttled(this)); // LEAK
    }

    void detach() {
      Prices.all().removeListener(this);
    }

    @Override
    public void run() {
      ticks++;
    }
  }

  private static final class Throttled implements PriceListener {
    private final Runnable target;

    Throttled(Runnable target) {
      this.target = target;
    }

    @Override
    public void price(String symbol, double price) {
      target.run();
    }
  }

  static int ticks() {
    Ticker ticker = new Ticker();
    ticker.attach();
    Prices.all().publish("X", 1);
    ticker.detach();
    return ticker.ticks;
  }
}

/** Its connections are used over and over, and keep what each question has left with them. */
class ModemQuestions {
  static class ModemConnection {
    private final List<Runnable> whenLost = new ArrayList<>();
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

    String exchange(String command) {
      return command.trim();
    }

    void hungUp() {
      lost = true;
      whenLost.forEach(Runnable::run);
      whenLost.clear();
    }
  }

  private final java.util.Deque<ModemConnection> free = new java.util.ArrayDeque<>();

  String ask(String command) {
    ModemConnection connection = free.poll();
    if (connection == null || connection.isLost()) {
      connection = new ModemConnection();
    }
    String answer = exchange(connection, command);
    free.push(connection);
    return answer;
  }

  private String exchange(ModemConnection connection, String command) {
    Thread asker = Thread.currentThread();
    connection.whenLost(() -> asker.interrupt()); // LEAK
    return connection.exchange(command);
  }
}

/** Keeps the numbers of its own gauges to give them back, and drops those of its rooms. */
class HouseGauges {
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
  private double heat;

  HouseGauges(String house) {
    shown.add(Board.show(house + ".heat", () -> heat));
  }

  void room(String room, java.util.function.IntSupplier degrees) {
    Board.show(room + ".heat", () -> degrees.getAsInt()); // LEAK
  }

  void close() {
    for (String name : shown) {
      Board.hide(name);
    }
  }
}

/** A line that stays hands out what takes a hook back, and an answer given on it drops that. */
class Desk {
  interface Ticket {
    void giveBack();
  }

  static final class PhoneConnection {
    private final List<Runnable> atEnd = new ArrayList<>();

    Ticket whenHungUp(Runnable hook) {
      atEnd.add(hook);
      return () -> atEnd.remove(hook);
    }

    void hangUp() {
      atEnd.forEach(Runnable::run);
      atEnd.clear();
    }
  }

  static final class Reply {
    private final PhoneConnection phone;
    private final StringBuilder words = new StringBuilder();

    Reply(PhoneConnection phone) {
      this.phone = phone;
    }

    void begin() {
      phone.whenHungUp(() -> words.setLength(0)); // LEAK
    }

    void say(String word) {
      words.append(word);
    }
  }

  private final PhoneConnection phone;

  Desk(PhoneConnection phone) {
    this.phone = phone;
  }

  void onQuestion(String question) {
    Reply reply = new Reply(phone);
    reply.begin();
    reply.say(question);
  }

  static void desk() {
    PhoneConnection phone = new PhoneConnection();
    new Desk(phone).onQuestion("who?");
    phone.hangUp();
  }
}

/** The entries of a board that all share are taken back by what their names begin with. */
class Elevator {
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

  private boolean moving;

  Elevator(String house) {
    Lamps.all().light(house + ".moving", () -> moving); // LEAK
  }

  void move() {
    moving = true;
  }

  void shutdown() {
    moving = false;
  }

  static void elevator(String house) {
    Elevator elevator = new Elevator(house);
    elevator.move();
    elevator.shutdown();
  }
}

/** Registers itself, and drops what would end that. */
class Tower implements Runnable {
  static final class Bells {
    private final java.util.Set<Runnable> ringers = new java.util.LinkedHashSet<>();

    AutoCloseable hear(Runnable ringer) {
      ringers.add(ringer);
      return () -> ringers.remove(ringer);
    }
  }

  private int hours;

  Tower(Bells bells) {
    bells.hear(this); // LEAK
  }

  @Override
  public void run() {
    hours++;
  }

  void dispose() {
    hours = 0;
  }

  /** What takes it back is returned: a function that knows the number it was filed under. */
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
    private String line = "";

    Teletype(Wire wire) {
      wire.tap(text -> line = text); // LEAK
    }

    String line() {
      return line;
    }

    void close() {
      line = "";
    }
  }

  /** Or an object that knows where it was filed. */
  static class Scale {
    private final java.util.Map<Long, java.util.function.LongConsumer> readers =
        new java.util.HashMap<>();
    private long next;

    Reading read(java.util.function.LongConsumer reader) {
      long id = next++;
      readers.put(id, reader);
      return new Reading(this, id);
    }

    void drop(long id) {
      readers.remove(id);
    }

    void weigh(long grams) {
      readers.values().forEach(reader -> reader.accept(grams));
    }
  }

  static class Reading {
    private final Scale scale;
    private final long id;

    Reading(Scale scale, long id) {
      this.scale = scale;
      this.id = id;
    }

    void cancel() {
      scale.drop(id);
    }
  }

  static class Display {
    private long shown;

    Display(Scale scale) {
      scale.read(grams -> shown = grams); // LEAK
    }

    void dispose() {
      shown = 0;
    }
  }
}
