package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Step;
import java.util.Locale;
import java.util.Set;

/**
 * Names of encodings and digests that every platform knows, so that asking for them never fails.
 */
final class StandardNames {
  private static final Set<String> ENCODINGS =
      Set.of(
          "US-ASCII",
          "ISO-8859-1",
          "UTF-8",
          "UTF-16BE",
          "UTF-16LE",
          "UTF-16",
          "ASCII",
          "UTF8",
          "ISO8859_1",
          "8859_1");

  /**
   * Every implementation of the platform must know these (class comments of MessageDigest and
   * Charset).
   */
  private static final Set<String> DIGESTS = Set.of("MD5", "SHA-1", "SHA-256", "SHA", "SHA1");

  private StandardNames() {}

  /** Whether the exception cannot come, since the call names what every platform has. */
  static boolean exclude(Thrown thrown, Step.Call call, Env env) {
    boolean encoding =
        thrown.type().equals("java.io.UnsupportedEncodingException")
            || thrown.type().endsWith("UnsupportedCharsetException");
    boolean digest = thrown.type().equals("java.security.NoSuchAlgorithmException");
    return (encoding && passes(call, env, ENCODINGS)) || (digest && passes(call, env, DIGESTS));
  }

  private static boolean passes(Step.Call call, Env env, Set<String> constants) {
    return call.arguments().stream()
        .map(env::get)
        .anyMatch(
            v ->
                v instanceof Value.Text text
                    && constants.contains(text.value().toUpperCase(Locale.ROOT)));
  }
}
