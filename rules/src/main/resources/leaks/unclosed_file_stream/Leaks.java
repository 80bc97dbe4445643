package unclosed_file_stream;

import java.util.Arrays;
import java.lang.ref.WeakReference;
import java.io.Closeable;
import java.util.ArrayList;
import java.io.ByteArrayInputStream;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.FileUtils;

public class Leaks {

  public static int neverClosed(File file) throws IOException {
    FileInputStream in = new FileInputStream(file); // LEAK
    return in.read();
  }

  public static void droppedOnTheSpot(String path) throws IOException {
    new FileOutputStream(path); // LEAK
  }

  public static int receiverOfAChain(File file) throws IOException {
    return new FileReader(file).read(); // LEAK
  }

  public static String resultOfAnotherCall(Path path) throws IOException {
    return Files.newBufferedReader(path).readLine(); // LEAK
  }

  public static Properties argumentOfABorrower(File file) throws IOException {
    Properties properties = new Properties();
    properties.load(new FileInputStream(file)); // LEAK
    return properties;
  }

  public static int closedOnTheNormalPathOnly(File file) throws IOException {
    InputStream in = new FileInputStream(file); // LEAK
    int first = in.read();
    in.close();
    return first;
  }

  public static int closedAfterCatch(String path) {
    int first = -1;
    try {
      Reader reader = new FileReader(path); // LEAK
      first = reader.read();
      reader.close();
    } catch (IOException e) {
      System.err.println("cannot read " + path);
    }
    return first;
  }

  public static boolean lostByAnEarlyReturn(File file) throws IOException {
    RandomAccessFile data = new RandomAccessFile(file, "r"); // LEAK
    if (data.length() == 0) {
      return false;
    }
    try {
      return data.readInt() == 0xCAFEBABE;
    } finally {
      data.close();
    }
  }

  public static void lostByAnExplicitThrow(File file, int limit) throws IOException {
    FileOutputStream out = new FileOutputStream(file); // LEAK
    if (limit < 0) {
      throw new IllegalArgumentException("limit: " + limit);
    }
    try {
      out.write(limit);
    } finally {
      out.close();
    }
  }

  public static void closedUnderACondition(File file, boolean done) throws IOException {
    Writer writer = new FileWriter(file); // LEAK
    try {
      writer.write("line");
    } finally {
      if (done) {
        writer.close();
      }
    }
  }

  public static int overwritten(File first, File second) throws IOException {
    InputStream in = new FileInputStream(first); // LEAK
    in = new FileInputStream(second);
    try {
      return in.read();
    } finally {
      in.close();
    }
  }

  public static long lastOfALoop(File[] files) throws IOException {
    long sum = 0;
    InputStream in = null;
    try {
      for (File file : files) {
        in = new FileInputStream(file); // LEAK
        sum += in.read();
      }
    } finally {
      if (in != null) {
        in.close();
      }
    }
    return sum;
  }

  /** What is only read has nothing left to write when it is closed, so that this hardly fails. */
  public static void copyWithTwoInOneFinally(File from, File to) throws IOException {
    InputStream in = null;
    OutputStream out = null;
    try {
      in = new FileInputStream(from);
      out = new FileOutputStream(to); // LEAK(low)
      in.transferTo(out);
    } finally {
      if (in != null) {
        in.close();
      }
      if (out != null) {
        out.close();
      }
    }
  }

  public static void writesTwoInOneFinally(File to, File log) throws IOException {
    OutputStream out = null;
    OutputStream lines = null;
    try {
      out = new FileOutputStream(to);
      lines = new FileOutputStream(log); // LEAK
      out.write(lines.hashCode());
    } finally {
      if (out != null) {
        out.close();
      }
      if (lines != null) {
        lines.close();
      }
    }
  }

  public static void secondOpensBeforeTheTry(File from, File to) throws IOException {
    InputStream in = new FileInputStream(from); // LEAK
    OutputStream out = new FileOutputStream(to);
    try {
      in.transferTo(out);
    } finally {
      out.close();
      in.close();
    }
  }

  /** Low, because only the constructor of the wrapper can lose it. */
  public static int innerOfANestedConstructor(File file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new FileInputStream(file))) { // LEAK(low)
      return in.read();
    }
  }

  public static Object innerOfAnObjectStream(String path) throws Exception {
    ObjectInputStream in =
        new ObjectInputStream(new BufferedInputStream(new FileInputStream(path))); // LEAK(low)
    try {
      return in.readObject();
    } finally {
      in.close();
    }
  }

  public static String chainOfWrappers(File file) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)); // LEAK
    String line = reader.readLine();
    reader.close();
    return line;
  }

  public static int wrapperNeverClosed(File file) throws IOException {
    LineNumberReader reader = new LineNumberReader(new FileReader(file)); // LEAK
    while (reader.readLine() != null) {
      continue;
    }
    return reader.getLineNumber();
  }

  public static void writerNeverClosed(Path path, Object value) throws IOException {
    ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(path)); // LEAK
    out.writeObject(value);
    out.flush();
  }

  public static void printed(File file) throws IOException {
    PrintWriter out = new PrintWriter(new BufferedWriter(new FileWriter(file))); // LEAK
    out.println("report");
    out.flush();
  }

  public static void printedByName(String path) throws IOException {
    PrintStream out = new PrintStream(path); // LEAK
    out.println("report");
  }

  public static int scanned(File file) throws IOException {
    Scanner scanner = new Scanner(file); // LEAK
    return scanner.nextInt();
  }

  public static long openedByAFactoryOfTheClass(File file) throws IOException {
    InputStream in = open(file); // LEAK
    return in.skip(100);
  }

  private static InputStream open(File file) throws IOException {
    return new FileInputStream(file);
  }

  public static int handedToAMethodThatOnlyReads(File file) throws IOException {
    return readHeader(new FileInputStream(file)); // LEAK
  }

  private static int readHeader(InputStream in) throws IOException {
    return in.read() << 8 | in.read();
  }

  public static void lostInABranch(File file, boolean append) throws IOException {
    Writer writer;
    if (append) {
      writer = new FileWriter(file, true); // LEAK
    } else {
      writer = new PrintWriter(System.out);
    }
    writer.write("line");
    writer.flush();
  }

  public static int openedByALibrary(File file) throws IOException {
    InputStream in = FileUtils.openInputStream(file); // LEAK
    return in.read();
  }

  public static int returnedOnOnePathOnly(File file) throws IOException {
    InputStream in = openChecked(file);
    try {
      return in.read();
    } finally {
      in.close();
    }
  }

  private static InputStream openChecked(File file) throws IOException {
    InputStream in = new FileInputStream(file); // LEAK
    if (in.read() != 'P') {
      throw new IOException("no header");
    }
    return in;
  }

  public static int beforeATryWithResources(File first, File second) throws IOException {
    InputStream in = new FileInputStream(first); // LEAK
    try (InputStream other = new FileInputStream(second)) {
      return in.read() + other.read();
    }
  }

  public static Runnable openedByALambda(File file) {
    return () -> {
      try {
        new FileReader(file).read(); // LEAK
      } catch (IOException e) {
        System.err.println("cannot read " + file);
      }
    };
  }

  public static int switched(File file, int kind) throws IOException {
    InputStream in = new FileInputStream(file); // LEAK
    switch (kind) {
      case 0:
        in.close();
        return 0;
      case 1:
        return in.read();
      default:
        in.close();
        return 1;
    }
  }

  /** An object whose constructor throws is never seen, and so never closed. */
  static final class Indexed implements AutoCloseable {
    private final InputStream in;
    private final int entries;

    Indexed(String file) throws IOException {
      this.in = new FileInputStream(file); // LEAK
      this.entries = readHeader();
    }

    private int readHeader() throws IOException {
      return in.read();
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
    return readAndClose(new FileInputStream(file));
  }

  /** In charge of what it was given, but not when reading fails. */
  private static int readAndClose(InputStream in) throws IOException {
    int first = in.read();
    in.close(); // LEAK: unclosed-auto-closeable
    return first;
  }

  static String header(String file) throws IOException {
    InputStream in = new FileInputStream(file);
    return headerOf(in);
  }

  /** Every caller hands over what it has just opened, and forgets it. */
  static String headerOf(InputStream in) throws IOException {
    byte[] header = new byte[16];
    if (in.read(header) < 0) {
      return "";
    }
    in.close(); // LEAK: unclosed-auto-closeable
    return new String(header, StandardCharsets.UTF_8);
  }

  /** What only its own class can call is told where the class opens what it hands over. */
  static long sum(File file, String name) throws IOException {
    return total(new FileInputStream(new File(file, name))); // LEAK
  }

  private static long total(InputStream numbers) throws IOException {
    long total = 0;
    for (int next = numbers.read(); next >= 0; next = numbers.read()) {
      total += next;
    }
    numbers.close();
    return total;
  }

  /** The inner stream is at hand when the outer constructor finds no header. */
  static InputStream unpacked(String file) throws IOException {
    InputStream in = new FileInputStream(file); // LEAK
    return new GZIPInputStream(in);
  }

  /** One leak, told once: the reader is lost with the stream that it wraps. */
  static void linesOf(File file, List<String> lines) throws IOException {
    addLines(new GZIPInputStream(new FileInputStream(file)), lines); // LEAK(low)
  }

  private static void addLines(InputStream in, List<String> lines) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(line);
    }
    reader.close(); // LEAK: unclosed-auto-closeable
  }

  /** One kind of source opens a file, the other does not: who reads cannot know. */
  interface Source {
    InputStream getInputStream() throws IOException;
  }

  static final class OnDisk implements Source {
    private final File file;

    OnDisk(File file) {
      this.file = file;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FileInputStream(file);
    }
  }

  static final class InHeap implements Source {
    private final byte[] bytes;

    InHeap(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }

  static int firstByte(Source source) throws IOException {
    return source.getInputStream().read(); // LEAK
  }

  /** The constant that is passed leads to what throws. */
  static OutputStream marked(File file) throws IOException {
    OutputStream out = new FileOutputStream(file); // LEAK
    mark(out, true);
    return out;
  }

  private static void mark(OutputStream out, boolean marked) throws IOException {
    if (marked) {
      out.write(0xFE);
    }
  }

  /** Reads records; has no close() of its own. */
  static final class RecordReader {
    private final InputStream in;

    RecordReader(InputStream in) {
      this.in = in;
    }

    Entry next() throws IOException {
      int size = in.read();
      return size < 0 ? null : new Entry(in.readNBytes(size));
    }
  }

  static final class Entry {
    private final byte[] bytes;

    Entry(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean isEmpty() {
      return bytes.length == 0;
    }
  }

  /** What keeps the file is passed on to helpers, none of which closes it. */
  static int records(File file) throws IOException {
    RecordReader reader = new RecordReader(new FileInputStream(file)); // LEAK
    int count = 0;
    for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
      if (counts(entry)) {
        count++;
      }
    }
    return count + rest(reader);
  }

  private static boolean counts(Entry entry) {
    return !entry.isEmpty();
  }

  private static int rest(RecordReader reader) throws IOException {
    return reader.next() == null ? 0 : 1;
  }

  /** Writes what it is asked to where it is told; whoever opened that closes it. */
  interface Format {
    void to(Writer out);

    void write(String text) throws IOException;
  }

  static final class Indented implements Format {
    private Writer out;

    @Override
    public void to(Writer out) {
      this.out = out;
    }

    @Override
    public void write(String text) throws IOException {
      out.write("  " + text);
    }
  }

  static final class Shared implements Format {
    private static final List<Writer> ALL = new ArrayList<>();

    @Override
    public void to(Writer out) {
      ALL.add(out); // LEAK: static-collection-only-grows
    }

    @Override
    public void write(String text) throws IOException {
      for (Writer out : ALL) {
        out.write(text);
      }
    }
  }

  static void indent(File file, String text) throws IOException {
    Format format = new Indented();
    format.to(new FileWriter(file)); // LEAK
    format.write(text);
  }

  /** Keeps where to unpack to, but only until the next entry. */
  static final class Unpacker {
    private OutputStream out;

    void unpack(byte[] packed, OutputStream out) throws IOException {
      this.out = out;
      if (packed.length == 0) {
        throw new IOException("empty entry");
      }
      this.out.write(packed);
    }
  }

  /** Who closes it afterwards is in charge, whoever else got it before. */
  static void unpack(Unpacker unpacker, byte[] packed, File file) throws IOException {
    OutputStream out = new FileOutputStream(file); // LEAK
    unpacker.unpack(packed, out);
    out.close();
  }

  static final class Lexer {
    private Reader in;

    void reset(Reader in) {
      this.in = in;
    }

    int next() throws IOException {
      return in.read();
    }
  }

  /** Keeps what it reads from until the next time, and never closes it. */
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
    return new Parser().parse(new FileReader(file)); // LEAK
  }

  private static void closeAll(Object... all) throws IOException {
    for (Object one : Arrays.asList(all)) {
      if (one instanceof Closeable) {
        ((Closeable) one).close();
      }
    }
  }

  static int closedWithOthers(String file) throws IOException {
    InputStream in = new FileInputStream(file); // LEAK
    int first = in.read();
    closeAll(in);
    return first;
  }

  /** A weak reference is nobody who closes. */
  static int watched(String file, List<WeakReference<InputStream>> open) throws IOException {
    InputStream in = new FileInputStream(file); // LEAK
    open.add(new WeakReference<>(in));
    return in.read();
  }

  /** Whoever got the writer may keep it; the method closes it itself all the same. */
  static final class Report {
    private static Writer last;

    void writeTo(Writer out, String what) throws IOException {
      last = out;
      out.write(what);
    }

    static void flush() throws IOException {
      last.flush();
    }
  }

  static void export(Report report, File file) throws IOException {
    Writer out = new FileWriter(file); // LEAK
    report.writeTo(out, "all");
    Report.flush();
    out.close();
  }

  /** What is closed with its wrapper is closed by the method, too. */
  static void names(List<String> names, File file) throws IOException {
    PrintWriter out = new PrintWriter(new FileWriter(file)); // LEAK
    for (String name : names) {
      out.println(checked(name));
    }
    out.close();
  }

  private static String checked(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("no name");
    }
    return name;
  }

  /** Its {@code close()} is that of its superclass, which does nothing. */
  static final class Upper extends InputStream {
    private final InputStream source;

    Upper(InputStream source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      return Character.toUpperCase(source.read());
    }
  }

  static int initial(File file) throws IOException {
    try (InputStream in = new Upper(new FileInputStream(file))) { // LEAK
      return in.read();
    }
  }

  /** Whoever runs it reads, and nobody can close. */
  static Callable<Integer> next(File file) throws IOException {
    InputStream in = new FileInputStream(file); // LEAK
    return () -> in.read();
  }

  /** A framework sets what is annotated so. */
  @interface Setting {}

  /** Somebody may change the flag, or a subclass the answer. */
  static class Options {
    private boolean closing = true;
    @Setting private boolean tidy = true;

    int bySetting(File file) throws IOException {
      InputStream in = new FileInputStream(file); // LEAK
      try {
        return in.read();
      } finally {
        if (tidy) {
          in.close();
        }
      }
    }

    void closing(boolean closes) {
      closing = closes;
    }

    boolean always() {
      return true;
    }

    int byOption(File file) throws IOException {
      InputStream in = new FileInputStream(file); // LEAK
      try {
        return in.read();
      } finally {
        if (closing) {
          in.close();
        }
      }
    }

    int byAnswer(File file) throws IOException {
      InputStream in = new FileInputStream(file); // LEAK
      try {
        return in.read();
      } finally {
        if (always()) {
          in.close();
        }
      }
    }
  }
}
