package weak_map_value_holds_key;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

public class Clean {
  static class Document {
    private final String title;
    private Summary summary;

    Document(String title) {
      this.title = title;
    }
  }

  static class Summary {
    private final String title;
    private final int length;

    Summary(Document document) {
      title = document.title;
      length = document.title.length();
    }

    String text() {
      return title + ' ' + length;
    }
  }

  static class View {
    private final Document document;

    View(Document document) {
      this.document = document;
    }
  }

  static class Copies {
    private final Map<Document, Summary> summaries = new WeakHashMap<>();

    Summary of(Document document) {
      return summaries.computeIfAbsent(document, Summary::new);
    }

    void put(Document document) {
      summaries.put(document, new Summary(document));
    }
  }

  static class Views {
    private static final Map<Document, WeakReference<View>> VIEWS = new WeakHashMap<>();

    static synchronized View of(Document document) {
      WeakReference<View> view = VIEWS.get(document);
      View known = view == null ? null : view.get();
      if (known == null) {
        known = new View(document);
        VIEWS.put(document, new WeakReference<>(known));
      }
      return known;
    }
  }

  static class Undo {
    private final Map<Document, Runnable> actions = new WeakHashMap<>();

    void remember(Document document) {
      String title = document.title;
      actions.put(document, () -> System.out.println(title));
    }
  }

  static class Titles {
    private final Map<Document, String> titles = new WeakHashMap<>();

    String of(Document document) {
      return titles.computeIfAbsent(document, d -> d.title.trim());
    }
  }

  public static String copies(Document document) {
    Copies copies = new Copies();
    copies.put(document);
    return copies.of(document).text();
  }

  public static boolean isShown(Document document) {
    return Views.of(document).document == document;
  }

  public static void remembers(Document document) {
    new Undo().remember(document);
  }

  public static String titles(Document document) {
    document.summary = new Summary(document);
    return new Titles().of(document);
  }

  static class Source {
    private final String name;

    Source(String name) {
      this.name = name;
    }

    String getName() {
      return name;
    }
  }

  /** A list of others, and a parser that copies what it needs. */
  static class Parser {
    private static final Map<String, Parser> FIRST = new WeakHashMap<>();
    private static final Map<Source, java.util.List<String>> NAMES = new WeakHashMap<>();
    private final int length;

    Parser(Source source) {
      length = source.getName().length();
      FIRST.putIfAbsent(source.getName(), this);
      java.util.List<String> names = new java.util.ArrayList<>();
      names.add(source.getName());
      NAMES.put(source, names);
    }

    int length() {
      return length;
    }
  }

  public static int parses(String name) {
    return new Parser(new Source(name)).length();
  }

  /** Made by a method of its own, which keeps only what it needs; weak both ways. */
  static class Windows {
    private static final Map<Source, View> VIEWS = new WeakHashMap<>();
    private static final Map<Source, java.util.List<Runnable>> TASKS = new WeakHashMap<>();
    private static final java.util.concurrent.ConcurrentMap<Source, Whole> SHOWN =
        new com.google.common.collect.MapMaker().weakKeys().weakValues().makeMap();

    static class View {
      private final int length;

      View(Source shown) {
        length = shown.getName().length();
      }

      int length() {
        return length;
      }
    }

    record Whole(Source source) {}

    private static View viewOf(Source source) {
      return new View(source);
    }

    static View view(Source source) {
      View view = VIEWS.get(source);
      if (view == null) {
        view = viewOf(source);
        VIEWS.put(source, view);
      }
      return view;
    }

    static Whole show(Source source) {
      return SHOWN.computeIfAbsent(source, Whole::new);
    }

    static void later(Source source, Runnable task) {
      TASKS.computeIfAbsent(source, s -> new java.util.ArrayList<>()).add(task);
    }

    static int tasks(Source source) {
      return TASKS.get(source).size();
    }
  }

  public static int windows(Source source, Runnable task) {
    Windows.later(source, task);
    return Windows.view(source).length()
        + Windows.show(source).source().getName().length()
        + Windows.tasks(source);
  }

  /** Names hold no class, and weak references no member. */
  public static final class Setters {
    private static final java.util.Map<Class<?>, java.util.Map<String, String>> NAMES =
        new java.util.WeakHashMap<>();
    private static final java.util.Map<
            Class<?>, java.lang.ref.WeakReference<java.lang.reflect.Method>>
        FIRST = new java.util.WeakHashMap<>();

    public static String first(Class<?> type, java.lang.reflect.Method setter) {
      NAMES.computeIfAbsent(type, t -> new java.util.HashMap<>()).put("first", setter.getName());
      FIRST.put(type, new java.lang.ref.WeakReference<>(setter));
      return NAMES.get(type).get("first");
    }
  }

  /** Names say nothing of the loader, and a weak reference lets it go. */
  public static class Plugins {
    private static final java.util.Map<ClassLoader, java.util.List<String>> NAMES =
        new java.util.WeakHashMap<>();
    private static final java.util.Map<ClassLoader, java.lang.ref.WeakReference<Class<?>>> MAINS =
        new java.util.WeakHashMap<>();

    public static synchronized java.util.List<String> names(ClassLoader loader) throws Exception {
      java.util.List<String> names = NAMES.get(loader);
      if (names == null) {
        names = new java.util.ArrayList<>();
        names.add(loader.loadClass("app.Main").getName());
        NAMES.put(loader, names);
        MAINS.put(loader, new java.lang.ref.WeakReference<>(loader.loadClass("app.Main")));
      }
      return names;
    }

    public static synchronized Class<?> main(ClassLoader loader) {
      return MAINS.get(loader).get();
    }
  }

  /** Descriptors of names alone, and of methods that may go. */
  static class Descriptors {
    private static final Map<Class<?>, Named[]> ALL =
        java.util.Collections.synchronizedMap(new WeakHashMap<>());

    static Named[] of(Class<?> type) {
      return ALL.computeIfAbsent(type, Descriptors::describe);
    }

    private static Named[] describe(Class<?> type) {
      java.lang.reflect.Method[] methods = type.getMethods();
      Named[] all = new Named[methods.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = new Named(methods[i]);
      }
      return all;
    }
  }

  static class Named {
    private final String name;
    private final java.lang.ref.Reference<java.lang.reflect.Method> method;

    Named(java.lang.reflect.Method method) {
      this.name = method.getName();
      this.method = new WeakReference<>(method);
    }

    String name() {
      return method.get() == null ? "" : name;
    }
  }

  /** The resolver only refers to the loader. */
  static class Decoders {
    private static final Map<ClassLoader, Decoder> ALL = new WeakHashMap<>();

    static synchronized Decoder of(ClassLoader loader) {
      Decoder decoder = ALL.get(loader);
      if (decoder == null) {
        decoder = new Decoder();
        decoder.setLoader(loader);
        ALL.put(loader, decoder);
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
    private WeakReference<ClassLoader> loader;

    void setLoader(ClassLoader loader) {
      this.loader = new WeakReference<>(loader);
    }

    Class<?> resolve(String name) throws ClassNotFoundException {
      return Class.forName(name, false, loader.get());
    }
  }

  /** The value is another object, or only refers to its key weakly. */
  static final class Names {
    private static final Map<Object, String> TEXTS = new WeakHashMap<>();
    private static final Map<String, WeakReference<String>> NAMES = new WeakHashMap<>();

    static synchronized String text(Object thing) {
      return TEXTS.computeIfAbsent(thing, t -> "thing " + t.hashCode());
    }

    static synchronized String canonical(String name) {
      return NAMES.computeIfAbsent(name, WeakReference::new).get();
    }
  }
}
