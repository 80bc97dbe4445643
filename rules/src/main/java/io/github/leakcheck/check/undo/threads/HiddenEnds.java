package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.threads.ThreadMakers.Started;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Overrides;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges methods that end an object and hide the one of a superclass that would have ended threads,
 * without calling it.
 */
public final class HiddenEnds {
  private final World world;
  private final Code code;
  private final ThreadMakers makers;
  private final Endings endings;
  private final Overrides overrides;
  private final Places places;

  public HiddenEnds(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.makers = new ThreadMakers(code);
    this.endings = new Endings(code);
    this.overrides = new Overrides(code);
    this.places = new Places(world);
  }

  /** The methods of the class that hide the end of threads above. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    for (Body end : code.bodies(type.name())) {
      if (Lifecycle.ends(end.flow())
          && !end.flow().isStatic()
          && !end.flow().isLambdaBody()
          && !Access.has(end.flow().access(), Access.BRIDGE)
          && endsMore(end)) {
        hidden(type, end).flatMap(above -> judge(type, end, above)).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Whether it does something to end the object: others leave it running on purpose. */
  private static boolean endsMore(Body end) {
    return end.nodes().stream()
        .anyMatch(node -> node.step() instanceof Step.Call c && !c.callee().isConstructor());
  }

  /** The method of the closest superclass that the method overrides. */
  private Optional<Body> hidden(TypeFacts type, Body end) {
    return overrides.above(type).stream()
        .flatMap(above -> code.body(end.method().in(above.name())).stream())
        .findFirst();
  }

  private Optional<Draft> judge(TypeFacts type, Body end, Body hidden) {
    return reach(type).contains(hidden.method())
        ? Optional.empty()
        : overrides.above(type).stream()
            .flatMap(above -> judge(type, above, end, hidden))
            .findFirst();
  }

  private Stream<Draft> judge(TypeFacts type, TypeFacts owner, Body end, Body hidden) {
    return owner.fields().stream()
        .flatMap(field -> judge(type, owner, field, end, hidden).stream());
  }

  /** All that methods of the class may run. */
  private Set<MethodRef> reach(TypeFacts type) {
    return code.within(type.name()).stream()
        .flatMap(name -> code.bodies(name).stream())
        .flatMap(body -> endings.reachedFrom(body.method()).stream())
        .collect(Collectors.toSet());
  }

  private Optional<Draft> judge(
      TypeFacts type, TypeFacts owner, FieldFacts field, Body end, Body hidden) {
    if (field.type().indexOf('.') < 0 || Access.has(field.access(), Access.STATIC)) {
      return Optional.empty();
    }
    List<Use> uses = FieldUses.of(world).of(new FieldKey(owner.name(), field.name()));
    Set<MethodRef> ends =
        uses.stream()
            .filter(makers::isEnding)
            .map(use -> use.site().method())
            .collect(Collectors.toSet());
    return ends.isEmpty() || !onlyBy(hidden, ends) || reach(type).stream().anyMatch(ends::contains)
        ? Optional.empty()
        : makers
            .started(uses)
            .filter(made -> made.most() != Confidence.LOW && isStillMade(type, made))
            .map(made -> draft(owner, field, made, end));
  }

  /** Whether nothing but the hidden method leads to the end. */
  private boolean onlyBy(Body hidden, Set<MethodRef> ends) {
    Set<MethodRef> reached = endings.reachedFrom(hidden.method());
    return ends.stream()
        .allMatch(
            end ->
                reached.contains(end)
                    && (end.equals(hidden.method())
                        || isInner(end)
                            && code.callers(end).stream()
                                .allMatch(site -> reached.contains(site.method()))));
  }

  private boolean isInner(MethodRef method) {
    return code.body(method)
        .filter(
            body -> body.flow().isLambdaBody() || !Access.has(body.flow().access(), Access.PUBLIC))
        .isPresent();
  }

  /** Whether objects of the class get the threads: it overrides no method that makes them. */
  private boolean isStillMade(TypeFacts type, Started made) {
    MethodRef home = made.write().site().method();
    return home.isConstructor()
        || code.bodies(type.name()).stream().noneMatch(body -> body.method().overrides(home));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Started made, Body end) {
    String name = end.flow().source().name();
    return new Draft(
        made.rule(),
        Confidence.MEDIUM.and(made.most()),
        end.site(0),
        "`"
            + Names.simple(end.method().owner())
            + "."
            + name
            + "()` does not call `super."
            + name
            + "()`, which ends the `"
            + made.what()
            + "` in `"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "`",
        "Call `super." + name + "()` in a finally block",
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, places.of(made.body(), made.node()), "made here"),
            new PathStep(PathStep.Kind.EXIT, places.of(end, 0), "does not end it")));
  }
}
