package listener_never_removed;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.PreferenceChangeEvent;
import java.util.prefs.PreferenceChangeListener;
import java.util.prefs.Preferences;
import javax.management.InstanceNotFoundException;
import javax.management.ListenerNotFoundException;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

class Leaks {
  /** Nobody keeps the receiver, so that the end of the dispatcher cannot take it back. */
  static class Dispatching {
    private final StringBuilder networks = new StringBuilder();

    Dispatching(android.content.Context context) {
      Networks receiver = new Networks(context);
      receiver.register();
    }

    void shutdown() {
      networks.setLength(0);
    }

    private class Networks extends android.content.BroadcastReceiver {
      private final android.content.Context context;

      Networks(android.content.Context context) {
        this.context = context;
      }

      void register() {
        context.registerReceiver( // LEAK
            this, new android.content.IntentFilter("android.net.conn.CONNECTIVITY_CHANGE"));
      }

      @Override
      public void onReceive(android.content.Context from, android.content.Intent intent) {
        networks.append(intent.getAction());
      }
    }
  }

  /** Its end adds it once more. */
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
        feed.addDecoder(this); // LEAK
      }
    }
  }

  interface Feed {
    void addDecoder(Decoding decoding);

    void removeDecoder(Decoding decoding);
  }

  /** The kept listeners are taken back when it is done, the lambda beside them cannot be. */
  static class Confirming {
    private final Channel channel;
    private Runnable confirms;

    Confirming(Channel channel) {
      this.channel = channel;
    }

    void begin() {
      confirms = new Runnable() {
        @Override
        public void run() {
          done();
        }
      };
      channel.addConfirmListener(confirms);
      channel.addShutdownListener(() -> done()); // LEAK
    }

    private void done() {
      channel.removeConfirmListener(confirms);
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
    private final java.awt.event.MouseListener clicks = new java.awt.event.MouseAdapter() {};

    @Override
    protected void installListeners() {
      super.installListeners();
      tabPane.addMouseListener(clicks);
      tabPane.addMouseMotionListener(moves); // LEAK
    }

    @Override
    protected void uninstallListeners() {
      super.uninstallListeners();
      tabPane.removeMouseListener(clicks);
    }
  }

  /** What is meant to take a listener back passes it on to be added once more. */
  static class Forwarding {
    private final Exchange exchange;

    Forwarding(Exchange exchange) {
      this.exchange = exchange;
    }

    void registerTicker(Runnable ticker) {
      exchange.registerTicker(ticker);
    }

    void unregisterTicker(Runnable ticker) {
      exchange.registerTicker(ticker); // LEAK
    }
  }

  interface Exchange {
    void registerTicker(Runnable ticker);

    void unregisterTicker(Runnable ticker);
  }

  /** Two method references are two objects, also where what they are is no listener by name. */
  static class Dealer implements AutoCloseable {
    private final Exchange exchange;
    private int ticks;

    Dealer(Exchange exchange) {
      this.exchange = exchange;
      exchange.registerTicker(this::tick); // LEAK
    }

    private void tick() {
      ticks++;
    }

    @Override
    public void close() {
      exchange.unregisterTicker(this::tick);
    }
  }

  /** One watcher is registered, its like is remembered. */
  static class Watched {
    private final java.util.Map<String, Watcher> watchers = new java.util.HashMap<>();

    void watch(String name, Exchange exchange) {
      forget(name, exchange);
      watchers.put(name, new Watcher(name));
      exchange.registerTicker(new Watcher(name)); // LEAK
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

  /** The pane keeps the listeners of all the delegates that it ever had. */
  static class PaneUI extends javax.swing.plaf.basic.BasicOptionPaneUI {
    @Override
    protected void installComponents() {
      super.installComponents();
      optionPane.addPropertyChangeListener(e -> repaint()); // LEAK
    }

    private void repaint() {
      optionPane.repaint();
    }
  }

  /** Each line waits for the end of the server, also those that have been hung up. */
  static class LineServer implements AutoCloseable {
    private final java.util.concurrent.CompletableFuture<Void> ended =
        new java.util.concurrent.CompletableFuture<>();

    Line accept(String address) {
      Line line = new Line(address);
      ended.thenRun(line::hangUp); // LEAK
      return line;
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

  static class Window implements PreferenceChangeListener, AutoCloseable {
    private int changes;

    Window() {
      Preferences.userRoot().addPreferenceChangeListener(this); // LEAK
    }

    @Override
    public void preferenceChange(PreferenceChangeEvent event) {
      changes++;
    }

    @Override
    public void close() {
      changes = 0;
    }
  }

  static class MemoryMeter {
    private long low;

    void start() {
      MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
      ((NotificationEmitter) memory)
          .addNotificationListener((notification, handback) -> low++, null, null); // LEAK
    }

    long low() {
      return low;
    }
  }

  static class Settings {
    private static final PropertyChangeSupport CHANGES = new PropertyChangeSupport(Settings.class);
  }

  static class Panel implements PropertyChangeListener {
    void show() {
      Settings.CHANGES.addPropertyChangeListener(this); // LEAK
    }

    void dispose() {
      System.out.println("gone");
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
      System.out.println(event);
    }
  }

  /** Takes back another object: each method reference is one of its own. */
  static class Dialog {
    private final PropertyChangeSupport model;

    Dialog(PropertyChangeSupport model) {
      this.model = model;
      model.addPropertyChangeListener(this::changed); // LEAK
    }

    private void changed(PropertyChangeEvent event) {
      System.out.println(event + " " + model);
    }

    void dispose() {
      model.removePropertyChangeListener(this::changed);
    }
  }

  /** Takes back one of two. */
  static class Editor implements AutoCloseable {
    private final PropertyChangeSupport model;
    private final PropertyChangeListener first = event -> count();
    private final PropertyChangeListener second = event -> count();
    private int events;

    Editor(PropertyChangeSupport model) {
      this.model = model;
      model.addPropertyChangeListener("first", first);
      model.addPropertyChangeListener("second", second); // MISSED: removed by name, too
    }

    void watch() {
      Preferences.userRoot().addPreferenceChangeListener(event -> count()); // LEAK
    }

    private void count() {
      events++;
    }

    @Override
    public void close() {
      model.removePropertyChangeListener("first", first);
      events = 0;
    }
  }

  /** The method that should remove adds once more. */
  static class Look {
    private final PropertyChangeListener listener = event -> repaint();

    void install(PropertyChangeSupport component) {
      component.addPropertyChangeListener(listener);
    }

    void uninstall(PropertyChangeSupport component) {
      component.addPropertyChangeListener(listener); // LEAK
    }

    private void repaint() {
      System.out.println(listener);
    }
  }

  /** Each registration adds a listener; only the end takes them back. */
  static class Beans implements AutoCloseable {
    private final MBeanServer server;
    private final List<Runnable> undo = new ArrayList<>();

    Beans(MBeanServer server) {
      this.server = server;
    }

    void start() throws InstanceNotFoundException {
      NotificationListener coming = (notification, handback) -> came(notification);
      listen(coming);
    }

    private void came(Notification notification) {
      NotificationListener going = (gone, handback) -> System.out.println(notification);
      try {
        listen(going);
      } catch (InstanceNotFoundException e) {
        System.out.println(e);
      }
    }

    private void listen(NotificationListener listener) throws InstanceNotFoundException {
      server.addNotificationListener( // LEAK
          MBeanServerDelegate.DELEGATE_NAME, listener, null, null);
      undo.add(() -> forget(listener));
    }

    private void forget(NotificationListener listener) {
      try {
        server.removeNotificationListener(MBeanServerDelegate.DELEGATE_NAME, listener);
      } catch (InstanceNotFoundException | ListenerNotFoundException e) {
        System.out.println(e);
      }
    }

    @Override
    public void close() {
      undo.forEach(Runnable::run);
    }
  }

  static void more(PropertyChangeSupport model, MBeanServer server)
      throws InstanceNotFoundException {
    new Dialog(model).dispose();
    try (Editor editor = new Editor(model);
        Beans beans = new Beans(server)) {
      editor.watch();
      beans.start();
    }
    Look look = new Look();
    look.install(model);
    look.uninstall(model);
  }

  static void use() {
    new Window().close();
    new MemoryMeter().start();
    new Panel().show();
  }

  private Leaks() {}

  /** The end of the executor comes long after that of the group. */
  static class Resolvers implements AutoCloseable {
    private final java.util.Map<io.netty.util.concurrent.EventExecutor, String> names =
        new java.util.concurrent.ConcurrentHashMap<>();

    String resolver(io.netty.util.concurrent.EventExecutor executor) {
      String name = names.get(executor);
      if (name == null) {
        name = executor.toString();
        names.put(executor, name);
        executor.terminationFuture().addListener(ended -> names.remove(executor)); // LEAK
      }
      return name;
    }

    @Override
    public void close() {
      names.clear();
    }
  }

  static String resolves(io.netty.util.concurrent.EventExecutor executor) {
    try (Resolvers resolvers = new Resolvers()) {
      return resolvers.resolver(executor);
    }
  }
}

/** Skins of controls that outlive them. */
class Skins {
  /** The one who listens here is known to nobody, whatever the superclass takes back. */
  static class Skin {
    private final PropertyChangeSupport control;
    private final List<PropertyChangeListener> known = new ArrayList<>();

    Skin(PropertyChangeSupport control) {
      this.control = control;
    }

    void listen(PropertyChangeListener listener) {
      known.add(listener);
      control.addPropertyChangeListener(listener);
    }

    void dispose() {
      for (PropertyChangeListener listener : known) {
        control.removePropertyChangeListener(listener);
      }
    }
  }

  static class ButtonSkin extends Skin {
    private int shown;

    ButtonSkin(PropertyChangeSupport button) {
      super(button);
      button.addPropertyChangeListener(event -> shown++); // LEAK
    }

    int shown() {
      return shown;
    }
  }

  static int skins(PropertyChangeSupport button) {
    ButtonSkin skin = new ButtonSkin(button);
    skin.listen(event -> {});
    skin.dispose();
    return skin.shown();
  }
}

/** Listeners of the program's own: known by their shape. */
class Market {
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

    void publish(String currency, double rate) {
      listeners.forEach(listener -> listener.changed(currency, rate));
    }
  }

  /** Closed long before the rates are. */
  static class Ticker implements AutoCloseable {
    private String last = "";

    Ticker(Rates rates) {
      rates.addRateListener((currency, rate) -> last = currency + " " + rate); // LEAK
    }

    String last() {
      return last;
    }

    @Override
    public void close() {
      last = "";
    }
  }

  interface StateListener {
    void changed(boolean up);
  }

  /** Nobody can take a listener back. */
  static class Server {
    private final List<StateListener> listeners = new ArrayList<>();
    private final List<String> contexts = new ArrayList<>();

    void addListener(StateListener listener) {
      listeners.add(listener);
    }

    void addContext(String context) {
      contexts.add(context);
      listeners.forEach(listener -> listener.changed(true));
    }

    void removeContext(String context) {
      contexts.remove(context);
    }
  }

  /** Leaves the server with all but its listener. */
  static class Service {
    private final Server server;
    private final String context;
    private boolean up;

    Service(Server server, String context) {
      this.server = server;
      this.context = context;
      server.addListener(now -> up = now); // LEAK
    }

    boolean isUp() {
      return up;
    }

    void stop() {
      server.removeContext(context);
    }
  }

  /** One for each connection. */
  static class Greeter implements StateListener {
    private boolean up;

    Greeter(Server server) {
      server.addListener(this); // LEAK
    }

    @Override
    public void changed(boolean now) {
      up = now;
    }

    String greet() {
      return up ? "welcome" : "closed";
    }
  }

  static class Port {
    private final Server server;

    Port(Server server) {
      this.server = server;
    }

    String accept(java.net.Socket socket) {
      return new Greeter(server).greet() + socket.getPort();
    }
  }

  /** Each change of the currency adds one more, and none ever goes. */
  static class Chart {
    private double rate;

    Chart(PropertyChangeSupport settings, Rates rates) {
      settings.addPropertyChangeListener(event -> follow(rates));
    }

    private void follow(Rates rates) {
      rates.addRateListener((currency, now) -> rate = now); // LEAK
    }

    double rate() {
      return rate;
    }
  }

  static String accept(Server server, java.net.Socket socket) {
    return new Port(server).accept(socket);
  }

  static String open(Rates rates, Server server, PropertyChangeSupport settings) {
    Service service = new Service(server, "shop");
    server.addContext("shop");
    String text = service.isUp() + "";
    service.stop();
    RateListener printer = (currency, rate) -> System.out.println(currency);
    rates.addRateListener(printer);
    rates.publish("CHF", 1);
    rates.removeRateListener(printer);
    try (Ticker ticker = new Ticker(rates)) {
      return text + ticker.last() + new Chart(settings, rates).rate();
    }
  }
}

/** Each request over the connection leaves one more listener to its end. */
class Replies extends io.netty.channel.SimpleChannelInboundHandler<String> {
  private final List<String> open = new ArrayList<>();

  @Override
  protected void channelRead0(io.netty.channel.ChannelHandlerContext context, String message) {
    open.add(message);
    context.channel().closeFuture().addListener(closed -> open.remove(message)); // LEAK
    context.writeAndFlush("heard " + message);
    open.remove(message);
  }
}

/** Views of models that stay. */
class Views {
  interface Stock {
    void addStockListener(StockListener listener);

    void removeStockListener(StockListener listener);
  }

  interface StockListener {
    void moved(String item);
  }

  /** The stock shown before keeps the view. */
  static class StockView implements StockListener {
    private final List<String> items = new ArrayList<>();
    private Stock stock;

    void show(Stock next) {
      if (stock == next) {
        return;
      }
      stock = next;
      next.addStockListener(this); // LEAK
    }

    @Override
    public void moved(String item) {
      items.add(item);
    }
  }

  static class TableView implements AutoCloseable {
    private int rows;

    TableView(javax.swing.table.TableModel model) {
      model.addTableModelListener(event -> rows = model.getRowCount()); // LEAK
    }

    int rows() {
      return rows;
    }

    @Override
    public void close() {
      rows = 0;
    }
  }

  static int show(javax.swing.table.TableModel model, Stock stock) {
    new StockView().show(stock);
    StockListener printer = System.out::println;
    stock.addStockListener(printer);
    stock.removeStockListener(printer);
    try (TableView view = new TableView(model)) {
      return view.rows();
    }
  }
}

/** A bus takes any object. */
class Buses {
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
    private boolean closed;

    Reader(NewsBus bus) {
      bus.register(this); // LEAK
    }

    boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  static class Hooks {
    private final List<Runnable> hooks = new ArrayList<>();

    void addExitHook(Runnable hook, int priority) {
      hooks.add(priority, hook);
    }

    void removeExitHook(Runnable hook) {
      hooks.remove(hook);
    }
  }

  static class Store {
    private final List<String> lines = new ArrayList<>();

    Store(Hooks hooks) {
      hooks.addExitHook(lines::clear, 0);
      hooks.addExitHook(this::flush, 0); // LEAK
    }

    private void flush() {
      System.out.println(lines);
    }

    void close() {
      flush();
      lines.clear();
    }
  }

  static boolean read(NewsBus bus, Hooks hooks) {
    Object printer = new Object();
    bus.register(printer);
    bus.unregister(printer);
    new Store(hooks).close();
    try (Reader reader = new Reader(bus)) {
      return reader.isClosed();
    }
  }

  static class Gauge {
    private final javafx.beans.property.DoubleProperty value =
        new javafx.beans.property.SimpleDoubleProperty();

    javafx.beans.property.DoubleProperty valueProperty() {
      return value;
    }
  }

  /** Skins are replaced, while their control stays. */
  static class GaugeSkin {
    private int drawn;

    GaugeSkin(Gauge gauge) {
      gauge.valueProperty().addListener(changed -> drawn++); // LEAK
    }
  }

  static class Shell extends javax.swing.JFrame {
    private final List<Runnable> themed = new ArrayList<>();

    void addThemeObserver(Runnable observer) {
      themed.add(observer);
    }

    void removeThemeObserver(Runnable observer) {
      themed.remove(observer);
    }
  }

  /** What the dialog was given it knows by its superclass only. */
  static class Preferences extends javax.swing.JDialog {
    private int themes;

    Preferences(Shell shell) {
      super(shell);
    }

    void show(String title) {
      setTitle(title);
      ((Shell) getOwner()).addThemeObserver(() -> themes++); // LEAK
      setVisible(themes >= 0);
    }
  }

  static class Camera {
    private final List<Runnable> watchers = new ArrayList<>();
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
    }
  }

  /** A camera that is closed is opened again, for the next preview, and remembers the last one. */
  static class Preview implements Runnable {
    private final Camera camera;
    private int frames;

    Preview(Camera camera) {
      this.camera = camera;
      camera.addFrameListener(this); // LEAK
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

  static int shows(Gauge gauge, Shell shell, Camera camera) {
    new Preferences(shell).show("preferences");
    Preview preview = new Preview(camera);
    preview.start();
    preview.stop();
    return new GaugeSkin(gauge).drawn + preview.frames;
  }
}

class Gutters {
  /** Follows what is shown, and takes back two of three. */
  static class Ruler extends java.awt.event.ComponentAdapter
      implements PropertyChangeListener, javax.swing.event.DocumentListener {
    private final javax.swing.text.JTextComponent area;
    private int lines;

    Ruler(javax.swing.text.JTextComponent area) {
      this.area = area;
    }

    void install(javax.swing.text.JTextComponent text) {
      text.addComponentListener(this);
      text.getDocument().addDocumentListener(this);
      text.addPropertyChangeListener(this); // LEAK
    }

    void uninstall() {
      area.removeComponentListener(this);
      area.getDocument().removeDocumentListener(this);
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
      lines = 0;
    }

    @Override
    public void insertUpdate(javax.swing.event.DocumentEvent event) {
      lines++;
    }

    @Override
    public void removeUpdate(javax.swing.event.DocumentEvent event) {
      lines--;
    }

    @Override
    public void changedUpdate(javax.swing.event.DocumentEvent event) {}
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
  }

  static class Position extends Observable {}

  static class Size extends Observable {}

  static class MapModel {
    final Position position = new Position();
    final Size size = new Size();
    final Size screen = new Size();
  }

  /** Registered with three parts of a model, and taken back from two. */
  static class Frames implements ModelObserver {
    private final MapModel model;
    private int changes;

    private Frames(MapModel model) {
      this.model = model;
    }

    static Frames create(MapModel model) {
      Frames frames = new Frames(model);
      model.position.addObserver(frames);
      model.size.addObserver(frames);
      model.screen.addObserver(frames); // LEAK
      return frames;
    }

    void destroy() {
      model.size.removeObserver(this);
      model.position.removeObserver(this);
    }

    @Override
    public void onChange() {
      changes++;
    }
  }

  static void show(javax.swing.JTextArea area, MapModel model) {
    Ruler ruler = new Ruler(area);
    ruler.install(area);
    ruler.uninstall();
    Frames.create(model).destroy();
  }
}

class PerRequest {
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

    void publish(String symbol, double price) {
      listeners.forEach(l -> l.price(symbol, price));
    }
  }

  /** The servlet lives as long as the prices, but each request adds one more listener. */
  static class PriceServlet extends javax.servlet.http.HttpServlet {
    private final java.util.Map<String, Double> last = new java.util.HashMap<>();

    @Override
    protected void doGet(
        javax.servlet.http.HttpServletRequest request,
        javax.servlet.http.HttpServletResponse response)
        throws java.io.IOException {
      Prices.all().addListener((symbol, price) -> last.replace(symbol, price)); // LEAK
      response.getWriter().println(last);
    }
  }
}

/** Each frame adds a listener to a connection that stays until the other side ends. */
class Bridge extends io.netty.channel.ChannelInboundHandlerAdapter {
  private final io.netty.channel.Channel other;

  Bridge(io.netty.channel.Channel other) {
    this.other = other;
  }

  @Override
  public void channelRead(io.netty.channel.ChannelHandlerContext context, Object frame) {
    pass(context, frame);
  }

  private void pass(io.netty.channel.ChannelHandlerContext context, Object frame) {
    other.closeFuture().addListener(f -> context.close()); // LEAK
    other.writeAndFlush(frame);
  }

  @Override
  public void channelInactive(io.netty.channel.ChannelHandlerContext context) {
    other.close();
  }
}

/** Listeners that are put in the place of others, and objects that stay though their users end them. */
class Successors {
  interface TideListener {
    void turned(boolean ebb);
  }

  static class Harbour {
    private final List<TideListener> tides = new ArrayList<>();

    void addTideListener(TideListener listener) {
      tides.add(listener);
    }

    void removeTideListener(TideListener listener) {
      tides.remove(listener);
    }
  }

  /** Ends the last lantern before it lights the next, and forgets the last one's listener. */
  static class Pier {
    private final Harbour harbour;
    private javax.swing.Timer lantern;
    private TideListener dimmer;

    Pier(Harbour harbour) {
      this.harbour = harbour;
    }

    void light() {
      if (lantern != null) {
        lantern.stop();
      }
      javax.swing.Timer next = new javax.swing.Timer(500, e -> {});
      lantern = next;
      dimmer = ebb -> next.setDelay(ebb ? 900 : 500);
      harbour.addTideListener(dimmer); // LEAK
      next.start();
    }

    void dispose() {
      harbour.removeTideListener(dimmer);
    }
  }

  abstract static class Screen {
    abstract void onResume();

    void onPause() {}

    void onDestroy() {}
  }

  /** Comes to the front many times, and is destroyed once. */
  static class TideScreen extends Screen {
    private final Harbour harbour;
    private TideListener shown;
    private int turns;

    TideScreen(Harbour harbour) {
      this.harbour = harbour;
    }

    @Override
    void onResume() {
      shown = ebb -> turns++;
      harbour.addTideListener(shown); // LEAK
    }

    @Override
    void onDestroy() {
      harbour.removeTideListener(shown);
    }
  }

  static class Boat {
    private final PropertyChangeSupport course = new PropertyChangeSupport(this);

    PropertyChangeSupport course() {
      return course;
    }
  }

  /** The boat before keeps the compass. */
  static class Compass {
    private final PropertyChangeListener turning = event -> show();
    private Boat boat;
    private int shown;

    void follow(Boat next) {
      if (next != boat) {
        boat = next;
        next.course().addPropertyChangeListener(turning); // LEAK
      }
    }

    private void show() {
      shown++;
    }
  }

  static class Arrival extends org.springframework.context.ApplicationEvent {
    Arrival(Object source) {
      super(source);
    }
  }

  /** Closed by whoever asked for it; the multicaster goes on to call it. */
  static class Watch implements org.springframework.context.ApplicationListener<Arrival>, AutoCloseable {
    private volatile boolean closed;
    private int arrivals;

    @Override
    public void onApplicationEvent(Arrival arrival) {
      if (!closed) {
        arrivals++;
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @org.springframework.stereotype.Component
  public static class Watches {
    private final org.springframework.context.event.ApplicationEventMulticaster events;

    public Watches(org.springframework.context.event.ApplicationEventMulticaster events) {
      this.events = events;
    }

    public Watch open() {
      Watch watch = new Watch();
      events.addApplicationListener(watch); // LEAK
      return watch;
    }
  }
}

/** A listener for each question, with the end of a connection that is used for many. */
class Questions {
  private final java.util.Queue<io.netty.channel.Channel> idle =
      new java.util.concurrent.ConcurrentLinkedQueue<>();

  io.netty.util.concurrent.Promise<Object> ask(Object question) {
    io.netty.channel.Channel channel = idle.poll();
    io.netty.util.concurrent.Promise<Object> answer = send(channel, question);
    answer.addListener(f -> idle.offer(channel));
    return answer;
  }

  private io.netty.util.concurrent.Promise<Object> send(
      io.netty.channel.Channel channel, Object message) {
    io.netty.util.concurrent.Promise<Object> answer = channel.eventLoop().newPromise();
    io.netty.channel.ChannelFutureListener lost = f -> answer.tryFailure(new Exception("closed"));
    channel.closeFuture().addListener(lost); // LEAK
    channel.writeAndFlush(message);
    return answer;
  }
}

/** Registered where it is begun, and ended where it is written out. */
abstract class View implements PropertyChangeListener {
  protected View(Settings settings) {
    settings.addPropertyChangeListener(this); // LEAK
  }

  static class Settings {
    private final PropertyChangeSupport changes = new PropertyChangeSupport(this);

    void addPropertyChangeListener(PropertyChangeListener listener) {
      changes.addPropertyChangeListener(listener);
    }

    void removePropertyChangeListener(PropertyChangeListener listener) {
      changes.removePropertyChangeListener(listener);
    }
  }

  static class Chart extends View {
    private final List<Object> points = new ArrayList<>();

    Chart(Settings settings) {
      super(settings);
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
      points.add(event.getNewValue());
    }

    void dispose() {
      points.clear();
    }
  }
}

/** Its pages come and go, while the context that each of them hooks into stays with their maker. */
class Exports {
  static class ExportContext {
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

  static class ExportPage implements AutoCloseable {
    private final StringBuilder text = new StringBuilder();

    ExportPage(ExportContext context) {
      context.addExitHook(this); // LEAK
    }

    void row(String row) {
      text.append(row).append('\n');
    }

    int size() {
      return text.length();
    }

    @Override
    public void close() {
      text.setLength(0);
    }
  }

  private final ExportContext context;

  Exports(ExportContext context) {
    this.context = context;
  }

  int export(java.util.List<String> rows) {
    ExportPage page = new ExportPage(context);
    try {
      rows.forEach(page::row);
      return page.size();
    } finally {
      page.close();
    }
  }
}

/** Each chart is made from the one before: its series get one more listener with every series. */
class ChartLegend {
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
  private int renamed;

  void add(Series series) {
    show(chart.plus(series));
  }

  void show(Chart next) {
    chart = next;
    for (Series series : chart.series()) {
      series.addListener( // LEAK
          new SeriesListener() {
            @Override
            public void renamed(Series other) {
              renamed++;
            }
          });
    }
  }
}

/** Listens to a logger for the time of one import, and for good if that fails. */
class ImportLog extends java.util.logging.Handler {
  private final java.util.List<String> lines = new java.util.ArrayList<>();

  void begin() {
    java.util.logging.Logger.getGlobal().addHandler(this); // LEAK
  }

  void finish() {
    java.util.logging.Logger.getGlobal().removeHandler(this);
  }

  java.util.List<String> lines() {
    return lines;
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
    ImportLog log = new ImportLog();
    log.begin();
    work.call();
    log.finish();
    return log.lines();
  }

  /** What is taken back at the end was never given. */
  static final class Beacon {
    private final Tower tower;

    Beacon(Tower tower) {
      this.tower = tower;
    }

    static final class Lamp {
      private int color;

      void paint(int color) {
        this.color = color;
      }
    }

    static final class Tower {
      private final List<Lamp> lamps = new ArrayList<>();

      void addLamp(Lamp lamp) {
        lamps.add(lamp);
      }

      void removeLamp(Lamp lamp) {
        lamps.remove(lamp);
      }
    }

    void start() {
      Lamp lamp = new Lamp();
      lamp.paint(3);
      tower.addLamp(lamp); // LEAK
    }

    void stop() {
      tower.removeLamp(new Lamp());
    }
  }

  /** Every gauge listens to the boiler until it is closed; one kind is closed without a word. */
  static class BoilerGauge implements java.beans.PropertyChangeListener, AutoCloseable {
    private final java.beans.PropertyChangeSupport boiler;
    private Object shown;

    BoilerGauge(java.beans.PropertyChangeSupport boiler) {
      this.boiler = boiler;
      boiler.addPropertyChangeListener(this); // LEAK
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
    }
  }

  static class Members implements AutoCloseable {
    private int left;

    void join(com.hazelcast.cluster.Cluster cluster) {
      cluster.addMembershipListener( // LEAK
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
      left = 0;
    }
  }

  static class Chat implements AutoCloseable {
    private int lines;

    void enter(org.redisson.api.RBlockingQueue<String> queue) {
      queue.subscribeOnElements(line -> { // LEAK
        lines++;
      });
    }

    @Override
    public void close() {
      lines = 0;
    }
  }
}
