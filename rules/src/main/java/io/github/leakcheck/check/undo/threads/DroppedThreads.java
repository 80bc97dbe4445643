package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.undo.threads.ThreadElements.Made;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges maps of executors and the like, from which an entry is taken out and dropped: its threads
 * go on, and nobody has them any more.
 */
public final class DroppedThreads {
  private final World world;
  private final Code code;
  private final Origins origins;
  private final ThreadElements elements;
  private final Places places;

  public DroppedThreads(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.elements = new ThreadElements(code);
    this.places = new Places(world);
  }

  /** The maps of the class that lose entries with threads. */
  public List<Draft> judge(TypeFacts owner) {
    List<Draft> found = new ArrayList<>();
    for (FieldFacts field : owner.fields()) {
      if (world.types().isSubtype(field.type(), "java.util.Map")) {
        judge(new FieldKey(owner.name(), field.name())).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Draft> judge(FieldKey map) {
    List<Use> uses = FieldUses.of(world).of(map);
    return dropped(uses)
        .flatMap(
            use ->
                uses.stream()
                    .filter(Use::adds)
                    .flatMap(added -> made(added).stream())
                    .findFirst()
                    .map(made -> draft(map, made, use)));
  }

  /** A removal by key whose result nobody looks at, in a method that neither asks nor ends it. */
  private Optional<Use> dropped(List<Use> uses) {
    return uses.stream()
        .filter(
            use ->
                use.kind() == Use.Kind.CALLED
                    && use.reach() == Use.Reach.ITSELF
                    && use.call().callee().name().equals("remove")
                    && use.call().arguments().size() == 1
                    && use.call().result() == Step.NONE)
        .filter(
            use ->
                code.body(use.site().method())
                    .filter(body -> !Lifecycle.ends(body.flow()) && !endsAny(body))
                    .isPresent())
        .findFirst();
  }

  private static boolean endsAny(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call && Verbs.isEnding(call.callee().name())
                    || node.step() instanceof Step.Lambda);
  }

  private Optional<Made> made(Use added) {
    Body body = code.body(added.site().method()).orElseThrow();
    return added.call().arguments().stream()
        .flatMap(a -> elements.among(origins.of(body, added.site().node(), a)).stream())
        .findFirst();
  }

  private Draft draft(FieldKey map, Made made, Use dropped) {
    Body body = code.body(dropped.site().method()).orElseThrow();
    var undo = made.line().api().undo().orElseThrow();
    String remove = "`" + body.flow().source().name() + "()`";
    return new Draft(
        made.line().api().rule(),
        Confidence.MEDIUM.and(made.line().api().confidence()),
        dropped.site(),
        remove
            + " takes an `"
            + Names.simple(undo.owner())
            + "` out of `"
            + map.shortName()
            + "` and leaves its threads running",
        "Call `" + undo.name() + "()` on what `remove()` returns",
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, places.of(made.body(), made.node()), "made here"),
            new PathStep(
                PathStep.Kind.EXIT, places.of(body, dropped.site().node()), "dropped here")));
  }
}
