package weak_map_value_holds_key;

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
}
