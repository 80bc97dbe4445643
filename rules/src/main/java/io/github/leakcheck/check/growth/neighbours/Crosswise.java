package io.github.leakcheck.check.growth.neighbours;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Growths;
import io.github.leakcheck.check.growth.Leads;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.growth.Shared;
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
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds one of two maps that are filled crosswise, watchers by path and paths by watcher: a method
 * takes a path out of the one, and leaves it in the sets of the other.
 */
public final class Crosswise {
  /** Walks or renews all entries: it may take something out of each. */
  private static final Set<String> WALKS =
      Set.of("forEach", "compute", "computeIfPresent", "replaceAll", "merge", "stream");

  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final FieldUses fieldUses;
  private final Growths growths;
  private final Reaches reaches;
  private final Leads leads;
  private final Shared shared;
  private final Wording wording;

  private Crosswise(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.effects = Effects.of(world);
    this.fieldUses = FieldUses.of(world);
    this.growths = new Growths(code);
    this.reaches = new Reaches(code);
    this.leads = new Leads(code);
    this.shared = Shared.of(code);
    this.wording = new Wording(code);
  }

  /** The judge of this analysis. */
  public static Crosswise of(World world) {
    return world.once(Crosswise.class, Crosswise::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!effects.isMap(field.type()) || !shared.mayLast(owner, field)) {
      return Optional.empty();
    }
    List<Use> uses = uses(owner, field);
    List<Link> links = links(uses, false);
    return links.isEmpty() || uses.stream().anyMatch(this::sweeps)
        ? Optional.empty()
        : owner.fields().stream()
            .filter(other -> !other.name().equals(field.name()) && effects.isMap(other.type()))
            .flatMap(other -> draft(owner, field, other, links).stream())
            .findFirst();
  }

  private List<Use> uses(TypeFacts owner, FieldFacts field) {
    return fieldUses.of(new FieldKey(owner.name(), field.name()));
  }

  /** Something that is added to what the map holds under a key, or as that itself. */
  private record Link(Use use, Set<Origin> key, Set<Origin> element) {
    boolean crosses(Link other) {
      return use.site().method().equals(other.use.site().method())
          && key.equals(other.element)
          && element.equals(other.key);
    }
  }

  private List<Link> links(List<Use> uses, boolean plain) {
    List<Link> found = new ArrayList<>();
    for (Use use : uses) {
      Body body = code.body(use.site().method()).orElse(null);
      if (body != null && use.is(Effect.Kind.ADDS) && !use.call().arguments().isEmpty()) {
        Set<Origin> first = argument(body, use.site().node(), use.call(), 0);
        int given = use.call().arguments().size();
        if (use.reach() == Use.Reach.ENTRY && given == 1) {
          found.add(new Link(use, keys(body, use), first));
        } else if (plain && use.reach() == Use.Reach.ITSELF && given == 2) {
          found.add(new Link(use, first, argument(body, use.site().node(), use.call(), 1)));
        }
      }
    }
    return found.stream().filter(link -> !link.key.isEmpty() && !link.element.isEmpty()).toList();
  }

  /** The keys under which the map gave what is added to. */
  private Set<Origin> keys(Body body, Use use) {
    Set<Origin> found = new HashSet<>();
    for (Origin set : origins.of(body, use.site().node(), use.call().receiver())) {
      if (set instanceof Origin.Result got
          && got.body() == body
          && !got.call().arguments().isEmpty()) {
        found.addAll(argument(body, got.node(), got.call(), 0));
      }
    }
    return found;
  }

  private Set<Origin> argument(Body body, int node, Step.Call call, int position) {
    return origins.of(body, node, call.arguments().get(position));
  }

  /** Lets go of what nobody names, at other times than at the end. */
  private boolean sweeps(Use use) {
    boolean named = use.call() != null && !use.call().arguments().isEmpty();
    boolean walks = named && WALKS.contains(use.call().callee().name());
    boolean removes = use.is(Effect.Kind.REMOVES) && (!named || use.reach() == Use.Reach.VIEW);
    return (removes || walks && use.reach() != Use.Reach.ENTRY || use.kind() == Use.Kind.PASSED)
        && code.body(use.site().method()).filter(b -> Lifecycle.ends(b.flow())).isEmpty();
  }

  private Optional<Draft> draft(
      TypeFacts owner, FieldFacts field, FieldFacts other, List<Link> links) {
    List<Use> others = uses(owner, other);
    Optional<Link> crossed =
        links.stream()
            .filter(link -> links(others, true).stream().anyMatch(link::crosses))
            .findFirst();
    boolean grows =
        crossed.isPresent()
            && growths
                .of(
                    others,
                    new FieldKey(owner.name(), other.name()),
                    Access.has(other.access(), Access.STATIC))
                .stream()
                .anyMatch(growth -> growth.key().domain().compareTo(Domain.UNKNOWN) >= 0);
    return grows
        ? others.stream()
            .filter(this::takesKey)
            .filter(removal -> leaves(removal, others, uses(owner, field)))
            .findFirst()
            .flatMap(removal -> code.body(removal.site().method()))
            .map(body -> draft(owner, field, other, crossed.get().use, body))
        : Optional.empty();
  }

  /** {@code byPath.remove(path)}, with a key that the method is given. */
  private boolean takesKey(Use use) {
    return use.removes()
        && use.reach() == Use.Reach.ITSELF
        && use.call() != null
        && use.call().callee().name().equals("remove")
        && !use.call().arguments().isEmpty()
        && first(use).stream().allMatch(Origin::isGiven);
  }

  private Set<Origin> first(Use use) {
    return code.body(use.site().method())
        .map(body -> argument(body, use.site().node(), use.call(), 0))
        .orElse(Set.of());
  }

  /** Whether neither the method nor what calls it takes the key out of the sets of the field. */
  private boolean leaves(Use removal, List<Use> others, List<Use> uses) {
    Body body = code.body(removal.site().method()).orElse(null);
    if (body == null || body.flow().isLambdaBody()) {
      return false;
    }
    List<Use> cleans = uses.stream().filter(use -> mayClean(use, removal)).toList();
    List<Use> adds = others.stream().filter(use -> use.is(Effect.Kind.ADDS)).toList();
    List<Use> removes = cleans.stream().filter(use -> !use.is(Effect.Kind.GETS)).toList();
    return !leads.toAny(body, cleans)
        && !reaches.any(body.method(), adds)
        && code.callers(body.method()).stream()
            .noneMatch(caller -> reaches.any(caller.method(), removes))
        && !givesOn(body, removal, uses);
  }

  /** Anything but that the same key goes out of the field, which leaves the sets of other keys. */
  private boolean mayClean(Use use, Use removal) {
    if (use.kind() != Use.Kind.CALLED) {
      return use.kind() == Use.Kind.PASSED;
    }
    Effect.Kind effect = use.effect().kind();
    if (use.reach() == Use.Reach.ENTRY) {
      return effect == Effect.Kind.REMOVES;
    }
    return switch (effect) {
      case ADDS, COUNTS, READS -> WALKS.contains(use.call().callee().name());
      case REMOVES ->
          use.call().arguments().isEmpty()
              || !use.site().method().equals(removal.site().method())
              || !first(use).equals(first(removal));
      default -> true;
    };
  }

  /** Whether each of what was under the key goes to a method that removes from the field. */
  private boolean givesOn(Body body, Use removal, List<Use> uses) {
    List<Use> removes = uses.stream().filter(use -> use.is(Effect.Kind.REMOVES)).toList();
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Call)
        .filter(node -> isGivenElement(body, node, removal))
        .flatMap(node -> code.target((Step.Call) node.step()).stream())
        .anyMatch(target -> leads.toAny(target, removes));
  }

  private boolean isGivenElement(Body body, Node node, Use removal) {
    return origins
        .ofArguments(body, node.id(), (Step.Call) node.step())
        .anyMatch(origin -> isOf(origin, body, removal, 3));
  }

  private boolean isOf(Origin origin, Body body, Use removal, int depth) {
    return depth >= 0
        && origin instanceof Origin.Result result
        && result.call().receiver() != Step.NONE
        && (result.isMadeAt(body, removal.site().node())
            || origins.of(result.body(), result.node(), result.call().receiver()).stream()
                .anyMatch(from -> isOf(from, body, removal, depth - 1)));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, FieldFacts other, Use add, Body release) {
    String name = release.flow().source().name();
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` is filled crosswise with `"
            + other.name()
            + "`: what `"
            + name
            + "()` takes out of that stays here, under the other keys";
    return wording.leftBehind(
        owner,
        field,
        add.site(),
        release,
        "links",
        message,
        "Take it out of what `" + field.name() + "` holds under those keys as well");
  }
}
