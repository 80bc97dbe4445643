package io.github.leakcheck.check.growth.bounds;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Growth;
import io.github.leakcheck.check.growth.Growths;
import io.github.leakcheck.check.usage.Anchor;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds sweeps of old entries that nobody runs and nobody else can: entries that are not removed
 * one by one stay for good, though whoever wrote the class knew of them.
 */
public final class UnrunSweeps {
  private static final Pattern SWEEPS =
      Pattern.compile(
          "(expire|purge|clean|cleanUp|cleanup|evict|sweep|prune|reap|trim|discard|removeOld"
              + "|removeStale|removeExpired|removeIdle|housekeep)(\\p{Upper}.*)?");

  private final Code code;
  private final FieldUses fieldUses;
  private final Growths growths;
  private final Anchors anchors;
  private final Places places;

  private UnrunSweeps(World world) {
    this.code = Code.of(world);
    this.fieldUses = FieldUses.of(world);
    this.growths = new Growths(code);
    this.anchors = Anchors.of(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static UnrunSweeps of(World world) {
    return world.once(UnrunSweeps.class, UnrunSweeps::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    Optional<Anchor> anchor =
        field.type().indexOf('.') < 0 ? Optional.empty() : anchors.of(owner, field);
    if (anchor.isEmpty()) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    List<Use> removals = uses.stream().filter(Use::removes).toList();
    Optional<Use> sweep = removals.stream().filter(this::isUnrun).findFirst();
    boolean others =
        removals.stream().anyMatch(use -> !isUnrun(use) && !isOfOne(use))
            || uses.stream().anyMatch(use -> use.kind() == Use.Kind.PASSED);
    boolean isStatic = Access.has(field.access(), Access.STATIC);
    return sweep.isEmpty() || others
        ? Optional.empty()
        : growths.of(uses, key, isStatic).stream()
            .filter(growth -> growth.sure() == Confidence.HIGH)
            .findFirst()
            .flatMap(growth -> draft(owner, field, growth, sweep.get(), anchor.get()));
  }

  private static boolean isOfOne(Use removal) {
    return removal.reach() == Use.Reach.ITSELF
        && removal.call() != null
        && !removal.call().arguments().isEmpty();
  }

  /** A sweep by its name and shape in a method that only the program could call, and does not. */
  private boolean isUnrun(Use removal) {
    boolean shape =
        removal.call() != null
            && (removal.call().callee().name().equals("removeIf")
                || removal.reach() == Use.Reach.VIEW);
    return shape
        && code.body(removal.site().method())
            .filter(
                body ->
                    SWEEPS.matcher(body.flow().source().name()).matches()
                        && !Access.has(body.flow().access(), Access.PUBLIC)
                        && !Access.has(body.flow().access(), Access.PROTECTED)
                        && !body.flow().isLambdaBody()
                        && body.flow().annotations().isEmpty()
                        && code.callers(body.method()).isEmpty())
            .isPresent();
  }

  private Optional<Draft> draft(
      TypeFacts owner, FieldFacts field, Growth growth, Use sweep, Anchor anchor) {
    return code.body(sweep.site().method())
        .map(
            body -> {
              String name = "`" + body.flow().source().name() + "()`";
              String message =
                  "`"
                      + new FieldKey(owner.name(), field.name()).shortName()
                      + "` ("
                      + anchor.text()
                      + ") gets an entry for every distinct "
                      + growth.key().text()
                      + ", and nothing runs "
                      + name
                      + ", which would sweep out what is old";
              PathStep declared =
                  new PathStep(
                      PathStep.Kind.ACQUIRED, places.of(owner, field), "keeps what is old");
              return new Draft(
                  anchor.kind() == Anchor.Kind.STATIC
                      ? "static-collection-only-grows"
                      : "singleton-collection-only-grows",
                  Confidence.MEDIUM,
                  growth.use().site(),
                  message,
                  "Call " + name + " from time to time, or whenever an entry is added",
                  places.way(declared, PathStep.Kind.RELEASED, sweep.site(), "is never run"));
            });
  }
}
