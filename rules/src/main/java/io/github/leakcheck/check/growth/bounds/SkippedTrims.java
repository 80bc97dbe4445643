package io.github.leakcheck.check.growth.bounds;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.growth.Growth;
import io.github.leakcheck.check.growth.Growths;
import io.github.leakcheck.check.growth.Longevity;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.growth.SizeTests;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds bounds that only one outcome of the work looks after: {@code done.add(job); if (ok) return;
 * failures++; trim();} keeps all jobs for as long as none fails.
 */
public final class SkippedTrims {
  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Growths growths;
  private final SizeTests sizeTests;
  private final Anchors anchors;
  private final Longevity longevity;
  private final Places places;

  private SkippedTrims(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.growths = new Growths(code);
    this.sizeTests = new SizeTests(origins);
    this.anchors = Anchors.of(code);
    this.longevity = new Longevity(code, Shared.of(code));
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static SkippedTrims of(World world) {
    return world.once(SkippedTrims.class, SkippedTrims::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = field.type().indexOf('.') < 0 ? List.of() : fieldUses.of(key);
    List<Use> trims = trims(uses);
    if (trims.isEmpty() || uses.stream().anyMatch(use -> use.kind() == Use.Kind.PASSED)) {
      return Optional.empty();
    }
    boolean lasts = anchors.of(owner, field).isPresent() || longevity.of(owner).isPresent();
    return lasts
        ? growths.of(uses, key, Access.has(field.access(), Access.STATIC)).stream()
            .filter(growth -> growth.key().domain().compareTo(Domain.UNKNOWN) >= 0)
            .map(Growth::use)
            .filter(add -> isSkipped(add, trims))
            .findFirst()
            .map(add -> draft(owner, field, add, trims.get(0)))
        : Optional.empty();
  }

  /** The removals, if one method alone has them all and compares the size with a limit. */
  private List<Use> trims(List<Use> uses) {
    List<Use> removals =
        uses.stream()
            .filter(Use::removes)
            .filter(
                use ->
                    code.body(use.site().method())
                        .filter(body -> Lifecycle.ends(body.flow()))
                        .isEmpty())
            .toList();
    boolean bounds =
        removals.stream().map(use -> use.site().method()).distinct().count() == 1
            && uses.stream().allMatch(use -> !isBound(use) || isIn(use, removals.get(0)))
            && uses.stream().anyMatch(this::isBound);
    return bounds ? removals : List.of();
  }

  private static boolean isIn(Use use, Use other) {
    return use.site().method().equals(other.site().method());
  }

  private boolean isBound(Use use) {
    return use.is(Effect.Kind.COUNTS)
        && use.reach() != Use.Reach.ENTRY
        && code.body(use.site().method())
            .filter(body -> sizeTests.isCompared(body, use))
            .isPresent();
  }

  /** Whether the method that adds asks its caller how the work went before it trims. */
  private boolean isSkipped(Use add, List<Use> trims) {
    Body body = code.body(add.site().method()).orElse(null);
    if (body == null || body.flow().isLambdaBody()) {
      return false;
    }
    List<Integer> nodes = nodes(body, trims);
    return !nodes.isEmpty()
        && body.nodes().stream().anyMatch(node -> skips(body, node, add.site().node(), nodes));
  }

  /** Where the body trims, or calls the method that does and has no other callers. */
  private List<Integer> nodes(Body body, List<Use> trims) {
    Body trim = code.body(trims.get(0).site().method()).orElse(null);
    if (trim == null || trim.method().equals(body.method())) {
      return trims.stream().map(use -> use.site().node()).toList();
    }
    List<Site> callers = code.callers(trim.method());
    boolean own =
        Access.has(trim.flow().access(), Access.PRIVATE)
            && !trim.flow().isLambdaBody()
            && callers.stream().allMatch(caller -> caller.method().equals(body.method()));
    return own ? callers.stream().map(Site::node).toList() : List.of();
  }

  /** A question about something given, of which one answer has more to do than to trim. */
  private boolean skips(Body body, Node test, int add, List<Integer> trims) {
    if (!(test.step() instanceof Step.Test step)
        || step.comparison() != Step.Comparison.IS_TRUE
        || test.next().size() != 2
        || !isGiven(origins.of(body, test.id(), step.left()))
        || Reachability.leads(body.flow(), List.of(0), n -> n == test.id(), n -> n == add)) {
      return false;
    }
    BitSet one = Reachability.from(body.flow(), test.next().get(0));
    BitSet other = Reachability.from(body.flow(), test.next().get(1));
    boolean first = trims.stream().anyMatch(one::get);
    boolean second = trims.stream().anyMatch(other::get);
    BitSet more = first ? one : other;
    more.andNot(first ? other : one);
    return first != second && more.stream().anyMatch(node -> does(body, node, trims));
  }

  private static boolean isGiven(Set<Origin> asked) {
    return !asked.isEmpty()
        && asked.stream()
            .allMatch(
                origin ->
                    origin instanceof Origin.OfParameter given
                        && !given.isThis()
                        && Added.type(given).equals("boolean"));
  }

  /** Sets a field or calls something that is no part of trimming. */
  private static boolean does(Body body, int node, List<Integer> trims) {
    return body.step(node) instanceof Step.StoreField
        || body.step(node) instanceof Step.Call call
            && !trims.contains(node)
            && !Platform.isJdk(call.callee().owner());
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, Use trim) {
    String name = new FieldKey(owner.name(), field.name()).shortName();
    String method =
        code.body(add.site().method()).map(body -> body.flow().source().name()).orElse("");
    String message =
        "`"
            + name
            + "` is trimmed on one outcome only: on the other, `"
            + method
            + "()` adds to it and leaves it as long as it is";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "should stay short");
    return new Draft(
        Access.has(field.access(), Access.STATIC)
            ? "static-collection-only-grows"
            : "singleton-collection-only-grows",
        Confidence.MEDIUM,
        add.site(),
        message,
        "Trim it wherever something is added",
        places.way(declared, PathStep.Kind.RELEASED, trim.site(), "is not always run"));
  }
}
