package io.github.leakcheck.check.growth.answers;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
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
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds futures that are added to a collection once the step that takes them out is attached: of
 * one that is done already the step runs at once, in the thread that attaches it, and finds
 * nothing; what is added then stays.
 */
public final class AddedLate {
  private static final Pattern ATTACHES =
      Pattern.compile(
          "addCallback|addListener|onComplete|whenComplete(Async)?|handle(Async)?"
              + "|then(Run|Accept|Apply|Compose)(Async)?|addOn(Complete|Success)Listener");

  /** Other things tell their listeners of what comes, and nothing of what was. */
  private static final Pattern FUTURE =
      Pattern.compile(".*(Future|Promise|CompletionStage|Deferred)");

  private final Code code;
  private final Origins origins;
  private final OneByOne oneByOne;
  private final Reaches reaches;
  private final Places places;

  private AddedLate(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.oneByOne = new OneByOne(code);
    this.reaches = new Reaches(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static AddedLate of(World world) {
    return world.once(AddedLate.class, AddedLate::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    return oneByOne.first(owner, field, (add, removals) -> draft(owner, field, add, removals));
  }

  private Optional<Draft> draft(TypeFacts owner, FieldFacts field, Use add, List<Use> removals) {
    Optional<Body> body = code.body(add.site().method());
    List<Integer> arguments = add.call().arguments();
    if (body.isEmpty() || arguments.isEmpty()) {
      return Optional.empty();
    }
    Set<Origin> value =
        origins.of(body.get(), add.site().node(), arguments.get(arguments.size() - 1));
    return attaching(body.get(), add, value, removals)
        .map(attached -> draft(owner, field, add, body.get(), attached));
  }

  /** The step before the addition that has the value taken out when it is done. */
  private Optional<Node> attaching(Body body, Use add, Set<Origin> value, List<Use> removals) {
    int added = add.site().node();
    boolean looksAgain =
        removals.stream()
            .anyMatch(
                removal ->
                    removal.site().method().equals(body.method())
                        && Ways.lead(body, added, removal.site().node()));
    // One that is made here is not done before somebody else has it.
    boolean begun = value.stream().noneMatch(Origin.Fresh.class::isInstance);
    return looksAgain || !begun
        ? Optional.empty()
        : body.nodes().stream()
            .filter(node -> attaches(body, node, value, removals))
            .filter(node -> Ways.lead(body, node.id(), added) && isOnTheWay(body, node, added))
            .findFirst();
  }

  /** Whether no way leads to the addition past the step. */
  private static boolean isOnTheWay(Body body, Node node, int added) {
    return !Reachability.leads(body.flow(), List.of(0), to -> to == added, to -> to == node.id());
  }

  private boolean attaches(Body body, Node node, Set<Origin> value, List<Use> removals) {
    if (!(node.step() instanceof Step.Call call)
        || !ATTACHES.matcher(call.callee().name()).matches()) {
      return false;
    }
    List<String> types = call.callee().parameters();
    boolean toValue =
        FUTURE.matcher(call.callee().owner()).matches()
                && origins.isAny(body, node.id(), call.receiver(), value)
            || IntStream.range(0, types == null ? 0 : call.arguments().size())
                .filter(i -> FUTURE.matcher(types.get(i)).matches())
                .anyMatch(i -> origins.isAny(body, node.id(), call.arguments().get(i), value));
    return toValue
        && origins
            .ofArguments(body, node.id(), call)
            .anyMatch(step -> reaches.from(step, removals));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, Body body, Node attached) {
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` is given the future after `"
            + ((Step.Call) attached.step()).callee().name()
            + "()` was given the step that takes it out: if the future is done by then, the step has run and the entry stays";
    PathStep step =
        new PathStep(
            PathStep.Kind.RELEASED, places.of(body, attached.id()), "the step is attached here");
    return new Draft(
        "pending-entry-outlives-timeout",
        Confidence.MEDIUM,
        add.site(),
        message,
        "Add it before the step is attached",
        places.way(step, PathStep.Kind.GROWS, add.site(), "added only now"));
  }
}
