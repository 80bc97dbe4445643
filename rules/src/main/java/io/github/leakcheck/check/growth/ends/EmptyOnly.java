package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Growths;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds keys that go only if there was nothing under them: a method undoes elsewhere each of what
 * the map holds under the key, takes none of it out, and then removes the key if all are out.
 */
public final class EmptyOnly {
  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final FieldUses fieldUses;
  private final Growths growths;
  private final Reaches reaches;
  private final Shared shared;
  private final Places places;

  private EmptyOnly(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.effects = Effects.of(world);
    this.fieldUses = FieldUses.of(world);
    this.growths = new Growths(code);
    this.reaches = new Reaches(code);
    this.shared = Shared.of(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static EmptyOnly of(World world) {
    return world.once(EmptyOnly.class, EmptyOnly::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!effects.isMap(field.type()) || !shared.mayLast(owner, field)) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    Optional<Use> removal =
        uses.stream().anyMatch(use -> use.kind() == Use.Kind.PASSED)
            ? Optional.empty()
            : uses.stream().filter(use -> isOfEmpty(use, key, uses)).findFirst();
    return removal.isEmpty()
        ? Optional.empty()
        : growths.of(uses, key, Access.has(field.access(), Access.STATIC)).stream()
            .filter(growth -> growth.key().domain().compareTo(Domain.UNKNOWN) >= 0)
            .findFirst()
            .map(growth -> draft(owner, field, growth.use(), removal.get()));
  }

  private boolean isOfEmpty(Use removal, FieldKey field, List<Use> uses) {
    Body body = code.body(removal.site().method()).orElse(null);
    if (body == null
        || body.flow().isLambdaBody()
        || !removal.removes()
        || removal.reach() != Use.Reach.ITSELF
        || removal.call() == null
        || removal.call().arguments().isEmpty()) {
      return false;
    }
    List<Use> entries =
        uses.stream()
            .filter(use -> use.site().method().equals(body.method()))
            .filter(use -> use.kind() == Use.Kind.CALLED && use.reach() == Use.Reach.ENTRY)
            .toList();
    return entries.stream().anyMatch(use -> isOnlyBehind(body, use, removal.site().node()))
        && entries.stream().anyMatch(use -> isUndoneOneByOne(body, use))
        && !takesOut(body, removal, field, uses);
  }

  /** Whether all ways to the removal have found the entry to be empty. */
  private boolean isOnlyBehind(Body body, Use asked, int removal) {
    return asked.call().callee().name().equals("isEmpty")
        && body.nodes().stream()
            .filter(node -> node.step() instanceof Step.Test && node.next().size() == 2)
            .filter(node -> ((Step.Test) node.step()).comparison() == Step.Comparison.IS_TRUE)
            .filter(node -> isResult(body, node, asked))
            .anyMatch(
                test ->
                    Ways.lead(body, test.id(), removal)
                        && avoids(body, 0, removal, test.id())
                        && avoids(body, test.next().get(1), removal, test.id()));
  }

  private boolean isResult(Body body, Node test, Use asked) {
    return origins.of(body, test.id(), ((Step.Test) test.step()).left()).stream()
        .allMatch(o -> o.isMadeAt(body, asked.site().node()));
  }

  private static boolean avoids(Body body, int from, int to, int past) {
    return !Reachability.leads(body.flow(), List.of(from), n -> n == to, n -> n == past);
  }

  /** Whether each element of the entry goes to something that takes it out elsewhere. */
  private boolean isUndoneOneByOne(Body body, Use entry) {
    Step.Call call = entry.call();
    if (call.callee().name().equals("forEach")) {
      return origins.of(body, entry.site().node(), call.arguments().get(0)).stream()
          .filter(Origin.Function.class::isInstance)
          .flatMap(o -> code.body(((Origin.Function) o).lambda().body()).stream())
          .anyMatch(function -> calls(function).anyMatch(to -> removes(to)));
    }
    return call.callee().name().equals("next")
        && body.nodes().stream()
            .filter(node -> node.step() instanceof Step.Call)
            .filter(node -> isGiven(body, node, entry.site()))
            .anyMatch(node -> removes((Step.Call) node.step()));
  }

  private boolean isGiven(Body body, Node node, Site element) {
    return origins
        .ofArguments(body, node.id(), (Step.Call) node.step())
        .anyMatch(o -> o.isMadeAt(body, element.node()));
  }

  /** Whether the call, or the called method and the functions it makes, take something out. */
  private boolean removes(Step.Call call) {
    return isRemoval(call)
        || code.target(call).stream()
            .flatMap(to -> Stream.concat(Stream.of(to), functions(to)))
            .flatMap(EmptyOnly::calls)
            .anyMatch(this::isRemoval);
  }

  private boolean isRemoval(Step.Call call) {
    return effects.of(call.callee()).kind() == Effect.Kind.REMOVES;
  }

  private Stream<Body> functions(Body body) {
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Lambda)
        .map(node -> ((Step.Lambda) node.step()).body())
        .flatMap(made -> made == null ? Stream.empty() : code.body(made).stream());
  }

  private static Stream<Step.Call> calls(Body body) {
    return body.nodes().stream()
        .map(Node::step)
        .filter(Step.Call.class::isInstance)
        .map(Step.Call.class::cast);
  }

  /** Whether the method, or what it calls, may take something out of the entry or give it away. */
  private boolean takesOut(Body body, Use removal, FieldKey field, List<Use> uses) {
    List<Use> others =
        uses.stream()
            .filter(use -> use != removal && mayTakeOut(use))
            .flatMap(use -> inClass(use, field))
            .toList();
    return reaches.any(body.method(), others)
        || body.nodes().stream().anyMatch(node -> isGivenEntry(body, node, uses));
  }

  private static boolean mayTakeOut(Use use) {
    return use.is(Effect.Kind.REMOVES)
        || use.kind() == Use.Kind.CALLED
            && use.call().callee().name().startsWith("compute")
            && !use.call().callee().name().equals("computeIfAbsent");
  }

  /** The use; where a method is given the collection as a parameter, the calls that give it. */
  private Stream<Use> inClass(Use use, FieldKey field) {
    boolean loaded =
        code.loads(field).stream().anyMatch(load -> load.method().equals(use.site().method()));
    boolean given =
        !loaded && code.body(use.site().method()).filter(b -> !b.flow().isLambdaBody()).isPresent();
    return given
        ? code.callers(use.site().method()).stream()
            .filter(
                caller ->
                    code.body(caller.method()).filter(b -> gives(b, caller, field)).isPresent())
            .map(
                caller ->
                    new Use(use.held(), use.kind(), use.reach(), caller, use.call(), use.effect()))
        : Stream.of(use);
  }

  private boolean gives(Body body, Site caller, FieldKey field) {
    return body.step(caller.node()) instanceof Step.Call call
        && origins.ofArguments(body, caller.node(), call).anyMatch(o -> origins.isRead(o, field));
  }

  /** Whether the call is given the entry itself, with which it can do anything. */
  private boolean isGivenEntry(Body body, Node node, List<Use> uses) {
    if (!(node.step() instanceof Step.Call call)) {
      return false;
    }
    Set<Integer> gets =
        uses.stream()
            .filter(use -> use.is(Effect.Kind.GETS) && use.reach() == Use.Reach.ITSELF)
            .map(Use::site)
            .filter(site -> site.method().equals(body.method()))
            .map(Site::node)
            .collect(Collectors.toSet());
    return origins
        .ofArguments(body, node.id(), call)
        .anyMatch(o -> o instanceof Origin.Result r && r.body() == body && gets.contains(r.node()));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use added, Use removal) {
    String name =
        code.body(removal.site().method()).map(body -> body.flow().source().name()).orElse("");
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps each key with something under it: `"
            + name
            + "()` takes nothing out there, and removes the key only if it finds nothing";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "its entries stay");
    return new Draft(
        "remove-method-never-removes",
        Confidence.MEDIUM,
        added.site(),
        message,
        "Remove the key in any case",
        places.way(declared, PathStep.Kind.EXIT, removal.site(), "removes empty ones only"));
  }
}
