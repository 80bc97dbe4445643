package thread_local_pins_class_loader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

class Leaks {
  /** Each worker of the pool keeps a mapper, and the loader that it came from. */
  static class Json {
    private static final ThreadLocal<ObjectMapper> MAPPER = ThreadLocal.withInitial(ObjectMapper::new); // LEAK

    static String write(Object value) throws JsonProcessingException {
      return MAPPER.get().writeValueAsString(value);
    }
  }

  /** The class of the value is the program's own. */
  static class Codecs {
    private static final ThreadLocal<Codec> CODEC = ThreadLocal.withInitial(Codec::create); // LEAK

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

  /** Made by a factory, before there was {@code withInitial}. */
  static class Signatures {
    private static final ThreadLocal<Signer> SIGNER = // LEAK
        new ThreadLocal<Signer>() {
          @Override
          protected Signer initialValue() {
            return Signer.of("SHA-256");
          }
        };

    static String sign(String text) {
      return SIGNER.get().sign(text);
    }
  }

  interface Signer {
    String sign(String text);

    static Signer of(String algorithm) {
      return text ->
          algorithm
              + ":"
              + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Made where it is asked for first. */
  static class Layouts {
    private static final ThreadLocal<Layout> LAYOUT = new ThreadLocal<>();

    static Layout current() {
      Layout layout = LAYOUT.get();
      if (layout == null) {
        layout = new Layout(80);
        LAYOUT.set(layout); // LEAK
      }
      return layout;
    }
  }

  record Layout(int width) {
    String pad(String text) {
      return " ".repeat(Math.max(0, width - text.length())) + text;
    }
  }

  static String all(Object value) throws JsonProcessingException {
    return Json.write(value)
        + Codecs.encode(3)
        + Signatures.sign("a")
        + Layouts.current().pad("b");
  }

  /** A container can switch it off. */
  static class Drafts {
    private static final boolean PER_THREAD = !Boolean.getBoolean("drafts.shared");
    private static final ThreadLocal<Layout> DRAFT = ThreadLocal.withInitial(() -> new Layout(40)); // LEAK(low)

    static String pad(String text) {
      Layout layout = PER_THREAD ? DRAFT.get() : new Layout(40);
      return layout.pad(text);
    }
  }
}
