package io.github.leakcheck.check.growth.answers;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds tokens that are handed to people who may never come back: a login, an invitation or a
 * question is kept under a random name until somebody brings it, and has no time of its own.
 */
public final class Abandoned {
  private static final Pattern WAITS =
      Pattern.compile(
          "(?i).*(pending|state|nonce|challenge|captcha|otp|verif|token|ticket|reset|confirm|invit"
              + "|onetime|authoriz|login|consent|question).*");

  private static final Pattern MAKES =
      Pattern.compile(
          "randomUUID|(generate|new|next|random|create)\\w*(Token|State|Nonce|Code|Id|Key|Uuid)");

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final OneByOne oneByOne;
  private final Anchors anchors;
  private final Places places;

  private Abandoned(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.oneByOne = new OneByOne(code);
    this.anchors = Anchors.of(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static Abandoned of(World world) {
    return world.once(Abandoned.class, Abandoned::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!WAITS.matcher(field.name()).matches() || anchors.of(owner, field).isEmpty()) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    List<Use> removals = oneByOne.of(uses);
    if (removals.isEmpty() || !removals.stream().allMatch(this::takesToken)) {
      return Optional.empty();
    }
    return uses.stream()
        .filter(use -> use.adds() && use.call().arguments().size() == 2)
        .filter(use -> isHandedOut(use, removals))
        .findFirst()
        .map(use -> draft(owner, field, use, removals.get(0)));
  }

  /** Whether users bring the token: nothing of the program calls the method that takes it. */
  private boolean takesToken(Use removal) {
    return code.body(removal.site().method())
        .filter(
            body ->
                Access.has(body.flow().access(), Access.PUBLIC)
                    && code.callers(body.method()).isEmpty()
                    && origins
                        .of(body, removal.site().node(), removal.call().arguments().get(0))
                        .stream()
                        .allMatch(Origin::isGiven))
        .isPresent();
  }

  /** A random name, made where it is added, by a method that tells users of it. */
  private boolean isHandedOut(Use add, List<Use> removals) {
    Optional<Body> body = code.body(add.site().method());
    return body.isPresent()
        && removals.stream().noneMatch(use -> use.site().method().equals(add.site().method()))
        && body.get().method().result().equals("java.lang.String")
        && isRandom(origins.of(body.get(), add.site().node(), add.call().arguments().get(0)));
  }

  private boolean isRandom(Set<Origin> key) {
    return !key.isEmpty()
        && key.stream()
            .allMatch(
                o ->
                    o instanceof Origin.Result made
                        && (MAKES.matcher(made.call().callee().name()).matches()
                            || made.call().callee().name().equals("toString")
                                && isRandom(
                                    origins.of(made.body(), made.node(), made.call().receiver()))));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, Use removal) {
    String name =
        code.body(removal.site().method()).map(b -> b.flow().source().name()).orElse("remove");
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps what is added here until `"
            + name
            + "()` is asked for it, and for good when nobody ever comes back";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "waits for an answer");
    return new Draft(
        "pending-entry-outlives-timeout",
        Confidence.MEDIUM,
        add.site(),
        message,
        "Let the entries expire",
        places.way(declared, PathStep.Kind.RELEASED, removal.site(), "only when it is brought"));
  }
}
