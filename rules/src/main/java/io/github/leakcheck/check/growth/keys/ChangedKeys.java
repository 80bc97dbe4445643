package io.github.leakcheck.check.growth.keys;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
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
 * Finds elements of hashed collections that are not found again: {@code hashCode()} reads a field
 * that code sets while the object is in the set, and {@code remove()} looks in the wrong place.
 */
public final class ChangedKeys {
  private static final Pattern HASHED =
      Pattern.compile("(Linked|Concurrent)?Hash(Set|Map)|KeySetView|ConcurrentHashMap|Hashtable");

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Capacities capacities;
  private final OneByOne oneByOne;
  private final Places places;
  private final Equality equality;
  private final Reaches reaches;

  private ChangedKeys(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.capacities = new Capacities(code);
    this.oneByOne = new OneByOne(code);
    this.places = new Places(world);
    this.equality = new Equality(code);
    this.reaches = new Reaches(code);
  }

  /** The judge of this analysis. */
  public static ChangedKeys of(World world) {
    return world.once(ChangedKeys.class, ChangedKeys::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    List<Use> removals = oneByOne.of(uses);
    if (removals.isEmpty() || !HASHED.matcher(capacities.ofField(uses).type()).matches()) {
      return Optional.empty();
    }
    List<Use> adds =
        uses.stream()
            .filter(use -> use.adds() && use.reach() == Use.Reach.ITSELF)
            .filter(use -> !use.call().arguments().isEmpty())
            .toList();
    for (Use add : adds) {
      for (FieldKey hashed : type(add).map(equality::hashed).orElse(Set.of())) {
        Optional<Site> change =
            change(hashed, adds, removals).or(() -> changeWithin(owner, hashed, adds, removals));
        if (change.isPresent()) {
          return Optional.of(draft(owner, field, add, hashed, change.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> type(Use add) {
    return element(add).stream().map(Added::type).filter(code::owns).findFirst();
  }

  private Set<Origin> element(Use use) {
    return code.body(use.site().method())
        .map(body -> origins.of(body, use.site().node(), use.call().arguments().get(0)))
        .orElse(Set.of());
  }

  /** Where the field of an element is set behind its addition or before its removal. */
  private Optional<Site> change(FieldKey hashed, List<Use> adds, List<Use> removals) {
    for (Site store : code.stores(hashed)) {
      Body setter = code.body(store.method()).orElse(null);
      if (setter != null && !setter.method().isConstructor()) {
        for (Site call : code.callers(setter.method())) {
          boolean changes =
              adds.stream().anyMatch(add -> isOf(call, add, false))
                  || removals.stream().anyMatch(removal -> isOf(call, removal, true));
          if (changes && setsOwn(setter, store)) {
            return Optional.of(call);
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Where a method of the class that keeps the elements sets the field of one it is given or has
   * found, takes it out of the set neither before nor puts it back, and none is added afterwards.
   */
  private Optional<Site> changeWithin(
      TypeFacts owner, FieldKey hashed, List<Use> adds, List<Use> removals) {
    for (Site store : code.stores(hashed)) {
      Body setter = code.body(store.method()).orElse(null);
      if (setter != null && !setter.method().isConstructor() && setsOwn(setter, store)) {
        for (Site call : code.callers(setter.method())) {
          boolean near = Code.nestOf(call.method().owner()).equals(Code.nestOf(owner.name()));
          if (near && isOfAnElement(call) && isLeftIn(call.method(), adds, removals)) {
            return Optional.of(call);
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isOfAnElement(Site call) {
    return code.body(call.method())
        .filter(body -> body.step(call.node()) instanceof Step.Call)
        .map(body -> origins.of(body, call.node(), ((Step.Call) body.step(call.node())).receiver()))
        .filter(found -> !found.isEmpty() && found.stream().allMatch(Origin::isGiven))
        .isPresent();
  }

  private boolean isLeftIn(MethodRef changes, List<Use> adds, List<Use> removals) {
    return !reaches.any(changes, adds)
        && !reaches.any(changes, removals)
        && code.callers(changes).stream().noneMatch(caller -> isFollowed(caller, adds, removals));
  }

  /** Whether the caller takes the element out before, or adds one afterwards. */
  private boolean isFollowed(Site caller, List<Use> adds, List<Use> removals) {
    Body body = code.body(caller.method()).orElse(null);
    return body == null
        || body.nodes().stream()
            .filter(node -> node.step() instanceof Step.Call)
            .anyMatch(
                node ->
                    does(body, node, removals) && Ways.lead(body, node.id(), caller.node())
                        || does(body, node, adds) && Ways.lead(body, caller.node(), node.id()));
  }

  private boolean does(Body body, Node node, List<Use> uses) {
    Site site = body.site(node.id());
    return uses.stream().anyMatch(use -> use.site().equals(site))
        || code.target((Step.Call) node.step())
            .filter(to -> reaches.any(to.method(), uses))
            .isPresent();
  }

  /** Whether the method sets a field of the object that it is called on. */
  private boolean setsOwn(Body setter, Site store) {
    return setter.step(store.node()) instanceof Step.StoreField set
        && !set.field().isStatic()
        && origins.isThis(setter, store.node(), set.object());
  }

  /** Whether the call is on the element of the use, in the same body and in this order. */
  private boolean isOf(Site call, Use use, boolean before) {
    Body body = code.body(call.method()).orElse(null);
    return body != null
        && use.site().method().equals(call.method())
        && body.step(call.node()) instanceof Step.Call step
        && step.receiver() != Step.NONE
        && origins.isAny(body, call.node(), step.receiver(), element(use))
        && (before
            ? Ways.lead(body, call.node(), use.site().node())
            : Ways.lead(body, use.site().node(), call.node()));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, FieldKey hashed, Site change) {
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` does not find what is added here any more: `"
            + Names.simple(hashed.owner())
            + ".hashCode()` reads `"
            + hashed.name()
            + "`, which is set meanwhile";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "its entries stay");
    return new Draft(
        "remove-method-never-removes",
        Confidence.MEDIUM,
        add.site(),
        message,
        "Let equals() and hashCode() read final fields only",
        places.way(declared, PathStep.Kind.EXIT, change, "changes the hash code"));
  }
}
