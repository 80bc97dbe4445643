package inner_object_outlives_owner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

public class Leaks {
  /** The values are small, what they hold is not. */
  static class Document {
    private static final Map<String, Supplier<String>> TITLES =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Supplier<String>> eldest) {
            return size() > 100;
          }
        };
    private final byte[] text;

    Document(byte[] text) {
      this.text = text;
    }

    private String title() {
      return "document of " + text.length;
    }

    void remember(String key) {
      TITLES.put(key, () -> title()); // LEAK
    }

    static String title(String key) {
      return TITLES.get(key).get();
    }
  }

  static class Dialog {
    private static Runnable onError; // LEAK
    private final StringBuilder log = new StringBuilder();

    private class Report implements Runnable {
      @Override
      public void run() {
        log.append("error");
      }
    }

    void show() {
      onError = new Report();
    }

    static void error() {
      onError.run();
    }
  }

  public static void use(byte[] text) {
    new Document(text).remember("first");
    Document.title("first");
    new Dialog().show();
    Dialog.error();
  }
}
