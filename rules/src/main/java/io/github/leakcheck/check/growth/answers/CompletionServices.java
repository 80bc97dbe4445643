package io.github.leakcheck.check.growth.answers;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds completion services that get work and are never asked for what is done: the queue that they
 * make themselves has no capacity and keeps every result.
 */
public final class CompletionServices {
  private static final String SERVICE = "java.util.concurrent.CompletionService";
  private static final Set<String> TAKES = Set.of("take", "poll");

  private final World world;
  private final Code code;
  private final FieldUses fieldUses;
  private final Shared shared;
  private final Places places;

  private CompletionServices(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.fieldUses = FieldUses.of(world);
    this.shared = Shared.of(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static CompletionServices of(World world) {
    return world.once(CompletionServices.class, CompletionServices::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!world.types().isSubtype(field.type(), SERVICE) || !lasts(owner, field)) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    List<Site> stores = code.stores(key);
    boolean own = !stores.isEmpty() && stores.stream().allMatch(this::storesOneWithOwnQueue);
    return own && uses.stream().noneMatch(CompletionServices::mayTake)
        ? uses.stream()
            .filter(use -> use.kind() == Use.Kind.CALLED)
            .filter(use -> use.call().callee().name().equals("submit"))
            .findFirst()
            .map(use -> draft(owner, field, use))
        : Optional.empty();
  }

  /** Who has to close it uses it for longer, whatever its name says. */
  private boolean lasts(TypeFacts owner, FieldFacts field) {
    boolean closed = world.types().isCloseable(owner.name()) && !shared.isLocal(owner.name());
    return closed || shared.mayLast(owner, field);
  }

  /** Whoever else gets to know the service may ask it. */
  private static boolean mayTake(Use use) {
    return use.kind() == Use.Kind.CALLED
        ? TAKES.contains(use.call().callee().name())
        : use.kind() != Use.Kind.WRITTEN;
  }

  private boolean storesOneWithOwnQueue(Site site) {
    Set<Origin> values = Origins.of(code).stored(site);
    return !values.isEmpty() && values.stream().allMatch(this::hasOwnQueue);
  }

  /** Made by the platform's class, from an executor alone. */
  private boolean hasOwnQueue(Origin value) {
    return value instanceof Origin.Fresh fresh
        && Platform.isJdk(fresh.type())
        && Origins.of(code)
            .constructor(fresh)
            .filter(node -> takesOne(fresh.body(), node))
            .isPresent();
  }

  private static boolean takesOne(Body body, int constructor) {
    return ((Step.Call) body.step(constructor)).arguments().size() == 1;
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use use) {
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` queues what is done of all that is submitted here, and nothing ever takes it";
    PathStep made =
        new PathStep(
            PathStep.Kind.ACQUIRED, places.of(owner, field), "has a queue without a capacity");
    return new Draft(
        "unbounded-queue",
        Confidence.MEDIUM,
        use.site(),
        message,
        "Give the work to the executor itself, or take what is done",
        List.of(made));
  }
}
