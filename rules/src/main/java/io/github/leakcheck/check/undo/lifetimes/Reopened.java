package io.github.leakcheck.check.undo.lifetimes;

import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows sources that outlive their end, as a device that is opened again: who listens to them does
 * so until it is taken back.
 */
public final class Reopened {
  private static final int MOST = 100;
  private static final Map<String, Set<String>> BEGINS =
      Map.of(
          "close", Set.of("open", "reopen"),
          "stop", Set.of("start", "restart"),
          "disconnect", Set.of("connect", "reconnect"));

  private final Code code;
  private final Origins origins;

  public Reopened(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /**
   * Whether who ends the source in that field also begins it again, and ending it leaves the
   * collection alone in which the source keeps who registers.
   */
  public boolean keepsListeners(Registration made, List<Use> uses, Use end) {
    Step.Call ending = end.call();
    Set<String> begins = BEGINS.getOrDefault(ending.callee().name(), Set.of());
    return uses.stream()
            .anyMatch(
                use ->
                    use.kind() == Use.Kind.CALLED
                        && use.reach() == Use.Reach.ITSELF
                        && begins.contains(use.call().callee().name()))
        && code.target(made.call())
            .filter(adds -> !kept(adds).isEmpty())
            .filter(adds -> !empties(ending, kept(adds)))
            .isPresent();
  }

  /** Collections of its object that the method puts a parameter into. */
  private Set<FieldKey> kept(Body adds) {
    Set<FieldKey> found = new HashSet<>();
    for (Node node : adds.nodes()) {
      if (node.step() instanceof Step.Call call
          && origins.ofArguments(adds, node.id(), call).anyMatch(Origin::isGiven)) {
        for (Origin origin : origins.of(adds, node.id(), call.receiver())) {
          if (origin instanceof Origin.OfField field && code.owns(field.field().owner())) {
            found.add(code.key(field.field()));
          }
        }
      }
    }
    return found;
  }

  private boolean empties(Step.Call ending, Set<FieldKey> kept) {
    Optional<Body> end = code.target(ending);
    if (end.isEmpty()) {
      return true;
    }
    Set<MethodRef> reached = reached(end.get());
    return kept.stream()
        .flatMap(field -> FieldUses.of(code.world()).of(field).stream())
        .filter(use -> use.is(Effect.Kind.REMOVES) || use.kind() == Use.Kind.WRITTEN)
        .anyMatch(use -> reached.contains(use.site().method()));
  }

  private Set<MethodRef> reached(Body end) {
    Set<MethodRef> found = new HashSet<>();
    Deque<Body> open = new ArrayDeque<>(List.of(end));
    while (!open.isEmpty() && found.size() < MOST) {
      Body body = open.poll();
      if (found.add(body.method())) {
        for (Node node : body.nodes()) {
          if (node.step() instanceof Step.Call call && code.owns(call.callee().owner())) {
            code.target(call).ifPresent(open::add);
          }
        }
      }
    }
    return found;
  }
}
