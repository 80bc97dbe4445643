package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.TwinEnds;
import io.github.leakcheck.check.undo.threads.ThreadMakers.Started;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges threads of objects that can be ended in two ways, of which one ends the threads and the
 * other does not: {@code close()}, or one of the same name that is told how to end it.
 */
public final class TwinLeft {
  private static final Set<String> HOW =
      Set.of("int", "long", "java.time.Duration", "java.util.concurrent.TimeUnit");

  private final World world;
  private final Code code;
  private final ThreadMakers makers;
  private final Lifecycle lifecycle;
  private final Endings endings;
  private final TwinEnds twins;
  private final Places places;

  public TwinLeft(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.makers = new ThreadMakers(code);
    this.lifecycle = Lifecycle.of(code);
    this.endings = new Endings(code);
    this.twins = new TwinEnds(code);
    this.places = new Places(world);
  }

  /** The fields of the class whose threads one way to end it leaves running. */
  public List<Draft> judge(TypeFacts owner) {
    List<Draft> found = new ArrayList<>();
    List<Body> ways = ways(owner);
    if (!ways.isEmpty() && Anchors.of(code).of(owner).isEmpty()) {
      for (FieldFacts field : owner.fields()) {
        if (field.type().indexOf('.') > 0 && !Access.has(field.access(), Access.STATIC)) {
          FieldKey key = new FieldKey(owner.name(), field.name());
          ways.stream().flatMap(way -> judge(key, way).stream()).findFirst().ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** What everybody calls who is done with an object of the class. */
  private List<Body> ways(TypeFacts owner) {
    boolean closeable = world.types().isCloseable(owner.name());
    return lifecycle.endings(owner.name()).stream()
        .filter(body -> body.method().owner().equals(owner.name()))
        .filter(body -> closeable && isClose(body) || isToldHow(body))
        .toList();
  }

  private static boolean isClose(Body body) {
    return body.method().name().equals("close") && List.of().equals(body.method().parameters());
  }

  /** Whether it is only told how long to wait. */
  private static boolean isToldHow(Body body) {
    List<String> parameters = body.method().parameters();
    return Access.has(body.flow().access(), Access.PUBLIC)
        && !parameters.isEmpty()
        && HOW.containsAll(parameters);
  }

  private Optional<Draft> judge(FieldKey field, Body way) {
    List<Use> uses = FieldUses.of(world).of(field);
    Set<MethodRef> ends =
        uses.stream()
            .filter(makers::isEnding)
            .map(use -> use.site().method())
            .collect(Collectors.toSet());
    if (ends.isEmpty() || endings.reachedFrom(way.method()).stream().anyMatch(ends::contains)) {
      return Optional.empty();
    }
    Optional<Body> twin =
        code.bodies(field.owner()).stream()
            .filter(body -> ends.contains(body.method()) && twins.are(body, way))
            .filter(body -> isClose(way) || body.method().name().equals(way.method().name()))
            .filter(body -> !isCalledInside(body))
            .findFirst();
    return twin.flatMap(
        other ->
            makers
                .started(uses)
                .filter(made -> made.most() != Confidence.LOW)
                .map(made -> draft(field, made, way, other)));
  }

  /** Whether the class calls it by itself, as when it sees that it was closed. */
  private boolean isCalledInside(Body body) {
    String nest = Code.nestOf(body.method().owner());
    return code.callers(body.method()).stream()
        .anyMatch(site -> Code.nestOf(site.method().owner()).equals(nest));
  }

  private Draft draft(FieldKey field, Started started, Body way, Body twin) {
    String left = name(way);
    return new Draft(
        started.rule(),
        Confidence.MEDIUM.and(started.most()),
        started.body().site(started.node()),
        name(twin)
            + " ends the `"
            + started.what()
            + "` in `"
            + field.shortName()
            + "`, and "
            + left
            + " does not",
        "Call `" + started.undo() + "()` in " + left + " as well",
        List.of(
            new PathStep(
                PathStep.Kind.ACQUIRED, places.of(started.body(), started.node()), "made here"),
            new PathStep(PathStep.Kind.EXIT, places.of(way, 0), "does not end it")));
  }

  private static String name(Body body) {
    String parameters =
        body.method().parameters().stream().map(Names::simple).collect(Collectors.joining(", "));
    return "`" + body.flow().source().name() + "(" + parameters + ")`";
  }
}
