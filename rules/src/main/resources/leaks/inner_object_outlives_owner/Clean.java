package inner_object_outlives_owner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

public class Clean {
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

    void remember(String key) {
      String title = "document of " + text.length;
      TITLES.put(key, () -> title);
    }

    static String title(String key) {
      return TITLES.get(key).get();
    }
  }

  static class Dialog {
    private static Runnable onError;
    private final StringBuilder log = new StringBuilder();

    void show() {
      onError = () -> log.append("error");
    }

    void dispose() {
      onError = null;
    }

    static void error() {
      if (onError != null) {
        onError.run();
      }
    }
  }

  /** There is one for all the life of the program. */
  enum Program {
    INSTANCE;

    private static Runnable exit;
    private int code;

    void start() {
      exit = () -> code = 1;
    }

    static void exit() {
      exit.run();
    }
  }

  public static void use(byte[] text) {
    new Document(text).remember("first");
    Document.title("first");
    Dialog dialog = new Dialog();
    dialog.show();
    Dialog.error();
    dialog.dispose();
    Program.INSTANCE.start();
    Program.exit();
  }

  /** What makes a missing value is run, and not kept. */
  static class Rates {
    private static final Map<String, String> SHOWN =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > 100;
          }
        };
    private final String unit;

    Rates(String unit) {
      this.unit = unit;
    }

    String shown(String rate) {
      return SHOWN.computeIfAbsent(rate, r -> r + " " + unit);
    }
  }

  static String rate(String rate) {
    return new Rates("EUR").shown(rate);
  }
}
