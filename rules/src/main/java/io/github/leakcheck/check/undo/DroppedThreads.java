package io.github.leakcheck.check.undo;

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
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges maps of executors and the like, from which an entry is taken out and dropped: its threads
 * go on, and nobody has them any more.
 */
public final class DroppedThreads {
  private final World world;
  private final Code code;
  private final Origins origins;
  private final ThreadLines lines;
  private final Places places;

  public DroppedThreads(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.lines = new ThreadLines(code);
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
                    .map(line -> draft(map, line, use)));
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
                node.step() instanceof Step.Call call
                        && OwnThreads.ENDINGS.contains(call.callee().name())
                    || node.step() instanceof Step.Lambda);
  }

  /** What starts threads among the values that are put in. */
  private Optional<ThreadLines.Line> made(Use added) {
    Body body = code.body(added.site().method()).orElseThrow();
    return added.call().arguments().stream()
        .flatMap(a -> origins.of(body, added.site().node(), a).stream())
        .flatMap(this::values)
        .flatMap(value -> line(value).stream())
        .findFirst();
  }

  /** The value itself, or what a function returns that makes it when it is missing. */
  private Stream<Origin> values(Origin given) {
    Optional<Body> function =
        given instanceof Origin.Function f && f.lambda().body() != null
            ? code.body(f.lambda().body())
            : Optional.empty();
    return function.isEmpty()
        ? Stream.of(given)
        : function.get().nodes().stream().flatMap(node -> returned(function.get(), node));
  }

  private Stream<Origin> returned(Body body, Node node) {
    return node.step() instanceof Step.Return back && back.value() != Step.NONE
        ? origins.of(body, node.id(), back.value()).stream()
        : Stream.empty();
  }

  private Optional<ThreadLines.Line> line(Origin value) {
    if (value instanceof Origin.Result result) {
      return lines.of(result.body(), result.node(), result.call());
    }
    return value instanceof Origin.Fresh fresh
        ? origins
            .constructor(fresh)
            .flatMap(at -> lines.of(fresh.body(), at, (Step.Call) fresh.body().step(at)))
        : Optional.empty();
  }

  private Draft draft(FieldKey map, ThreadLines.Line made, Use dropped) {
    Body body = code.body(dropped.site().method()).orElseThrow();
    var undo = made.api().undo().orElseThrow();
    String remove = "`" + body.flow().source().name() + "()`";
    return new Draft(
        made.api().rule(),
        Confidence.MEDIUM.and(made.api().confidence()),
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
