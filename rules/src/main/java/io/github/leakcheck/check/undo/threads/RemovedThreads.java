package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.threads.EndedElements.Element;
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
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;

/**
 * Judges maps of threads whose owner ends all that are there as it ends itself, and takes a single
 * one out without ending it: nothing knows that one any more.
 */
public final class RemovedThreads {
  private final World world;
  private final Code code;
  private final Origins origins;
  private final EndedElements elements;
  private final Endings endings;
  private final Places places;

  public RemovedThreads(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.elements = new EndedElements(code);
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
        .flatMap(add -> elements.of(owner, add).stream())
        .findFirst()
        .filter(element -> !element.ends().isEmpty() && !isShown(owner, uses, element.made()))
        .flatMap(element -> judge(owner, field, uses, element));
  }

  private Optional<Draft> judge(TypeFacts owner, FieldKey field, List<Use> uses, Element element) {
    return uses.stream()
        .filter(use -> use.removes() && use.reach() == Use.Reach.ITSELF)
        .filter(use -> use.call().callee().name().equals("remove"))
        .filter(use -> isDropped(use.site()) && isLeft(owner, use.site(), element))
        .findFirst()
        .map(use -> draft(field, element, use.site()));
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

  /** Whether nothing looks at what was taken out. */
  private boolean isDropped(Site site) {
    Body body = code.body(site.method()).orElseThrow();
    return body.nodes().stream()
        .filter(node -> node.id() != site.node())
        .allMatch(
            node ->
                StepUses.used(node.step()).stream()
                    .flatMap(register -> origins.of(body, node.id(), register).stream())
                    .noneMatch(o -> o.isMadeAt(body, site.node())));
  }

  /** Whether neither the method nor who calls it ends threads, nor the element itself runs it. */
  private boolean isLeft(TypeFacts owner, Site site, Element element) {
    MethodRef method = site.method();
    String type = element.made().type();
    boolean itself =
        code.bodies(type).stream()
            .anyMatch(body -> endings.reachedFrom(body.method()).contains(method));
    return !itself
        && !endings.reach(owner.name(), method)
        && code.body(method).filter(body -> asks(body, element)).isEmpty()
        && endings.reachedFrom(method).stream().noneMatch(element.ends()::contains)
        && code.callers(method).stream()
            .noneMatch(
                call ->
                    endings.reachedFrom(call.method()).stream().anyMatch(element.ends()::contains));
  }

  /** Whether the method does anything with an element, of which it may know that it has ended. */
  private boolean asks(Body body, Element element) {
    return body.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && call.receiver() != Step.NONE
                        && world.types().isSubtype(call.callee().owner(), element.kind()))
        || element.inside().isPresent() && isTold(body, element.kind());
  }

  /** Whether the method is told of the end of something, or is given the element itself. */
  private boolean isTold(Body body, String type) {
    List<String> parameters = body.method().parameters();
    return body.flow().isLambdaBody()
        || Lifecycle.ends(body.flow())
        || parameters == null
        || parameters.stream().anyMatch(given -> world.types().isSubtype(type, given));
  }

  private Draft draft(FieldKey field, Element element, Site removal) {
    Body removes = code.body(removal.method()).orElseThrow();
    Origin.Fresh fresh = element.made();
    int made = origins.constructor(fresh).orElse(fresh.node());
    MethodRef end = element.ends().iterator().next();
    boolean byOwner = end.owner().equals(field.owner());
    String ends = "`" + end.name() + "()`";
    String method = "`" + removes.flow().source().name() + "()`";
    return new Draft(
        element.inside().map(Started::rule).orElse("thread-never-stopped"),
        Confidence.MEDIUM,
        removal,
        method
            + taken(field, element)
            + ends
            + (byOwner ? " ends" : " is called on")
            + " those alone that are still there at the end",
        (byOwner ? "Do as " + ends + " does with" : "Call " + ends + " on")
            + " what is taken out in "
            + method,
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, places.of(fresh.body(), made), "made here"),
            new PathStep(PathStep.Kind.EXIT, places.of(removes, removal.node()), "left running")));
  }

  private static String taken(FieldKey field, Element element) {
    String out = "` out of `" + field.shortName() + "` and leaves ";
    return element
        .inside()
        .map(one -> " takes an object with the threads of an `" + one.what() + out + "them")
        .orElse(" takes a thread out of `" + field.shortName() + "` and leaves it")
        .concat(" running: ");
  }
}
