package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.threads.ThreadMakers.Started;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges threads that the ending of their owner ends on some ordinary ways only: it returns before,
 * because of something that says nothing of whether they run, or was settled before they were made.
 */
public final class SkippedEnds {
  private final World world;
  private final Code code;
  private final Origins origins;
  private final ThreadMakers makers;
  private final FixedConditions fixed;
  private final Repeats repeats;
  private final Places places;

  public SkippedEnds(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.makers = new ThreadMakers(code);
    this.repeats = new Repeats(code);
    this.fixed = new FixedConditions(world);
    this.places = new Places(world);
  }

  /** The fields of the class whose threads its ending may leave alone. */
  public List<Draft> judge(TypeFacts owner) {
    List<Draft> found = new ArrayList<>();
    for (FieldFacts field : owner.fields()) {
      if (field.type().indexOf('.') > 0 && !Access.has(field.access(), Access.STATIC)) {
        judge(new FieldKey(owner.name(), field.name())).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Draft> judge(FieldKey field) {
    List<Use> uses = FieldUses.of(world).of(field);
    List<Use> ends = uses.stream().filter(makers::isEnding).toList();
    Set<?> methods = Set.copyOf(ends.stream().map(use -> use.site().method()).toList());
    Optional<Body> ending =
        methods.size() == 1 ? code.body(ends.get(0).site().method()) : Optional.empty();
    if (ending.isEmpty() || !Lifecycle.ends(ending.get().flow())) {
      return Optional.empty();
    }
    List<Integer> nodes = ends.stream().map(use -> use.site().node()).toList();
    Optional<Started> started = makers.started(uses).filter(made -> made.most() != Confidence.LOW);
    return started.flatMap(
        made ->
            skip(ending.get(), nodes, field, repeats.are(made))
                .map(test -> draft(field, made, ending.get(), test)));
  }

  /** The test behind which the ending returns without having ended them. */
  private Optional<Integer> skip(Body ending, List<Integer> ends, FieldKey field, boolean busy) {
    return ending.nodes().stream()
        .filter(node -> node.step() instanceof Step.Test)
        .filter(
            node ->
                ends.stream().noneMatch(end -> Ways.lead(ending, end, node.id()))
                    && node.next().stream().anyMatch(to -> leads(ending, to, ends))
                    && node.next().stream().anyMatch(to -> !leads(ending, to, ends)))
        .filter(
            node ->
                saysNothing(ending, node, (Step.Test) node.step(), field)
                    || fixed.asked(ending, node, field, busy).isPresent())
        .map(Node::id)
        .findFirst();
  }

  private static boolean leads(Body body, int from, List<Integer> ends) {
    return ends.stream().anyMatch(end -> Ways.lead(body, from, end));
  }

  /**
   * Whether another thing has ended in time, or whether a collection is empty that loses entries.
   */
  private boolean saysNothing(Body body, Node node, Step.Test test, FieldKey field) {
    Set<Origin> asked = origins.of(body, node.id(), test.left());
    return !asked.isEmpty()
        && asked.stream()
            .allMatch(
                o ->
                    o instanceof Origin.Result result
                        && origins.of(body, result.node(), result.call().receiver()).stream()
                            .allMatch(of -> saysNothing(of, result.call(), field)));
  }

  private boolean saysNothing(Origin of, Step.Call asked, FieldKey field) {
    if (!(of instanceof Origin.OfField other) || code.key(other.field()).equals(field)) {
      return false;
    }
    String name = asked.callee().name();
    return name.equals("awaitTermination")
        || name.equals("isEmpty")
            && FieldUses.of(world).of(code.key(other.field())).stream()
                .anyMatch(use -> use.removes() && !use.call().callee().name().equals("clear"));
  }

  private String asked(Body ending, int test, FieldKey field, boolean busy) {
    return fixed
        .asked(ending, ending.flow().node(test), field, busy)
        .map(settled -> "asking for `" + settled.name() + "`")
        .orElseGet(
            () ->
                origins.of(ending, test, ((Step.Test) ending.step(test)).left()).stream()
                    .map(o -> "`" + ((Origin.Result) o).call().callee().name() + "()`")
                    .findFirst()
                    .orElseThrow());
  }

  private Draft draft(FieldKey field, Started started, Body ending, int test) {
    String end = "`" + ending.flow().source().name() + "()`";
    return new Draft(
        started.rule(),
        Confidence.MEDIUM.and(started.most()),
        started.body().site(started.node()),
        end
            + " may return after "
            + asked(ending, test, field, repeats.are(started))
            + " without ending the `"
            + started.what()
            + "` in `"
            + field.shortName()
            + "`",
        "Call `" + started.undo() + "()` on every way through " + end,
        List.of(
            new PathStep(
                PathStep.Kind.ACQUIRED, places.of(started.body(), started.node()), "made here"),
            new PathStep(PathStep.Kind.BRANCH, places.of(ending, test), "may return before")));
  }
}
