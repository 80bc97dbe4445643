package io.github.leakcheck.check.growth.neighbours;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Leads;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Wording;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds an index of a store that bounds itself: what the store evicts stays in the index, though
 * whoever removes by hand takes it out of both.
 */
public final class Indexes {
  private static final Pattern EVICTS =
      Pattern.compile("(?i)removeEldestEntry|(on|after|handle|entry|notify)?(evict|remov|expir).*");
  private static final Pattern LISTENS =
      Pattern.compile(".*(Evict|Removal|Expir|Eldest)\\w*(Listener|Callback|Handler|Consumer)?");

  private final Code code;
  private final FieldUses fieldUses;
  private final OneByOne oneByOne;
  private final Leads leads;
  private final Wording wording;

  private Indexes(World world) {
    this.code = Code.of(world);
    this.fieldUses = FieldUses.of(world);
    this.oneByOne = new OneByOne(code);
    this.leads = new Leads(code);
    this.wording = new Wording(code);
  }

  /** The judge of this analysis. */
  public static Indexes of(World world) {
    return world.once(Indexes.class, Indexes::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0 || Access.has(field.access(), Access.STATIC)) {
      return Optional.empty();
    }
    List<Use> uses = uses(owner, field);
    List<Use> removals = oneByOne.of(uses);
    List<Use> adds =
        uses.stream().filter(Use::adds).filter(use -> use.reach() == Use.Reach.ITSELF).toList();
    List<Body> evictions = adds.isEmpty() || removals.isEmpty() ? List.of() : evictions(owner);
    if (evictions.isEmpty() || evictions.stream().anyMatch(body -> leads.toAny(body, removals))) {
      return Optional.empty();
    }
    return evictions.stream()
        .flatMap(body -> draft(owner, field, adds.get(0), removals, body).stream())
        .findFirst();
  }

  private List<Use> uses(TypeFacts owner, FieldFacts field) {
    return fieldUses.of(new FieldKey(owner.name(), field.name()));
  }

  /** Bodies of the nest that a store runs with what it evicts. */
  private List<Body> evictions(TypeFacts owner) {
    return code.nest(owner.name()).stream()
        .flatMap(type -> code.bodies(type).stream())
        .filter(this::isEviction)
        .toList();
  }

  private boolean isEviction(Body body) {
    if (body.flow().isLambdaBody()) {
      return code.functionSites(body.method()).stream()
          .anyMatch(site -> leads.functionType(site).filter(Indexes::listens).isPresent());
    }
    MethodRef method = body.method();
    return EVICTS.matcher(method.name()).matches()
        && (method.name().equals("removeEldestEntry")
            || code.world().types().supertypes(method.owner()).stream()
                .filter(type -> !type.equals(method.owner()))
                .anyMatch(Indexes::listens));
  }

  private static boolean listens(String type) {
    return LISTENS.matcher(type).matches();
  }

  /** Another collection that the eviction takes from, and a method that takes from both. */
  private Optional<Draft> draft(
      TypeFacts owner, FieldFacts field, Use add, List<Use> removals, Body eviction) {
    List<FieldFacts> others =
        owner.fields().stream()
            .filter(other -> !other.name().equals(field.name()) && other.type().indexOf('.') > 0)
            .filter(other -> isTakenFrom(owner, other, eviction))
            .toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    Optional<Body> both =
        code.bodies(owner.name()).stream()
            .filter(body -> !body.method().equals(eviction.method()))
            .filter(body -> leads.toAny(body, removals))
            .filter(body -> others.stream().allMatch(other -> isTakenFrom(owner, other, body)))
            .findFirst();
    return both.map(body -> draft(owner, field, add, others.get(0), eviction, body));
  }

  private boolean isTakenFrom(TypeFacts owner, FieldFacts other, Body body) {
    List<Use> removals =
        uses(owner, other).stream()
            .filter(use -> use.removes() && use.call() != null)
            .filter(use -> !use.call().arguments().isEmpty())
            .toList();
    return !removals.isEmpty() && leads.toAny(body, removals);
  }

  private Draft draft(
      TypeFacts owner, FieldFacts field, Use add, FieldFacts other, Body eviction, Body both) {
    String name = "`" + new FieldKey(owner.name(), field.name()).shortName() + "`";
    String evicts =
        eviction.flow().isLambdaBody()
            ? "an eviction"
            : "`" + eviction.flow().source().name() + "()`";
    String message =
        name
            + " keeps what "
            + evicts
            + " takes out of `"
            + other.name()
            + "`, though `"
            + both.flow().source().name()
            + "()` takes it out of both";
    return wording.leftBehind(
        owner,
        field,
        add.site(),
        eviction,
        "entries",
        message,
        "Remove it from `" + field.name() + "` as well where it is evicted");
  }
}
