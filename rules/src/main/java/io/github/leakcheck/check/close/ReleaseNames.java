package io.github.leakcheck.check.close;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What names of methods say where neither the catalogue nor a body says more. */
final class ReleaseNames {
  private static final Set<String> RELEASE =
      Set.of(
          "close",
          "stop",
          "shutdown",
          "shutdownNow",
          "dispose",
          "destroy",
          "release",
          "free",
          "end",
          "terminate",
          "disconnect",
          "abort",
          "cleanup",
          "cleanUp",
          "tearDown",
          "finish",
          "kill",
          "cancel",
          "invalidate",
          "recycle");

  private static final Set<String> ENDINGS =
      Set.of("disconnect", "shutdown", "shutdownNow", "dispose", "destroy", "terminate", "stop");

  private static final List<String> RELEASE_PREFIXES =
      List.of(
          "close",
          "shutdown",
          "dispose",
          "destroy",
          "release",
          "free",
          "safeclose",
          "safelyclose",
          "quietlyclose",
          "tryclose",
          "silentclose",
          "silentlyclose",
          "forceclose",
          "terminate",
          "disconnect",
          "cleanup",
          "attemptclose",
          "ensureclose",
          "doclose");

  private static final List<String> TAKE_PREFIXES =
      List.of(
          "add",
          "put",
          "set",
          "register",
          "submit",
          "offer",
          "push",
          "with",
          "attach",
          "enqueue",
          "store",
          "save",
          "manage",
          "track",
          "bind",
          "init",
          "adopt",
          "transfer",
          "startManaging",
          "swap",
          "change",
          "replace",
          "own");

  private static final Pattern MAKES =
      Pattern.compile(
          "(new|create|open|wrap|make|build|buffer|from|of|on)([A-Z]|$)"
              + "|(?!(decode|parse|read|load|copy|consume|drain|skip|digest|save|send|write)[A-Z])"
              + ".*(Iterator|Reader|Stream)$|iterator$");

  private static final Set<String> RUNS =
      Set.of("start", "run", "execute", "submit", "schedule", "call", "join", "fork");

  private static final List<String> CLOSEABLE_SUFFIXES =
      List.of(
          "Stream",
          "Reader",
          "Writer",
          "Channel",
          "Connection",
          "Socket",
          "Statement",
          "ResultSet",
          "Scanner",
          "Archive");

  private ReleaseNames() {}

  /** The method releases its receiver. */
  static boolean isRelease(String method) {
    return RELEASE.contains(method) || method.toLowerCase(Locale.ROOT).startsWith("close");
  }

  /** The method ends its receiver for good, as {@code close()} would. */
  static boolean endsLife(String method) {
    return ENDINGS.contains(method);
  }

  /** The method releases its argument. */
  static boolean releasesArgument(String method) {
    String name = method.toLowerCase(Locale.ROOT);
    return RELEASE_PREFIXES.stream().anyMatch(name::startsWith)
        || name.contains("close") && name.contains("quiet");
  }

  /** The method keeps its argument. */
  static boolean takesArgument(String method) {
    return TAKE_PREFIXES.stream().anyMatch(method::startsWith);
  }

  /** A type that cannot be looked up, but is named like those with {@code close()}. */
  static boolean soundsCloseable(String type) {
    return CLOSEABLE_SUFFIXES.stream().anyMatch(type::endsWith);
  }

  /** The method makes something that keeps its argument. */
  static boolean makes(String method) {
    return MAKES.matcher(method).lookingAt();
  }

  /** The method opens what it returns. */
  static boolean opens(String method) {
    return method.startsWith("open")
        && (method.length() == 4 || Character.isUpperCase(method.charAt(4)));
  }

  /** The method sets its receiver running. */
  static boolean runs(String method) {
    return RUNS.contains(method);
  }
}
