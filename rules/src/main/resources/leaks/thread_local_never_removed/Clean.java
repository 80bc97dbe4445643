package thread_local_never_removed;

import java.text.SimpleDateFormat;
import java.util.Date;

class Clean {
  static class Removed {
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    static void handle(String user, Runnable work) {
      CURRENT.set(user);
      try {
        work.run();
      } finally {
        CURRENT.remove();
      }
    }
  }

  static class Restored {
    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    static void nested(Runnable work) {
      Integer before = DEPTH.get();
      DEPTH.set(before + 1);
      try {
        work.run();
      } finally {
        DEPTH.set(before);
      }
    }
  }

  static class Format {
    private static final ThreadLocal<SimpleDateFormat> ISO =
        ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy-MM-dd"));

    static String day(Date date) {
      return ISO.get().format(date);
    }
  }

  static class Buffer {
    private static final ThreadLocal<byte[]> BYTES = new ThreadLocal<>();

    static byte[] bytes() {
      byte[] bytes = BYTES.get();
      if (bytes == null) {
        bytes = new byte[8192];
        BYTES.set(bytes);
      }
      return bytes;
    }
  }

  /** Asks and makes in two steps. */
  static class Reused {
    private static final ThreadLocal<StringBuilder> TEXT = new ThreadLocal<>();

    static StringBuilder text() {
      StringBuilder text = TEXT.get();
      return text == null || text.length() > 0 ? make(text) : text;
    }

    private static StringBuilder make(StringBuilder existing) {
      StringBuilder text = new StringBuilder();
      if (existing == null) {
        TEXT.set(text);
      }
      return text;
    }
  }

  static void use(String name) {
    Reused.text();
    Removed.handle(name, () -> {});
    Restored.nested(() -> {});
    Format.day(new Date());
    Buffer.bytes();
  }

  private Clean() {}

  static class Traced {
    private static final ThreadLocal<byte[]> CURRENT = new ThreadLocal<>();

    static void handle(byte[] request, Runnable work) {
      CURRENT.set(request);
      try {
        work.run();
      } finally {
        CURRENT.remove();
      }
    }

    /** The caller of this one removes. */
    static void enter(byte[] request) {
      CURRENT.set(request);
    }

    static byte[] current() {
      return CURRENT.get();
    }
  }

  /** Asked in one class and filled in another: one number for each thread. */
  abstract static class Striped {
    static final ThreadLocal<int[]> HASH = new ThreadLocal<>();

    final int update(int[] hash) {
      int[] mine = hash;
      if (mine == null) {
        mine = new int[1];
        HASH.set(mine);
      }
      return mine[0];
    }
  }

  static class Adder extends Striped {
    int add() {
      return update(HASH.get());
    }
  }

  static int traces(byte[] request) {
    Traced.enter(request);
    Traced.handle(request, () -> System.out.println(Traced.current().length));
    return new Adder().add();
  }

  /** The last to leave takes it away. */
  static class Depths {
    private static final ThreadLocal<java.util.Deque<String>> OPEN =
        ThreadLocal.withInitial(java.util.ArrayDeque::new);

    static int inside(String name, java.util.function.ToIntFunction<String> work) {
      OPEN.get().push(name);
      try {
        return work.applyAsInt(name);
      } finally {
        OPEN.get().pop();
        if (OPEN.get().isEmpty()) {
          OPEN.remove();
        }
      }
    }
  }

  static int depth(String name) {
    return Depths.inside(name, String::length);
  }

  /** Only ever entered by those who put back what was there. */
  static class Callers {
    private static final ThreadLocal<Object> CURRENT = new ThreadLocal<>();

    static void call(Object caller, Runnable work) {
      Object former = CURRENT.get();
      enter(caller);
      try {
        work.run();
      } finally {
        CURRENT.set(former);
      }
    }

    private static void enter(Object caller) {
      CURRENT.set(caller);
    }
  }

  static void calls(Object caller) {
    Callers.call(caller, () -> {});
  }

  /** The garbage collector may take it; giving it up early is a courtesy. */
  static class Buffers {
    private static final ThreadLocal<java.lang.ref.SoftReference<byte[]>> BYTES =
        new ThreadLocal<>();

    static byte[] bytes() {
      java.lang.ref.SoftReference<byte[]> known = BYTES.get();
      byte[] bytes = known == null ? null : known.get();
      if (bytes == null) {
        bytes = new byte[8192];
        BYTES.set(new java.lang.ref.SoftReference<>(bytes));
      }
      return bytes;
    }

    static void trim() {
      BYTES.set(null);
    }
  }

  /** What was there before comes back, and at first that is nothing. */
  static class Sessions {
    private static final ThreadLocal<Object> CURRENT = new ThreadLocal<>();

    static void with(Object session, Runnable work) {
      Object former = CURRENT.get();
      CURRENT.set(session);
      try {
        work.run();
      } finally {
        if (former == null) {
          CURRENT.set(null);
        } else {
          CURRENT.set(former);
        }
      }
    }
  }

  static int sessions(Object session) {
    Sessions.with(session, Buffers::trim);
    return Buffers.bytes().length;
  }

  /** Taken away in a finally block under the condition under which it was set. */
  static class Outermost {
    private static final ThreadLocal<StringBuilder> TRACE = new ThreadLocal<>();

    static void filter(boolean first, String request, Runnable chain, Runnable flush) {
      try {
        if (first) {
          TRACE.set(new StringBuilder(request));
        }
        chain.run();
      } finally {
        if (first) {
          flush.run();
          TRACE.remove();
        } else {
          TRACE.get().setLength(0);
        }
      }
    }
  }

  /** The value of each thread knows nothing of the object whose field this is. */
  static class Parser {
    private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(() -> new Scratch(64));

    String read(String text) {
      return scratch.get().fill(text);
    }
  }

  static class Scratch {
    private final char[] chars;

    Scratch(int size) {
      chars = new char[size];
    }

    String fill(String text) {
      text.getChars(0, Math.min(text.length(), chars.length), chars, 0);
      return String.valueOf(chars);
    }
  }

  static void outermost(boolean first, String request, Parser parser) {
    Outermost.filter(first, parser.read(request), () -> {}, () -> {});
  }

  /** Both ways into the program take away what they bind. */
  public static class RequestContext {
    private static final ThreadLocal<javax.servlet.ServletRequest> CURRENT = new ThreadLocal<>();

    static void begin(javax.servlet.ServletRequest request) {
      CURRENT.set(request);
    }

    static String host() {
      return CURRENT.get().getRemoteHost();
    }

    static void end() {
      CURRENT.remove();
    }
  }

  public static class Pages extends javax.servlet.http.HttpServlet {
    @Override
    protected void service(
        javax.servlet.http.HttpServletRequest request,
        javax.servlet.http.HttpServletResponse response)
        throws javax.servlet.ServletException, java.io.IOException {
      RequestContext.begin(request);
      try {
        super.service(request, response);
      } finally {
        RequestContext.end();
      }
    }
  }

  /** Within that servlet. */
  public static class Images extends Pages {
    @Override
    protected void doGet(
        javax.servlet.http.HttpServletRequest request,
        javax.servlet.http.HttpServletResponse response)
        throws java.io.IOException {
      response.getWriter().println(RequestContext.host());
    }
  }

  /** Set and taken away by methods of their own, in a finally block. */
  static class Tenants {
    private static final ThreadLocal<byte[]> CURRENT = new ThreadLocal<>();

    static void enter(byte[] tenant) {
      CURRENT.set(tenant);
    }

    static void leave() {
      CURRENT.remove();
    }
  }

  interface Chain {
    void proceed(Object request) throws java.io.IOException;
  }

  static void filter(byte[] tenant, Object request, Chain chain) throws java.io.IOException {
    Tenants.enter(tenant);
    try {
      chain.proceed(request);
    } finally {
      Tenants.leave();
    }
  }

  /** An inner call leaves it to the outer one to take out what it adds. */
  static class Dispatcher {
    private final ThreadLocal<java.util.Queue<Runnable>> waiting =
        ThreadLocal.withInitial(java.util.ArrayDeque::new);
    private final ThreadLocal<Boolean> dispatching = ThreadLocal.withInitial(() -> false);

    void dispatch(Runnable event) {
      java.util.Queue<Runnable> mine = waiting.get();
      mine.offer(event);
      if (!dispatching.get()) {
        dispatching.set(true);
        try {
          for (Runnable next = mine.poll(); next != null; next = mine.poll()) {
            next.run();
          }
        } finally {
          dispatching.remove();
          waiting.remove();
        }
      }
    }
  }

  /** Whoever calls it all takes away what the steps leave when they throw. */
  static class Steps {
    private static final ThreadLocal<java.util.Deque<Object>> OPEN =
        ThreadLocal.withInitial(java.util.ArrayDeque::new);

    static void all(Chain first, Chain second) throws java.io.IOException {
      try {
        step(first);
        step(second);
      } finally {
        OPEN.remove();
      }
    }

    private static void step(Chain chain) throws java.io.IOException {
      OPEN.get().push(chain);
      chain.proceed(OPEN.get().peek());
      OPEN.get().pop();
    }
  }

  /** Looks and takes note in between, which does not throw. */
  static int note(byte[] tenant, Table table) {
    Tenants.enter(tenant);
    int known = table.getSize();
    Tenants.leave();
    return known;
  }

  interface Table {
    int getSize();
  }

  static int notes(byte[] tenant, Chain chain, Table table) throws java.io.IOException {
    filter(tenant, table, chain);
    Steps.all(chain, chain);
    new Dispatcher().dispatch(() -> {});
    return note(tenant, table);
  }

  /** What overrides the end calls it. */
  abstract static class Command {
    private static final ThreadLocal<Command> CURRENT = new ThreadLocal<>();

    static Command current() {
      return CURRENT.get();
    }

    protected void before() {
      CURRENT.set(this);
    }

    protected void after() {
      CURRENT.remove();
    }

    protected abstract byte[] perform() throws java.io.IOException;

    final byte[] execute() throws java.io.IOException {
      before();
      try {
        return perform();
      } finally {
        after();
      }
    }
  }

  static class Read extends Command {
    private final java.nio.file.Path file;
    private int reads;

    Read(java.nio.file.Path file) {
      this.file = file;
    }

    @Override
    protected byte[] perform() throws java.io.IOException {
      reads++;
      return java.nio.file.Files.readAllBytes(file);
    }

    @Override
    protected void after() {
      reads = 0;
      super.after();
    }
  }

  interface Link {
    boolean isReadOnly();

    void close() throws java.io.IOException;
  }

  /** Closed by one method, which its caller follows by the removal. */
  static class Links {
    private static final ThreadLocal<Link> BOUND = new ThreadLocal<>();

    static void with(Link link, Chain chain) throws java.io.IOException {
      BOUND.set(link);
      try {
        chain.proceed(link);
      } finally {
        try {
          closeBound();
        } finally {
          BOUND.remove();
        }
      }
    }

    private static void closeBound() throws java.io.IOException {
      Link link = BOUND.get();
      if (link != null) {
        link.close();
      }
    }
  }

  /** Each closes what it has put into the context; the last one takes the context away. */
  static class Contexts {
    private static final ThreadLocal<java.util.Map<String, String>> CONTEXT = new ThreadLocal<>();

    static java.io.Closeable with(String key, String value) {
      java.util.Map<String, String> context = context();
      context.put(key, value);
      return () -> {
        if (context.remove(key, value) && context.isEmpty()) {
          CONTEXT.remove();
        }
      };
    }

    private static java.util.Map<String, String> context() {
      java.util.Map<String, String> context = CONTEXT.get();
      if (context == null) {
        CONTEXT.set(context = new java.util.HashMap<>());
      }
      return context;
    }
  }

  /** One for the whole program: one small map for each thread is all there is. */
  static final class Lengths {
    private static final Lengths ONE = new Lengths();
    private final ThreadLocal<java.util.Map<Integer, int[]>> arrays =
        ThreadLocal.withInitial(java.util.HashMap::new);

    private Lengths() {}

    static int[] array(int length) {
      return ONE.arrays.get().computeIfAbsent(length, int[]::new);
    }
  }

  /** Puts back what was there, or a fresh one where there was none. */
  static class Styles {
    private static final ThreadLocal<StringBuilder> STYLE = new ThreadLocal<>();

    static String styled(StringBuilder style, java.util.function.Supplier<String> work) {
      StringBuilder before = STYLE.get();
      STYLE.set(style);
      try {
        return work.get();
      } finally {
        STYLE.set(null == before ? new StringBuilder() : before);
      }
    }
  }

  static int styles(StringBuilder style) {
    return Lengths.array(Styles.styled(style, style::toString).length()).length;
  }

  /** Grows, but what is too large is not kept. */
  static class Scratches {
    private static final int KEEP = 64 * 1024;
    private static final ThreadLocal<byte[]> SCRATCH = ThreadLocal.withInitial(() -> new byte[4096]);

    static byte[] of(int size) {
      byte[] bytes = SCRATCH.get();
      if (bytes.length < size) {
        bytes = new byte[size];
        if (size <= KEEP) {
          SCRATCH.set(bytes);
        }
      }
      return bytes;
    }
  }

  /** Given back to a list that takes no more than it should. */
  static class Spares {
    private static final ThreadLocal<java.util.ArrayDeque<byte[]>> FREE =
        ThreadLocal.withInitial(java.util.ArrayDeque::new);

    static byte[] take() {
      byte[] page = FREE.get().poll();
      return page != null ? page : new byte[16384];
    }

    static void recycle(byte[] page) {
      java.util.ArrayDeque<byte[]> mine = FREE.get();
      if (mine.size() < 64) {
        mine.push(page);
      }
    }
  }

  /** Kept under a key while the work of the thread lasts, and no object for use again. */
  static class Engines {
    private static final ThreadLocal<java.util.Map<Object, Link>> ENGINES =
        ThreadLocal.withInitial(java.util.HashMap::new);

    static void save(Object key, Link link) {
      ENGINES.get().put(key, link);
    }

    static boolean forget(Object key) {
      ENGINES.get().remove(key);
      return ENGINES.get().isEmpty();
    }
  }

  static Object ends(Link link, Chain chain, java.util.concurrent.Executor writers)
      throws java.io.IOException {
    Links.with(link, chain);
    byte[] page = Spares.take();
    writers.execute(() -> Spares.recycle(page));
    writers.execute(() -> Engines.save(page, link));
    Engines.forget(page);
    try (java.io.Closeable context = Contexts.with("key", "value")) {
      new Read(java.nio.file.Path.of("notes")).execute();
    }
    return Command.current() == null ? Scratches.of(page.length) : link;
  }
}

/** What the work has cost is written down in the block that takes it all away. */
class Costs {
  private static final ThreadLocal<java.util.Map<String, Long>> COSTS = new ThreadLocal<>();

  static void begin() {
    COSTS.set(new java.util.HashMap<>());
  }

  static void add(String name, long nanos) {
    COSTS.get().put(name, nanos);
  }

  static void end() {
    COSTS.remove();
  }

  /** Called once the work is over, whether it has failed or not. */
  static void afterCompletion(long nanos, java.util.function.Consumer<String> report) {
    add("work", nanos);
    report.accept("work");
    end();
  }

  static void measured(Runnable work, java.util.function.Consumer<String> report) {
    begin();
    try {
      work.run();
    } finally {
      add("work", 1);
      report.accept("work");
      end();
    }
  }
}

/** Its values know nothing of it, so that they go as it does. */
class FreedSegment implements AutoCloseable {
  private final java.nio.ByteBuffer data;
  private final ThreadLocal<Position> position = new ThreadLocal<>();

  FreedSegment(java.nio.ByteBuffer data) {
    this.data = data;
  }

  private static final class Position {
    private final java.nio.ByteBuffer view;

    Position(java.nio.ByteBuffer view) {
      this.view = view;
    }

    long at(int index) {
      return view.getLong(index);
    }
  }

  long at(int index) {
    Position own = position.get();
    if (own == null) {
      own = new Position(data.duplicate());
      position.set(own);
    }
    return own.at(index);
  }

  @Override
  public void close() {
    position.remove();
  }

  static long reads(java.nio.ByteBuffer data) {
    try (FreedSegment segment = new FreedSegment(data)) {
      return segment.at(8);
    }
  }
}

/** Detached by the thread that attached it. */
class EndedTrace {
  private static final ThreadLocal<EndedTrace> ACTIVE = new ThreadLocal<>();
  private final String call;
  private final EndedTrace parent;

  private EndedTrace(String call, EndedTrace parent) {
    this.call = call;
    this.parent = parent;
  }

  static EndedTrace attach(String call) {
    EndedTrace trace = new EndedTrace(call, ACTIVE.get());
    ACTIVE.set(trace);
    return trace;
  }

  static String current() {
    EndedTrace trace = ACTIVE.get();
    return trace == null ? "" : trace.call;
  }

  void detach() {
    if (parent == null) {
      ACTIVE.remove();
    } else {
      ACTIVE.set(parent);
    }
  }

  static java.util.concurrent.CompletionStage<String> dispatch(
      String call,
      java.util.function.Function<String, java.util.concurrent.CompletionStage<String>> handler) {
    EndedTrace trace = EndedTrace.attach(call);
    try {
      return handler.apply(call).whenComplete((answer, failure) -> System.out.println(call));
    } finally {
      trace.detach();
    }
  }

  /** What is done on completion is attached and detached there. */
  static java.util.concurrent.CompletionStage<Void> later(
      java.util.concurrent.CompletionStage<String> answer) {
    return answer.thenAccept(
        text -> {
          EndedTrace trace = EndedTrace.attach(text);
          try {
            System.out.println(EndedTrace.current());
          } finally {
            trace.detach();
          }
        });
  }
}

/** Both ends of the work take away what was to run after it. */
class EndedWork {
  private static final ThreadLocal<java.util.List<Runnable>> LATER = new ThreadLocal<>();
  private final java.util.function.IntConsumer log;
  private boolean done;

  EndedWork(java.util.function.IntConsumer log) {
    this.log = log;
  }

  static void later(Runnable task) {
    java.util.List<Runnable> tasks = LATER.get();
    if (tasks == null) {
      tasks = new java.util.ArrayList<>();
      LATER.set(tasks);
    }
    tasks.add(task);
  }

  void commit() {
    java.util.List<Runnable> tasks = LATER.get();
    LATER.remove();
    done = true;
    if (tasks != null) {
      tasks.forEach(Runnable::run);
    }
  }

  void rollback() {
    done = true;
    log.accept(-1);
    forget();
  }

  private static void forget() {
    LATER.remove();
  }

  static void run(java.util.function.IntConsumer log, java.util.function.Consumer<EndedWork> task) {
    EndedWork work = new EndedWork(log);
    try {
      task.accept(work);
    } catch (IllegalStateException e) {
      work.rollback();
      throw e;
    }
    work.commit();
  }

  static void rename(String name, java.util.function.Consumer<String> index) {
    run(
        System.out::println,
        work -> {
          if (!work.done) {
            later(() -> index.accept(name));
          }
        });
  }
}

/** Gives up what is longer than lines are. */
class TrimmedLines {
  private static final int MOST = 8192;
  private static final ThreadLocal<StringBuilder> LINE =
      ThreadLocal.withInitial(() -> new StringBuilder(128));

  static String line(java.util.Map<String, String> event) {
    StringBuilder line = LINE.get();
    line.setLength(0);
    for (java.util.Map.Entry<String, String> entry : event.entrySet()) {
      line.append(entry.getKey()).append('=').append(entry.getValue());
    }
    String written = line.toString();
    if (line.capacity() > MOST) {
      line.setLength(0);
      line.trimToSize();
    }
    return written;
  }
}

/** Never longer than a date is. */
class Dates {
  private static final ThreadLocal<StringBuilder> DATE =
      ThreadLocal.withInitial(() -> new StringBuilder(16));

  static String date(String year, String month) {
    StringBuilder date = DATE.get();
    date.setLength(0);
    return date.append(year).append('-').append(month).toString();
  }
}

/** Set for the work of the caller, which takes it away. */
class Handled {
  private static final ThreadLocal<Object> REQUEST = new ThreadLocal<>();

  static java.util.concurrent.CompletionStage<String> handle(
      Object request,
      java.util.function.Supplier<java.util.concurrent.CompletionStage<String>> work) {
    try {
      return begin(request, work);
    } finally {
      REQUEST.remove();
    }
  }

  private static java.util.concurrent.CompletionStage<String> begin(
      Object request,
      java.util.function.Supplier<java.util.concurrent.CompletionStage<String>> work) {
    REQUEST.set(request);
    return work.get().whenComplete((answer, failure) -> REQUEST.remove());
  }
}

/** The subclass takes it off its own way, and one notes something down before the work begins. */
abstract class CleanStep {
  private static final ThreadLocal<java.util.Deque<Object>> STEPS =
      ThreadLocal.withInitial(java.util.ArrayDeque::new);

  private final java.util.List<Object> noted = new java.util.ArrayList<>();

  void perform(Object subject) {
    enter(subject);
    note(subject);
    try {
      body();
    } finally {
      leave();
    }
  }

  private void note(Object subject) {
    noted.add(subject);
  }

  void enter(Object subject) {
    STEPS.get().addLast(subject);
  }

  void leave() {
    STEPS.get().removeLast();
    STEPS.remove();
  }

  abstract void body();

  static final class Counting extends CleanStep {
    private int count;

    @Override
    void body() {
      System.out.println(count);
    }

    @Override
    void leave() {
      count++;
      super.leave();
    }
  }

  static void performs() {
    new Counting().perform("a");
  }
}

/** Set and taken away by the thread that goes on with the work. */
class GoneOn {
  private static final ThreadLocal<Object> TRACE = new ThreadLocal<>();

  static java.util.concurrent.CompletionStage<String> trace(
      Object trace, java.util.concurrent.CompletionStage<String> work) {
    return work.thenApplyAsync(
        answer -> {
          TRACE.set(trace);
          try {
            System.out.println(answer);
            return answer;
          } finally {
            TRACE.remove();
          }
        });
  }
}

/** No larger than what is worth keeping. */
class ShortLetters {
  private static final ThreadLocal<java.io.ByteArrayOutputStream> LETTER = new ThreadLocal<>();

  private static java.io.ByteArrayOutputStream empty() {
    java.io.ByteArrayOutputStream letter = LETTER.get();
    if (letter == null) {
      letter = new java.io.ByteArrayOutputStream();
      LETTER.set(letter);
    }
    letter.reset();
    return letter;
  }

  static String letter(java.util.List<byte[]> pages) {
    java.io.ByteArrayOutputStream letter = empty();
    for (byte[] page : pages) {
      letter.write(page, 0, page.length);
    }
    String text = letter.toString();
    if (letter.size() > 8192) {
      LETTER.remove();
    }
    return text;
  }
}

/** The task takes away what it sets, and the maker what it has set itself. */
class CarefulCouriers {
  private static final ThreadLocal<java.util.List<byte[]>> BAG = new ThreadLocal<>();

  static void send(
      java.util.concurrent.Executor pool, java.util.List<byte[]> bag, Runnable way) {
    BAG.set(bag);
    try {
      pool.execute(
          () -> {
            BAG.set(bag);
            try {
              way.run();
            } finally {
              BAG.remove();
            }
          });
    } finally {
      BAG.remove();
    }
  }

  static int weight() {
    return BAG.get().size();
  }
}

/** Runs it at once, and takes away what it has set. */
class ErrandsAtOnce {
  private static final ThreadLocal<StringBuilder> NOTES = new ThreadLocal<>();

  static void note(String text) {
    NOTES.get().append(text);
  }

  static String notes(java.util.List<Runnable> ways) {
    try {
      ways.stream()
          .findFirst()
          .ifPresent(
              way -> {
                NOTES.set(new StringBuilder());
                way.run();
              });
      return "done";
    } finally {
      NOTES.remove();
    }
  }
}

/** The scope of one piece of work, which its thread opens and closes. */
final class Depth implements AutoCloseable {
  private static final ThreadLocal<Depth> INNERMOST = new ThreadLocal<>();

  private final Depth outer;
  private final java.util.List<String> names = new java.util.ArrayList<>();

  private Depth(Depth outer) {
    this.outer = outer;
  }

  static Depth enter(String name) {
    Depth depth = new Depth(INNERMOST.get());
    depth.names.add(name);
    INNERMOST.set(depth);
    return depth;
  }

  @Override
  public void close() {
    if (outer == null) {
      INNERMOST.remove();
    } else {
      INNERMOST.set(outer);
    }
  }

  static void run(Runnable work) {
    try (Depth depth = enter("work")) {
      work.run();
    }
  }
}

/** One is set for each scope, which is an object beside it. */
class Marks {
  private static final ThreadLocal<java.util.Map<String, String>> MARKS = new ThreadLocal<>();

  static final class Scope implements AutoCloseable {
    @Override
    public void close() {
      MARKS.remove();
    }
  }

  static Scope open() {
    MARKS.set(new java.util.HashMap<>());
    return new Scope();
  }

  static String mark(String name) {
    return MARKS.get().put(name, name);
  }

  static void run(Runnable work) {
    try (Scope scope = open()) {
      work.run();
    }
  }

  /** Bound once more while all is stopped: whatever fails then, no work comes after it. */
  static class Tenants {
    private static final ThreadLocal<Object> CURRENT = new ThreadLocal<>();

    static void enter(Object tenant) {
      CURRENT.set(tenant);
    }

    static void leave() {
      CURRENT.remove();
    }

    static Object current() {
      return CURRENT.get();
    }

    static void serve(Object tenant, Runnable work) {
      enter(tenant);
      try {
        work.run();
      } finally {
        leave();
      }
    }

    static void stopAll(java.util.List<Object> tenants, Runnable farewell) {
      for (Object tenant : tenants) {
        enter(tenant);
        farewell.run();
        leave();
      }
    }
  }

  static class Shelf {
    private final ThreadLocal<java.util.List<Object>> own =
        ThreadLocal.withInitial(java.util.ArrayList::new);

    void putBack(Object book) {
      java.util.List<Object> books = own.get();
      if (books.size() < 20) {
        books.add(book);
      }
    }

    Object take() {
      java.util.List<Object> books = own.get();
      return books.isEmpty() ? null : books.remove(books.size() - 1);
    }
  }
}
