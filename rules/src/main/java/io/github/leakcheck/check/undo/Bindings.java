package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The steps that leave something with their thread and those that take it away: where code does it
 * to the thread local itself, and where it calls methods that do.
 */
public final class Bindings {
  private static final int DEPTH = 3;
  private static final Comparator<MethodRef> BY_NAME = Comparator.comparing(MethodRef::toString);

  private final Code code;
  private final Map<MethodRef, Set<Integer>> binds;
  private final Map<MethodRef, Set<Integer>> ends;

  public Bindings(Code code, Collection<Site> bound, Collection<Site> ended) {
    this.code = code;
    Set<MethodRef> mayBind = new HashSet<>(lifted(bound, Set.of()).keySet());
    this.ends = lifted(ended, mayBind);
    this.binds = lifted(bound, ends.keySet());
  }

  /** Steps of the method that bind. */
  public Set<Integer> binds(MethodRef method) {
    return binds.getOrDefault(method, Set.of());
  }

  /** Steps of the method that take away. */
  public Set<Integer> ends(MethodRef method) {
    return ends.getOrDefault(method, Set.of());
  }

  /** Methods that do both, in a stable order. */
  public List<Body> brackets() {
    return binds.keySet().stream()
        .filter(ends::containsKey)
        .sorted(BY_NAME)
        .flatMap(method -> code.body(method).stream())
        .toList();
  }

  /** Methods that bind and leave it, in a stable order. */
  public List<Body> binders() {
    return binds.keySet().stream()
        .filter(method -> !ends.containsKey(method))
        .sorted(BY_NAME)
        .flatMap(method -> code.body(method).stream())
        .toList();
  }

  /** Methods that take away what others have bound, in no order. */
  public List<MethodRef> enders() {
    return ends.keySet().stream().filter(method -> !binds.containsKey(method)).toList();
  }

  /** The sites, and the calls of the methods they stand in, but for those that do the contrary. */
  private Map<MethodRef, Set<Integer>> lifted(Collection<Site> sites, Set<MethodRef> contrary) {
    Map<MethodRef, Set<Integer>> found = new HashMap<>();
    Collection<Site> round = sites;
    for (int i = 0; i <= DEPTH && !round.isEmpty(); i++) {
      Set<MethodRef> next = new HashSet<>();
      for (Site site : round) {
        boolean isNew = !found.containsKey(site.method());
        found.computeIfAbsent(site.method(), m -> new TreeSet<>()).add(site.node());
        if (isNew && !contrary.contains(site.method())) {
          next.add(site.method());
        }
      }
      round = next.stream().flatMap(m -> code.callers(m).stream()).filter(this::isCall).toList();
    }
    return found;
  }

  private boolean isCall(Site site) {
    Optional<Body> body = code.body(site.method());
    return body.isPresent() && body.get().step(site.node()) instanceof Step.Call;
  }
}
