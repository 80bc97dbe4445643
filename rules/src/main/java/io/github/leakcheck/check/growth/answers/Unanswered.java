package io.github.leakcheck.check.growth.answers;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
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
 * Finds maps of what waits for answers, under the number of the message that is sent: the answer,
 * which has the same number, looks the entry up and leaves it there.
 */
public final class Unanswered {
  private static final Pattern SENDS =
      Pattern.compile(
          "(send|publish|dispatch|submit|write|post|request|enqueue|emit|transmit)(\\p{Upper}.*)?");
  private static final Set<String> LOOKS_UP = Set.of("get", "containsKey", "getOrDefault");

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Places places;
  private final Effects effects;
  private final Shared shared;

  private Unanswered(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.places = new Places(world);
    this.effects = Effects.of(world);
    this.shared = Shared.of(code);
  }

  /** The judge of this analysis. */
  public static Unanswered of(World world) {
    return world.once(Unanswered.class, Unanswered::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!effects.isMap(field.type()) || shared.isBrief(owner)) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    if (uses.stream().anyMatch(use -> use.removes() || isShown(use))) {
      return Optional.empty();
    }
    for (Use use : uses) {
      Optional<MethodRef> number = use.adds() ? numberOfSent(use) : Optional.empty();
      Optional<Use> answer = number.flatMap(known -> answer(uses, use, known));
      if (answer.isPresent()) {
        return Optional.of(draft(owner, field, use, answer.get()));
      }
    }
    return Optional.empty();
  }

  private static boolean isShown(Use use) {
    return use.kind() == Use.Kind.PASSED
        || use.kind() == Use.Kind.RETURNED && use.reach() == Use.Reach.ITSELF;
  }

  /** The getter of the number under which something is put for a message that is then sent. */
  private Optional<MethodRef> numberOfSent(Use use) {
    Optional<Body> body = code.body(use.site().method());
    if (body.isEmpty() || use.call().arguments().size() != 2) {
      return Optional.empty();
    }
    int node = use.site().node();
    return asked(body.get(), node, use.call().arguments().get(0))
        .filter(number -> isSent(body.get(), node, number, use.call().arguments().get(1)))
        .map(number -> number.call().callee());
  }

  private Optional<Origin.Result> asked(Body body, int node, int register) {
    Set<Origin> found = origins.of(body, node, register);
    return found.size() == 1
            && found.iterator().next() instanceof Origin.Result result
            && result.body() == body
            && result.call().receiver() != Step.NONE
            && result.call().arguments().isEmpty()
        ? Optional.of(result)
        : Optional.empty();
  }

  private boolean isSent(Body body, int put, Origin.Result number, int value) {
    Set<Origin> message = origins.of(body, number.node(), number.call().receiver());
    boolean itself = origins.isAny(body, put, value, message);
    return !itself
        && body.nodes().stream().anyMatch(node -> node.id() > put && sends(body, node, message));
  }

  private boolean sends(Body body, Node node, Set<Origin> message) {
    return node.step() instanceof Step.Call call
        && SENDS.matcher(call.callee().name()).matches()
        && origins.ofArguments(body, node.id(), call).anyMatch(message::contains);
  }

  /** Where another method looks up what stands under the same number of another message. */
  private Optional<Use> answer(List<Use> uses, Use put, MethodRef number) {
    return uses.stream()
        .filter(use -> use.kind() == Use.Kind.CALLED && use.reach() == Use.Reach.ITSELF)
        .filter(use -> LOOKS_UP.contains(use.call().callee().name()))
        .filter(use -> !use.site().method().equals(put.site().method()))
        .filter(
            use ->
                code.body(use.site().method())
                    .flatMap(body -> asked(body, use.site().node(), use.call().arguments().get(0)))
                    .filter(known -> known.call().callee().name().equals(number.name()))
                    .isPresent())
        .findFirst();
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use put, Use answer) {
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` gets an entry for each message that is sent, and its answer only reads it in `"
            + answer.site().method().name()
            + "()`";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "entries wait for answers");
    return new Draft(
        "pending-entry-outlives-timeout",
        Confidence.MEDIUM,
        put.site(),
        message,
        "Remove the entry when its answer comes, and when none will",
        places.way(declared, PathStep.Kind.EXIT, answer.site(), "reads it and leaves it there"));
  }
}
