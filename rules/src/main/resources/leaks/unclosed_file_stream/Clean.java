package unclosed_file_stream;

import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.io.FileDescriptor;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;

public class Clean {

  public static int tryWithResources(File file) throws IOException {
    try (InputStream in = new FileInputStream(file)) {
      return in.read();
    }
  }

  public static void severalResources(File from, Path to) throws IOException {
    try (InputStream in = new FileInputStream(from);
        OutputStream out = Files.newOutputStream(to)) {
      in.transferTo(out);
    }
  }

  public static int existingVariable(File file) throws IOException {
    InputStream in = new FileInputStream(file);
    try (in) {
      return in.read();
    }
  }

  public static int eachLinkWithAVariable(File file) throws IOException {
    try (InputStream raw = new FileInputStream(file);
        InputStream in = new GZIPInputStream(raw)) {
      return in.read();
    }
  }

  /** None of these constructors throws. */
  public static String wrappersThatCannotFail(File file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8))) {
      return reader.readLine();
    }
  }

  public static int closedInFinally(File file) throws IOException {
    FileReader reader = new FileReader(file);
    try {
      return reader.read();
    } finally {
      reader.close();
    }
  }

  public static void nullChecked(String path, byte[] bytes) throws IOException {
    FileOutputStream out = null;
    try {
      out = new FileOutputStream(path);
      out.write(bytes);
    } finally {
      if (out != null) {
        out.close();
      }
    }
  }

  public static int nonNull(File file) throws IOException {
    Reader reader = null;
    try {
      reader = new FileReader(file);
      return reader.read();
    } finally {
      if (Objects.nonNull(reader)) {
        reader.close();
      }
    }
  }

  public static int eachCloseInATryOfItsOwn(File from, File to) {
    InputStream in = null;
    OutputStream out = null;
    try {
      in = new FileInputStream(from);
      out = new FileOutputStream(to);
      return (int) in.transferTo(out);
    } catch (IOException e) {
      return -1;
    } finally {
      if (in != null) {
        try {
          in.close();
        } catch (IOException e) {
          System.err.println("cannot close " + from);
        }
      }
      if (out != null) {
        try {
          out.close();
        } catch (IOException e) {
          System.err.println("cannot close " + to);
        }
      }
    }
  }

  public static int closedBeforeRethrow(File file) throws IOException {
    InputStream in = new FileInputStream(file);
    int first;
    try {
      first = in.read();
    } catch (Throwable e) {
      in.close();
      throw e;
    }
    in.close();
    return first;
  }

  public static void closedByAHelper(File file) throws IOException {
    InputStream in = null;
    try {
      in = new FileInputStream(file);
      in.read();
    } finally {
      closeQuietly(in);
    }
  }

  private static void closeQuietly(Closeable thing) {
    if (thing != null) {
      try {
        thing.close();
      } catch (IOException e) {
        System.err.println("cannot close");
      }
    }
  }

  public static void closedByALibrary(File from, File to) throws IOException {
    InputStream in = null;
    OutputStream out = null;
    try {
      in = FileUtils.openInputStream(from);
      out = FileUtils.openOutputStream(to);
      IOUtils.copy(in, out);
    } finally {
      IOUtils.closeQuietly(in, out);
    }
  }

  public static InputStream returned(File file) throws IOException {
    return new FileInputStream(file);
  }

  public static Reader returnedWrapped(File file) throws IOException {
    Reader reader = new BufferedReader(new FileReader(file));
    return reader;
  }

  public static int handedToAMethodThatCloses(File file) throws IOException {
    return readAndClose(new FileInputStream(file));
  }

  private static int readAndClose(InputStream in) throws IOException {
    try (in) {
      return in.read();
    }
  }

  public static int parameterIsTheCallersAffair(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in));
    return reader.read();
  }

  public static String memoryNeedsNoClose(byte[] bytes) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(in.read());
    StringWriter text = new StringWriter();
    new PrintWriter(text).println(out);
    return new BufferedReader(new StringReader(text.toString())).readLine();
  }

  public static int wordsOfAText(String text) {
    Scanner scanner = new Scanner(text);
    int words = 0;
    while (scanner.hasNext()) {
      scanner.next();
      words++;
    }
    return words;
  }

  public static String console() {
    PrintStream out = new PrintStream(System.out, true);
    out.println("name?");
    return new Scanner(System.in).nextLine();
  }

  public static void closedInner(File file) throws IOException {
    FileOutputStream out = new FileOutputStream(file);
    try {
      PrintWriter writer = new PrintWriter(out);
      writer.println("line");
      writer.flush();
    } finally {
      out.close();
    }
  }

  public static long closedThroughItsChannel(File file) throws IOException {
    try (FileChannel channel = new FileInputStream(file).getChannel()) {
      return channel.size();
    }
  }

  public static int oncePerRound(File[] files) throws IOException {
    int sum = 0;
    for (File file : files) {
      InputStream in = new FileInputStream(file);
      try {
        sum += in.read();
      } finally {
        in.close();
      }
    }
    return sum;
  }

  public static void keptInACollection(File[] files) throws IOException {
    List<InputStream> streams = new ArrayList<>();
    try {
      for (File file : files) {
        streams.add(new FileInputStream(file));
      }
    } finally {
      for (InputStream stream : streams) {
        closeQuietly(stream);
      }
    }
  }

  public static void flagged(File file, boolean verbose) throws IOException {
    Writer writer = null;
    boolean opened = false;
    try {
      if (verbose) {
        writer = new FileWriter(file);
        opened = true;
        writer.write("verbose");
      }
    } finally {
      if (opened) {
        writer.close();
      }
    }
  }

  public static int chosen(File file, boolean stdin) throws IOException {
    InputStream in =
        stdin
            ? System.in
            : new FileInputStream(file);
    try {
      return in.read();
    } finally {
      if (in != System.in) {
        in.close();
      }
    }
  }

  public static int reassignedAfterClose(File first, File second) throws IOException {
    RandomAccessFile file = new RandomAccessFile(first, "r");
    file.close();
    file = new RandomAccessFile(second, "r");
    try {
      return file.read();
    } finally {
      file.close();
    }
  }

  public static Properties closedTwice(File file) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = new FileInputStream(file)) {
      properties.load(in);
      in.close();
    }
    return properties;
  }

  public static Properties takenOver(File file) throws IOException {
    Properties properties = new Properties();
    properties.loadFromXML(new FileInputStream(file));
    return properties;
  }

  public static void endOfTheProcess(File file) throws IOException {
    PrintStream log =
        new PrintStream(new FileOutputStream(file));
    log.println("bye");
    System.exit(1);
  }

  /** The field's owner closes it. */
  public static final class Log implements Closeable {
    private final Writer writer;

    public Log(File file) throws IOException {
      writer = new FileWriter(file);
    }

    public void line(String text) throws IOException {
      writer.write(text);
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  /** Closes what it has if it does not come into being. */
  static final class Indexed implements AutoCloseable {
    private final InputStream in;
    private final int entries;

    Indexed(String file) throws IOException {
      this.in = new FileInputStream(file);
      try {
        this.entries = in.read();
      } catch (IOException e) {
        in.close();
        throw e;
      }
    }

    int entries() {
      return entries;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  static int first(String file) throws IOException {
    try (InputStream in = new FileInputStream(file)) {
      return firstOf(in);
    }
  }

  /** Closes early, but its caller is in charge. */
  private static int firstOf(InputStream in) throws IOException {
    int first = in.read();
    in.close();
    return first;
  }

  static int last(String file) throws IOException {
    return lastOf(new FileInputStream(file));
  }

  private static int lastOf(InputStream in) throws IOException {
    try {
      int last = 0;
      for (int next = in.read(); next >= 0; next = in.read()) {
        last = next;
      }
      return last;
    } finally {
      in.close();
    }
  }

  /** Only its caller knows whether the stream is still wanted. */
  public static void skipLine(InputStream in) throws IOException {
    for (int next = in.read(); next != 10; next = in.read()) {
      if (next < 0) {
        in.close();
        return;
      }
    }
  }

  static InputStream unpacked(String file) throws IOException {
    InputStream in = new FileInputStream(file);
    try {
      return new GZIPInputStream(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** The name of an encoding is wrong by mistake only. */
  static String head(String file, String encoding) throws IOException {
    InputStream in = new FileInputStream(file);
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, encoding))) {
      return reader.readLine();
    }
  }

  static OutputStream labelled(String file, String label) throws IOException {
    OutputStream out = new FileOutputStream(file);
    try {
      label(out, label);
    } catch (IOException e) {
      out.close();
      throw e;
    }
    return out;
  }

  private static void label(OutputStream out, String label) throws IOException {
    try {
      out.write(label.getBytes(StandardCharsets.UTF_8));
    } catch (Throwable e) {
      throwIf(IOException.class, e);
      throw new IllegalStateException(e);
    }
  }

  /** Throws no more than what its callers have caught. */
  private static <X extends Throwable> void throwIf(Class<X> type, Throwable thrown) throws X {
    if (type.isInstance(thrown)) {
      throw type.cast(thrown);
    }
  }

  /** Nothing but unchecked exceptions is thrown again, or the method would have to say so. */
  static void announced(File file) throws IOException {
    FileInputStream in = new FileInputStream(file);
    announce(file.getName());
    in.close();
  }

  private static void announce(String name) {
    try {
      System.out.println(name.trim());
    } catch (Exception e) {
      System.err.println("no name: " + e);
      throw e;
    }
  }

  /** An open file has a descriptor. */
  static RandomAccessFile announced(String file) throws IOException {
    RandomAccessFile out = new RandomAccessFile(file, "rw");
    FileDescriptor descriptor = out.getFD();
    System.out.println(descriptor.valid());
    return out;
  }

  /** What the method has just written into the field tells whether it keeps the file. */
  static final class Only {
    private FileLock lock;
    private RandomAccessFile file;

    synchronized boolean acquire(String name) throws IOException {
      if (lock != null) {
        return true;
      }
      RandomAccessFile opened = new RandomAccessFile(name, "rw");
      try {
        FileLock got = opened.getChannel().tryLock();
        if (got != null) {
          file = opened;
          lock = got;
          return true;
        }
      } finally {
        if (lock == null) {
          opened.close();
        }
      }
      return false;
    }

    synchronized void release() throws IOException {
      lock = null;
      file.close();
    }
  }

  /** The constant that is passed leads past what throws. */
  static OutputStream numbered(File file) throws IOException {
    OutputStream out = new FileOutputStream(file);
    mark(out, false);
    return out;
  }

  private static void mark(OutputStream out, boolean marked) throws IOException {
    if (marked) {
      out.write(0xFE);
    }
  }

  /** That a class of the program's own is not there is no reason to expect. */
  interface Shelf {
    void keep(InputStream in) throws IOException;
  }

  static final class Plain implements Shelf {
    private InputStream kept;

    @Override
    public void keep(InputStream in) {
      kept = in;
    }
  }

  private static Shelf shelf(String name) throws ReflectiveOperationException {
    return (Shelf) Class.forName("unclosed_file_stream." + name).getConstructor().newInstance();
  }

  static void keep(File file, String name) throws IOException, ReflectiveOperationException {
    InputStream in = new FileInputStream(file);
    Shelf shelf = shelf(name);
    shelf.keep(in);
  }

  /** Nothing but closing what was read to its end comes after it was made. */
  static OutputStream continued(File file, File other) throws IOException {
    try (InputStream in = new FileInputStream(other)) {
      in.skipNBytes(8);
      return new FileOutputStream(file);
    }
  }

  /** Has no close() of its own, but whoever reads to the end gets the file closed. */
  static final class RecordReader {
    private final InputStream in;

    RecordReader(InputStream in) {
      this.in = in;
    }

    int next() throws IOException {
      return in.read();
    }

    InputStream source() {
      return in;
    }
  }

  static int records(File file) throws IOException {
    RecordReader reader = new RecordReader(new FileInputStream(file));
    try {
      return reader.next();
    } finally {
      finish(reader);
    }
  }

  private static void finish(RecordReader reader) throws IOException {
    reader.source().close();
  }

  /** Kept for later, and closed at once only where that went wrong. */
  static final class Spool {
    private final List<OutputStream> files = new ArrayList<>();

    void add(OutputStream out) throws IOException {
      files.add(out);
      out.write('#');
    }
  }

  static void spool(Spool spool, File file) throws IOException {
    OutputStream out = new FileOutputStream(file);
    try {
      spool.add(out);
    } catch (IOException e) {
      out.close();
      throw e;
    }
  }

  static final class Lexer {
    private Reader in;

    void reset(Reader in) {
      this.in = in;
    }

    int next() throws IOException {
      int next = in.read();
      if (next < 0) {
        in.close();
      }
      return next;
    }
  }

  /** Somewhere below it the stream is closed at its end. */
  static final class Parser {
    private final Lexer lexer = new Lexer();

    String parse(Reader in) throws IOException {
      lexer.reset(in);
      StringBuilder text = new StringBuilder();
      for (int c = lexer.next(); c >= 0; c = lexer.next()) {
        text.append((char) c);
      }
      return text.toString();
    }
  }

  static String parsed(String file) throws IOException {
    return new Parser().parse(new FileReader(file));
  }

  /** Reads when it is asked to, and is closed by who asks. */
  static final class Rows implements AutoCloseable {
    private final Lexer lexer = new Lexer();

    void over(Reader in) {
      lexer.reset(in);
    }

    @Override
    public void close() throws IOException {
      lexer.in.close();
    }
  }

  static Rows rows(String file) throws IOException {
    Rows rows = new Rows();
    rows.over(new FileReader(file));
    return rows;
  }

  /** Closes later what it is told of. */
  static final class Farewell {
    private final List<InputStream> streams = new ArrayList<>();

    Farewell close(InputStream in) {
      streams.add(in);
      return this;
    }

    Runnable build() {
      return () -> streams.forEach(Farewell::end);
    }

    private static void end(InputStream in) {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Runnable farewell(String file) throws IOException {
    return new Farewell().close(new FileInputStream(file)).build();
  }

  /** Given to who keeps it, and never closed here. */
  static final class Journal {
    private static Writer current;

    static void to(Writer out, String line) throws IOException {
      current = out;
      out.write(line);
    }

    static void end() throws IOException {
      current.close();
    }
  }

  static void log(File file) throws IOException {
    Journal.to(new FileWriter(file), "start");
    Journal.end();
  }

  static List<InputStream> volumes(List<String> names) throws IOException {
    List<InputStream> volumes = new ArrayList<>();
    try {
      for (String name : names) {
        volumes.add(new FileInputStream(name));
      }
      return volumes;
    } catch (IOException e) {
      for (InputStream volume : volumes) {
        volume.close();
      }
      throw e;
    }
  }

  /** A view that leaves its source open, which the method closes itself. */
  static final class Peek extends InputStream {
    private final InputStream source;

    Peek(InputStream source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      return source.read();
    }
  }

  static int initial(File file) throws IOException {
    try (InputStream in = new FileInputStream(file);
        InputStream peek = new Peek(in)) {
      return peek.read();
    }
  }

  static Callable<Integer> last(File file) throws IOException {
    InputStream in = new FileInputStream(file);
    return () -> {
      try (in) {
        return in.read();
      }
    };
  }

  /** Kept until it is shut down, whatever fails then. */
  static final class Drawer {
    private final List<InputStream> kept = new ArrayList<>();

    void open(File file) throws IOException {
      keep(new FileInputStream(file));
    }

    private void keep(InputStream in) {
      kept.add(in);
    }

    void empty() throws IOException {
      IOException first = null;
      for (InputStream in : kept) {
        try {
          in.close();
        } catch (IOException e) {
          first = e;
        }
      }
      kept.clear();
      if (first != null) {
        throw first;
      }
    }
  }

  /** Nothing ever changes the flags: it is always closed, or never opened. */
  static class Switches {
    private final boolean strict = true;
    private boolean tracing = false;
    private int level = 5;

    private static boolean always() {
      return true;
    }

    int strictly(File file) throws IOException {
      InputStream in = new FileInputStream(file);
      try {
        return in.read();
      } finally {
        if (strict) {
          in.close();
        }
      }
    }

    int byLevel(File file) throws IOException {
      InputStream in = new FileInputStream(file);
      try {
        return in.read();
      } finally {
        if (level == 5) {
          in.close();
        }
      }
    }

    int byAnswer(File file) throws IOException {
      InputStream in = new FileInputStream(file);
      try {
        return in.read();
      } finally {
        if (always()) {
          in.close();
        }
      }
    }

    void trace(File file) throws IOException {
      if (tracing) {
        System.out.println(new FileInputStream(file).read());
      }
    }
  }
}
