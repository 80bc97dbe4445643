package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.OneByOne;
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
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds removals that are never run: the method puts an object into another state, and then removes
 * it only if it is still in the state before.
 */
public final class ForegoneTests {
  private static final int DEPTH = 2;

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final OneByOne oneByOne;
  private final StateChanges changes;
  private final Shared shared;
  private final Places places;

  private ForegoneTests(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.oneByOne = new OneByOne(code);
    this.changes = new StateChanges(code);
    this.shared = Shared.of(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static ForegoneTests of(World world) {
    return world.once(ForegoneTests.class, ForegoneTests::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!shared.mayLast(owner, field)) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    List<Use> removals = oneByOne.of(uses);
    Optional<Use> added = uses.stream().filter(Use::adds).findFirst();
    return added.isEmpty()
            || removals.isEmpty()
            || !removals.stream().allMatch(use -> foregone(use.site(), DEPTH).isPresent())
        ? Optional.empty()
        : foregone(removals.get(0).site(), DEPTH)
            .map(test -> draft(owner, field, added.get(), test));
  }

  /** The test that always leads past the site, here or where all callers call the method. */
  private Optional<Site> foregone(Site site, int depth) {
    Body body = code.body(site.method()).orElse(null);
    if (body == null || body.flow().isLambdaBody()) {
      return Optional.empty();
    }
    Optional<Site> here =
        body.nodes().stream()
            .filter(node -> isForegone(body, node, site.node()))
            .map(node -> body.site(node.id()))
            .findFirst();
    List<Site> callers = here.isPresent() || depth == 0 ? List.of() : code.callers(body.method());
    return callers.isEmpty()
            || !callers.stream().allMatch(caller -> foregone(caller, depth - 1).isPresent())
        ? here
        : foregone(callers.get(0), depth - 1);
  }

  /** {@code x.state == OPEN} on the only way to the node, behind what gives x another state. */
  private boolean isForegone(Body body, Node test, int node) {
    if (!(test.step() instanceof Step.Test step)
        || step.comparison() != Step.Comparison.EQUAL
        || test.next().size() != 2
        || !Ways.lead(body, test.id(), node)
        || Reachability.leads(body.flow(), List.of(0), n -> n == node, n -> n == test.id())
        || Reachability.leads(
            body.flow(), List.of(test.next().get(1)), n -> n == node, n -> n == test.id())) {
      return false;
    }
    return isForegone(body, test.id(), step.left(), step.right())
        || isForegone(body, test.id(), step.right(), step.left());
  }

  private boolean isForegone(Body body, int test, int asked, int expected) {
    Origin.OfField state = field(origins.of(body, test, asked)).orElse(null);
    Origin.OfField constant = field(origins.of(body, test, expected)).orElse(null);
    if (state == null
        || constant == null
        || state.field().isStatic()
        || !constant.field().isStatic()
        || !constant.field().type().equals(state.field().type())) {
      return false;
    }
    Set<Origin> holder = holder(body, state);
    FieldKey key = code.key(state.field());
    return !holder.isEmpty()
        && body.nodes().stream()
            .anyMatch(
                node ->
                    changes.always(body, node, holder, key, constant.field())
                        && !Reachability.leads(
                            body.flow(), List.of(0), n -> n == test, n -> n == node.id())
                        && isLast(body, node.id(), test, key));
  }

  private static Optional<Origin.OfField> field(Set<Origin> found) {
    return found.size() == 1 && found.iterator().next() instanceof Origin.OfField field
        ? Optional.of(field)
        : Optional.empty();
  }

  private Set<Origin> holder(Body body, Origin.OfField field) {
    Step step = body.step(field.node());
    int holder =
        field.body() != body
            ? Step.NONE
            : step instanceof Step.LoadField load
                ? load.object()
                : step instanceof Step.Call call ? call.receiver() : Step.NONE;
    return origins.of(body, field.node(), holder);
  }

  /** Whether nothing between the change and the test may set the state once more. */
  private boolean isLast(Body body, int change, int test, FieldKey state) {
    return body.nodes().stream()
        .filter(node -> node.id() != change)
        .filter(node -> Ways.lead(body, change, node.id()) && Ways.lead(body, node.id(), test))
        .noneMatch(node -> changes.may(node, state));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use added, Site test) {
    String name = code.body(test.method()).map(body -> body.flow().source().name()).orElse("");
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps its entries: `"
            + name
            + "()` removes one only in a state that it has just left";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "its entries stay");
    return new Draft(
        "remove-method-never-removes",
        Confidence.MEDIUM,
        added.site(),
        message,
        "Ask for the state before it is changed, or remove the entry in each state",
        places.way(declared, PathStep.Kind.EXIT, test, "never holds here"));
  }
}
