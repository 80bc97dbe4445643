package io.github.leakcheck.check.undo.pairs;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges collections to which several methods add an object for the time of one piece of work, and
 * one of them does not take its own out again.
 */
public final class OneLeft {
  private static final String RULE = "registration-never-undone";

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Places places;

  public OneLeft(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.places = new Places(world);
  }

  /** An object that one use adds to a collection. */
  private record Added(Use use, Origin.Fresh object) {}

  /** What is left in one field, empty if all that is added goes again. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!world.types().isSubtype(field.type(), "java.util.Collection")) {
      return Optional.empty();
    }
    List<Use> uses = FieldUses.of(world).of(new FieldKey(owner.name(), field.name()));
    List<Added> added = added(uses);
    List<Use> removes = uses.stream().filter(Use::removes).filter(u -> !ends(u)).toList();
    if (added.size() < 2 || removes.isEmpty()) {
      return Optional.empty();
    }
    List<Added> paired =
        added.stream().filter(a -> removes.stream().anyMatch(r -> takes(r, a))).toList();
    boolean allPaired = removes.stream().allMatch(r -> paired.stream().anyMatch(a -> takes(r, a)));
    return allPaired
        ? added.stream()
            .filter(a -> !paired.contains(a) && isLike(a, paired) && !isKept(a))
            .findFirst()
            .map(a -> draft(owner, field, a, paired.get(0)))
        : Optional.empty();
  }

  /** What the uses add if it was made in the method that adds it, and nothing else is added. */
  private List<Added> added(List<Use> uses) {
    List<Added> found = new ArrayList<>();
    for (Use use : uses) {
      if (use.adds()) {
        Optional<Origin.Fresh> object = object(use);
        if (object.isEmpty()) {
          return List.of();
        }
        found.add(new Added(use, object.get()));
      }
    }
    return found;
  }

  private Optional<Origin.Fresh> object(Use use) {
    Set<Origin> values = argument(use);
    return values.size() == 1 && values.iterator().next() instanceof Origin.Fresh fresh
        ? Optional.of(fresh)
        : Optional.empty();
  }

  private Set<Origin> argument(Use use) {
    Optional<Body> body = code.body(use.site().method());
    return body.isEmpty() || use.call().arguments().size() != 1
        ? Set.of()
        : origins.of(body.get(), use.site().node(), use.call().arguments().get(0));
  }

  private boolean takes(Use remove, Added added) {
    for (Origin origin : argument(remove)) {
      if (origin.equals(added.object())
          || origin instanceof Origin.OfParameter p && given(p).contains(added.object())) {
        return true;
      }
    }
    return false;
  }

  /** What the callers of a helper give it to take out. */
  private Set<Origin> given(Origin.OfParameter parameter) {
    Set<Origin> found = new HashSet<>();
    MethodFlow flow = parameter.body().flow();
    int position = parameter.position();
    for (Site site : flow.isLambdaBody() ? List.<Site>of() : code.callers(flow.method())) {
      Optional<Body> caller = code.body(site.method());
      if (caller.isPresent()
          && caller.get().step(site.node()) instanceof Step.Call call
          && position >= 0
          && position < call.arguments().size()) {
        found.addAll(origins.of(caller.get(), site.node(), call.arguments().get(position)));
      }
    }
    return found;
  }

  private boolean ends(Use use) {
    return code.body(use.site().method()).filter(b -> Lifecycle.ends(b.flow())).isPresent();
  }

  /** Whether another method takes out an object of the same kind that it has put in. */
  private static boolean isLike(Added left, List<Added> paired) {
    return paired.stream()
        .anyMatch(
            p ->
                isLike(p.object().type(), left.object().type())
                    && !p.use().site().method().equals(left.use().site().method()));
  }

  /** Of one class, or of classes that were written together for this. */
  private static boolean isLike(String one, String other) {
    return one.equals(other) || !Platform.isJdk(one) && Code.nestOf(one).equals(Code.nestOf(other));
  }

  /** Whether a field keeps the object too, or the caller gets it. */
  private boolean isKept(Added added) {
    Body body = added.object().body();
    for (Node node : body.nodes()) {
      int value =
          node.step() instanceof Step.StoreField store
              ? store.value()
              : node.step() instanceof Step.Return back ? back.value() : Step.NONE;
      if (value != Step.NONE && origins.of(body, node.id(), value).contains(added.object())) {
        return true;
      }
    }
    return false;
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Added left, Added peer) {
    Site site = left.use().site();
    Body body = code.body(site.method()).orElseThrow();
    String key = "`" + new FieldKey(owner.name(), field.name()).shortName() + "`";
    List<PathStep> path = new ArrayList<>();
    path.add(
        new PathStep(PathStep.Kind.ACQUIRED, places.of(body, site.node()), "added, stays there"));
    places
        .station(PathStep.Kind.RELEASED, peer.use().site(), "this one is taken out again")
        .ifPresent(path::add);
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        site,
        "The `"
            + Names.simple(left.object().type())
            + "` that each call adds to "
            + key
            + " stays there; other methods take theirs out when the work is done",
        "Remove it from " + key + " when the work is done, or has failed",
        path);
  }
}
