package thread_local_pins_class_loader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.ref.SoftReference;
import java.text.DecimalFormat;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

class Clean {
  /** One for all threads. */
  static class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static String write(Object value) throws JsonProcessingException {
      return MAPPER.writeValueAsString(value);
    }
  }

  /** Classes of the JDK go with no program. */
  static class Formats {
    private static final ThreadLocal<DecimalFormat> MONEY =
        ThreadLocal.withInitial(() -> new DecimalFormat("0.00"));
    private static final ThreadLocal<DocumentBuilder> BUILDER =
        ThreadLocal.withInitial(Formats::builder);

    static String money(double amount) {
      return MONEY.get().format(amount);
    }

    static String document() {
      return BUILDER.get().newDocument().getXmlVersion();
    }

    private static DocumentBuilder builder() {
      try {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder();
      } catch (ParserConfigurationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Goes when memory is short. */
  static class Tables {
    private static final ThreadLocal<SoftReference<Table>> TABLE = new ThreadLocal<>();

    static Table get() {
      SoftReference<Table> held = TABLE.get();
      Table table = held == null ? null : held.get();
      if (table == null) {
        table = new Table(new int[256]);
        TABLE.set(new SoftReference<>(table));
      }
      return table;
    }
  }

  record Table(int[] cells) {}

  /** Taken away by whoever gives the thread back. */
  static class Scripts {
    private static final ThreadLocal<Script> SCRIPT = ThreadLocal.withInitial(Script::new);

    static int run(int input) {
      try {
        return SCRIPT.get().apply(input);
      } finally {
        SCRIPT.remove();
      }
    }
  }

  static class Script {
    private int last;

    int apply(int input) {
      last = input * 31;
      return last;
    }
  }

  static String all(Object value) throws JsonProcessingException {
    return Json.write(value)
        + Formats.money(2)
        + Formats.document()
        + Tables.get().cells().length
        + Scripts.run(4);
  }
}
