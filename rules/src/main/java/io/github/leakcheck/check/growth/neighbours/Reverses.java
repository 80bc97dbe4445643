package io.github.leakcheck.check.growth.neighbours;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Growth;
import io.github.leakcheck.check.growth.Growths;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.growth.Unreleased;
import io.github.leakcheck.check.growth.Wording;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the way back that is forgotten: one map has sessions by client, the other clients by
 * session, both are filled at once, and what goes out of the one never goes out of the other.
 */
public final class Reverses {
  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final FieldUses fieldUses;
  private final Growths growths;
  private final Unreleased unreleased;
  private final Shared shared;
  private final Wording wording;

  private Reverses(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.effects = Effects.of(world);
    this.fieldUses = FieldUses.of(world);
    this.growths = new Growths(code);
    this.unreleased = new Unreleased(code);
    this.shared = Shared.of(code);
    this.wording = new Wording(code);
  }

  /** The judge of this analysis. */
  public static Reverses of(World world) {
    return world.once(Reverses.class, Reverses::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!effects.isMap(field.type()) || !shared.mayLast(owner, field)) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    if (uses.stream().noneMatch(Reverses::files) || !unreleased.is(key, uses)) {
      return Optional.empty();
    }
    return growths.of(uses, key, Access.has(field.access(), Access.STATIC)).stream()
        .filter(growth -> growth.key().domain().compareTo(Domain.UNKNOWN) >= 0)
        .map(Growth::use)
        .filter(Reverses::files)
        .flatMap(add -> draft(owner, field, add).stream())
        .findFirst();
  }

  private static boolean files(Use use) {
    return use.adds()
        && use.reach() == Use.Reach.ITSELF
        && use.call().arguments().size() == 2
        && use.call().callee().name().startsWith("put");
  }

  private Optional<Draft> draft(TypeFacts owner, FieldFacts field, Use add) {
    for (FieldFacts other : owner.fields()) {
      if (!other.name().equals(field.name()) && effects.isMap(other.type())) {
        List<Use> uses = fieldUses.of(new FieldKey(owner.name(), other.name()));
        Optional<Body> release =
            uses.stream().anyMatch(use -> files(use) && isReverse(add, use))
                ? release(uses, add)
                : Optional.empty();
        if (release.isPresent()) {
          return release.map(body -> draft(owner, field, add, other, body));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isReverse(Use add, Use other) {
    Body body = code.body(add.site().method()).orElse(null);
    if (body == null || !other.site().method().equals(body.method())) {
      return false;
    }
    Set<Object> key = argument(body, add, 0);
    Set<Object> value = argument(body, add, 1);
    return !key.isEmpty()
        && !value.isEmpty()
        && !key.equals(value)
        && key.equals(argument(body, other, 1))
        && value.equals(argument(body, other, 0));
  }

  private Set<Object> argument(Body body, Use use, int position) {
    return origins.of(body, use.site().node(), use.call().arguments().get(position)).stream()
        .map(this::told)
        .collect(Collectors.toSet());
  }

  /** What is given tells the same however often it is asked: {@code session.id()}. */
  private Object told(Origin origin) {
    int holder = holder(origin);
    Set<Origin> holders =
        holder == Step.NONE ? Set.of() : origins.of(origin.body(), node(origin), holder);
    boolean given = !holders.isEmpty() && holders.stream().allMatch(Origin::isGiven);
    return given ? List.of(what(origin), holders) : origin;
  }

  private static Object what(Origin origin) {
    return origin instanceof Origin.OfField field
        ? field.field()
        : ((Origin.Result) origin).call().callee();
  }

  private static int node(Origin origin) {
    return origin instanceof Origin.OfField field ? field.node() : ((Origin.Result) origin).node();
  }

  /** The register of the object that is asked, {@link Step#NONE} if none is. */
  private int holder(Origin origin) {
    if (origin instanceof Origin.OfField field) {
      Step step = field.body().step(field.node());
      return step instanceof Step.LoadField load
          ? load.object()
          : step instanceof Step.Call call ? call.receiver() : Step.NONE;
    }
    return origin instanceof Origin.Result result
            && result.call().arguments().isEmpty()
            && effects.of(result.call().callee()).kind() == Effect.Kind.UNKNOWN
        ? result.call().receiver()
        : Step.NONE;
  }

  /** Another method that takes single entries out of the other map. */
  private Optional<Body> release(List<Use> uses, Use add) {
    return uses.stream()
        .filter(use -> use.removes() && use.reach() == Use.Reach.ITSELF)
        .filter(use -> use.call() != null && !use.call().arguments().isEmpty())
        .filter(use -> !use.site().method().equals(add.site().method()))
        .flatMap(use -> code.body(use.site().method()).stream())
        .filter(body -> !Lifecycle.ends(body.flow()))
        .findFirst();
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, FieldFacts other, Body release) {
    String name = release.flow().source().name();
    String where = release.flow().isLambdaBody() ? "a function" : "`" + name + "()`";
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` is filled together with `"
            + other.name()
            + "`, the other way round, and keeps what "
            + where
            + " takes out of that";
    return wording.leftBehind(
        owner,
        field,
        add.site(),
        release,
        "entries",
        message,
        "Remove the entry from `" + field.name() + "` as well");
  }
}
