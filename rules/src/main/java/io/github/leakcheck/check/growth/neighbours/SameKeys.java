package io.github.leakcheck.check.growth.neighbours;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.growth.Leads;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.growth.Unreleased;
import io.github.leakcheck.check.growth.Wording;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Keys;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the map that is forgotten beside a registry: the registry keeps objects and lets them go,
 * the map keeps something under the ids of the same objects for good.
 */
public final class SameKeys {
  private static final int DEPTH = 3;

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Unreleased unreleased;
  private final Keys keys;
  private final Leads leads;
  private final Shared shared;
  private final Wording wording;

  private SameKeys(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.unreleased = new Unreleased(code);
    this.keys = Keys.of(code);
    this.leads = new Leads(code);
    this.shared = Shared.of(code);
    this.wording = new Wording(code);
  }

  /** The judge of this analysis. */
  public static SameKeys of(World world) {
    return world.once(SameKeys.class, SameKeys::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0 || shared.isBrief(owner)) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    List<Use> adds = uses.stream().filter(Use::adds).toList();
    Optional<FieldKey> id = adds.stream().allMatch(this::isOfMany) ? id(adds) : Optional.empty();
    return id.isEmpty() || !unreleased.is(key, uses)
        ? Optional.empty()
        : owner.fields().stream()
            .filter(other -> !other.name().equals(field.name()))
            .flatMap(other -> draft(owner, field, adds, other, id.get()).stream())
            .findFirst();
  }

  private boolean isOfMany(Use add) {
    return add.reach() == Use.Reach.ITSELF
        && !add.call().arguments().isEmpty()
        && code.body(add.site().method())
            .filter(
                body ->
                    !body.flow().source().name().startsWith("<")
                        && keys.of(body, add.site().node(), add.call().arguments().get(0))
                                .domain()
                                .compareTo(Domain.UNKNOWN)
                            >= 0)
            .isPresent();
  }

  /** The one field of other objects that all keys are read from. */
  private Optional<FieldKey> id(List<Use> adds) {
    Set<FieldKey> found = new HashSet<>();
    for (Use add : adds) {
      Optional<FieldKey> id =
          code.body(add.site().method())
              .flatMap(b -> id(b, add.site().node(), add.call().arguments().get(0), DEPTH));
      if (id.isEmpty()) {
        return Optional.empty();
      }
      found.add(id.get());
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  private Optional<FieldKey> id(Body body, int node, int register, int depth) {
    Set<Origin> key = origins.of(body, node, register);
    Origin only = key.size() == 1 ? key.iterator().next() : null;
    if (only instanceof Origin.OfField field && isOfOther(field)) {
      return Optional.of(code.key(field.field()));
    }
    return only instanceof Origin.OfParameter parameter
            && !parameter.isThis()
            && !parameter.body().flow().isLambdaBody()
            && depth > 0
        ? ofCallers(parameter, depth - 1)
        : Optional.empty();
  }

  /** Read from an object of the program that is not the one whose method reads it. */
  private boolean isOfOther(Origin.OfField field) {
    Step step = field.body().step(field.node());
    int holder =
        step instanceof Step.LoadField load
            ? load.object()
            : step instanceof Step.Call call ? call.receiver() : Step.NONE;
    return holder != Step.NONE
        && code.owns(code.key(field.field()).owner())
        && !origins.mayBeThis(field.body(), field.node(), holder);
  }

  private Optional<FieldKey> ofCallers(Origin.OfParameter parameter, int depth) {
    MethodFlow flow = parameter.body().flow();
    int position = parameter.position();
    Optional<FieldKey> all = Optional.empty();
    for (Site caller : code.callers(flow.method())) {
      Optional<FieldKey> given =
          code.body(caller.method())
              .filter(body -> body.step(caller.node()) instanceof Step.Call)
              .flatMap(body -> argument(body, caller.node(), position, depth));
      if (given.isEmpty() || all.isPresent() && !all.equals(given)) {
        return Optional.empty();
      }
      all = given;
    }
    return all;
  }

  private Optional<FieldKey> argument(Body body, int node, int position, int depth) {
    List<Integer> arguments = ((Step.Call) body.step(node)).arguments();
    return position >= 0 && position < arguments.size()
        ? id(body, node, arguments.get(position), depth)
        : Optional.empty();
  }

  /** Says that the other field is the registry of the objects, if it is and lets them go. */
  private Optional<Draft> draft(
      TypeFacts owner, FieldFacts field, List<Use> adds, FieldFacts other, FieldKey id) {
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), other.name()));
    List<Use> filled = uses.stream().filter(Use::adds).toList();
    boolean registry = !filled.isEmpty() && filled.stream().allMatch(use -> keeps(use, id));
    List<Use> losses =
        uses.stream().filter(use -> use.removes() && use.call() != null && !clears(use)).toList();
    return !registry || adds.stream().anyMatch(add -> isOfGone(add, losses))
        ? Optional.empty()
        : losses.stream()
            .flatMap(use -> code.body(use.site().method()).stream())
            .findFirst()
            .map(body -> draft(owner, field, adds.get(0), other, body));
  }

  /** What is added as the object goes is about those that have gone. */
  private boolean isOfGone(Use add, List<Use> losses) {
    return code.body(add.site().method()).filter(body -> leads.toAny(body, losses)).isPresent();
  }

  private static boolean clears(Use removal) {
    return removal.call().callee().name().equals("clear");
  }

  /** Whether an object that has the id is what the other field takes in, under the id if any. */
  private boolean keeps(Use add, FieldKey id) {
    List<Integer> arguments = add.call().arguments();
    Optional<Body> body = code.body(add.site().method());
    if (body.isEmpty() || arguments.isEmpty() || arguments.size() > 2) {
      return false;
    }
    int value = arguments.get(arguments.size() - 1);
    boolean object =
        origins.of(body.get(), add.site().node(), value).stream()
            .map(Added::type)
            .anyMatch(type -> code.world().types().isSubtype(type, id.owner()));
    return object
        && (arguments.size() == 1
            || id(body.get(), add.site().node(), arguments.get(0), DEPTH)
                .filter(id::equals)
                .isPresent());
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, FieldFacts other, Body release) {
    String name = "`" + release.flow().source().name() + "()`";
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps an entry for each object that `"
            + other.name()
            + "` ever held: "
            + name
            + " takes it out of there alone";
    return wording.leftBehind(
        owner,
        field,
        add.site(),
        release,
        "keys",
        message,
        "Remove the key from `"
            + field.name()
            + "` where the object leaves `"
            + other.name()
            + "`");
  }
}
