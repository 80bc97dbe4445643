package listener_never_removed;

import java.lang.ref.WeakReference;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.Connection;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.prefs.PreferenceChangeEvent;
import java.util.prefs.PreferenceChangeListener;
import java.util.prefs.Preferences;

class Clean {
  static class Dispatching {
    private final StringBuilder networks = new StringBuilder();
    private final Networks receiver;

    Dispatching(android.content.Context context) {
      receiver = new Networks(context);
      receiver.register();
    }

    void shutdown() {
      receiver.unregister();
    }

    private class Networks extends android.content.BroadcastReceiver {
      private final android.content.Context context;

      Networks(android.content.Context context) {
        this.context = context;
      }

      void register() {
        context.registerReceiver(
            this, new android.content.IntentFilter("android.net.conn.CONNECTIVITY_CHANGE"));
      }

      void unregister() {
        context.unregisterReceiver(this);
      }

      @Override
      public void onReceive(android.content.Context from, android.content.Intent intent) {
        networks.append(intent.getAction());
      }
    }
  }

  static class Decoding {
    private final List<Feed> feeds = new ArrayList<>();

    void start(List<Feed> given) {
      for (Feed feed : given) {
        feed.addDecoder(this);
        feeds.add(feed);
      }
    }

    void stop() {
      for (Feed feed : feeds) {
        feed.removeDecoder(this);
      }
    }
  }

  interface Feed {
    void addDecoder(Decoding decoding);

    void removeDecoder(Decoding decoding);
  }

  static class Confirming {
    private final Channel channel;
    private Runnable confirms;
    private Runnable ends;

    Confirming(Channel channel) {
      this.channel = channel;
    }

    void begin() {
      confirms = this::done;
      ends = () -> done();
      channel.addConfirmListener(confirms);
      channel.addShutdownListener(ends);
    }

    private void done() {
      channel.removeConfirmListener(confirms);
      channel.removeShutdownListener(ends);
    }
  }

  interface Channel {
    void addConfirmListener(Runnable listener);

    void removeConfirmListener(Runnable listener);

    void addShutdownListener(Runnable listener);

    void removeShutdownListener(Runnable listener);
  }

  static class TabsUI extends javax.swing.plaf.basic.BasicTabbedPaneUI {
    private final java.awt.event.MouseMotionListener moves =
        new java.awt.event.MouseMotionAdapter() {};

    @Override
    protected void installListeners() {
      super.installListeners();
      tabPane.addMouseMotionListener(moves);
    }

    @Override
    protected void uninstallListeners() {
      super.uninstallListeners();
      tabPane.removeMouseMotionListener(moves);
    }
  }

  static class Forwarding {
    private final Exchange exchange;

    Forwarding(Exchange exchange) {
      this.exchange = exchange;
    }

    void registerTicker(Runnable ticker) {
      exchange.registerTicker(ticker);
    }

    void unregisterTicker(Runnable ticker) {
      exchange.unregisterTicker(ticker);
    }
  }

  /** What is added with nothing is taken away. */
  static class Views {
    private final Mapping mapping = new Mapping();

    void addView(Class<?> type, Class<?> view) {
      mapping.addView(type, view);
    }

    void removeView(Class<?> type) {
      mapping.addView(type, null);
    }
  }

  static class Mapping {
    private final java.util.Map<Class<?>, Class<?>> views = new java.util.HashMap<>();

    void addView(Class<?> type, Class<?> view) {
      views.put(type, view);
    }
  }

  interface Exchange {
    void registerTicker(Runnable ticker);

    void unregisterTicker(Runnable ticker);
  }

  static class Dealer implements AutoCloseable {
    private final Exchange exchange;
    private final Runnable ticker = this::tick;
    private int ticks;

    Dealer(Exchange exchange) {
      this.exchange = exchange;
      exchange.registerTicker(ticker);
    }

    private void tick() {
      ticks++;
    }

    @Override
    public void close() {
      exchange.unregisterTicker(ticker);
    }
  }

  static class Watched {
    private final java.util.Map<String, Watcher> watchers = new java.util.HashMap<>();

    void watch(String name, Exchange exchange) {
      forget(name, exchange);
      Watcher watcher = new Watcher(name);
      watchers.put(name, watcher);
      exchange.registerTicker(watcher);
    }

    void forget(String name, Exchange exchange) {
      Watcher known = watchers.remove(name);
      if (known != null) {
        exchange.unregisterTicker(known);
      }
    }
  }

  static class Watcher implements Runnable {
    private final String name;

    Watcher(String name) {
      this.name = name;
    }

    @Override
    public void run() {
      System.out.println(name);
    }
  }

  /** Each delegate takes its listener off; the buttons that it makes go with it. */
  static class PaneUI extends javax.swing.plaf.basic.BasicOptionPaneUI {
    private java.beans.PropertyChangeListener repaints;
    private javax.swing.JButton help;

    @Override
    protected void installComponents() {
      super.installComponents();
      help = new javax.swing.JButton("help");
      help.addActionListener(e -> repaint());
      optionPane.add(help);
      repaints = e -> repaint();
      optionPane.addPropertyChangeListener(repaints);
    }

    @Override
    protected void uninstallComponents() {
      optionPane.removePropertyChangeListener(repaints);
      super.uninstallComponents();
    }

    private void repaint() {
      optionPane.repaint();
    }
  }

  /** Lines that are hung up before are forgotten; one step ends those that are left. */
  static class LineServer implements AutoCloseable {
    private final java.util.concurrent.CompletableFuture<Void> ended =
        new java.util.concurrent.CompletableFuture<>();
    private final java.util.Set<Line> lines =
        java.util.concurrent.ConcurrentHashMap.newKeySet();

    LineServer() {
      ended.thenRun(() -> lines.forEach(Line::hangUp));
    }

    Line accept(String address) {
      Line line = new Line(address);
      lines.add(line);
      return line;
    }

    void hangUp(Line line) {
      lines.remove(line);
      line.hangUp();
    }

    @Override
    public void close() {
      ended.complete(null);
    }
  }

  static class Line {
    private final StringBuilder received = new StringBuilder();

    Line(String address) {
      received.append(address);
    }

    int length() {
      return received.length();
    }

    void hangUp() {
      received.setLength(0);
    }
  }

  /** The future of one letter, which comes soon. */
  static class Letter {
    private final java.util.concurrent.CompletableFuture<String> answer =
        new java.util.concurrent.CompletableFuture<>();

    void whenAnswered(StringBuilder log) {
      answer.thenAccept(log::append);
    }

    void answer(String text) {
      answer.complete(text);
    }

    void close() {
      answer.cancel(false);
    }
  }

  static class Window implements PreferenceChangeListener, AutoCloseable {
    Window() {
      Preferences.userRoot().addPreferenceChangeListener(this);
    }

    @Override
    public void preferenceChange(PreferenceChangeEvent event) {
      System.out.println(event);
    }

    @Override
    public void close() {
      Preferences.userRoot().removePreferenceChangeListener(this);
    }
  }

  static class Owner {
    private final PropertyChangeSupport changes = new PropertyChangeSupport(this);
    private int seen;

    Owner() {
      changes.addPropertyChangeListener(event -> seen++);
    }

    int seen() {
      return seen;
    }
  }

  static class Released implements AutoCloseable {
    private final List<Runnable> undo = new ArrayList<>();
    private int changes;

    void start(Preferences node) {
      PreferenceChangeListener listener = event -> changes++;
      node.addPreferenceChangeListener(listener);
      undo.add(() -> node.removePreferenceChangeListener(listener));
    }

    @Override
    public void close() {
      undo.forEach(Runnable::run);
    }
  }

  static class Delegate {
    private final PropertyChangeSupport changes;

    Delegate(PropertyChangeSupport changes) {
      this.changes = changes;
    }

    void addPropertyChangeListener(PropertyChangeListener listener) {
      changes.addPropertyChangeListener(listener);
    }
  }

  /** Listens to children that it takes in. */
  static class Group implements AutoCloseable {
    private final List<Preferences> children = new ArrayList<>();
    private int changes;

    void open(PropertyChangeSupport child) {
      child.addPropertyChangeListener(event -> changes++);
      addChild(child);
    }

    private void addChild(PropertyChangeSupport child) {
      System.out.println(child);
    }

    /** What it is handed belongs to the event. */
    void openAll(List<PropertyChangeSupport> all) {
      all.forEach(one -> one.addPropertyChangeListener(event -> changes++));
    }

    @Override
    public void close() {
      children.clear();
    }
  }

  static void use() {
    try (Group group = new Group()) {
      group.open(new PropertyChangeSupport("child"));
      group.openAll(List.of(new PropertyChangeSupport("other")));
    }
    new Window().close();
    new Owner().seen();
    Released released = new Released();
    released.start(Preferences.userRoot());
    released.close();
    new Delegate(new PropertyChangeSupport("x")).addPropertyChangeListener(event -> {});
  }

  private Clean() {}

  static final class Bridge implements MessageListener {
    private final Connection connection;
    private Session session;

    Bridge(Connection connection) {
      this.connection = connection;
    }

    void start(Queue queue) throws JMSException {
      session = connection.createSession();
      MessageConsumer consumer = session.createConsumer(queue);
      consumer.setMessageListener(this);
    }

    void stop() throws JMSException {
      session.close();
    }

    @Override
    public void onMessage(Message message) {
      connection.hashCode();
    }
  }
}

/** The session that ends takes its consumers with it, whoever gave the connection. */
class BridgeOfSession implements MessageListener {
  private Connection connection;
  private Session session;
  private int seen;

  void setConnection(Connection connection) {
    this.connection = connection;
  }

  void start(Queue queue, String selector) throws JMSException {
    if (connection == null) {
      return;
    }
    session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
    MessageConsumer consumer =
        selector == null
            ? session.createConsumer(queue)
            : session.createConsumer(queue, selector);
    consumer.setMessageListener(this);
  }

  void stop() throws JMSException {
    if (session != null) {
      session.close();
    }
  }

  @Override
  public void onMessage(Message message) {
    seen++;
  }

  int seen() {
    return seen;
  }
}

/** Listeners of the program's own: known by their shape. */
class FairMarket {
  interface RateListener {
    void changed(String currency, double rate);
  }

  static class Rates {
    private final List<RateListener> listeners = new ArrayList<>();

    void addRateListener(RateListener listener) {
      listeners.add(listener);
    }

    void removeRateListener(RateListener listener) {
      listeners.remove(listener);
    }

    /** The board is part of the rates. */
    Board board() {
      listeners.forEach(listener -> listener.changed("CHF", 1));
      return new Board(this);
    }
  }

  static class Board implements AutoCloseable {
    private double rate;

    Board(Rates rates) {
      rates.addRateListener((currency, now) -> rate = now);
    }

    @Override
    public void close() {
      rate = 0;
    }
  }

  static class Ticker implements AutoCloseable {
    private final Rates rates;
    private final RateListener listener = this::changed;
    private String last = "";

    Ticker(Rates rates) {
      this.rates = rates;
      rates.addRateListener(listener);
    }

    private void changed(String currency, double rate) {
      last = currency + " " + rate;
    }

    String last() {
      return last;
    }

    @Override
    public void close() {
      rates.removeRateListener(listener);
    }
  }

  interface DialogListener {
    void closed();
  }

  /** Ends with the session that it listens to. */
  static class ChatSession {
    private final List<DialogListener> listeners = new ArrayList<>();

    void addDialogListener(DialogListener listener) {
      listeners.add(listener);
    }

    void removeDialogListener(DialogListener listener) {
      listeners.remove(listener);
    }
  }

  static class Chat implements AutoCloseable {
    private boolean closed;

    Chat(ChatSession session) {
      session.addDialogListener(() -> closed = true);
    }

    boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** Only passes on what it is told to register. */
  static class Configurator {
    private RateListener configured;

    void configure(RateListener listener) {
      configured = listener;
    }

    void apply(Rates rates) {
      rates.addRateListener(configured);
    }

    void stop() {
      configured = null;
    }
  }

  interface StateListener {
    void changed(boolean up);
  }

  /** Has no way back, and those who listen have no end. */
  static class Server {
    private final List<StateListener> listeners = new ArrayList<>();

    void addListener(StateListener listener) {
      listeners.add(listener);
    }

    void start() {
      listeners.forEach(listener -> listener.changed(true));
    }
  }

  static class Lamp {
    private boolean on;

    Lamp(Server server) {
      server.addListener(up -> on = up);
    }

    boolean isOn() {
      return on;
    }
  }

  static boolean chats(ChatSession session) {
    try (Chat chat = new Chat(session)) {
      return chat.isClosed();
    }
  }

  static String open(Rates rates, Server server, RateListener listener) {
    Configurator configurator = new Configurator();
    configurator.configure(listener);
    configurator.apply(rates);
    configurator.stop();
    Lamp lamp = new Lamp(server);
    server.start();
    try (Board board = rates.board();
        Ticker ticker = new Ticker(rates)) {
      return board + ticker.last() + lamp.isOn();
    }
  }
}

/** One listener for each connection. */
class Greetings extends io.netty.channel.ChannelInboundHandlerAdapter {
  private final List<Object> peers = new ArrayList<>();

  @Override
  public void channelActive(io.netty.channel.ChannelHandlerContext context) throws Exception {
    Object peer = context.channel().remoteAddress();
    peers.add(peer);
    context.channel().closeFuture().addListener(closed -> peers.remove(peer));
    super.channelActive(context);
  }

  /** The first message is the last one that this handler sees. */
  @Override
  public void channelRead(io.netty.channel.ChannelHandlerContext context, Object message) {
    context.channel().closeFuture().addListener(closed -> peers.remove(message));
    context.pipeline().remove(this);
    context.fireChannelRead(message);
  }
}

/** Views of models that stay. */
class FairViews {
  interface Stock {
    void addStockListener(StockListener listener);

    void removeStockListener(StockListener listener);
  }

  interface StockListener {
    void moved(String item);
  }

  static class StockView implements StockListener {
    private final List<String> items = new ArrayList<>();
    private Stock stock;

    void show(Stock next) {
      if (stock != null) {
        stock.removeStockListener(this);
      }
      stock = next;
      if (next != null) {
        next.addStockListener(this);
      }
    }

    @Override
    public void moved(String item) {
      items.add(item);
    }
  }

  /** Told once what to show. */
  static class Label implements StockListener {
    private String last = "";
    private Stock stock;

    void setStock(Stock only) {
      stock = only;
      stock.addStockListener(this);
    }

    @Override
    public void moved(String item) {
      last = item + stock;
    }

    String last() {
      return last;
    }
  }

  static String show(Stock stock) {
    new StockView().show(stock);
    Label label = new Label();
    label.setStock(stock);
    return label.last();
  }
}

/** A bus takes any object. */
class FairBuses {
  static class NewsBus {
    private final List<Object> receivers = new ArrayList<>();

    void register(Object receiver) {
      receivers.add(receiver);
    }

    void unregister(Object receiver) {
      receivers.remove(receiver);
    }
  }

  static class Reader implements AutoCloseable {
    private final NewsBus bus;

    Reader(NewsBus bus) {
      this.bus = bus;
      bus.register(this);
    }

    @Override
    public void close() {
      bus.unregister(this);
    }
  }

  static String read(NewsBus bus) {
    try (Reader reader = new Reader(bus)) {
      return reader.toString();
    }
  }
}

/** What a handler is given as it is called ends with what it was called for. */
class Doors {
  interface Guest {
    void addGuestListener(GuestListener listener);

    void removeGuestListener(GuestListener listener);
  }

  interface GuestListener {
    void left();
  }

  static class Porter implements AutoCloseable {
    private int inside;

    void onArrival(Guest guest) {
      inside++;
      guest.addGuestListener(() -> inside--);
    }

    @Override
    public void close() {
      inside = 0;
    }
  }

  static void arrive(Guest guest) {
    try (Porter porter = new Porter()) {
      porter.onArrival(guest);
    }
  }

  static class Gauge {
    private final javafx.beans.property.DoubleProperty value =
        new javafx.beans.property.SimpleDoubleProperty();

    javafx.beans.property.DoubleProperty valueProperty() {
      return value;
    }
  }

  /** Listens to its parts, and to the control weakly. */
  static class GaugeSkin {
    private final Gauge needle = new Gauge();
    private final javafx.beans.InvalidationListener redraws = changed -> draw();
    private int drawn;

    GaugeSkin(Gauge gauge) {
      needle.valueProperty().addListener(changed -> drawn++);
      gauge.valueProperty().addListener(new javafx.beans.WeakInvalidationListener(redraws));
    }

    private void draw() {
      drawn++;
    }
  }

  /** Lets go of all who listen when it is closed. */
  static class Camera {
    private final java.util.List<Runnable> watchers = new java.util.ArrayList<>();
    private boolean open;

    void addFrameListener(Runnable watcher) {
      watchers.add(watcher);
    }

    void removeFrameListener(Runnable watcher) {
      watchers.remove(watcher);
    }

    void open() {
      open = true;
      watchers.forEach(Runnable::run);
    }

    void close() {
      open = false;
      watchers.clear();
    }
  }

  static class Preview implements Runnable {
    private final Camera camera;
    private int frames;

    Preview(Camera camera) {
      this.camera = camera;
      camera.addFrameListener(this);
    }

    void start() {
      camera.open();
    }

    void stop() {
      camera.close();
    }

    @Override
    public void run() {
      frames++;
    }
  }

  static int shows(Gauge gauge, Camera camera) {
    Preview preview = new Preview(camera);
    preview.start();
    preview.stop();
    return new GaugeSkin(gauge).drawn + preview.frames;
  }
}

class FairGutters {
  /** The button is its own, and goes with it. */
  static class Bar extends javax.swing.JPanel
      implements java.beans.PropertyChangeListener, java.awt.event.ActionListener {
    private final javax.swing.JButton button = new javax.swing.JButton();
    private final javax.swing.Action action;
    private int changes;

    Bar(javax.swing.Action action) {
      this.action = action;
      action.addPropertyChangeListener(this);
      button.addPropertyChangeListener(this);
      button.addActionListener(this);
      getActionMap().getParent();
      addPropertyChangeListener(this);
    }

    void uninstall() {
      action.removePropertyChangeListener(this);
    }

    @Override
    public void propertyChange(java.beans.PropertyChangeEvent event) {
      changes++;
    }

    @Override
    public void actionPerformed(java.awt.event.ActionEvent event) {
      changes = 0;
    }
  }

  interface ModelObserver {
    void onChange();
  }

  static class Observable {
    private final List<ModelObserver> observers = new ArrayList<>();

    void addObserver(ModelObserver observer) {
      observers.add(observer);
    }

    void removeObserver(ModelObserver observer) {
      observers.remove(observer);
    }

    void clear() {
      observers.clear();
    }
  }

  static class MapModel {
    final Observable position = new Observable();
    final Observable size = new Observable();
    private final Observable screen = new Observable();

    Observable getScreen() {
      return screen;
    }

    List<Observable> all() {
      return List.of(position, size, screen);
    }
  }

  /** Takes them all back, by other ways than it went. */
  static class Frames implements ModelObserver {
    private final MapModel model;
    private Observable screen;
    private int changes;

    Frames(MapModel model) {
      this.model = model;
      model.position.addObserver(this);
      model.size.addObserver(this);
      screen = model.getScreen();
      model.getScreen().addObserver(this);
    }

    void destroy() {
      model.position.removeObserver(this);
      model.size.removeObserver(this);
      screen.removeObserver(this);
    }

    @Override
    public void onChange() {
      changes++;
    }
  }

  static class AllFrames implements ModelObserver {
    private final MapModel model;
    private int changes;

    AllFrames(MapModel model) {
      this.model = model;
      model.position.addObserver(this);
      model.size.addObserver(this);
      model.getScreen().addObserver(this);
    }

    void destroy() {
      model.position.removeObserver(this);
      for (Observable part : model.all()) {
        part.removeObserver(this);
      }
    }

    @Override
    public void onChange() {
      changes++;
    }
  }

  /** What it does not take back is emptied. */
  static class Wiped implements ModelObserver {
    private final MapModel model;
    private int changes;

    Wiped(MapModel model) {
      this.model = model;
      model.position.addObserver(this);
      model.size.addObserver(this);
    }

    void destroy() {
      model.position.removeObserver(this);
      model.size.clear();
    }

    @Override
    public void onChange() {
      changes++;
    }
  }

  static void show(javax.swing.Action action, MapModel model) {
    new Bar(action).uninstall();
    new Frames(model).destroy();
    new AllFrames(model).destroy();
    new Wiped(model).destroy();
  }
}

/** What one class adds for others, it takes back one by one from what really keeps it. */
class Wrapped {
  static class Value {
    private final java.util.Set<Runnable> callbacks = new java.util.HashSet<>();

    void addCallback(Runnable callback) {
      callbacks.add(callback);
    }

    void removeCallback(Runnable callback) {
      callbacks.remove(callback);
    }
  }

  static class Setting {
    private static final Setting SHARED = new Setting();
    final Value value = new Value();
    private final java.util.List<Runnable> own = new java.util.ArrayList<>();

    void addCallback(Runnable callback) {
      value.addCallback(callback);
      own.add(callback);
    }

    void removeAllCallbacks() {
      own.forEach(value::removeCallback);
      own.clear();
    }
  }

  static class Derived {
    private final Setting setting = Setting.SHARED;
    private final java.util.List<Runnable> own = new java.util.ArrayList<>();
    private int changes;

    Derived() {
      Runnable callback = () -> changes++;
      setting.addCallback(callback);
      own.add(callback);
    }

    int removeAllCallbacks() {
      own.forEach(setting.value::removeCallback);
      own.clear();
      return changes;
    }
  }

  static int derives() {
    Setting.SHARED.removeAllCallbacks();
    return new Derived().removeAllCallbacks();
  }

  /** Holds what it tells weakly, and takes itself away once that is gone. */
  static final class WeakChanges implements PreferenceChangeListener {
    private final WeakReference<PreferenceChangeListener> told;

    WeakChanges(PreferenceChangeListener told) {
      this.told = new WeakReference<>(told);
    }

    @Override
    public void preferenceChange(PreferenceChangeEvent event) {
      PreferenceChangeListener listener = told.get();
      if (listener == null) {
        event.getNode().removePreferenceChangeListener(this);
      } else {
        listener.preferenceChange(event);
      }
    }
  }

  static class Details {
    private final PreferenceChangeListener changes = event -> show(event.getNewValue());
    private final WeakChanges weakly = new WeakChanges(changes);
    private String shown;

    Details(Preferences preferences) {
      preferences.addPreferenceChangeListener(weakly);
    }

    private void show(String value) {
      shown = value;
    }

    void dispose() {
      System.out.println("no longer shown: " + shown);
    }
  }

  static void details(Preferences preferences) {
    new Details(preferences).dispose();
  }
}

class AtInit {
  interface PriceListener {
    void price(String symbol, double price);
  }

  static final class Prices {
    private static final Prices ALL = new Prices();
    private final List<PriceListener> listeners = new ArrayList<>();

    static Prices all() {
      return ALL;
    }

    void addListener(PriceListener listener) {
      listeners.add(listener);
    }

    void removeListener(PriceListener listener) {
      listeners.remove(listener);
    }
  }

  /** Listens once, and lives as long as the prices. */
  static class PriceServlet extends javax.servlet.http.HttpServlet {
    private final java.util.Map<String, Double> last = new java.util.HashMap<>();

    @Override
    public void init() {
      Prices.all().addListener((symbol, price) -> last.replace(symbol, price));
    }

    @Override
    protected void doGet(
        javax.servlet.http.HttpServletRequest request,
        javax.servlet.http.HttpServletResponse response)
        throws java.io.IOException {
      response.getWriter().println(last);
    }
  }
}

/** The first frame alone adds a listener. */
class BridgedAtFirst extends io.netty.channel.ChannelInboundHandlerAdapter {
  private final io.netty.channel.Channel other;
  private boolean listens;

  BridgedAtFirst(io.netty.channel.Channel other) {
    this.other = other;
  }

  @Override
  public void channelRead(io.netty.channel.ChannelHandlerContext context, Object frame) {
    if (!listens) {
      listens = true;
      other.closeFuture().addListener(f -> context.close());
    }
    other.writeAndFlush(frame);
  }

  @Override
  public void channelInactive(io.netty.channel.ChannelHandlerContext context) {
    other.close();
  }
}

/** One listener for each connection, which ends with it. */
class BridgedOnce extends io.netty.channel.ChannelInboundHandlerAdapter {
  private final io.netty.channel.Channel other;

  BridgedOnce(io.netty.channel.Channel other) {
    this.other = other;
  }

  @Override
  public void channelActive(io.netty.channel.ChannelHandlerContext context) {
    other.closeFuture().addListener(f -> context.close());
  }

  @Override
  public void channelRead(io.netty.channel.ChannelHandlerContext context, Object frame) {
    other.writeAndFlush(frame);
  }

  @Override
  public void channelInactive(io.netty.channel.ChannelHandlerContext context) {
    other.close();
  }
}

/** The last listener goes before the next one comes. */
class FairSuccessors {
  interface WindListener {
    void turned(int degrees);
  }

  static class Station {
    private final List<WindListener> winds = new ArrayList<>();

    void addWindListener(WindListener listener) {
      winds.add(listener);
    }

    void removeWindListener(WindListener listener) {
      winds.remove(listener);
    }
  }

  static class Vane {
    private final Station station;
    private javax.swing.Timer blink;
    private WindListener turning;

    Vane(Station station) {
      this.station = station;
    }

    void renew() {
      if (blink != null) {
        blink.stop();
        station.removeWindListener(turning);
      }
      javax.swing.Timer next = new javax.swing.Timer(500, e -> {});
      blink = next;
      turning = degrees -> next.setDelay(degrees + 1);
      station.addWindListener(turning);
      next.start();
    }

    void dispose() {
      blink.stop();
      station.removeWindListener(turning);
    }
  }

  abstract static class Page {
    void onResume() {}

    void onPause() {}
  }

  static class WindPage extends Page {
    private final Station station;
    private WindListener shown;
    private int turns;

    WindPage(Station station) {
      this.station = station;
    }

    @Override
    void onResume() {
      shown = degrees -> turns++;
      station.addWindListener(shown);
    }

    @Override
    void onPause() {
      station.removeWindListener(shown);
    }
  }

  static class Notice implements org.springframework.context.ApplicationListener<org.springframework.context.ApplicationEvent>, AutoCloseable {
    private final org.springframework.context.event.ApplicationEventMulticaster events;
    private int seen;

    Notice(org.springframework.context.event.ApplicationEventMulticaster events) {
      this.events = events;
    }

    @Override
    public void onApplicationEvent(org.springframework.context.ApplicationEvent event) {
      seen++;
    }

    @Override
    public void close() {
      events.removeApplicationListener(this);
    }
  }

  /** What it opens takes itself off. */
  @org.springframework.stereotype.Component
  public static class Notices {
    private final org.springframework.context.event.ApplicationEventMulticaster events;

    public Notices(org.springframework.context.event.ApplicationEventMulticaster events) {
      this.events = events;
    }

    public Notice open() {
      Notice notice = new Notice(events);
      events.addApplicationListener(notice);
      return notice;
    }
  }

  /** Each future is one of its own: what is taken off one was never on the other. */
  static class Asking {
    io.netty.util.concurrent.Promise<Object> ask(io.netty.channel.Channel channel, Object question) {
      io.netty.util.concurrent.Promise<Object> answer = channel.eventLoop().newPromise();
      io.netty.channel.ChannelFutureListener lost = f -> answer.tryFailure(f.cause());
      channel.closeFuture().addListener(lost);
      answer.addListener(f -> channel.closeFuture().removeListener(lost));
      channel.writeAndFlush(question).addListener(f -> System.out.println(f.isSuccess()));
      return answer;
    }
  }
}

/** Registered where it is begun; each that can be ended takes itself back, where it is written out. */
abstract class Tile implements PropertyChangeListener {
  protected Tile(Desk desk) {
    desk.addPropertyChangeListener(this);
  }

  static class Desk {
    private final java.beans.PropertyChangeSupport changes =
        new java.beans.PropertyChangeSupport(this);

    void addPropertyChangeListener(PropertyChangeListener listener) {
      changes.addPropertyChangeListener(listener);
    }

    void removePropertyChangeListener(PropertyChangeListener listener) {
      changes.removePropertyChangeListener(listener);
    }
  }

  static class Clock extends Tile {
    private final Desk desk;
    private Object shown;

    Clock(Desk desk) {
      super(desk);
      this.desk = desk;
    }

    @Override
    public void propertyChange(java.beans.PropertyChangeEvent event) {
      shown = event.getNewValue();
    }

    void dispose() {
      shown = null;
      desk.removePropertyChangeListener(this);
    }
  }
}

/** Each page has a context of its own, or takes back its hook. */
class PagesWithContexts {
  static class PageContext {
    private final java.util.List<AutoCloseable> exitHooks = new java.util.ArrayList<>();

    void addExitHook(AutoCloseable hook) {
      exitHooks.add(hook);
    }

    void removeExitHook(AutoCloseable hook) {
      exitHooks.remove(hook);
    }

    void finish() throws Exception {
      for (AutoCloseable hook : exitHooks) {
        hook.close();
      }
    }
  }

  static class OwnPage implements AutoCloseable {
    private int rows;

    OwnPage(PageContext context) {
      context.addExitHook(this);
    }

    void row() {
      rows++;
    }

    @Override
    public void close() {
      rows = 0;
    }
  }

  static class LeavingPage implements AutoCloseable {
    private final PageContext context;

    LeavingPage(PageContext context) {
      this.context = context;
      context.addExitHook(this);
    }

    @Override
    public void close() {
      context.removeExitHook(this);
    }
  }

  private final PageContext context;

  PagesWithContexts(PageContext context) {
    this.context = context;
  }

  void own() {
    OwnPage page = new OwnPage(new PageContext());
    page.row();
    page.close();
  }

  void given(PageContext once) {
    OwnPage page = new OwnPage(once);
    page.row();
    page.close();
  }

  void leaving() {
    LeavingPage page = new LeavingPage(context);
    page.close();
  }
}

/** Takes back the listener of the chart before. */
class ChangedLegend {
  interface SeriesListener {
    void renamed(Series series);
  }

  static class Series {
    private final java.util.Set<SeriesListener> listeners = new java.util.LinkedHashSet<>();

    void addListener(SeriesListener listener) {
      listeners.add(listener);
    }

    void removeListener(SeriesListener listener) {
      listeners.remove(listener);
    }

    void rename() {
      listeners.forEach(listener -> listener.renamed(this));
    }
  }

  static final class Chart {
    private final java.util.List<Series> series;

    Chart(java.util.List<Series> series) {
      this.series = java.util.List.copyOf(series);
    }

    java.util.List<Series> series() {
      return series;
    }

    Chart plus(Series one) {
      java.util.List<Series> all = new java.util.ArrayList<>(series);
      all.add(one);
      return new Chart(all);
    }
  }

  private Chart chart = new Chart(java.util.List.of());
  private SeriesListener listener;
  private int renamed;

  void add(Series series) {
    show(chart.plus(series));
  }

  void show(Chart next) {
    if (listener != null) {
      chart.series().forEach(series -> series.removeListener(listener));
    }
    chart = next;
    listener = series -> renamed++;
    for (Series series : chart.series()) {
      series.addListener(listener);
    }
  }
}

/** Stops listening whether or not the work fails. */
class SafeImportLog extends java.util.logging.Handler {
  private final java.util.List<String> lines = new java.util.ArrayList<>();

  void begin() {
    java.util.logging.Logger.getGlobal().addHandler(this);
  }

  void finish() {
    java.util.logging.Logger.getGlobal().removeHandler(this);
  }

  @Override
  public void publish(java.util.logging.LogRecord record) {
    lines.add(record.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  static java.util.List<String> of(java.util.concurrent.Callable<?> work) throws Exception {
    SafeImportLog log = new SafeImportLog();
    log.begin();
    try {
      work.call();
    } finally {
      log.finish();
    }
    return log.lines;
  }

  static java.util.List<String> quick() {
    SafeImportLog log = new SafeImportLog();
    log.begin();
    int lines = log.lines.size();
    log.finish();
    return lines == 0 ? java.util.List.of() : log.lines;
  }

  /** Two reports of a kind on one list are two, and neither is the other's like. */
  static final class Audit {
    private final Map<String, Integer> open = new HashMap<>();
    private final Map<String, Integer> done = new HashMap<>();
    private final List<Line> pinned = new ArrayList<>();

    final class Line {
      private String text;
    }

    String report() {
      List<Line> lines = new ArrayList<>();
      for (String name : open.keySet()) {
        Line line = new Line();
        line.text = name;
        lines.add(line);
      }
      for (String name : done.keySet()) {
        Line line = new Line();
        line.text = name;
        lines.add(line);
      }
      return lines.toString();
    }

    void unpin(Line line) {
      pinned.remove(line);
    }
  }

  /** Closed by the one above, whatever else is done. */
  static class BoilerGauge implements java.beans.PropertyChangeListener, AutoCloseable {
    private final java.beans.PropertyChangeSupport boiler;
    private Object shown;

    BoilerGauge(java.beans.PropertyChangeSupport boiler) {
      this.boiler = boiler;
      boiler.addPropertyChangeListener(this);
    }

    @Override
    public void propertyChange(java.beans.PropertyChangeEvent event) {
      shown = event.getNewValue();
    }

    Object shown() {
      return shown;
    }

    @Override
    public void close() {
      boiler.removePropertyChangeListener(this);
    }
  }

  static class RoundGauge extends BoilerGauge {
    private int needle;

    RoundGauge(java.beans.PropertyChangeSupport boiler) {
      super(boiler);
    }

    @Override
    public void close() {
      needle = 0;
      super.close();
    }
  }

  static class Members implements AutoCloseable {
    private final com.hazelcast.cluster.Cluster cluster;
    private java.util.UUID id;
    private int left;

    Members(com.hazelcast.cluster.Cluster cluster) {
      this.cluster = cluster;
    }

    void join() {
      id =
          cluster.addMembershipListener(
              new com.hazelcast.cluster.MembershipListener() {
                @Override
                public void memberAdded(com.hazelcast.cluster.MembershipEvent event) {}

                @Override
                public void memberRemoved(com.hazelcast.cluster.MembershipEvent event) {
                  left++;
                }
              });
    }

    @Override
    public void close() {
      cluster.removeMembershipListener(id);
    }
  }

  /** Leaves the channel without any listener. */
  static class Publishing implements AutoCloseable {
    private final com.rabbitmq.client.Channel channel;
    private int back;

    Publishing(com.rabbitmq.client.Channel channel) {
      this.channel = channel;
    }

    void start() {
      channel.addReturnListener(message -> back++);
    }

    @Override
    public void close() {
      channel.clearReturnListeners();
    }
  }

  /** These preferences hold who listens to them weakly. */
  static class Settings implements AutoCloseable {
    private final android.content.SharedPreferences.OnSharedPreferenceChangeListener changed =
        (preferences, key) -> changed(key);
    private String last;

    void open(android.content.SharedPreferences preferences) {
      preferences.registerOnSharedPreferenceChangeListener(changed);
    }

    private void changed(String key) {
      last = key;
    }

    @Override
    public void close() {
      last = null;
    }
  }
}
