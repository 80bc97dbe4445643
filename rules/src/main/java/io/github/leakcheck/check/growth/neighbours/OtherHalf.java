package io.github.leakcheck.check.growth.neighbours;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds registered ids of which one half is forgotten: a class registers ids and keeps each in one
 * of two collections, and at its end has those of the one removed and just clears the other.
 */
public final class OtherHalf {
  private static final Set<String> VIEWS = Set.of("values", "keySet", "stream", "iterator");

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Reaches reaches;
  private final Shared shared;
  private final Places places;

  private OtherHalf(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.reaches = new Reaches(code);
    this.shared = Shared.of(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static OtherHalf of(World world) {
    return world.once(OtherHalf.class, OtherHalf::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!shared.mayLast(owner, field)) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    List<Use> adds = uses.stream().filter(Use::adds).toList();
    Set<MethodRef> releases = releases(uses);
    if (adds.isEmpty() || releases.size() != 1) {
      return Optional.empty();
    }
    List<Site> callers = code.callers(releases.iterator().next());
    return callers.stream()
        .flatMap(caller -> half(caller, callers, adds).stream())
        .findFirst()
        .map(half -> draft(owner, field, adds.get(0), half));
  }

  /** What is given to the release, and what is only cleared. */
  private record Half(FieldKey given, FieldKey cleared, Site release) {}

  /** The methods that remove, each with the functions it makes. */
  private Set<MethodRef> releases(List<Use> uses) {
    Set<MethodRef> found = new HashSet<>();
    for (Use use : uses) {
      if (use.removes()) {
        MethodRef method = use.site().method();
        List<Site> makers = code.functionSites(method);
        boolean function = code.body(method).filter(b -> b.flow().isLambdaBody()).isPresent();
        found.add(function && !makers.isEmpty() ? makers.get(0).method() : method);
      } else if (use.kind() == Use.Kind.PASSED) {
        return Set.of();
      }
    }
    return found;
  }

  private Optional<Half> half(Site caller, List<Site> callers, List<Use> adds) {
    FieldKey given = given(caller).findFirst().orElse(null);
    TypeFacts owner =
        given == null ? null : code.world().program().type(given.owner()).orElse(null);
    if (owner == null || !code.owns(given.owner())) {
      return Optional.empty();
    }
    List<Use> filled = added(given, adds);
    return filled.isEmpty()
        ? Optional.empty()
        : owner.fields().stream()
            .filter(field -> !field.name().equals(given.name()))
            .map(field -> new FieldKey(owner.name(), field.name()))
            .filter(other -> isFilledWith(other, filled, adds))
            .filter(other -> isOnlyCleared(other, caller.method()))
            .filter(other -> callers.stream().flatMap(this::given).noneMatch(other::equals))
            .map(other -> new Half(given, other, caller))
            .findFirst();
  }

  /** The collections in fields that the call is given, or views of them. */
  private Stream<FieldKey> given(Site caller) {
    Body body = code.body(caller.method()).orElse(null);
    return body != null && body.step(caller.node()) instanceof Step.Call call
        ? origins
            .ofArguments(body, caller.node(), call)
            .flatMap(this::viewed)
            .filter(o -> o instanceof Origin.OfField)
            .map(o -> code.key(((Origin.OfField) o).field()))
        : Stream.empty();
  }

  private Stream<Origin> viewed(Origin origin) {
    return origin instanceof Origin.Result view
            && VIEWS.contains(view.call().callee().name())
            && view.call().receiver() != Step.NONE
        ? origins.of(view.body(), view.node(), view.call().receiver()).stream()
        : Stream.of(origin);
  }

  /** Additions to the field in methods that register what they add. */
  private List<Use> added(FieldKey field, List<Use> adds) {
    return fieldUses.of(field).stream()
        .filter(use -> use.adds() && use.reach() == Use.Reach.ITSELF)
        .filter(use -> reaches.any(use.site().method(), adds))
        .toList();
  }

  /** Whether the same calls add to the field, which is one of two that the method chooses from. */
  private boolean isFilledWith(FieldKey field, List<Use> filled, List<Use> adds) {
    return added(field, adds).stream()
        .anyMatch(use -> filled.stream().anyMatch(other -> other.site().equals(use.site())));
  }

  /** Whether the method clears the field, and nobody ever goes through what is in it. */
  private boolean isOnlyCleared(FieldKey field, MethodRef method) {
    List<Use> uses = fieldUses.of(field);
    return uses.stream().anyMatch(use -> clears(use) && use.site().method().equals(method))
        && uses.stream().filter(Use::removes).allMatch(OtherHalf::clears)
        && uses.stream()
            .noneMatch(
                use ->
                    use.kind() == Use.Kind.PASSED
                        || use.kind() == Use.Kind.RETURNED
                        || use.is(Effect.Kind.SHOWS)
                        || use.kind() == Use.Kind.CALLED
                            && use.call().callee().name().equals("forEach"));
  }

  private static boolean clears(Use use) {
    return use.removes() && use.call() != null && use.call().callee().name().equals("clear");
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use added, Half half) {
    String name =
        code.body(half.release().method()).map(body -> body.flow().source().name()).orElse("");
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps the half of its keys that `"
            + half.cleared().name()
            + "` holds: `"
            + name
            + "()` has only those of `"
            + half.given().name()
            + "` removed";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "its entries stay");
    return new Draft(
        "remove-method-never-removes",
        Confidence.MEDIUM,
        added.site(),
        message,
        "Have what `" + half.cleared().name() + "` holds removed as well before it is cleared",
        places.way(declared, PathStep.Kind.EXIT, half.release(), "removes one half"));
  }
}
