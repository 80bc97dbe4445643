package io.github.leakcheck.check.growth.answers;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds maps of pending answers whose entry is removed by the answer alone: a method adds an entry,
 * waits for it with a time limit and forgets it there when the time is over.
 */
public final class Pending {
  private static final Pattern WAITS =
      Pattern.compile(
          "(?i).*(get|await|wait|poll|join|acquire|take|block|sync|receive|exchange).*");
  private static final Set<String> TIMES = Set.of("long", "java.time.Duration");

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Places places;
  private final Reaches reaches;
  private final Effects effects;
  private final OneByOne oneByOne;

  private Pending(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.places = new Places(world);
    this.reaches = new Reaches(code);
    this.effects = Effects.of(world);
    this.oneByOne = new OneByOne(code);
  }

  /** The judge of this analysis. */
  public static Pending of(World world) {
    return world.once(Pending.class, Pending::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    FieldKey key = new FieldKey(owner.name(), field.name());
    if (!effects.isMap(field.type())) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(key);
    List<Use> removals = oneByOne.of(uses);
    return uses.stream()
        .filter(
            use ->
                !removals.isEmpty() && use.adds() && use.call().callee().name().startsWith("put"))
        .filter(use -> use.call().arguments().size() == 2)
        .flatMap(use -> draft(owner, field, use, removals).stream())
        .findFirst();
  }

  private Optional<Draft> draft(TypeFacts owner, FieldFacts field, Use added, List<Use> removals) {
    Optional<Body> body = code.body(added.site().method());
    if (body.isEmpty() || reaches.any(body.get().method(), removals)) {
      return Optional.empty();
    }
    return wait(body.get(), added).map(wait -> draft(owner, field, added, wait));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use added, Site wait) {
    String name = code.body(wait.method()).map(b -> name(b, wait)).orElse("");
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` gets an entry that only its answer removes: when `"
            + name
            + "()` gives up waiting, the entry stays";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "entries wait for answers");
    return new Draft(
        "pending-entry-outlives-timeout",
        Confidence.MEDIUM,
        added.site(),
        message,
        "Remove the entry in a finally block behind the wait",
        places.way(declared, PathStep.Kind.EXIT, wait, "may give up waiting"));
  }

  private static String name(Body body, Site wait) {
    return ((Step.Call) body.step(wait.node())).callee().name();
  }

  /** A wait with a time limit for the value just added. */
  private Optional<Site> wait(Body body, Use added) {
    Set<Origin> value = origins.of(body, added.site().node(), added.call().arguments().get(1));
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && call.receiver() != Step.NONE
          && node.id() > added.site().node()
          && WAITS.matcher(call.callee().name()).matches()
          && hasLimit(call.callee())
          && origins.isAny(body, node.id(), call.receiver(), value)) {
        return Optional.of(body.site(node.id()));
      }
    }
    return Optional.empty();
  }

  /** An int given to the platform is mostly an index. */
  private static boolean hasLimit(MethodRef callee) {
    return callee.parameters() != null
        && callee.parameters().stream()
            .anyMatch(
                type ->
                    TIMES.contains(type) || type.equals("int") && !Platform.isJdk(callee.owner()));
  }
}
