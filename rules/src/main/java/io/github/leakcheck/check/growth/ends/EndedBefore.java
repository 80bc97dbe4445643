package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.growth.Wording;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds objects that are marked as ended and stay in a collection: {@code close()} takes the object
 * out unless it is closed already, and another method sets the same mark and does not take it out.
 */
public final class EndedBefore {
  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final OneByOne oneByOne;
  private final Reaches reaches;
  private final Shared shared;
  private final Wording wording;
  private final SelfRemovals selfRemovals;

  private EndedBefore(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.oneByOne = new OneByOne(code);
    this.reaches = new Reaches(code);
    this.shared = Shared.of(code);
    this.wording = new Wording(code);
    this.selfRemovals = new SelfRemovals(code);
  }

  /** The judge of this analysis. */
  public static EndedBefore of(World world) {
    return world.once(EndedBefore.class, EndedBefore::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!shared.mayLast(owner, field)) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    List<Use> removals = oneByOne.of(uses);
    List<Use> adds = uses.stream().filter(Use::adds).toList();
    if (removals.isEmpty() || adds.isEmpty()) {
      return Optional.empty();
    }
    for (Use removal : removals) {
      for (Site end : selfRemovals.of(removal)) {
        Optional<Body> other = other(end, uses.stream().filter(Use::removes).toList());
        if (other.isPresent()) {
          return Optional.of(draft(owner, field, adds.get(0), end, other.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** A method that sets the mark at which the end turns back, and does not take the object out. */
  private Optional<Body> other(Site end, List<Use> removals) {
    Body body = code.body(end.method()).orElse(null);
    if (body == null || !code.owns(body.method().owner()) || body.flow().isLambdaBody()) {
      return Optional.empty();
    }
    Set<FieldKey> marks = marks(body);
    marks.removeIf(mark -> !turnsBack(body, mark, end.node()));
    return marks.isEmpty()
        ? Optional.empty()
        : code.bodies(body.method().owner()).stream()
            .filter(other -> other != body && !other.method().isConstructor())
            .filter(other -> !other.flow().isLambdaBody())
            .filter(other -> marks(other).stream().anyMatch(marks::contains))
            .filter(other -> !reaches.any(other.method(), removals) && isAlone(other, removals))
            .findFirst();
  }

  /** The object's own flags that the body sets. */
  private Set<FieldKey> marks(Body body) {
    Set<FieldKey> found = new LinkedHashSet<>();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField store
          && !store.field().isStatic()
          && store.field().type().equals("boolean")
          && origins.isThis(body, node.id(), store.object())
          && origins.of(body, node.id(), store.value()).stream()
              .allMatch(o -> o instanceof Origin.Constant c && c.isTrue())) {
        found.add(code.key(store.field()));
      }
    }
    return found;
  }

  /** Whether all ways to the node ask for the mark, and one of the answers leads past it. */
  private boolean turnsBack(Body body, FieldKey mark, int end) {
    List<Integer> tests = new ArrayList<>();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Test test
          && origins.isRead(body, node.id(), test.left(), mark)) {
        tests.add(node.id());
      }
    }
    return tests.stream()
        .anyMatch(
            test ->
                Ways.lead(body, test, end)
                    && !Reachability.leads(body.flow(), List.of(0), n -> n == end, n -> n == test)
                    && Reachability.leads(
                        body.flow(),
                        List.of(test),
                        n -> body.step(n) instanceof Step.Return,
                        n -> n == end));
  }

  /** Whether some caller leaves it at that. */
  private boolean isAlone(Body other, List<Use> removals) {
    List<Site> callers = code.callers(other.method());
    return callers.isEmpty()
        || callers.stream().anyMatch(site -> !reaches.any(site.method(), removals));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, Site end, Body other) {
    String name = "`" + other.flow().source().name() + "()`";
    String ends =
        code.body(end.method()).map(body -> body.flow().source().name()).orElse("the end");
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps what "
            + name
            + " marks as ended: `"
            + ends
            + "()`, which takes it out, then turns back at once";
    return wording.leftBehind(
        owner, field, add.site(), other, "objects", message, "Take it out in " + name + " as well");
  }
}
