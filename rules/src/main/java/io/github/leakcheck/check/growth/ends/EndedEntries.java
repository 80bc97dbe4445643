package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Keys;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
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
 * Finds collections that keep what the program has ended: code looks an entry up by its key and
 * shuts it down, or does so with what it is given of the same kind, and nothing takes one out
 * before the end of all.
 */
public final class EndedEntries {
  /** What is only stopped may be started again. */
  private static final Pattern ENDS =
      Pattern.compile("close|shutdown|shutDown|shutdownNow|dispose|destroy|terminate");

  private static final Set<String> LOOKUPS = Set.of("get", "getOrDefault");

  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final FieldUses fieldUses;
  private final Capacities capacities;
  private final Keys keys;
  private final Places places;
  private final Shared shared;
  private final Starts starts;
  private final EndedHere here;

  private EndedEntries(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.effects = Effects.of(world);
    this.fieldUses = FieldUses.of(world);
    this.capacities = new Capacities(code);
    this.keys = Keys.of(code);
    this.places = new Places(world);
    this.shared = Shared.of(code);
    this.starts = Starts.of(code);
    this.here = new EndedHere(code, ENDS);
  }

  /** The judge of this analysis. */
  public static EndedEntries of(World world) {
    return world.once(EndedEntries.class, EndedEntries::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0 || shared.isBrief(owner)) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    Capacity capacity = capacities.ofField(uses);
    if (uses.stream().anyMatch(use -> use.removes() && !isAtEnd(use))
        || uses.stream().anyMatch(use -> use.kind() == Use.Kind.PASSED)
        || capacity.kind().compareTo(Capacity.Kind.FIXED) <= 0) {
      return Optional.empty();
    }
    Optional<Use> added = uses.stream().filter(this::addsMany).findFirst();
    boolean map = effects.isMap(field.type());
    boolean shares = map || shared.isOfThreads(owner, capacity);
    return added.flatMap(
        use ->
            (map ? ended(uses) : Optional.<Site>empty())
                .or(() -> shares ? here.of(owner, use, uses) : Optional.empty())
                .map(end -> draft(owner, field, use, end)));
  }

  /** All goes with the object that holds it: too late for what has ended before. */
  private boolean isAtEnd(Use removal) {
    return removal.call() != null
        && removal.call().arguments().isEmpty()
        && removal.call().callee().name().equals("clear")
        && code.body(removal.site().method()).filter(b -> Lifecycle.ends(b.flow())).isPresent();
  }

  private boolean addsMany(Use use) {
    return use.adds()
        && !use.call().arguments().isEmpty()
        && code.body(use.site().method())
            .filter(
                body ->
                    !body.flow().source().name().startsWith("<")
                        && starts.onlyAtStart(body, use.site().node()) != Starts.Answer.YES
                        && !starts.oncePerObject(body, use.site().node())
                        && keys.of(body, use.site().node(), use.call().arguments().get(0))
                                .domain()
                                .compareTo(Domain.UNKNOWN)
                            >= 0)
            .isPresent();
  }

  /** Where something ends an entry that it looked up. */
  private Optional<Site> ended(List<Use> uses) {
    for (Use use : uses) {
      if (use.is(Effect.Kind.GETS)
          && use.reach() == Use.Reach.ITSELF
          && LOOKUPS.contains(use.call().callee().name())) {
        Optional<Site> end = ended(use.site(), true);
        if (end.isPresent()) {
          return end;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether what the call returns is ended there, or where a method that returns it is called. */
  private Optional<Site> ended(Site lookup, boolean through) {
    Optional<Body> body = code.body(lookup.method());
    if (body.isEmpty()) {
      return Optional.empty();
    }
    for (Node node : body.get().nodes()) {
      if (node.step() instanceof Step.Call call
          && call.arguments().isEmpty()
          && ENDS.matcher(call.callee().name()).matches()
          && origins.isMadeAt(body.get(), node.id(), call.receiver(), lookup.node())) {
        return Optional.of(body.get().site(node.id()));
      }
      if (through
          && node.step() instanceof Step.Return back
          && origins.isMadeAt(body.get(), node.id(), back.value(), lookup.node())) {
        return code.callers(lookup.method()).stream()
            .flatMap(caller -> ended(caller, false).stream())
            .findFirst();
      }
    }
    return Optional.empty();
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use added, Site end) {
    String name =
        code.body(end.method())
            .map(body -> ((Step.Call) body.step(end.node())).callee().name())
            .orElse("");
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps what `"
            + name
            + "()` has ended: nothing takes a single entry out";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "entries that end");
    return new Draft(
        "shared-cache-only-grows",
        Confidence.MEDIUM,
        added.site(),
        message,
        "Remove the entry where it is ended",
        places.way(declared, PathStep.Kind.EXIT, end, "ends an entry and leaves it there"));
  }
}
