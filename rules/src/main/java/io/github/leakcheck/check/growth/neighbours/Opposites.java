package io.github.leakcheck.check.growth.neighbours;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells by one word of their names that a method is told of the end of what another began. */
final class Opposites {
  private static final Map<String, List<String>> ENDS =
      Map.ofEntries(
          Map.entry("add", List.of("remove", "delete", "drop")),
          Map.entry("added", List.of("removed", "deleted")),
          Map.entry("register", List.of("unregister", "deregister", "unreg", "remove")),
          Map.entry("registered", List.of("unregistered", "deregistered", "removed")),
          Map.entry("subscribe", List.of("unsubscribe")),
          Map.entry("subscribed", List.of("unsubscribed")),
          Map.entry("export", List.of("unexport")),
          Map.entry("open", List.of("close")),
          Map.entry("opened", List.of("closed")),
          Map.entry("connect", List.of("disconnect")),
          Map.entry("connected", List.of("disconnected", "closed")),
          Map.entry("associate", List.of("disassociate", "dissociate")),
          Map.entry("attach", List.of("detach")),
          Map.entry("attached", List.of("detached")),
          Map.entry("bind", List.of("unbind")),
          Map.entry("bound", List.of("unbound")),
          Map.entry("create", List.of("destroy", "delete", "remove", "dispose")),
          Map.entry("created", List.of("destroyed", "deleted", "removed", "closed", "disposed")),
          Map.entry("start", List.of("stop", "finish", "end", "shutdown")),
          Map.entry("started", List.of("stopped", "finished", "ended", "completed")),
          Map.entry("begin", List.of("end", "finish")),
          Map.entry("join", List.of("leave")),
          Map.entry("joined", List.of("left")),
          Map.entry("login", List.of("logout")),
          Map.entry("deploy", List.of("undeploy")),
          Map.entry("deployed", List.of("undeployed")),
          Map.entry("install", List.of("uninstall")),
          Map.entry("load", List.of("unload")),
          Map.entry("loaded", List.of("unloaded")),
          Map.entry("mount", List.of("unmount")),
          Map.entry("publish", List.of("unpublish")),
          Map.entry("track", List.of("untrack")),
          Map.entry("watch", List.of("unwatch")),
          Map.entry("allocate", List.of("free", "release", "deallocate")),
          Map.entry("acquire", List.of("release")),
          Map.entry("active", List.of("inactive")),
          Map.entry("activate", List.of("deactivate", "passivate")),
          Map.entry("schedule", List.of("unschedule", "cancel")));

  private Opposites() {}

  /** Names that a method would have that is told of the end; lower case, without what prefixes. */
  static Set<String> of(String name) {
    List<String> words = words(name);
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      for (String end : ENDS.getOrDefault(words.get(i), List.of())) {
        List<String> other = new ArrayList<>(words);
        other.set(i, end);
        found.add(String.join("", other));
      }
    }
    return found;
  }

  /** The name as {@link #of} spells it. */
  static String plain(String name) {
    return String.join("", words(name));
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : name.split("(?<=[a-z0-9])(?=[A-Z])|_")) {
      words.add(word.toLowerCase(Locale.ROOT));
    }
    boolean told = words.size() > 1 && Set.of("on", "handle", "do").contains(words.get(0));
    return told ? words.subList(1, words.size()) : words;
  }
}
