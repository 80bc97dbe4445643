package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Captures;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds static caches of what refers to its maker: {@code CACHE.computeIfAbsent(id, i -> new
 * Part(this, i))}. A client that is disconnected stays in memory with all that it has, as its end
 * takes none of its parts out.
 */
public final class KeptMakers {
  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Capacities capacities;
  private final Captures captures;
  private final Lifecycle lifecycle;
  private final Reaches reaches;
  private final Places places;

  private KeptMakers(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.capacities = new Capacities(code);
    this.captures = new Captures(code);
    this.lifecycle = Lifecycle.of(code);
    this.reaches = new Reaches(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static KeptMakers of(World world) {
    return world.once(KeptMakers.class, KeptMakers::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!Access.has(field.access(), Access.STATIC)
        || !code.world().types().isSubtype(field.type(), "java.util.Map")) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    if (capacities.ofField(uses).kind().compareTo(Capacity.Kind.FIXED) <= 0) {
      return Optional.empty();
    }
    List<Use> removals = uses.stream().filter(Use::removes).toList();
    return uses.stream()
        .filter(use -> use.adds() && isOftenMade(use.site().method().owner()))
        .filter(use -> keepsMaker(use, uses))
        .flatMap(use -> end(use, removals).map(end -> draft(owner, field, use, end)).stream())
        .findFirst();
  }

  /** Of a single object nothing is left behind by the next one. */
  private boolean isOftenMade(String type) {
    return code.world().program().type(type).stream()
        .flatMap(facts -> facts.fields().stream())
        .noneMatch(f -> Access.has(f.access(), Access.STATIC) && f.type().equals(type));
  }

  /** Whether the value is made where none was found, with the object that makes it. */
  private boolean keepsMaker(Use add, List<Use> uses) {
    boolean looksUp =
        uses.stream()
            .anyMatch(
                use -> use.is(Effect.Kind.GETS) && use.site().method().equals(add.site().method()));
    return code.body(add.site().method()).stream()
        .flatMap(body -> made(body, add, looksUp))
        .anyMatch(captures::holdsThis);
  }

  private Stream<Origin.Fresh> made(Body body, Use add, boolean looksUp) {
    return origins
        .ofArguments(body, add.site().node(), add.call())
        .flatMap(
            o ->
                o instanceof Origin.Function f
                    ? returned(f)
                    : looksUp && o instanceof Origin.Fresh made ? Stream.of(made) : Stream.empty());
  }

  private Stream<Origin.Fresh> returned(Origin.Function function) {
    return Stream.ofNullable(function.lambda().body())
        .flatMap(method -> code.body(method).stream())
        .flatMap(body -> body.nodes().stream().flatMap(node -> returned(body, node)));
  }

  private Stream<Origin.Fresh> returned(Body body, Node node) {
    return node.step() instanceof Step.Return back
        ? origins.of(body, node.id(), back.value()).stream()
            .filter(Origin.Fresh.class::isInstance)
            .map(Origin.Fresh.class::cast)
        : Stream.empty();
  }

  /** An end of the maker, if neither that nor whoever runs it takes anything out. */
  private Optional<MethodRef> end(Use add, List<Use> removals) {
    List<MethodRef> ends =
        lifecycle.endings(add.site().method().owner()).stream().map(Body::method).toList();
    boolean takenOut =
        ends.stream()
            .flatMap(
                end ->
                    Stream.concat(Stream.of(end), code.callers(end).stream().map(s -> s.method())))
            .anyMatch(method -> reaches.any(method, removals));
    return takenOut ? Optional.empty() : ends.stream().findFirst();
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, MethodRef end) {
    String maker = "`" + Names.simple(add.site().method().owner()) + "`";
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` (static, lives as long as its class) keeps values that refer to the "
            + maker
            + " which made them, and `"
            + end.name()
            + "()` of that takes none out";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "the static cache");
    PathStep ends =
        new PathStep(
            PathStep.Kind.EXIT, places.of(code.body(end).orElseThrow(), 0), "leaves all there");
    return new Draft(
        "static-collection-only-grows",
        Confidence.MEDIUM,
        add.site(),
        message,
        "Keep them in a field of each " + maker + ", or take its own out when it ends",
        List.of(declared, ends));
  }
}
