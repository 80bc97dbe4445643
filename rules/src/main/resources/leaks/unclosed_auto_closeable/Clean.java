package unclosed_auto_closeable;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;
import jakarta.activation.DataHandler;
import java.io.Closeable;
import java.io.RandomAccessFile;
import java.io.FileReader;
import java.io.BufferedReader;
import java.io.DataInputStream;
import org.apache.http.util.EntityUtils;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import java.util.Arrays;
import java.net.Socket;
import java.io.OutputStream;
import java.io.FileOutputStream;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.StringWriter;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.io.input.CharSequenceReader;
import org.apache.commons.io.output.StringBuilderWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

public class Clean {

  /** A resource of the user's own: keeps its log open. */
  static class Session implements AutoCloseable {
    private final FileWriter log;

    Session(File file) throws IOException {
      log = new FileWriter(file);
    }

    int run(String command) throws IOException {
      log.write(command);
      return command.length();
    }

    Session with(String option) {
      System.out.println(option);
      return this;
    }

    @Override
    public void close() throws IOException {
      log.close();
    }
  }

  /** Closing the transaction closes the session. */
  static final class Transaction implements AutoCloseable {
    private final Session session;

    Transaction(Session session) {
      this.session = session;
    }

    @Override
    public void close() throws IOException {
      session.close();
    }
  }

  /** Keeps what it is given and closes it. */
  static final class Pool implements AutoCloseable {
    private final Deque<Session> idle = new ArrayDeque<>();

    void give(Session session) {
      idle.push(session);
    }

    @Override
    public void close() throws IOException {
      while (!idle.isEmpty()) {
        idle.pop().close();
      }
    }
  }

  /** Has a close() that frees nothing. */
  static final class Counter implements AutoCloseable {
    private int count;

    int next() {
      return ++count;
    }

    @Override
    public void close() {
      count = 0;
    }
  }

  public static int tryWithResources(File file) throws IOException {
    try (Session session = new Session(file)) {
      return session.run("ls");
    }
  }

  public static int fluent(File file) throws IOException {
    try (Session session = new Session(file).with("colour").with("sound")) {
      return session.run("ls");
    }
  }

  public static int closedThroughTheOuter(File file) throws IOException {
    Session session = new Session(file);
    try (Transaction transaction = new Transaction(session)) {
      return session.run("ls");
    }
  }

  public static int nothingToFree() {
    return new Counter().next();
  }

  public static AutoCloseable returned(File file, boolean nested) throws IOException {
    Session session = new Session(file);
    return nested ? new Transaction(session) : session;
  }

  public static void handedToAPool(Pool pool, File file) throws IOException {
    pool.give(new Session(file));
  }

  public static Optional<Session> inAnOptional(File file) throws IOException {
    return Optional.of(new Session(file));
  }

  public static List<Session> inAList(File[] files) throws IOException {
    List<Session> sessions = new ArrayList<>();
    for (File file : files) {
      sessions.add(new Session(file));
    }
    return sessions;
  }

  public static void inAMap(Map<File, Session> sessions, File file) throws IOException {
    sessions.put(file, new Session(file));
  }

  public static void asAPromise(CompletableFuture<Session> promise, File file) throws IOException {
    promise.complete(new Session(file));
  }

  public static AutoCloseable lambda(List<String> log) {
    return () -> log.add("closed");
  }

  public static int pool() {
    return ForkJoinPool.commonPool().getParallelism();
  }

  public static void container(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().println(request.getReader().readLine());
  }

  public static Map<?, ?> takenByJackson(File file, ObjectMapper mapper) throws IOException {
    return mapper.readValue(new FileInputStream(file), Map.class);
  }

  public static String memory(ObjectMapper mapper, byte[] bytes) throws IOException {
    StringWriter text = new StringWriter();
    JsonGenerator json = mapper.getFactory().createGenerator(text);
    json.writeObject(mapper.readTree(new ByteArrayInputStream(bytes)));
    json.flush();
    StringBuilderWriter copy = new StringBuilderWriter();
    copy.append((char) new CharSequenceReader(text.toString()).read());
    return copy.toString();
  }

  public static Directory memoryIndex() throws IOException {
    Directory directory = new ByteBuffersDirectory();
    directory.syncMetaData();
    return null;
  }

  /** A getter's result belongs to the object that has it, though what is made of it is closed. */
  static final class Shelf {
    private final Box box;

    Shelf(Box box) {
      this.box = box;
    }

    Box box() {
      return box;
    }
  }

  static void looked(Shelf shelf) throws IOException {
    View view = new View(shelf.box());
    view.show();
    view.close();
  }

  static final class View {
    private final Box box;

    View(Box box) {
      this.box = box;
    }

    void show() throws IOException {
      box.open();
    }

    void close() {
      // the box stays as it is
    }
  }

  interface Box extends AutoCloseable {
    void open() throws IOException;

    @Override
    void close() throws IOException;
  }

  enum Level {
    LOW,
    HIGH
  }

  /** The values of an enum are a cloned array, and cloning an array never throws. */
  static Level levelOf(Box box, int number) throws IOException {
    Level level = Level.values()[number];
    box.close();
    return level;
  }

  @interface Owning {}

  @interface NotOwning {}

  @interface MustCallAlias {}

  /** What the body does not show, annotations say. */
  interface Registry {
    void keep(@Owning FileInputStream in);

    @NotOwning
    FileInputStream current();

    FileInputStream limited(@MustCallAlias FileInputStream in);
  }

  public static void takenOver(Registry registry, String file) throws IOException {
    FileInputStream in = new FileInputStream(file);
    registry.keep(in);
  }

  public static int lent(Registry registry) throws IOException {
    FileInputStream in = registry.current();
    return in.read();
  }

  public static int closedThroughItsAlias(Registry registry, String file) throws IOException {
    try (FileInputStream in = registry.limited(new FileInputStream(file))) {
      return in.read();
    }
  }

  interface Boxes {
    Box allocate();
  }

  /** All that were allocated are closed in a loop. */
  static void manyClosed(Boxes boxes, int count) throws IOException {
    Box[] open = new Box[count];
    try {
      for (int i = 0; i < count; i++) {
        Box box = boxes.allocate();
        open[i] = box;
        box.open();
      }
    } finally {
      for (int i = 0; i < open.length; i++) {
        if (open[i] == null) {
          break;
        }
        open[i].close();
      }
    }
  }

  /** A document keeps its parts; who writes one closes what writes it, not the part. */
  static final class Document implements AutoCloseable {
    private final List<Part> parts = new ArrayList<>();
    private final File folder;

    Document(File folder) {
      this.folder = folder;
    }

    Part newPart(String name) {
      Part part = new Part(new File(folder, name));
      parts.add(part);
      return part;
    }

    @Override
    public void close() throws IOException {
      for (Part part : parts) {
        part.close();
      }
    }
  }

  static final class Part implements AutoCloseable {
    private final File file;
    private FileWriter current;

    Part(File file) {
      this.file = file;
    }

    PartWriter write() throws IOException {
      current = new FileWriter(file);
      return new PartWriter(this);
    }

    void end() throws IOException {
      current.flush();
    }

    @Override
    public void close() throws IOException {
      if (current != null) {
        current.close();
      }
    }
  }

  static final class PartWriter implements AutoCloseable {
    private final Part part;

    PartWriter(Part part) {
      this.part = part;
    }

    void print(String text) throws IOException {
      part.current.write(text);
    }

    @Override
    public void close() throws IOException {
      part.end();
    }
  }

  static Part title(Document document, String text) throws IOException {
    Part part = document.newPart("title");
    try (PartWriter writer = part.write()) {
      writer.print(text);
    }
    return part;
  }

  /** What a getter returned is only checked and cast before it is in hand. */
  static final class Drawer extends Shelves {
    void open(String key) throws IOException {
      System.out.println(key);
    }
  }

  static class Shelves implements Box {
    @Override
    public void open() throws IOException {
      throw new IOException("locked");
    }

    @Override
    public void close() throws IOException {
      System.out.flush();
    }
  }

  static Shelves checked(Box box) throws IOException {
    if (box instanceof Shelves) {
      return (Shelves) box;
    }
    throw new IOException("not ours: " + box);
  }

  static void opened(Shelf shelf) throws IOException {
    try (Drawer drawer = (Drawer) checked(shelf.box())) {
      drawer.open("a");
    }
  }

  /** From here on the channel is in charge, says a flag. */
  static final class Channel {
    private boolean broken;

    void send(FileInputStream in) throws IOException {
      if (broken) {
        throw new IOException("broken");
      }
      broken = in.read() < 0;
      System.out.println(in.getChannel());
    }

    void ready() throws IOException {
      System.in.read();
    }
  }

  static void sent(Channel channel, File file) throws IOException {
    send(channel, new FileInputStream(file));
  }

  private static void send(Channel channel, FileInputStream in) throws IOException {
    boolean ours = true;
    try {
      channel.ready();
      ours = false;
      channel.send(in);
    } finally {
      if (ours) {
        in.close();
      }
    }
  }

  /** Holds a file once it was given the name of one. */
  static final class Options implements AutoCloseable {
    private FileInputStream picture = null;
    private int page;

    void setPicture(File file) throws IOException {
      picture = new FileInputStream(file);
    }

    void setPage(int number) {
      page = number;
    }

    int page() {
      return page;
    }

    @Override
    public void close() throws IOException {
      if (picture != null) {
        picture.close();
      }
    }
  }

  static int signed(int page) {
    Options options = new Options();
    options.setPage(page);
    return sign(options);
  }

  private static int sign(Options options) {
    return options.page() + 1;
  }

  /** Where it cannot be connected there is nothing to close. */
  static final class Link implements AutoCloseable {
    private final File target;
    private FileWriter writer;

    Link(File target) {
      this.target = target;
    }

    void connect() throws IOException {
      writer = new FileWriter(target);
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  static Link connected(File target) throws IOException {
    Link link = new Link(target);
    link.connect();
    return link;
  }

  /** A view of what somebody else has. */
  static final class Facade implements AutoCloseable {
    private final Library library;

    Facade(Library library) {
      this.library = library;
    }

    int parts() {
      return library.parts.size();
    }

    @Override
    public void close() throws IOException {
      endQuietly(library.first());
    }

    private static void endQuietly(Part part) throws IOException {
      part.close();
    }
  }

  static final class Library {
    private final List<Part> parts = new ArrayList<>();

    Part first() {
      return parts.get(0);
    }
  }

  static int parts(Library library) {
    return new Facade(library).parts();
  }

  /** Opens when the server that it is added to starts. */
  static SslContextFactory.Server secured(boolean wanted) {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    if (!wanted) {
      return null;
    }
    factory.setNeedClientAuth(true);
    return factory;
  }

  static Object unpacked(Blob blob) throws SQLException, IOException, ClassNotFoundException {
    try {
      InputStream bytes = blob.getBinaryStream(); // NOISE: the stream of a blob that is freed
      try (ObjectInputStream in = new ObjectInputStream(bytes)) {
        return in.readObject();
      }
    } finally {
      blob.free();
    }
  }

  /** Ends itself where it cannot be set up. */
  static final class Talk implements AutoCloseable {
    private Socket socket;

    void connect(String host) throws IOException {
      try {
        socket = new Socket(host, 7);
        socket.getOutputStream().write(1);
      } catch (IOException e) {
        disconnect();
        throw e;
      }
    }

    void disconnect() {
      try {
        if (socket != null) {
          socket.close();
        }
      } catch (IOException e) {
        socket = null;
      }
    }

    @Override
    public void close() {
      disconnect();
    }
  }

  static Talk connected(String host) throws IOException {
    Talk talk = new Talk();
    talk.connect(host);
    return talk;
  }

  static boolean isThere(String host) throws IOException {
    Talk talk = new Talk();
    talk.connect(host);
    talk.disconnect();
    return true;
  }

  /** A buffer that may spill into a file, and one that never does. */
  abstract static class Spill implements AutoCloseable {
    private OutputStream spilled;

    void spill(byte[] bytes) throws IOException {
      spilled = openSpill();
      spilled.write(bytes);
    }

    abstract OutputStream openSpill() throws IOException;

    @Override
    public void close() throws IOException {
      if (spilled != null) {
        spilled.close();
      }
    }
  }

  static final class Small extends Spill {
    @Override
    OutputStream openSpill() throws IOException {
      throw new IOException("too much");
    }
  }

  static final class Large extends Spill {
    @Override
    OutputStream openSpill() throws IOException {
      return new FileOutputStream("spilled");
    }
  }

  static int sizeOf(byte[] bytes) throws IOException {
    Small small = new Small();
    small.spill(bytes);
    return bytes.length;
  }

  interface Tokens extends AutoCloseable {
    String next() throws IOException;

    @Override
    void close() throws IOException;
  }

  static final class Words implements Tokens {
    private final BufferedReader in;

    Words(String file) throws IOException {
      in = new BufferedReader(new FileReader(file));
    }

    @Override
    public String next() throws IOException {
      return in.readLine();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** One after the other, flat. */
  static final class Joined implements Tokens {
    private final Tokens[] parts;
    private int at;

    private Joined(Tokens[] parts) {
      this.parts = parts;
    }

    static Joined of(Tokens first, Tokens second) {
      if (!(first instanceof Joined || second instanceof Joined)) {
        return new Joined(new Tokens[] {first, second});
      }
      List<Tokens> all = new ArrayList<>();
      flatten(first, all);
      flatten(second, all);
      return new Joined(all.toArray(new Tokens[0]));
    }

    private static void flatten(Tokens tokens, List<Tokens> all) {
      if (tokens instanceof Joined) {
        all.addAll(Arrays.asList(((Joined) tokens).parts));
      } else {
        all.add(tokens);
      }
    }

    @Override
    public String next() throws IOException {
      String next = parts[at].next();
      at += next == null ? 1 : 0;
      return next;
    }

    @Override
    public void close() throws IOException {
      for (Tokens part : parts) {
        part.close();
      }
    }
  }

  /** Both belong to the caller, and so does what joins them. */
  static String second(Tokens first, Tokens second) throws IOException {
    Tokens tokens = Joined.of(first, second);
    tokens.next();
    return tokens.next();
  }

  /** Closes all that was ever asked of it. */
  static final class Stores implements AutoCloseable {
    private final List<FileOutputStream> all = new ArrayList<>();

    FileOutputStream store(String name) throws IOException {
      FileOutputStream store = new FileOutputStream(name);
      all.add(store);
      return store;
    }

    @Override
    public void close() throws IOException {
      for (FileOutputStream store : all) {
        store.close();
      }
    }
  }

  static final class Graph implements AutoCloseable {
    private final FileOutputStream nodes;

    Graph(Stores stores) throws IOException {
      nodes = stores.store("nodes");
    }

    void add(int node) throws IOException {
      nodes.write(node);
    }

    @Override
    public void close() throws IOException {
      nodes.close();
    }
  }

  static void build(Stores stores) throws IOException {
    Graph graph = new Graph(stores); // NOISE: what it opens belongs to the stores, which close it
    graph.add(1);
  }

  /** Holds nothing before something is written to it. */
  static final class Scratch implements AutoCloseable {
    private FileOutputStream file;

    void write(int next) throws IOException {
      if (file == null) {
        file = new FileOutputStream("scratch");
      }
      file.write(next);
    }

    @Override
    public void close() throws IOException {
      if (file != null) {
        file.close();
      }
    }
  }

  private static Scratch scratch(boolean wide) {
    return wide ? new Scratch() : new Scratch();
  }

  static boolean unused(boolean wide) {
    Scratch scratch = scratch(wide); // NOISE: nothing is written, but a factory made it
    return scratch.hashCode() == 0;
  }

  static String firstLine(HttpClient client, HttpGet get) throws IOException {
    HttpResponse answer = client.execute(get);
    try {
      DataInputStream in = contentOf(answer); // NOISE: consuming the entity closes its content
      String line = in.readUTF();
      in.close();
      return line;
    } finally {
      EntityUtils.consumeQuietly(answer.getEntity());
    }
  }

  private static DataInputStream contentOf(HttpResponse answer) throws IOException {
    return new DataInputStream(answer.getEntity().getContent());
  }

  /** Holds a socket once it is bound to one, which until then is its caller's. */
  static class Line implements AutoCloseable {
    private final AtomicReference<Socket> socket = new AtomicReference<>();

    void bind(Socket other) throws IOException {
      socket.set(other);
      other.setTcpNoDelay(true);
    }

    @Override
    public void close() throws IOException {
      Socket open = socket.getAndSet(null);
      if (open != null) {
        open.close();
      }
    }
  }

  static final class NamedLine extends Line {
    private final String name;

    NamedLine(String name) {
      this.name = name;
    }

    @Override
    public void close() throws IOException {
      System.getLogger(name).log(System.Logger.Level.DEBUG, "closing");
      super.close();
    }
  }

  static NamedLine bound(String name, Socket socket) throws IOException {
    NamedLine line = new NamedLine(name);
    if (socket != null) {
      line.bind(socket);
    }
    return line;
  }

  /** An executor has no thread before it has a task. */
  static final class Refresher implements AutoCloseable {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    void start(File keys) throws IOException {
      if (!keys.exists()) {
        throw new IOException("no keys");
      }
      executor.scheduleAtFixedRate(keys::length, 1, 1, TimeUnit.HOURS);
    }

    @Override
    public void close() {
      executor.shutdown();
    }
  }

  static Refresher started(File keys) throws IOException {
    Refresher refresher = new Refresher();
    refresher.start(keys);
    return refresher;
  }

  /** What some implementations of an interface need, others leave to its default. */
  interface Keys extends AutoCloseable {
    void load(File file) throws IOException;

    @Override
    default void close() {}
  }

  static final class FileKeys implements Keys {
    private String first;

    @Override
    public void load(File file) throws IOException {
      first = java.nio.file.Files.readString(file.toPath());
    }
  }

  static int size(File file) throws IOException {
    FileKeys keys = new FileKeys();
    keys.load(file);
    return keys.first.length();
  }

  /** Closing what closes nothing frees nothing. */
  interface Engines extends AutoCloseable {
    String named(String name);
  }

  static final class NamedEngines implements Engines {
    private Map<String, String> names = Map.of();

    @Override
    public String named(String name) {
      return names.get(name);
    }

    @Override
    public void close() {
      names = null;
    }
  }

  static final class EngineRoom implements AutoCloseable {
    private Engines engines;

    String named(String name) {
      engines = new NamedEngines();
      return engines.named(name);
    }

    @Override
    public void close() {
      closeQuietly(engines);
    }
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      System.getLogger("engines").log(System.Logger.Level.DEBUG, "not closed", e);
    }
  }

  static String engine(String name) {
    EngineRoom room = new EngineRoom();
    return room.named(name);
  }

  /** What wraps it sets it going, and nothing fails once it does. */
  static final class Watch implements AutoCloseable {
    private final Refresher refresher;

    Watch(Refresher refresher) {
      this.refresher = refresher;
    }

    void begin(File keys) throws IOException {
      refresher.start(keys);
    }

    @Override
    public void close() {
      refresher.close();
    }
  }

  static Watch watching(File keys) throws IOException {
    Refresher refresher = new Refresher();
    Watch watch = new Watch(refresher);
    watch.begin(keys);
    return watch;
  }

  /** Somebody else's content; it knows whether there is any. */
  interface Content {
    boolean isEmpty();

    InputStream getInputStream() throws IOException;
  }

  static int first(Content content) throws IOException {
    InputStream in = content.isEmpty() ? null : content.getInputStream();
    if (in == null) {
      return -1;
    }
    try {
      return in.read();
    } finally {
      in.close();
    }
  }

  static byte[] photo(Blob blob) throws IOException, SQLException {
    try (InputStream in = blob.getBinaryStream()) {
      return in.readAllBytes();
    }
  }

  /** Whoever gets it closes it. */
  static InputStream body(DataHandler handler) throws IOException {
    return handler.getInputStream();
  }

  /** What lies in memory needs no close(). */
  static int head(Blob blob) throws IOException, SQLException {
    InputStream in = blob.getBinaryStream();
    if (in instanceof ByteArrayInputStream && blob.length() == 0) {
      return -1;
    }
    try {
      return in.read();
    } finally {
      in.close();
    }
  }

  /** One object for all, which the last of them closes. */
  static final class Terminal {
    private boolean open = true;

    String ask(String question) {
      return open ? question : "";
    }

    void close() {
      open = false;
    }
  }

  static final class Terminals {
    private Terminal shared;

    Terminal connect(String host) {
      if (shared == null) {
        shared = new Terminal();
      }
      return shared;
    }
  }

  static String version(Terminals terminals) {
    return terminals.connect("build").ask("version");
  }

  static void last(Terminals terminals) {
    Terminal terminal = terminals.connect("build");
    try {
      terminal.ask("bye");
    } finally {
      terminal.close();
    }
  }

  /** One caller closes it, most do not: nothing says that it must be closed. */
  interface Cursor {
    String next();

    void close();
  }

  interface Table {
    Cursor rows(String name);
  }

  static String first(Table table) {
    return table.rows("users").next();
  }

  static String second(Table table) {
    Cursor rows = table.rows("users");
    rows.next();
    return rows.next();
  }

  static String third(Table table) {
    Cursor rows = table.rows("groups");
    return rows.next() + rows.next() + rows.next();
  }

  static String only(Table table) {
    Cursor rows = table.rows("groups");
    try {
      return rows.next();
    } finally {
      rows.close();
    }
  }

  /** A part of what is opened and ended itself. */
  interface Exchange {
    InputStream getInputStream() throws IOException;
  }

  interface Peer {
    InputStream getInputStream() throws IOException;

    void disconnect();
  }

  static int bodyOf(Exchange exchange) throws IOException {
    return exchange.getInputStream().read();
  }

  static int heard(Peer peer) throws IOException {
    return peer.getInputStream().read();
  }

  /** Who makes one gives it to somebody, or ends it. */
  static final class Modem {
    native int dial();

    native void disconnect();
  }

  static int dial(String number) {
    Modem modem = new Modem();
    try {
      return modem.dial() + number.length();
    } finally {
      modem.disconnect();
    }
  }

  static int checked(String number) {
    Modem modem = new Modem();
    try {
      return modem.dial() - number.length();
    } finally {
      modem.disconnect();
    }
  }

  static Modem dialled() {
    Modem modem = new Modem();
    modem.dial();
    return modem;
  }

  static void dialled(Deque<Modem> modems) {
    Modem modem = new Modem();
    modem.dial();
    modems.add(modem);
  }

  /** An end that frees nothing, whoever calls it. */
  static final class Span {
    private final long start = System.nanoTime();
    private long end;

    void terminate() {
      end = System.nanoTime();
    }

    long length() {
      return (end == 0 ? System.nanoTime() : end) - start;
    }
  }

  static long timed(Runnable task) {
    Span span = new Span();
    try {
      task.run();
    } finally {
      span.terminate();
    }
    return span.length();
  }

  static long timedTwice(Runnable task) {
    Span span = new Span();
    try {
      task.run();
      task.run();
    } finally {
      span.terminate();
    }
    return span.length() / 2;
  }

  static boolean waits(java.util.function.BooleanSupplier done) {
    Span span = new Span();
    while (!done.getAsBoolean()) {
      if (span.length() > 1000) {
        return false;
      }
    }
    return true;
  }

  static class Index {
    final RandomAccessFile file;

    Index(File path) throws IOException {
      file = new RandomAccessFile(path, "r");
    }

    void shut() throws IOException {
      file.close();
    }
  }

  static final class SortedIndex extends Index implements Closeable {
    SortedIndex(File path) throws IOException {
      super(path);
    }

    @Override
    public void close() throws IOException {
      shut();
    }
  }

  /** What {@code close()} leaves all its work to does as well. */
  static long entries(File path) throws IOException {
    Index index = new SortedIndex(path);
    try {
      return index.file.length() / 16;
    } finally {
      index.shut();
    }
  }

  /** A counter of the object's own tells nobody anything. */
  static final class Visits implements AutoCloseable {
    private final AtomicInteger open = new AtomicInteger();

    Visits enter() {
      open.incrementAndGet();
      return this;
    }

    int count() {
      return open.get();
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }

  static int visits() {
    return new Visits().enter().count();
  }

  /** All that it closes is over memory. */
  static final class Transcript implements AutoCloseable {
    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);

    void say(String line) {
      out.println(line);
    }

    @Override
    public String toString() {
      out.flush();
      return text.toString();
    }

    @Override
    public void close() {
      out.close();
    }
  }

  static String transcript(String... lines) {
    Transcript transcript = new Transcript();
    for (String line : lines) {
      transcript.say(line);
    }
    return transcript.toString();
  }

  /** What a condition on the log decides about here is something else than who closes. */
  static final class Relay {
    private static final System.Logger LOG = System.getLogger("relay");

    /** Read to be logged, and replaced by what was read. */
    static InputStream shown(InputStream body) throws IOException {
      if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
        byte[] bytes = body.readAllBytes();
        LOG.log(System.Logger.Level.DEBUG, bytes.length + " bytes");
        body.close();
        return new ByteArrayInputStream(bytes);
      }
      return body;
    }

    static void hangUp(Socket peer) throws IOException {
      if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
        LOG.log(System.Logger.Level.DEBUG, "hanging up on " + peer);
      }
      peer.close();
    }

    /** Both ways end it, one with more words. */
    static void refuse(Socket peer, Exception why) throws IOException {
      if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
        LOG.log(System.Logger.Level.DEBUG, "refused", why);
        peer.close();
      } else {
        peer.close();
      }
    }

    /** Made for the log. */
    static void dump(byte[] bytes, File file) throws IOException {
      if (LOG.isLoggable(System.Logger.Level.TRACE)) {
        FileOutputStream out = new FileOutputStream(file);
        try {
          out.write(bytes);
        } finally {
          out.close();
        }
      }
    }
  }

  /** Opened once and kept: who asks for one gets what others get, too. */
  static final class Tracks {
    private final List<InputStream> open = new ArrayList<>();

    Tracks(InputStream... given) {
      open.addAll(Arrays.asList(given));
    }

    private List<InputStream> all() {
      return open;
    }

    private InputStream openTrack(int number) {
      return all().get(number);
    }

    int first(int number) throws IOException {
      return openTrack(number).read();
    }
  }
}
