package io.github.leakcheck.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How long something lives, as lines say behind {@code for} and {@code lifetime}. A closed list:
 * verdicts hang on these words, and one that nobody asks for would change them in silence.
 */
enum Lifetime {
  JVM,
  /** A thread that the JVM runs at its end: one for each object that is taken back is fine. */
  JVM_HOOK,
  APPLICATION,
  APPLICATION_CONTEXT,
  WEB_APP,
  BUNDLE,
  SESSION_FACTORY,
  /** The object of a whole toolkit: Vert.x, a Netty client. */
  VERTX,
  CLIENT,
  SCHEDULER,
  /** Entries by their names or keys, for as long as whoever keeps the registry. */
  REGISTRY,
  /** The object that the method is called on. */
  INSTANCE,
  /** A thread that the object starts for itself. */
  OWN_THREAD,
  /** The thread that runs the code, which may be one of a pool. */
  THREAD,
  THREAD_GROUP,
  STREAM,
  CONNECTION,
  SUBSCRIPTION,
  SESSION,
  UNIT_OF_WORK,
  EXCHANGE,
  REQUEST,
  /** Until the result comes, which is soon. */
  FUTURE;

  /** The word as in apis.txt. */
  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All words with this between them. */
  static String words(String between) {
    return Arrays.stream(values()).map(Lifetime::word).collect(Collectors.joining(between));
  }
}
