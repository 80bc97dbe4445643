package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges maps of threads whose owner ends all that are there as it ends itself, and takes a single
 * one out without ending it: nothing knows that one any more.
 */
public final class RemovedThreads {
  private static final String THREAD = "java.lang.Thread";

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Lifecycle lifecycle;
  private final Endings endings;
  private final Places places;

  public RemovedThreads(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.lifecycle = new Lifecycle(code);
    this.endings = new Endings(code);
    this.places = new Places(world);
  }

  /** The threads of one field that are left when they are taken out, if there are any. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts facts) {
    if (!world.types().isSubtype(facts.type(), "java.util.Map")
        || Access.has(facts.access(), Access.STATIC)) {
      return Optional.empty();
    }
    FieldKey field = new FieldKey(owner.name(), facts.name());
    List<Use> uses = FieldUses.of(world).of(field);
    return uses.stream()
        .filter(Use::adds)
        .flatMap(add -> started(add).stream())
        .findFirst()
        .filter(thread -> !isShown(owner, uses, thread))
        .flatMap(thread -> judge(owner, field, uses, thread));
  }

  private Optional<Draft> judge(
      TypeFacts owner, FieldKey field, List<Use> uses, Origin.Fresh thread) {
    Set<MethodRef> ends = ends(owner, thread.type());
    if (ends.isEmpty()) {
      return Optional.empty();
    }
    return uses.stream()
        .filter(use -> use.removes() && use.reach() == Use.Reach.ITSELF)
        .filter(use -> use.call().callee().name().equals("remove"))
        .filter(use -> isDropped(use.site()) && isLeft(owner, use.site(), thread.type(), ends))
        .findFirst()
        .map(use -> draft(field, thread, use.site(), ends.iterator().next()));
  }

  /** A thread of a class of the program, which the method that adds it also starts. */
  private Optional<Origin.Fresh> started(Use add) {
    Body body = code.body(add.site().method()).orElseThrow();
    return add.call().arguments().stream()
        .flatMap(argument -> origins.of(body, add.site().node(), argument).stream())
        .filter(Origin.Fresh.class::isInstance)
        .map(Origin.Fresh.class::cast)
        .filter(made -> made.body() == body && code.owns(made.type()))
        .filter(made -> world.types().isSubtype(made.type(), THREAD))
        .filter(made -> body.nodes().stream().anyMatch(node -> starts(body, node, made)))
        .findFirst();
  }

  private boolean starts(Body body, Node node, Origin.Fresh made) {
    return node.step() instanceof Step.Call call
        && call.callee().name().equals("start")
        && origins.of(body, node.id(), call.receiver()).contains(made);
  }

  /** Whether others than the owner get such threads, which may end them. */
  private boolean isShown(TypeFacts owner, List<Use> uses, Origin.Fresh thread) {
    return uses.stream()
            .anyMatch(
                use ->
                    use.kind() == Use.Kind.PASSED
                        || use.kind() == Use.Kind.RETURNED
                        || use.kind() == Use.Kind.STORED)
        || code.bodies(owner.name()).stream()
            .anyMatch(
                body ->
                    !body.flow().isLambdaBody()
                        && world.types().isSubtype(thread.type(), body.method().result())
                        && !body.method().result().equals("java.lang.Object"));
  }

  /** What the owner calls on the threads as it ends: methods that have the thread end. */
  private Set<MethodRef> ends(TypeFacts owner, String type) {
    Set<MethodRef> found = new HashSet<>();
    lifecycle.endings(owner.name()).stream()
        .filter(body -> body.method().owner().equals(owner.name()))
        .flatMap(body -> endings.reachedFrom(body.method()).stream())
        .filter(
            method -> world.types().isSubtype(type, method.owner()) && code.owns(method.owner()))
        .filter(method -> code.body(method).filter(body -> tellsToEnd(body, type)).isPresent())
        .forEach(found::add);
    return found;
  }

  /** Whether it sets a flag that the thread's loop asks. */
  private boolean tellsToEnd(Body end, String type) {
    Optional<Body> run = code.body(new MethodRef(type, "run", List.of(), "void"));
    return run.isPresent()
        && end.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.StoreField store
                        && store.field().type().equals("boolean")
                        && asks(run.get(), code.key(store.field())));
  }

  private boolean asks(Body run, FieldKey flag) {
    return run.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Test test
                    && origins.of(run, node.id(), test.left()).stream()
                        .anyMatch(
                            o ->
                                o instanceof Origin.OfField field
                                    && code.key(field.field()).equals(flag)));
  }

  /** Whether nothing looks at what was taken out. */
  private boolean isDropped(Site site) {
    Body body = code.body(site.method()).orElseThrow();
    return body.nodes().stream()
        .filter(node -> node.id() != site.node())
        .allMatch(
            node ->
                StepUses.used(node.step()).stream()
                    .flatMap(register -> origins.of(body, node.id(), register).stream())
                    .noneMatch(o -> o instanceof Origin.Result r && r.node() == site.node()));
  }

  /** Whether neither the method nor who calls it ends threads, nor the thread itself runs it. */
  private boolean isLeft(TypeFacts owner, Site site, String type, Set<MethodRef> ends) {
    MethodRef method = site.method();
    boolean itself =
        code.bodies(type).stream()
            .anyMatch(body -> endings.reachedFrom(body.method()).contains(method));
    return !itself
        && !endings.reach(owner.name(), method)
        && code.body(method).filter(this::asksThread).isEmpty()
        && endings.reachedFrom(method).stream().noneMatch(ends::contains)
        && code.callers(method).stream()
            .noneMatch(
                call -> endings.reachedFrom(call.method()).stream().anyMatch(ends::contains));
  }

  /** Whether it does anything with a thread: it may know that that one has ended. */
  private boolean asksThread(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.receiver() != Step.NONE
                    && world.types().isSubtype(call.callee().owner(), THREAD));
  }

  private Draft draft(FieldKey field, Origin.Fresh thread, Site removal, MethodRef end) {
    Body removes = code.body(removal.method()).orElseThrow();
    int made = origins.constructor(thread).orElse(thread.node());
    String method = "`" + removes.flow().source().name() + "()`";
    return new Draft(
        "thread-never-stopped",
        Confidence.MEDIUM,
        removal,
        method
            + " takes a thread out of `"
            + field.shortName()
            + "` and leaves it running: `"
            + end.name()
            + "()` is called on those alone that are still there at the end",
        "Call `" + end.name() + "()` on what is taken out in " + method,
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, places.of(thread.body(), made), "made here"),
            new PathStep(PathStep.Kind.EXIT, places.of(removes, removal.node()), "left running")));
  }
}
