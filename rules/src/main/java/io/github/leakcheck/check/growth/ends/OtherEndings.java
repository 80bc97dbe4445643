package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Growth;
import io.github.leakcheck.check.growth.Growths;
import io.github.leakcheck.check.growth.Leads;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.growth.Wording;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds entries that one of several ends takes out and another does not: {@code commit()} forgets
 * the transaction, {@code rollback()} lets go of the same things and leaves the entry.
 */
public final class OtherEndings {
  private static final Pattern LETS_GO =
      Pattern.compile(
          "(close|clear|cancel|interrupt|shutdown|shutdownNow|remove|poll|pop|dispose|release|stop"
              + "|destroy|disconnect|delete|complete|fail)(\\p{Upper}.*)?");

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final OneByOne oneByOne;
  private final Growths growths;
  private final Leads leads;
  private final SameEnds sameEnds;
  private final KnownToBoth knownToBoth;
  private final Reaches reaches;
  private final SharedKeys sharedKeys;
  private final Shared shared;
  private final Wording wording;

  private OtherEndings(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.oneByOne = new OneByOne(code);
    this.growths = new Growths(code);
    this.leads = new Leads(code);
    this.sameEnds = new SameEnds(code, leads);
    this.knownToBoth = new KnownToBoth(code);
    this.reaches = new Reaches(code);
    this.sharedKeys = new SharedKeys(code, reaches);
    this.shared = Shared.of(code);
    this.wording = new Wording(code);
  }

  /** The judge of this analysis. */
  public static OtherEndings of(World world) {
    return world.once(OtherEndings.class, OtherEndings::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!shared.mayLast(owner, field)) {
      return Optional.empty();
    }
    boolean isStatic = Access.has(field.access(), Access.STATIC);
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    List<Use> removals = oneByOne.of(uses);
    return removals.isEmpty()
        ? Optional.empty()
        : growths.of(uses, key, isStatic).stream()
            .filter(growth -> growth.key().domain().compareTo(Domain.UNKNOWN) >= 0)
            .findFirst()
            .flatMap(growth -> draft(owner, field, growth, uses));
  }

  private Optional<Draft> draft(TypeFacts owner, FieldFacts field, Growth growth, List<Use> uses) {
    List<Use> removals = uses.stream().filter(Use::removes).toList();
    for (Use removal : oneByOne.of(uses)) {
      Optional<Body> end = code.body(removal.site().method());
      if (end.isPresent() && !end.get().flow().isLambdaBody()) {
        List<Use> adds = uses.stream().filter(Use::adds).toList();
        Optional<Body> other =
            other(end.get(), removal, removals, key(owner, field))
                .or(() -> same(end.get(), removals, adds))
                .or(() -> sharedKeys.of(end.get(), key(owner, field), removals, adds));
        if (other.isPresent()) {
          return Optional.of(draft(owner, field, growth, end.get(), other.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static FieldKey key(TypeFacts owner, FieldFacts field) {
    return new FieldKey(owner.name(), field.name());
  }

  /** Another end of the same class that lets go of the same things, and not of the entry. */
  private Optional<Body> other(Body end, Use removal, List<Use> removals, FieldKey field) {
    Set<String> things = things(end, field);
    return things.isEmpty() || !code.owns(end.method().owner())
        ? Optional.empty()
        : code.bodies(end.method().owner()).stream()
            .filter(body -> !body.flow().isLambdaBody() && Alternatives.are(end, body))
            .filter(body -> hasKey(body, end, removal) && !leads.toAny(body, removals))
            .filter(body -> things(body, field).stream().anyMatch(things::contains))
            .filter(body -> isAlone(body, removals))
            .findFirst();
  }

  /** Another method that is run for the thing in place of the one that takes it out. */
  private Optional<Body> same(Body end, List<Use> removals, List<Use> adds) {
    return !code.owns(end.method().owner())
            || end.flow().isStatic()
            || removals.stream().anyMatch(this::isByFunction)
        ? Optional.empty()
        : code.bodies(end.method().owner()).stream()
            .filter(body -> !body.flow().isLambdaBody() && !body.flow().isStatic())
            .filter(body -> body != end && !body.method().isConstructor())
            .filter(body -> sameEnds.are(end, body, adds))
            .filter(body -> !leads.toAny(body, removals) && isAlone(body, removals))
            .filter(body -> !reaches.any(body.method(), removals))
            .findFirst();
  }

  /**
   * {@code future.whenComplete((result, e) -> open.remove(id))}: it does not matter who ends it.
   */
  private boolean isByFunction(Use removal) {
    return code.body(removal.site().method()).filter(b -> b.flow().isLambdaBody()).isPresent();
  }

  /** What the key is found by in one end, the other has, too. */
  private boolean hasKey(Body other, Body end, Use removal) {
    int node = removal.site().node();
    return knownToBoth.is(other, end, node, removal.call().arguments().get(0));
  }

  /** Whether some caller, or nobody in the program, leaves it at that end. */
  private boolean isAlone(Body other, List<Use> removals) {
    List<Site> callers = code.callers(other.method());
    return callers.isEmpty() || callers.stream().anyMatch(site -> !removesAsWell(site, removals));
  }

  private boolean removesAsWell(Site caller, List<Use> removals) {
    Optional<Body> body = code.body(caller.method());
    return body.isEmpty()
        || body.get().nodes().stream()
            .filter(node -> node.id() != caller.node() && removes(body.get(), node, removals))
            .anyMatch(
                node ->
                    Ways.lead(body.get(), caller.node(), node.id())
                        || Ways.lead(body.get(), node.id(), caller.node()));
  }

  private boolean removes(Body body, Node node, List<Use> removals) {
    Site site = body.site(node.id());
    return removals.stream().anyMatch(use -> use.site().equals(site))
        || node.step() instanceof Step.Call call
            && code.target(call).filter(to -> leads.toAny(to, removals)).isPresent();
  }

  /** Fields of the object whose contents the body ends or takes, or that it gives a constant. */
  private Set<String> things(Body body, FieldKey field) {
    Set<String> found = new HashSet<>();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && LETS_GO.matcher(call.callee().name()).matches()) {
        for (Origin origin : origins.of(body, node.id(), call.receiver())) {
          thing(origin, field).ifPresent(found::add);
        }
      } else if (node.step() instanceof Step.StoreField store
          && origins.of(body, node.id(), store.value()).stream()
              .allMatch(Origin.Constant.class::isInstance)) {
        found.add(code.key(store.field()) + "=");
      } else if (node.step() instanceof Step.Lambda lambda && lambda.body() != null) {
        code.body(lambda.body())
            .filter(inner -> inner != body && inner.flow().isLambdaBody())
            .ifPresent(inner -> found.addAll(things(inner, field)));
      }
    }
    return found;
  }

  private Optional<String> thing(Origin origin, FieldKey field) {
    if (origin instanceof Origin.OfField of) {
      return Optional.of(code.key(of.field()))
          .filter(other -> !other.equals(field))
          .map(FieldKey::toString);
    }
    return origin instanceof Origin.Result got && got.call().callee().name().equals("get")
        ? origins.of(got.body(), got.node(), got.call().receiver()).stream()
            .filter(Origin.OfField.class::isInstance)
            .map(of -> "entry of " + code.key(((Origin.OfField) of).field()))
            .findFirst()
        : Optional.empty();
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Growth growth, Body end, Body other) {
    String name = "`" + other.flow().source().name() + "()`";
    String message =
        "`"
            + key(owner, field).shortName()
            + "` keeps the entry when "
            + name
            + " is the end: only `"
            + end.flow().source().name()
            + "()` takes it out";
    return wording.leftBehind(
        owner,
        field,
        growth.use().site(),
        other,
        "entries",
        message,
        "Take the entry out of `" + field.name() + "` in " + name + " as well");
  }
}
