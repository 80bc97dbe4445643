package thread_local_never_removed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

class Leaks {
  record User(String name, byte[] picture) {}

  static class CurrentUser {
    private static final ThreadLocal<User> CURRENT = new ThreadLocal<>();

    public static void enter(User user) {
      CURRENT.set(user); // LEAK
    }

    public static User get() {
      return CURRENT.get();
    }
  }

  static class Cleared {
    private final ThreadLocal<User> current = new ThreadLocal<>();

    void handle(User user, Runnable work) {
      current.set(user); // LEAK
      try {
        work.run();
      } finally {
        current.set(null);
      }
    }
  }

  /** Who takes the value away knows where it ends, and leaves the entry there. */
  static class ClearedForAll {
    private static final ThreadLocal<User> CURRENT = new ThreadLocal<>();

    static void handle(User user, Runnable work) {
      CURRENT.set(user); // LEAK
      work.run();
      CURRENT.set(null);
    }
  }

  /** Whatever the work throws, no value stays, but an empty entry of the one thread local. */
  static class EmptiedForAll {
    private static final ThreadLocal<User> CURRENT = new ThreadLocal<>();

    static void handle(User user, Runnable work) {
      CURRENT.set(user); // LEAK(low)
      try {
        work.run();
      } finally {
        CURRENT.set(null);
      }
    }
  }

  /** The same where callers take back what they set, or put back what was there. */
  static class Renters {
    private static final ThreadLocal<User> RENTER = new ThreadLocal<>();

    static void enter(User renter) {
      RENTER.set(renter); // LEAK(low)
    }

    static User current() {
      return RENTER.get();
    }
  }

  static boolean serve(User renter, java.util.concurrent.Callable<Boolean> work) {
    Renters.enter(renter);
    try {
      return work.call();
    } catch (Exception failure) {
      return false;
    } finally {
      Renters.enter(null);
    }
  }

  static void borrow(User renter, Runnable work) {
    User before = Renters.current();
    try {
      if (renter != null) {
        Renters.enter(renter);
      }
      work.run();
    } finally {
      Renters.enter(before);
    }
  }

  /** One of the callers forgets it when the work throws. */
  static class Callers {
    private static final ThreadLocal<User> CALLER = new ThreadLocal<>();

    static void enter(User caller) {
      CALLER.set(caller); // LEAK
    }

    static User current() {
      return CALLER.get();
    }
  }

  static void ring(User caller, Runnable work) {
    Callers.enter(caller);
    work.run();
    Callers.enter(null);
  }

  /** The same where the value is nothing but a flag: little stays. */
  static class Nested {
    private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

    void handle(Runnable work) {
      inside.set(true); // LEAK(low)
      try {
        work.run();
      } finally {
        inside.set(null);
      }
    }
  }

  static void nested(Runnable work) {
    new Nested().handle(work);
  }

  static class Events {
    private static final ThreadLocal<List<String>> SEEN = ThreadLocal.withInitial(ArrayList::new);

    static void see(String event) {
      SEEN.get().add(event); // LEAK
    }

    static int count() {
      return SEEN.get().size();
    }
  }

  static class Bus {
    private final ThreadLocal<Deque<String>> waiting = ThreadLocal.withInitial(ArrayDeque::new);

    void post(String event) {
      waiting.get().add(event); // LEAK(low)
      while (!waiting.get().isEmpty()) {
        System.out.println(waiting.get().poll());
      }
    }
  }

  static class Greeter {
    private final ThreadLocal<Deque<User>> waiting = ThreadLocal.withInitial(ArrayDeque::new);

    void greet(User user) {
      waiting.get().add(user); // LEAK
      while (!waiting.get().isEmpty()) {
        System.out.println(waiting.get().poll());
      }
    }
  }

  static void use(String name) {
    CurrentUser.enter(new User(name, new byte[1000]));
    System.out.println(CurrentUser.get());
    new Cleared().handle(new User(name, new byte[1000]), () -> {});
    Events.see(name);
    Events.count();
    new Bus().post(name);
    new Greeter().greet(new User(name, new byte[1000]));
  }

  private Leaks() {}

  /** An exception of the work passes the removal by. */
  static class Traced {
    private static final ThreadLocal<User> CURRENT = new ThreadLocal<>();

    static void handle(User user, Runnable work) {
      CURRENT.set(user); // LEAK
      work.run();
      CURRENT.remove();
    }

    static User current() {
      return CURRENT.get();
    }
  }

  static String trace(User user) {
    Traced.handle(user, () -> {});
    return Traced.current().name();
  }

  /** The class of the value, and its loader, stay with the threads of a container. */
  static class Codecs {
    private static final ThreadLocal<Codec> CODEC = ThreadLocal.withInitial(Codec::create); // LEAK: thread-local-pins-class-loader

    static int encode(int value) {
      return CODEC.get().encode(value);
    }
  }

  static class Codec {
    static Codec create() {
      return new Codec();
    }

    int encode(int value) {
      return value ^ 7;
    }
  }

  static int encodes(int value) {
    return Codecs.encode(value);
  }

  /** A thread local that its field knows as an object, as where old platforms had none. */
  static class Diagnostics {
    private static final Object CONTEXT = new ThreadLocal<java.util.Map<String, Object>>();

    @SuppressWarnings("unchecked")
    static void put(String key, Object value) {
      ThreadLocal<java.util.Map<String, Object>> context =
          (ThreadLocal<java.util.Map<String, Object>>) CONTEXT;
      java.util.Map<String, Object> all = context.get();
      if (all == null) {
        all = new java.util.HashMap<>();
        context.set(all);
      }
      all.put(key, value); // LEAK
    }
  }

  /** Everybody may read it; nobody who is in sight takes the value away. */
  static class Requests {
    public static final ThreadLocal<User> CURRENT = new ThreadLocal<>();

    static void enter(User user) {
      CURRENT.set(user); // LEAK
    }
  }

  static int diagnoses(User user) {
    Diagnostics.put(user.name(), user);
    Requests.enter(user);
    return Requests.CURRENT.get().picture().length;
  }

  /** Emptied when the work is done, but there in each thread for good. */
  static class Depths {
    private static final ThreadLocal<Deque<String>> OPEN =
        ThreadLocal.withInitial(ArrayDeque::new);

    static int inside(String name, java.util.function.ToIntFunction<String> work) {
      OPEN.get().push(name); // LEAK(low)
      try {
        return work.applyAsInt(name);
      } finally {
        OPEN.get().pop();
      }
    }
  }

  static int depth(String name) {
    return Depths.inside(name, String::length);
  }

  /** Made at first use and kept: each thread keeps the log of its last transaction, too. */
  static class Transactions {
    private static final ThreadLocal<Transaction> RUNNING = new ThreadLocal<>();

    static void inTransaction(String key, Object value) {
      Transaction transaction = RUNNING.get();
      if (transaction == null) {
        transaction = new Transaction();
        RUNNING.set(transaction); // LEAK
      }
      transaction.write(key, value);
    }
  }

  static class Transaction {
    private final java.util.Map<String, Object> written = new java.util.HashMap<>();

    void write(String key, Object value) {
      written.put(key, value);
    }
  }

  /** What a failing task has pushed stays on the stack of its thread. */
  static class Indents {
    private static final ThreadLocal<Deque<String>> PREFIXES =
        ThreadLocal.withInitial(ArrayDeque::new);

    static String print(String prefix, Object value) {
      PREFIXES.get().push(prefix); // LEAK
      String text = value.toString();
      PREFIXES.get().pop();
      return prefix + text;
    }
  }

  /** The same by others, who get the stack from a method. */
  static class Decorations {
    private static final ThreadLocal<Deque<Object>> STACK = ThreadLocal.withInitial(ArrayDeque::new);

    static Deque<Object> stack() {
      return STACK.get();
    }
  }

  static void decorate(Object bean, java.util.function.Consumer<Object> create) {
    Decorations.stack().push(bean); // LEAK
    create.accept(bean);
    Decorations.stack().pop();
  }

  /** One method for all: what it returns is what it has just set, and no former value. */
  static class Control {
    private static final ThreadLocal<User> USERS = new ThreadLocal<>();

    static User control(boolean enters, User user) {
      if (enters) {
        USERS.set(user); // LEAK
        return user;
      }
      return USERS.get();
    }
  }

  /** Restored here, but entered elsewhere by those who restore nothing. */
  static class Messages {
    private static final ThreadLocal<User> SENDER = new ThreadLocal<>();

    static void send(User sender) {
      SENDER.set(sender); // LEAK
    }
  }

  static class Inner {
    static void call(User sender, Runnable work) {
      User former = Messages.SENDER.get();
      Messages.send(sender);
      try {
        work.run();
      } finally {
        Messages.SENDER.set(former);
      }
    }
  }

  static int transact(User user) {
    Transactions.inTransaction(user.name(), user);
    decorate(Indents.print("", user), System.out::println);
    Inner.call(user, () -> Messages.send(user));
    return Control.control(true, user).picture().length;
  }

  /** Made when first asked for, and taken away by another method when the search is over. */
  static class Searches {
    private final ThreadLocal<Selection> selection = new ThreadLocal<>();

    Selection select(String pattern) {
      Selection selected = selection.get();
      if (selected == null) {
        selected = new Selection(pattern);
        selection.set(selected); // LEAK
      }
      return selected;
    }

    void done() {
      selection.set(null);
    }
  }

  record Selection(String pattern) {}

  /** Made anew where the one of the thread no longer serves, and taken away by another method. */
  static class Tokens {
    private static final ThreadLocal<Token> TOKEN = new ThreadLocal<>();

    static Token token(java.util.function.Supplier<Token> login) {
      Token token = TOKEN.get();
      if (null == token || token.expires() < System.nanoTime()) {
        token = login.get();
      }
      TOKEN.set(token); // LEAK
      return token;
    }

    static void logout() {
      TOKEN.set(null);
    }
  }

  record Token(String text, long expires) {}

  /** Each object has a thread local of its own, whose map stays when the object goes. */
  static class Scratchpad {
    private final PerThread<Integer, int[]> arrays = new PerThread<>();

    int[] array(int length) {
      java.util.Map<Integer, int[]> mine = arrays.get();
      int[] array = mine.get(length);
      if (array == null) {
        array = new int[length];
        mine.put(length, array); // LEAK
      }
      return array;
    }
  }

  private static class PerThread<K, V> extends ThreadLocal<java.util.Map<K, V>> {
    @Override
    protected java.util.Map<K, V> initialValue() {
      return new java.util.HashMap<>();
    }
  }

  static int scratch(Token token) {
    int length = Tokens.token(() -> token).text().length();
    Tokens.logout();
    return new Scratchpad().array(length).length;
  }

  /** One call for both. */
  static class Reactions {
    private final ThreadLocal<Boolean> disabled = new ThreadLocal<>();

    void setDisabled(boolean disables) {
      disabled.set(disables ? Boolean.TRUE : null); // LEAK(low)
    }

    boolean react(Runnable reaction) {
      if (disabled.get() == null) {
        reaction.run();
      }
      return disabled.get() == null;
    }
  }

  /** What ends the context gives the thread that ends it another value. */
  static class RequestContexts implements AutoCloseable {
    public ThreadLocal<java.util.Map<String, Object>> values =
        ThreadLocal.withInitial(java.util.HashMap::new);

    @Override
    public void close() {
      values.set(new java.util.HashMap<>()); // LEAK
    }
  }

  static int searches(User user, Searches searches, RequestContexts contexts) {
    Selection selected = searches.select(user.name());
    searches.done();
    Reactions reactions = new Reactions();
    reactions.setDisabled(true);
    java.util.Map<String, Object> before = contexts.values.get();
    contexts.values.set(before);
    contexts.close();
    return reactions.react(() -> {}) ? selected.pattern().length() : before.size();
  }

  /** Each thread that took a slice keeps the whole pool, also when nobody else does. */
  static class SlicePool {
    private final Deque<byte[]> shared = new ArrayDeque<>();
    private final ThreadLocal<Recent> recent = // LEAK
        new ThreadLocal<>() {
          @Override
          protected Recent initialValue() {
            return new Recent();
          }
        };

    byte[] take() {
      byte[] slice = recent.get().next;
      return slice == null ? shared.poll() : slice;
    }

    void free(byte[] slice) {
      shared.add(slice);
    }

    private final class Recent {
      final byte[] next = shared.poll();

      int left() {
        return shared.size();
      }
    }
  }

  /** The same, made by a function and told by name. */
  static class Codebook {
    private final List<String> words = new ArrayList<>();
    private final ThreadLocal<Cursor> cursor = ThreadLocal.withInitial(() -> new Cursor(this)); // LEAK

    String word() {
      return cursor.get().next();
    }
  }

  static class Cursor {
    private final Codebook book;
    private int at;

    Cursor(Codebook book) {
      this.book = book;
    }

    String next() {
      return book.words.get(at++);
    }
  }

  /** Counts up and down around the work; what counts stays with the thread, and its class too. */
  static class Recursion {
    private static final ThreadLocal<Depth> DEPTH = ThreadLocal.withInitial(Depth::new); // LEAK

    static Object again(java.util.function.Supplier<Object> work) {
      Depth depth = DEPTH.get();
      depth.increment();
      try {
        return work.get();
      } finally {
        depth.decrement();
      }
    }
  }

  static class Depth {
    private int count;

    void increment() {
      if (count++ == 20) {
        throw new IllegalStateException("too deep");
      }
    }

    void decrement() {
      count--;
    }
  }

  static Object perThread(SlicePool pool, Codebook book) {
    pool.free(pool.take());
    return Recursion.again(book::word);
  }

  /** Emptied by another method, if that is called. */
  static class Resources {
    private static final ThreadLocal<java.util.Map<Object, Object>> BOUND =
        ThreadLocal.withInitial(java.util.HashMap::new);

    static void put(Object key, Object value) {
      BOUND.get().put(key, value); // LEAK
    }

    static void completed() {
      BOUND.get().clear();
    }
  }

  /** What the page tells itself, and the filter takes away again. */
  public static class RequestContext {
    private static final ThreadLocal<RequestContext> CURRENT = new ThreadLocal<>();
    private javax.servlet.ServletRequest request;

    static void begin(javax.servlet.ServletRequest request) {
      RequestContext context = new RequestContext();
      context.request = request;
      CURRENT.set(context);
    }

    static String host() {
      return CURRENT.get().request.getRemoteHost();
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

  /** Enters as the servlet does, and leaves the request with the thread. */
  public static class Images implements javax.servlet.Filter {
    @Override
    public void init(javax.servlet.FilterConfig config) {}

    @Override
    public void doFilter(
        javax.servlet.ServletRequest request,
        javax.servlet.ServletResponse response,
        javax.servlet.FilterChain chain)
        throws java.io.IOException, javax.servlet.ServletException {
      RequestContext.begin(request); // LEAK
      chain.doFilter(request, response);
      System.out.println(RequestContext.host());
    }

    @Override
    public void destroy() {}
  }

  /** Nobody calls what would take the user away. */
  public static class Users {
    private static final ThreadLocal<User> USER = new ThreadLocal<>();

    public static void set(User user) {
      USER.set(user);
    }

    public static User get() {
      return USER.get();
    }

    public static void clear() {
      USER.remove();
    }
  }

  public static class Login extends javax.servlet.http.HttpServlet {
    @Override
    protected void doGet(
        javax.servlet.http.HttpServletRequest request,
        javax.servlet.http.HttpServletResponse response)
        throws java.io.IOException {
      Users.set(new User(request.getRemoteUser(), new byte[1000])); // LEAK
      response.getWriter().println(Users.get().name());
    }
  }

  static void resources(String key, Object value) {
    Resources.put(key, value);
    Resources.completed();
  }

  /** Set and taken away by methods with names of their own, but not where the chain throws. */
  static class Tenants {
    private static final ThreadLocal<Tenant> CURRENT = new ThreadLocal<>();

    static void enter(Tenant tenant) {
      CURRENT.set(tenant);
    }

    static void leave() {
      CURRENT.remove();
    }

    static String name() {
      return CURRENT.get().name();
    }
  }

  record Tenant(String name, List<String> rights) {}

  interface Chain {
    void proceed(Object request) throws java.io.IOException;
  }

  static void filter(Tenant tenant, Object request, Chain chain) throws java.io.IOException {
    Tenants.enter(tenant); // LEAK
    chain.proceed(request);
    Tenants.leave();
  }

  /** Popped only where the call comes back, and what it catches pops nothing. */
  static class Frames {
    private static final ThreadLocal<Deque<Object[]>> OPEN =
        ThreadLocal.withInitial(ArrayDeque::new);

    static void push(Object... frame) {
      OPEN.get().push(frame);
    }

    static void pop() {
      Deque<Object[]> open = OPEN.get();
      open.poll();
      if (open.isEmpty()) {
        OPEN.remove();
      }
    }
  }

  static Object traced(Object target, java.lang.reflect.Method method) throws Throwable {
    Frames.push(target, method); // LEAK
    try {
      Object result = method.invoke(target);
      Frames.pop();
      return result;
    } catch (java.lang.reflect.InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Returns before the try statement that would take it away. */
  static class Rendering {
    private static final ThreadLocal<Rendering> CURRENT = new ThreadLocal<>();
    private final List<String> warnings = new ArrayList<>();

    static String render(String template) {
      Rendering rendering = new Rendering();
      CURRENT.set(rendering); // LEAK
      if (template.indexOf('{') < 0) {
        return template;
      }
      try {
        return rendering.expand(template);
      } finally {
        CURRENT.remove();
      }
    }

    private String expand(String template) {
      warnings.add(template);
      return template.replace('{', '(');
    }

    static int warnings() {
      return CURRENT.get().warnings.size();
    }
  }

  static String renders(Tenant tenant, Chain chain) throws Throwable {
    filter(tenant, Rendering.warnings(), chain);
    traced(chain, Chain.class.getMethods()[0]);
    return Rendering.render(Tenants.name());
  }
}

/** Closing it frees the value of one thread; those of the others refer to it, and so to their key. */
class Segment implements AutoCloseable {
  private final java.nio.ByteBuffer data;
  private final ThreadLocal<Position> position = new ThreadLocal<>();

  Segment(java.nio.ByteBuffer data) {
    this.data = data;
  }

  private final class Position {
    private int reads;

    long at(int index) {
      reads++;
      return data.getLong(index);
    }
  }

  long at(int index) {
    Position own = position.get();
    if (own == null) {
      own = new Position();
      position.set(own); // LEAK
    }
    return own.at(index);
  }

  @Override
  public void close() {
    position.remove();
  }

  static long reads(java.nio.ByteBuffer data) {
    try (Segment segment = new Segment(data)) {
      return segment.at(8);
    }
  }
}

/** Attached by the thread that begins, detached by the one that completes. */
class Trace {
  private static final ThreadLocal<Trace> ACTIVE = new ThreadLocal<>();
  private final String call;
  private final Trace parent;

  private Trace(String call, Trace parent) {
    this.call = call;
    this.parent = parent;
  }

  static Trace attach(String call) {
    Trace trace = new Trace(call, ACTIVE.get());
    ACTIVE.set(trace);
    return trace;
  }

  static String current() {
    Trace trace = ACTIVE.get();
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
    Trace trace = Trace.attach(call); // LEAK
    return handler.apply(call).whenComplete((answer, failure) -> trace.detach());
  }
}

/** What is to run after a commit waits in the thread also when there is none. */
class Work {
  private static final ThreadLocal<List<Runnable>> LATER = new ThreadLocal<>();
  private final java.util.function.IntConsumer log;
  private boolean done;

  Work(java.util.function.IntConsumer log) {
    this.log = log;
  }

  static void later(Runnable task) {
    List<Runnable> tasks = LATER.get();
    if (tasks == null) {
      tasks = new ArrayList<>();
      LATER.set(tasks);
    }
    tasks.add(task); // LEAK
  }

  void commit() {
    List<Runnable> tasks = LATER.get();
    LATER.remove();
    done = true;
    if (tasks != null) {
      tasks.forEach(Runnable::run);
    }
  }

  void rollback() {
    done = true;
    log.accept(-1);
  }

  static void run(java.util.function.IntConsumer log, java.util.function.Consumer<Work> task) {
    Work work = new Work(log);
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

/** As long as the longest line that the thread has ever written. */
class Lines {
  private static final ThreadLocal<StringBuilder> LINE =
      ThreadLocal.withInitial(() -> new StringBuilder(128));

  static String line(java.util.Map<String, String> event) {
    StringBuilder line = LINE.get(); // LEAK
    line.setLength(0);
    for (java.util.Map.Entry<String, String> entry : event.entrySet()) {
      line.append(entry.getKey()).append('=');
      quote(line, entry.getValue());
    }
    return line.toString();
  }

  private static void quote(StringBuilder line, String value) {
    line.append('"').append(value).append('"');
  }
}

/** What ends a step takes the step off the stack, but for the one that counts. */
abstract class Step {
  private static final ThreadLocal<Deque<Object>> STEPS =
      ThreadLocal.withInitial(ArrayDeque::new);

  void perform(Object subject) {
    enter(subject); // LEAK
    try {
      body();
    } finally {
      leave();
    }
  }

  void enter(Object subject) {
    STEPS.get().addLast(subject);
  }

  void leave() {
    STEPS.get().removeLast();
  }

  abstract void body();

  static final class Counting extends Step {
    private int count;

    @Override
    void body() {
      System.out.println(count);
    }

    @Override
    void leave() {
      count++;
    }
  }

  static void performs() {
    new Counting().perform("a");
  }
}

/** The one who began has it still when another thread completes the work. */
class Traced {
  private static final ThreadLocal<Object> TRACE = new ThreadLocal<>();

  static java.util.concurrent.CompletionStage<String> trace(
      Object trace, java.util.concurrent.CompletionStage<String> work) {
    TRACE.set(trace); // LEAK
    return work.thenApplyAsync(
        answer -> {
          System.out.println(answer);
          TRACE.remove();
          return answer;
        });
  }
}

/** Made when a thread needs it first, and handed out empty. */
class Letters {
  private static final ThreadLocal<java.io.ByteArrayOutputStream> LETTER = new ThreadLocal<>();

  private static java.io.ByteArrayOutputStream empty() {
    java.io.ByteArrayOutputStream letter = LETTER.get(); // LEAK
    if (letter == null) {
      letter = new java.io.ByteArrayOutputStream();
      LETTER.set(letter);
    } else {
      letter.reset();
    }
    return letter;
  }

  static String letter(List<byte[]> pages) {
    java.io.ByteArrayOutputStream letter = empty();
    for (byte[] page : pages) {
      letter.write(page, 0, page.length);
    }
    return letter.toString();
  }
}

/** Each thread has a few of what each object makes for it. */
class FewNumbers {
  private final ThreadLocal<java.util.Map<String, java.text.DecimalFormat>> formats =
      ThreadLocal.withInitial(java.util.HashMap::new);

  String format(String pattern, double number) {
    java.util.Map<String, java.text.DecimalFormat> known = formats.get();
    if (known.size() > 20) {
      known.clear();
    }
    return known.computeIfAbsent(pattern, java.text.DecimalFormat::new).format(number); // LEAK(low)
  }

  static String formats(String pattern) {
    return new FewNumbers().format(pattern, 1);
  }
}

/** The number of the last mistake, which the next one takes the place of. */
class Mistakes {
  private static final ThreadLocal<Integer> LAST = ThreadLocal.withInitial(() -> 0);

  public static void note(int code) {
    LAST.set(code); // LEAK(low)
  }

  public static boolean is(int code) {
    return LAST.get() == code;
  }
}

/** Takes it away where the work is handed in, not where it is done. */
class Couriers {
  private static final ThreadLocal<List<byte[]>> BAG = new ThreadLocal<>();

  static Runnable packed(List<byte[]> bag, Runnable way) {
    Runnable delivers =
        () -> {
          BAG.set(bag); // LEAK
          way.run();
        };
    BAG.remove();
    return delivers;
  }

  static int weight() {
    return BAG.get().size();
  }
}

/** As a class of its own. */
class Errands {
  private static final ThreadLocal<StringBuilder> NOTES = new ThreadLocal<>();

  private static final class Errand implements Runnable {
    private final Runnable way;

    Errand(Runnable way) {
      this.way = way;
    }

    @Override
    public void run() {
      NOTES.set(new StringBuilder()); // LEAK
      way.run();
    }
  }

  static void send(java.util.concurrent.Executor pool, Runnable way) {
    try {
      pool.execute(new Errand(way));
    } finally {
      forget();
    }
  }

  static void note(String text) {
    NOTES.get().append(text);
  }

  private static void forget() {
    NOTES.remove();
  }

  /** Each piece of work ends its scope and leaves it there; only the end of all takes one away. */
  static class Scopes {
    private static final ThreadLocal<Scope> CURRENT = new ThreadLocal<>();

    void begin() {
      CURRENT.set(new Scope()); // LEAK
    }

    void end() {
      if (CURRENT.get() != null) {
        CURRENT.get().close();
      }
    }

    Scope current() {
      return CURRENT.get();
    }

    public void destroy(Object container) {
      System.err.println("destroyed with " + container);
      CURRENT.remove();
    }
  }

  static class Scope {
    private List<Object> beans = new ArrayList<>();

    void add(Object bean) {
      beans.add(bean);
    }

    void close() {
      beans = List.of();
    }
  }

  /** One small object of the JDK for each thread, until the next one takes its place. */
  static class LastMatch {
    private final java.util.regex.Pattern pattern;
    private final ThreadLocal<java.util.regex.Matcher> last = new ThreadLocal<>();

    LastMatch(java.util.regex.Pattern pattern) {
      this.pattern = pattern;
    }

    boolean matches(String text) {
      java.util.regex.Matcher matcher = pattern.matcher(text);
      boolean found = matcher.matches();
      if (found) {
        last.set(matcher); // LEAK(low)
      }
      return found;
    }

    String group(int number) {
      return last.get().group(number);
    }
  }
}
