package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells code that runs whenever an event comes. */
public final class Callbacks {
  private static final Pattern LISTENS =
      Pattern.compile(".*(Listener|Observer|Callback|Subscriber|Watcher|EventHandler)");

  private final Code code;

  public Callbacks(Code code) {
    this.code = code;
  }

  /** Whether some listener of the same nest leads to the method. */
  public boolean leadTo(MethodRef method) {
    return isListener(method) || !way(method).isEmpty();
  }

  /** The calls from a listener to the registration, the last one first. */
  public List<Site> way(Registration made) {
    return way(made.body().method());
  }

  private List<Site> way(MethodRef method) {
    Map<MethodRef, List<Site>> ways = new HashMap<>(Map.of(method, List.of()));
    Deque<MethodRef> open = new ArrayDeque<>(List.of(method));
    while (!open.isEmpty()) {
      MethodRef at = open.poll();
      for (Site caller : code.callers(at)) {
        boolean near = Code.nestOf(caller.method().owner()).equals(Code.nestOf(method.owner()));
        if (near && !isFunction(caller) && !ways.containsKey(caller.method())) {
          List<Site> way = new ArrayList<>(ways.get(at));
          way.add(caller);
          if (isListener(caller.method())) {
            return way;
          }
          ways.put(caller.method(), way);
          open.add(caller.method());
        }
      }
    }
    return List.of();
  }

  private boolean isFunction(Site site) {
    return code.body(site.method())
        .filter(body -> body.step(site.node()) instanceof Step.Lambda)
        .isPresent();
  }

  /** Whether the body is that of a lambda or anonymous class which is a listener by its type. */
  boolean isListener(MethodRef method) {
    for (Site site : code.functionSites(method)) {
      Optional<Body> maker = code.body(site.method());
      if (maker.isPresent()
          && maker.get().step(site.node()) instanceof Step.Lambda lambda
          && LISTENS.matcher(Names.simple(lambda.type())).matches()) {
        return true;
      }
    }
    return Names.isAnonymous(method.owner())
        && !method.isConstructor()
        && code.world().types().supertypes(method.owner()).stream()
            .anyMatch(type -> LISTENS.matcher(Names.simple(type)).matches());
  }
}
