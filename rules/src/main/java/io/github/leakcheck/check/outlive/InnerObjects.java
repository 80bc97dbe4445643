package io.github.leakcheck.check.outlive;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.outlive.StaticStores.Stored;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Captures;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges static fields and caches whose values drag along the object that made them. */
public final class InnerObjects {
  private static final String RULE = "inner-object-outlives-owner";

  /** Methods of maps that run the function they get. */
  private static final Set<String> RUN_AT_ONCE =
      Set.of("computeIfAbsent", "computeIfPresent", "compute", "merge");

  private final World world;
  private final Code code;
  private final Captures captures;
  private final Capacities capacities;
  private final Places places;

  public InnerObjects(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.captures = new Captures(code);
    this.capacities = new Capacities(code);
    this.places = new Places(world);
  }

  /** What is wrong with one static field, empty if nothing is. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Stored> kept = new ArrayList<>(StaticStores.of(code, key));
    if (isBounded(key)) {
      kept.addAll(added(key));
    }
    return kept.stream()
        .filter(stored -> holdsOwner(stored.value()) && isShortLived(stored.body()))
        .findFirst()
        .map(stored -> draft(owner, field, stored));
  }

  private boolean holdsOwner(Origin value) {
    return value instanceof Origin.Function function && captures.holdsThis(function)
        || value instanceof Origin.Fresh fresh && isInner(fresh) && captures.holdsThis(fresh);
  }

  /** Whether the class is written inside that of the method that makes the object. */
  private static boolean isInner(Origin.Fresh fresh) {
    return fresh.type().startsWith(fresh.body().method().owner() + "$");
  }

  private boolean isShortLived(Body body) {
    String owner = body.flow().source().className();
    return world.program().type(owner).filter(t -> Anchors.of(code).of(t).isEmpty()).isPresent();
  }

  /** Of a collection without bounds the other checks say that it grows. */
  private boolean isBounded(FieldKey key) {
    for (Site site : code.stores(key)) {
      Optional<Body> body = code.body(site.method());
      if (body.isPresent()
          && body.get().step(site.node()) instanceof Step.StoreField store
          && capacities.of(body.get(), site.node(), store.value()).stream()
              .anyMatch(c -> c.kind() == Capacity.Kind.BOUNDED)) {
        return true;
      }
    }
    return false;
  }

  private List<Stored> added(FieldKey key) {
    List<Use> uses = FieldUses.of(world).of(key);
    List<Stored> found = new ArrayList<>();
    for (Use use : uses.stream().anyMatch(Use::removes) ? List.<Use>of() : uses) {
      Optional<Body> body = code.body(use.site().method());
      if (use.adds()
          && body.isPresent()
          && Starts.of(code).onlyAtStart(use.site().method()) == Starts.Answer.NO) {
        for (int argument : use.call().arguments()) {
          Origins.of(code).of(body.get(), use.site().node(), argument).stream()
              .filter(value -> !(value instanceof Origin.Function && isRunAtOnce(use)))
              .forEach(value -> found.add(new Stored(body.get(), use.site().node(), value)));
        }
      }
    }
    return found;
  }

  /** The function makes or changes a value, and is not one itself. */
  private static boolean isRunAtOnce(Use use) {
    return RUN_AT_ONCE.contains(use.call().callee().name());
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Stored stored) {
    String around = Names.simple(stored.body().flow().source().className());
    String what =
        stored.value() instanceof Origin.Function f
            ? f.lambda().reference() ? "a method reference" : "a lambda"
            : Names.isAnonymous(((Origin.Fresh) stored.value()).type())
                ? "an anonymous object"
                : "an inner `" + Names.simple(((Origin.Fresh) stored.value()).type()) + "`";
    String message =
        "Static `"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps "
            + what
            + ", and with it the `"
            + around
            + "` that made it";
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        stored.body().site(stored.node()),
        message,
        "Make it static or a lambda that does not use `this`, and give it only what it needs",
        List.of(
            new PathStep(
                PathStep.Kind.ACQUIRED,
                places.of(owner, field),
                "static, lives as long as its class"),
            new PathStep(
                PathStep.Kind.ESCAPES, places.of(stored.body(), stored.node()), "kept here")));
  }
}
