package weak_map_value_holds_key;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

public class Leaks {
  static class Document {
    private final StringBuilder text = new StringBuilder();

    int length() {
      return text.length();
    }
  }

  static class View {
    private final Document document;

    View(Document document) {
      this.document = document;
    }

    int lines() {
      return document.length() / 80;
    }
  }

  static class Views {
    private static final Map<Document, View> VIEWS = new WeakHashMap<>();

    static synchronized View of(Document document) {
      View view = VIEWS.get(document);
      if (view == null) {
        view = new View(document);
        VIEWS.put(document, view); // LEAK
      }
      return view;
    }
  }

  static class Cached {
    private final Map<Document, View> views = Collections.synchronizedMap(new WeakHashMap<>());

    View of(Document document) {
      return views.computeIfAbsent(document, d -> new View(d)); // LEAK
    }
  }

  static class Constructed {
    private final Map<Document, View> views = new WeakHashMap<>();

    synchronized View of(Document document) {
      return views.computeIfAbsent(document, View::new); // LEAK
    }
  }

  static class Undo {
    private final Map<Document, Runnable> actions = new WeakHashMap<>();

    void remember(Document document, int length) {
      actions.put(document, () -> document.text.setLength(length)); // LEAK
    }
  }

  static class Editor {
    private static final Map<Document, Editor> EDITORS = new WeakHashMap<>();
    private final Document document;

    Editor(Document document) {
      this.document = document;
      EDITORS.put(document, this); // LEAK
    }

    int length() {
      return document.length();
    }
  }

  static class Links {
    private final Map<Document, List<Document>> links = new WeakHashMap<>();

    void link(Document from, Document to) {
      List<Document> both = new ArrayList<>();
      both.add(from);
      both.add(to);
      links.put(from, both); // LEAK
    }
  }

  public static int views() {
    return Views.of(new Document()).lines();
  }

  public static int caches() {
    return new Cached().of(new Document()).lines();
  }

  public static int constructs() {
    return new Constructed().of(new Document()).lines();
  }

  public static void remembers() {
    new Undo().remember(new Document(), 0);
  }

  public static int edits() {
    return new Editor(new Document()).length();
  }

  public static void links() {
    new Links().link(new Document(), new Document());
  }

  /** The name stays as long as the source does, which the superclass of each parser keeps. */
  static class Source {
    private final String name;

    Source(String name) {
      this.name = name;
    }

    String getName() {
      return name;
    }
  }

  static class Parser {
    private Source source;

    Parser(Source source) {
      use(source);
    }

    final void use(Source next) {
      source = next;
    }

    String source() {
      return source.getName();
    }
  }

  static class ReportingParser extends Parser {
    private static final Map<String, ReportingParser> FIRST = new WeakHashMap<>();

    ReportingParser(Source source) {
      super(source);
      FIRST.putIfAbsent(source.getName(), this); // LEAK
    }
  }

  public static String parses(String name) {
    return new ReportingParser(new Source(name)).source();
  }

  /** Made by a method of its own, told of the key later, or kept in a list under it. */
  static class Windows {
    private static final Map<Source, View> VIEWS = new WeakHashMap<>();
    private static final Map<Source, Note> NOTES = new WeakHashMap<>();
    private static final Map<Source, java.util.List<Runnable>> TASKS = new WeakHashMap<>();
    private static final java.util.concurrent.ConcurrentMap<Source, View> SHOWN =
        new com.google.common.collect.MapMaker().weakKeys().makeMap();

    static class View {
      private final Source shown;

      View(Source shown) {
        this.shown = shown;
      }

      String title() {
        return shown.getName();
      }
    }

    static class Note {
      private Source about;

      void setAbout(Source source) {
        about = source;
      }

      String text() {
        return about.getName();
      }
    }

    private static View viewOf(Source source) {
      return new View(source);
    }

    static View view(Source source) {
      View view = VIEWS.get(source);
      if (view == null) {
        view = viewOf(source);
        VIEWS.put(source, view); // LEAK
      }
      return view;
    }

    static View show(Source source) {
      return SHOWN.computeIfAbsent(source, Windows::viewOf); // LEAK
    }

    static Note note(Source source) {
      Note note = new Note();
      note.setAbout(source);
      NOTES.put(source, note); // LEAK
      return note;
    }

    static void later(Source source) {
      TASKS
          .computeIfAbsent(source, s -> new java.util.ArrayList<>())
          .add(() -> System.out.println(source.getName())); // LEAK
    }

    static int tasks(Source source) {
      return TASKS.get(source).size();
    }
  }

  public static String windows(Source source) {
    Windows.later(source);
    return Windows.view(source).title()
        + Windows.show(source).title()
        + Windows.note(source).text()
        + Windows.tasks(source);
  }

  /** The field is read once for the value, and once more for the key. */
  public static final class Rules {
    private static final Map<Class<?>, Description> DESCRIPTIONS = new WeakHashMap<>();

    private final Class<?> type;

    public Rules(Class<?> type) {
      this.type = type;
    }

    public Description description() {
      Description known = DESCRIPTIONS.get(type);
      if (known == null) {
        known = new Description(type);
        DESCRIPTIONS.put(type, known); // LEAK
      }
      return known;
    }
  }

  public static final class Description {
    private final Class<?> type;

    Description(Class<?> type) {
      this.type = type;
    }

    public String name() {
      return type.getName();
    }
  }

  /** A method holds the class that it is of. */
  public static final class Setters {
    private static final Map<Class<?>, Map<String, Method>> SETTERS = new WeakHashMap<>();

    private static void add(Class<?> type, String name, Method setter) {
      Map<String, Method> known = SETTERS.get(type);
      if (known == null) {
        known = new HashMap<>();
        SETTERS.put(type, known);
      }
      known.put(name, setter); // LEAK
    }

    public static Method find(Class<?> type, String name) throws NoSuchMethodException {
      Map<String, Method> known = SETTERS.get(type);
      if (known == null || !known.containsKey(name)) {
        add(type, name, type.getMethod(name, String.class));
      }
      return SETTERS.get(type).get(name);
    }
  }

  /** Made by a factory of the program, whose name says what it does with the keys. */
  static class Transactions {
    private final java.util.Map<Object, Work> work = Maps.createWeakKeyMap(64);

    Work begin(Object transaction) {
      Work begun = new Work(transaction);
      work.put(transaction, begun); // LEAK
      return begun;
    }
  }

  static class Maps {
    static <K, V> java.util.Map<K, V> createWeakKeyMap(int size) {
      return new java.util.WeakHashMap<>(size);
    }
  }

  static class Work {
    private final Object transaction;

    Work(Object transaction) {
      this.transaction = transaction;
    }

    boolean isOf(Object other) {
      return transaction == other;
    }
  }

  static boolean works(Transactions transactions, Object transaction) {
    return transactions.begin(transaction).isOf(transaction);
  }

  /** Each plug-in holds its class, and that the loader. */
  public static class Plugins {
    private static final Map<ClassLoader, List<Runnable>> PLUGINS = new WeakHashMap<>();
    private static final Map<ClassLoader, Class<?>> MAINS = new WeakHashMap<>();

    public static synchronized List<Runnable> of(List<String> names) throws Exception {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      List<Runnable> plugins = PLUGINS.get(loader);
      if (plugins == null) {
        plugins = new ArrayList<>();
        for (String name : names) {
          plugins.add((Runnable) loader.loadClass(name).getDeclaredConstructor().newInstance());
        }
        PLUGINS.put(loader, plugins); // LEAK
      }
      return plugins;
    }

    public static synchronized Class<?> main(ClassLoader loader) throws Exception {
      Class<?> main = MAINS.get(loader);
      if (main == null) {
        main = loader.loadClass("app.Main");
        MAINS.put(loader, main); // LEAK
      }
      return main;
    }
  }

  /** Each descriptor keeps the method it was made of, and that its class. */
  static class Descriptors {
    private static final Map<Class<?>, Property[]> ALL =
        Collections.synchronizedMap(new WeakHashMap<>());
    private static final Map<Class<?>, List<Property>> LISTS = new WeakHashMap<>();

    static Property[] of(Class<?> type) {
      Property[] known = ALL.get(type);
      if (known == null) {
        known = new Property[type.getMethods().length];
        ALL.put(type, known); // LEAK
        for (int i = 0; i < known.length; i++) {
          known[i] = new MethodProperty(type.getMethods()[i]);
        }
      }
      return known;
    }

    static synchronized List<Property> list(Class<?> type) {
      List<Property> all = new ArrayList<>();
      for (Method method : type.getMethods()) {
        all.add(new MethodProperty(method));
      }
      LISTS.put(type, all); // LEAK
      return all;
    }
  }

  abstract static class Property {
    abstract Object read(Object of) throws ReflectiveOperationException;
  }

  static class MethodProperty extends Property {
    private final Method getter;

    MethodProperty(Method getter) {
      this.getter = getter;
    }

    @Override
    Object read(Object of) throws ReflectiveOperationException {
      return getter.invoke(of);
    }
  }

  /** Each decoder tells its resolver which loader to ask. */
  static class Decoders {
    private static final Map<ClassLoader, Decoder> ALL = new WeakHashMap<>();

    static synchronized Decoder of(ClassLoader loader) {
      Decoder decoder = ALL.get(loader);
      if (decoder == null) {
        decoder = new Decoder();
        decoder.setLoader(loader);
        ALL.put(loader, decoder); // LEAK
      }
      return decoder;
    }
  }

  static class Decoder {
    private final Resolver resolver = new Resolver();

    void setLoader(ClassLoader loader) {
      resolver.setLoader(loader);
    }

    Class<?> decode(String name) throws ClassNotFoundException {
      return resolver.resolve(name);
    }
  }

  static class Resolver {
    private ClassLoader loader;

    void setLoader(ClassLoader loader) {
      this.loader = loader;
    }

    Class<?> resolve(String name) throws ClassNotFoundException {
      return Class.forName(name, false, loader);
    }
  }

  /** Every name is its own value, and so is held by the map that should let it go. */
  static final class Names {
    private static final Map<String, String> NAMES = new WeakHashMap<>();

    static synchronized String canonical(String name) {
      return NAMES.computeIfAbsent(name, n -> n); // LEAK
    }
  }

  /** An array of methods leads to the class that declares them. */
  static final class Getters {
    private static final Map<Class<?>, Method[]> GETTERS = new WeakHashMap<>();

    static synchronized Method[] of(Class<?> type) {
      return GETTERS.computeIfAbsent(type, t -> t.getMethods()); // LEAK
    }
  }
}
