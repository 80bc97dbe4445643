package io.github.leakcheck.check.undo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows by their names which methods undo which others, and which end what runs. */
public final class Verbs {
  private static final Map<String, List<String>> OPPOSITES =
      Map.ofEntries(
          Map.entry("add", List.of("remove", "delete")),
          Map.entry("register", List.of("unregister", "deregister", "remove")),
          Map.entry("subscribe", List.of("unsubscribe")),
          Map.entry("attach", List.of("detach")),
          Map.entry("bind", List.of("unbind")),
          Map.entry("install", List.of("uninstall")),
          Map.entry("schedule", List.of("unschedule", "deschedule", "cancel", "remove")),
          Map.entry("track", List.of("untrack")),
          Map.entry("watch", List.of("unwatch")),
          Map.entry("observe", List.of("unobserve")),
          Map.entry("hook", List.of("unhook")),
          Map.entry("link", List.of("unlink")),
          Map.entry("listen", List.of("unlisten")),
          Map.entry("enroll", List.of("unenroll")),
          Map.entry("join", List.of("leave")),
          Map.entry("monitor", List.of("unmonitor")),
          Map.entry("publish", List.of("unpublish")));

  private static final Set<String> ENDINGS =
      Set.of(
          "shutdown",
          "shutdownNow",
          "close",
          "cancel",
          "stop",
          "dispose",
          "destroy",
          "terminate",
          "interrupt",
          "shutdownGracefully",
          "shutdownAndAwaitTermination",
          "disposeGracefully");

  private Verbs() {}

  /** Whether a method of this name ends what runs, such as threads and tasks. */
  public static boolean isEnding(String name) {
    return ENDINGS.contains(name);
  }

  /**
   * Names of methods that would undo one of this name, the closest first; empty if none would. The
   * last ones lack what the name says beyond its verb.
   */
  public static Set<String> opposites(String name) {
    Set<String> found = new LinkedHashSet<>();
    Set<String> bare = new LinkedHashSet<>();
    OPPOSITES.forEach(
        (verb, opposites) -> {
          if (name.equals(verb) || name.startsWith(verb) && isWord(name.charAt(verb.length()))) {
            String rest = name.substring(verb.length());
            opposites.forEach(opposite -> found.add(opposite + rest));
            bare.addAll(opposites);
          }
        });
    found.addAll(bare);
    return found;
  }

  private static boolean isWord(char next) {
    return Character.isUpperCase(next);
  }
}
