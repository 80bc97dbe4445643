package unclosed_auto_closeable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.HashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.net.Socket;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.Part;
import java.util.concurrent.atomic.AtomicInteger;
import java.sql.SQLException;
import java.sql.Blob;
import java.net.URL;
import jakarta.activation.URLDataSource;
import jakarta.activation.DataSource;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.zip.GZIPOutputStream;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import javax.tools.JavaFileManager;
import javax.tools.ToolProvider;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.pdfbox.Loader;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

public class Leaks {

  static int firstByteOfPart(Part part) throws IOException {
    return part.getInputStream().read(); // LEAK
  }

  /** A resource of the user's own: keeps its log open. */
  static class Session implements AutoCloseable {
    private final FileWriter log;

    Session(File file) throws IOException {
      log = new FileWriter(file);
    }

    static Session start(String path) throws IOException {
      return new Session(new File(path));
    }

    int run(String command) throws IOException {
      log.write(command);
      return command.length();
    }

    @Override
    public void close() throws IOException {
      log.close();
    }
  }

  /** Closing the transaction closes the session. */
  static final class Transaction implements Closeable {
    private final Session session;

    Transaction(Session session) {
      this.session = session;
    }

    @Override
    public void close() throws IOException {
      session.close();
    }
  }

  static final class Remote extends Session {
    Remote(String host) throws IOException {
      super(new File(host));
    }
  }

  /** A permit is a resource without a file. */
  static final class Permit implements AutoCloseable {
    private static final Semaphore FREE = new Semaphore(4);
    private final Semaphore from;

    Permit() {
      from = FREE;
      from.acquireUninterruptibly();
    }

    @Override
    public void close() {
      from.release();
    }
  }

  public static int neverClosed(File file) throws IOException {
    Session session = new Session(file); // LEAK
    return session.run("ls");
  }

  public static int usedInAChain(File file) throws IOException {
    return new Session(file).run("ls"); // LEAK
  }

  public static int closedOnTheNormalPathOnly(File file, String command) throws IOException {
    Session session = new Session(file); // LEAK
    int code = session.run(command);
    session.close();
    return code;
  }

  public static int fromAFactory(String path) throws IOException {
    Session session = Session.start(path); // LEAK
    return session.run("ls");
  }

  public static int subclass(String host) throws IOException {
    Remote remote = new Remote(host); // LEAK
    return remote.run("ls");
  }

  public static int wrappedInAnother(File file, String command) throws IOException {
    Session session = new Session(file); // LEAK
    Transaction transaction = new Transaction(session);
    int code = session.run(command);
    transaction.close();
    return code;
  }

  public static int anonymous(File file) throws IOException {
    Session session =
        new Session(file) { // LEAK
          @Override
          int run(String command) {
            return -1;
          }
        };
    return session.run("ls");
  }

  public static Callable<Integer> insideALambda(File file) {
    return () -> new Session(file).run("ls"); // LEAK
  }

  public static boolean notClosedInOneBranch(File file, boolean quiet) throws IOException {
    Session session = new Session(file); // LEAK
    if (quiet) {
      return false;
    }
    session.close();
    return true;
  }

  public static void permitNeverGivenBack() {
    Permit permit = new Permit(); // LEAK
    System.out.println("at most four of us " + permit.hashCode());
  }

  public static void generatorOnAFile(File file) throws IOException {
    JsonGenerator json =
        new JsonFactory()
            .createGenerator(file, com.fasterxml.jackson.core.JsonEncoding.UTF8); // LEAK
    json.writeStartObject();
    json.writeEndObject();
    json.flush();
  }

  public static int indexReader(Directory directory) throws IOException {
    DirectoryReader reader = DirectoryReader.open(directory); // LEAK
    return reader.numDocs();
  }

  public static String[] directory(File folder) throws IOException {
    Directory directory = FSDirectory.open(folder.toPath()); // LEAK
    return directory.listAll();
  }

  public static int workbook(File file) throws IOException {
    Workbook book = WorkbookFactory.create(file); // LEAK
    return book.getNumberOfSheets();
  }

  public static int pages(File file) throws IOException {
    return Loader.loadPDF(file).getNumberOfPages(); // LEAK
  }

  public static boolean compilerFiles(String name) throws IOException {
    JavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null); // LEAK
    return files.hasLocation(javax.tools.StandardLocation.locationFor(name));
  }

  /** Not opened here, but closed here, unless something throws first. */
  interface Shelf {
    Box take(String name);
  }

  static void emptied(Shelf shelf, Box other) throws IOException {
    Box box = shelf.take("a"); // LEAK
    box.moveTo(other);
    box.close();
  }

  /** The exception is caught, the box stays open. */
  static boolean emptiedQuietly(Shelf shelf, Box other) throws IOException {
    Box box = shelf.take("b"); // LEAK
    try {
      box.moveTo(other);
    } catch (IOException e) {
      return false;
    }
    box.close();
    return true;
  }

  interface Box extends AutoCloseable {
    void moveTo(Box other) throws IOException;

    Box inner();

    @Override
    void close() throws IOException;
  }

  @interface MustBeClosed {}

  @interface NotOwning {}

  /** What the body does not show, annotations say. */
  interface Registry {
    @MustBeClosed
    AutoCloseable lease(String name);

    void inspect(@NotOwning FileInputStream in);
  }

  public static boolean leased(Registry registry) {
    AutoCloseable lease = registry.lease("a"); // LEAK
    return lease.hashCode() == 0;
  }

  public static void onlyBorrowed(Registry registry, String file) throws IOException {
    FileInputStream in = new FileInputStream(file); // LEAK: unclosed-file-stream
    registry.inspect(in);
  }

  /** Keeps others out until it is closed, though the lock is not its own. */
  static class Turn implements AutoCloseable {
    private final Lock lock;

    Turn(Lock lock) {
      this.lock = lock;
      lock.lock();
    }

    @Override
    public void close() {
      lock.unlock();
    }
  }

  static void moveAlone(Lock lock, Box from, Box to) throws IOException {
    Turn turn = new Turn(lock); // LEAK
    from.moveTo(to);
    turn.close();
  }

  /** Holds a file once it was given the name of one. */
  static final class Options implements AutoCloseable {
    private FileInputStream picture = null;

    void setPicture(File file) throws IOException {
      picture = new FileInputStream(file);
    }

    int width() throws IOException {
      return picture.read();
    }

    @Override
    public void close() throws IOException {
      if (picture != null) {
        picture.close();
      }
    }
  }

  static int width(File file) throws IOException {
    Options options = new Options(); // LEAK
    options.setPicture(file);
    return options.width();
  }

  /** Has its file open from the start, though it is read later. */
  static final class Feed implements AutoCloseable {
    private final InputStream in;
    private Session log;

    Feed(File file) throws IOException {
      in = opened(file);
    }

    private static InputStream opened(File file) throws IOException {
      return file.length() == 0 ? InputStream.nullInputStream() : new FileInputStream(file);
    }

    Feed start(File logFile) throws IOException {
      log = new Session(logFile);
      return this;
    }

    @Override
    public void close() throws IOException {
      try {
        if (log != null) {
          log.close();
        }
      } finally {
        in.close();
      }
    }
  }

  static Feed started(File file, File logFile) throws IOException {
    Feed feed = new Feed(file); // LEAK
    return feed.start(logFile);
  }

  /** Holds nothing when it is made; what fails afterwards has opened it before. */
  static final class Line implements AutoCloseable {
    private final AtomicReference<Session> session = new AtomicReference<>();

    void start(File file) throws IOException {
      open(file);
      if (session.get().hashCode() == 0) {
        throw new IOException("not understood");
      }
    }

    private void open(File file) throws IOException {
      session.set(new Session(file));
    }

    @Override
    public void close() throws IOException {
      Session open = session.getAndSet(null);
      if (open != null) {
        open.close();
      }
    }
  }

  static Line line(File file) throws IOException {
    Line line = new Line(); // LEAK
    line.start(file);
    return line;
  }

  /** Somebody else's content, opened anew each time. */
  interface Content {
    String key();

    InputStream getInputStream() throws IOException;
  }

  /** Closes what it got, but not where it knows the answer. */
  static int digest(Map<String, Content> contents, Map<String, Integer> known) throws IOException {
    Content content = contents.get("logo");
    InputStream in = content.getInputStream(); // LEAK
    Integer digest = known.get(content.key());
    if (digest != null) {
      return digest;
    }
    try {
      return in.read();
    } finally {
      in.close();
    }
  }

  /** A file of messages. */
  static final class Queue implements AutoCloseable {
    private final FileInputStream in;

    Queue(File file) throws IOException {
      in = new FileInputStream(file);
    }

    Message message() throws IOException {
      return new Message(in.read());
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  static final class Message implements AutoCloseable {
    private final int size;

    Message(int size) {
      this.size = size;
    }

    @Override
    public void close() {
      System.out.println(size + " read");
    }
  }

  /** Closes each message, but not where they come from. */
  static final class Messages {
    private final Queue queue;

    Messages(Queue queue) {
      this.queue = queue;
    }

    boolean next() throws IOException {
      try (Message message = queue.message()) {
        return message.size > 0;
      }
    }
  }

  static int messages(File file) throws IOException {
    Queue queue = new Queue(file); // LEAK
    Messages messages = new Messages(queue);
    int count = 0;
    while (messages.next()) {
      count++;
    }
    return count;
  }

  /** Whether it can be opened at all: it then is open. */
  static DataSource existing(URL url) throws IOException {
    DataSource source = new URLDataSource(url);
    source.getInputStream(); // LEAK
    return source;
  }

  static byte[] photo(Blob blob) throws IOException, SQLException {
    return blob.getBinaryStream().readAllBytes(); // LEAK
  }

  interface RecordParser extends Closeable {
    Object next() throws IOException;
  }

  abstract static class RecordFormat {
    abstract RecordParser createParser(byte[] record);

    abstract RecordParser createParser(String file);
  }

  /** Read from memory, so that little is lost. */
  static Object inMemory(RecordFormat format, byte[] record) throws IOException {
    RecordParser parser = format.createParser(record); // LEAK(low)
    Object first = parser.next();
    parser.close();
    return first;
  }

  static Object inFile(RecordFormat format, String file) throws IOException {
    RecordParser parser = format.createParser(file); // LEAK
    Object first = parser.next();
    parser.close();
    return first;
  }

  /** No AutoCloseable, and made behind an interface; others close what they get from it. */
  interface Terminal {
    String ask(String question) throws IOException;

    void close();
  }

  interface Terminals {
    Terminal connect(String host) throws IOException;
  }

  static String version(Terminals terminals) throws IOException {
    Terminal terminal = terminals.connect("build");
    try {
      return terminal.ask("version");
    } finally {
      terminal.close();
    }
  }

  static String load(Terminals terminals, String host) throws IOException {
    Terminal terminal = terminals.connect(host);
    try {
      return terminal.ask("load");
    } finally {
      terminal.close();
    }
  }

  static String users(Terminals terminals, String host) throws IOException {
    Terminal terminal = terminals.connect(host); // LEAK
    return terminal.ask("users");
  }

  /** No AutoCloseable either, and made with {@code new}. */
  static final class Modem {
    private final String number;

    Modem(String number) {
      this.number = number;
    }

    native int dial();

    native void disconnect();

    String number() {
      return number;
    }
  }

  static int dial(String number) {
    Modem modem = new Modem(number);
    try {
      return modem.dial();
    } finally {
      modem.disconnect();
    }
  }

  static String check(String number) {
    Modem modem = new Modem(number);
    try {
      return modem.dial() < 0 ? "" : modem.number();
    } finally {
      modem.disconnect();
    }
  }

  static int dialTwice(String number) {
    Modem modem = new Modem(number); // LEAK
    return modem.dial() + modem.dial();
  }

  /** Made anew for each caller, says the name. */
  interface Blobs {
    InputStream newInputStream(String name) throws IOException;
  }

  static int first(Blobs blobs) throws IOException {
    InputStream in = blobs.newInputStream("first"); // LEAK
    return in.read();
  }

  interface Attachment {
    InputStream getInputStream() throws IOException;
  }

  static int second(Attachment attachment) throws IOException {
    return attachment.getInputStream().read(); // LEAK
  }

  /** An exception that tells of the stream leaves it open. */
  static final class UnreadableException extends IOException {
    private final transient InputStream source;

    UnreadableException(InputStream source) {
      this.source = source;
    }

    InputStream source() {
      return source;
    }
  }

  static final class Header implements Closeable {
    private final InputStream in;

    Header(File file) throws IOException {
      this(new FileInputStream(file)); // LEAK: unclosed-file-stream
    }

    private Header(InputStream in) throws IOException {
      if (in.read() != 'H') {
        throw new UnreadableException(in);
      }
      this.in = in;
    }

    int next() throws IOException {
      return in.read();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  static int afterHeader(File file) throws IOException {
    Header header = new Header(file); // LEAK
    return header.next();
  }

  /** A place in a counter that everybody looks at: who never closes it keeps it for ever. */
  static final class Seat implements AutoCloseable {
    private static final AtomicInteger TAKEN = new AtomicInteger();
    private final String name;

    Seat(String name) {
      this.name = name;
      TAKEN.incrementAndGet();
    }

    boolean isFor(String guest) {
      return name.equals(guest);
    }

    @Override
    public void close() {
      TAKEN.decrementAndGet();
    }
  }

  static boolean seat(String guest) {
    Seat seat = new Seat(guest); // LEAK
    return seat.isFor(guest);
  }

  /** A function from outside may fail in any way. */
  static void during(String guest, Runnable dinner) {
    Seat seat = new Seat(guest); // LEAK
    dinner.run();
    seat.close();
  }

  /** Opens its files when they are first asked for. */
  static final class Archive implements AutoCloseable {
    private final Stock stock;

    Archive(File folder) {
      this.stock = new Stock(folder);
    }

    File folder() {
      return stock.folder;
    }

    int read(String title) throws IOException {
      return stock.open(title).read();
    }

    @Override
    public void close() throws IOException {
      stock.close();
    }
  }

  static final class Stock implements Closeable {
    private final File folder;
    private InputStream book;

    Stock(File folder) {
      this.folder = folder;
    }

    InputStream open(String title) throws IOException {
      if (book == null) {
        book = new FileInputStream(new File(folder, title));
      }
      return book;
    }

    @Override
    public void close() throws IOException {
      if (book != null) {
        book.close();
      }
    }
  }

  /** Nothing was asked of it yet, so that hardly anything is lost. */
  static Archive existing(File folder) throws IOException {
    Archive archive = new Archive(folder); // LEAK(low)
    if (!archive.folder().isDirectory()) {
      throw new IOException("no archive in " + folder);
    }
    return archive;
  }

  static Archive startedWith(File folder, String title) throws IOException {
    Archive archive = new Archive(folder); // LEAK
    archive.read(title);
    return archive;
  }

  static int firstByteOf(File folder, String title) throws IOException {
    Archive archive = new Archive(folder); // LEAK
    return archive.read(title);
  }

  /** What a wrapper around somebody else's stream leaves behind is its own memory. */
  static void compressed(OutputStream out, byte[] text) throws IOException {
    GZIPOutputStream zipped = new GZIPOutputStream(out); // LEAK(low)
    zipped.write(text);
    zipped.close();
  }

  /** One of the two holds a file, and the caller cannot know which one it has got. */
  interface Journal extends Closeable {
    void log(String line) throws IOException;

    static Journal of(Path file) throws IOException {
      return file == null ? new Memory() : new OnDisk(file);
    }
  }

  static final class Memory implements Journal {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void log(String line) {
      lines.add(line);
    }

    @Override
    public void close() {
      lines.clear();
    }
  }

  static final class OnDisk implements Journal {
    private final Writer out;

    OnDisk(Path file) throws IOException {
      out = Files.newBufferedWriter(file);
    }

    @Override
    public void log(String line) throws IOException {
      out.write(line);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  static void note(Path file, String line) throws IOException {
    Journal journal = Journal.of(file); // LEAK
    journal.log(line);
  }

  /** A call that is on the line: no AutoCloseable, though it ends. */
  static final class Trunk {
    private final Socket wire;

    Trunk(Socket wire) {
      this.wire = wire;
    }

    void close() {
      try {
        wire.close();
      } catch (IOException e) {
        System.err.println("cut off: " + e);
      }
    }
  }

  /** Hangs up only if somebody reads the log: the brace stands one line too low. */
  static final class Switchboard {
    private static final Logger LOG = Logger.getLogger("switchboard");
    private final Map<String, Object> lines = new HashMap<>();

    void connected(String caller, Socket wire) {
      lines.put(caller, new Trunk(wire));
    }

    void failed(String caller, Throwable why) {
      Trunk line = (Trunk) lines.remove(caller);
      if (line != null) {
        if (LOG.isLoggable(Level.FINE)) {
          LOG.fine("hanging up on " + caller + ": " + why);
          line.close(); // LEAK
        }
      }
    }

    void refused(Socket wire) throws IOException {
      if (LOG.isLoggable(Level.INFO)) {
        LOG.info("refused " + wire);
        wire.close(); // LEAK
      }
    }
  }

  /** Places to look into, each of which opens what it has. */
  interface Shelves {
    Set<InputStream> find(String title) throws IOException;
  }

  static final class Folder implements Shelves {
    @Override
    public Set<InputStream> find(String title) throws IOException {
      File file = new File(title);
      if (!file.exists()) {
        return null;
      }
      Set<InputStream> found = new HashSet<>();
      found.add(new FileInputStream(file));
      return found;
    }
  }

  /** What is taken out of a set that was made for it belongs to who asked for it to be opened. */
  static final class Librarian {
    private final Shelves shelves = new Folder();

    private InputStream only(String title) throws IOException {
      Set<InputStream> found = shelves.find(title);
      if (found == null || found.isEmpty()) {
        return null;
      }
      if (found.size() > 1) {
        for (InputStream one : found) {
          one.close();
        }
        throw new IOException("more than one " + title);
      }
      return found.iterator().next();
    }

    InputStream openVolume(String title) throws IOException {
      InputStream volume = title.isEmpty() ? null : only(title);
      return volume != null ? volume : only(title + ".old");
    }

    int firstLetter(String title) throws IOException {
      InputStream volume = openVolume(title); // LEAK
      return volume == null ? -1 : volume.read();
    }
  }

  /** The same with a queue. */
  static final class Parcels {
    private static Deque<InputStream> unpack(File parcel) throws IOException {
      Deque<InputStream> things = new ArrayDeque<>();
      things.add(new FileInputStream(parcel));
      return things;
    }

    private static InputStream openFirst(File parcel) throws IOException {
      return unpack(parcel).poll();
    }

    static long weight(File parcel) throws IOException {
      InputStream thing = openFirst(parcel); // LEAK
      long weight = 0;
      while (thing.read() >= 0) {
        weight++;
      }
      return weight;
    }
  }
}
