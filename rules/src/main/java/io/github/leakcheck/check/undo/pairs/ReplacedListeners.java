package io.github.leakcheck.check.undo.pairs;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Again;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges listeners that a field holds to take them back, where a method that runs again and again
 * registers a new one, puts it into the field, and so loses the one before.
 */
public final class ReplacedListeners {
  /** Callbacks of platforms that come in turns, each with the one that goes before its next. */
  private static final Map<String, String> TURNS =
      Map.of(
          "onResume", "onPause",
          "onStart", "onStop",
          "onAttachedToWindow", "onDetachedFromWindow",
          "addNotify", "removeNotify",
          "componentShown", "componentHidden",
          "onShow", "onHide");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Endings endings;
  private final Places places;

  public ReplacedListeners(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.endings = new Endings(code);
    this.places = new Places(world);
  }

  /** A listener made in a method, the call that registers it, and the field that gets it. */
  private record Replaced(Body body, Node store, Node call, FieldKey field) {
    Step.Call step() {
      return (Step.Call) call.step();
    }
  }

  /** The listeners that methods of the class lose. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    for (Body body : code.bodies(type.name())) {
      if (!body.flow().isLambdaBody() && !body.flow().isStatic() && runsAgain(type, body)) {
        for (Replaced replaced : replaced(body)) {
          judge(type, replaced).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private List<Replaced> replaced(Body body) {
    List<Replaced> found = new ArrayList<>();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField store && isOwn(body, node, store)) {
        Set<Origin> made = origins.of(body, node.id(), store.value());
        if (made.size() == 1 && isMadeIn(body, made.iterator().next())) {
          FieldKey field = code.key(store.field());
          body.nodes().stream()
              .filter(call -> registers(body, call, made, field))
              .findFirst()
              .ifPresent(call -> found.add(new Replaced(body, node, call, field)));
        }
      }
    }
    return found;
  }

  private boolean isOwn(Body body, Node node, Step.StoreField store) {
    return !store.field().isStatic() && origins.isThis(body, node.id(), store.object());
  }

  private static boolean isMadeIn(Body body, Origin value) {
    return value instanceof Origin.Fresh fresh && fresh.body() == body
        || value instanceof Origin.Function function && function.body() == body;
  }

  /** Whether the call gives it to a source that was there before, and has an opposite. */
  private boolean registers(Body body, Node node, Set<Origin> listener, FieldKey field) {
    return node.step() instanceof Step.Call call
        && call.receiver() != Step.NONE
        && !Verbs.opposites(call.callee().name()).isEmpty()
        && call.arguments().stream()
            .map(argument -> origins.of(body, node.id(), argument))
            .anyMatch(
                given ->
                    given.equals(listener)
                        || given.stream().allMatch(o -> origins.isRead(o, field)))
        && isThere(body, node.id(), call.receiver());
  }

  /** Not made here, nor put in the place of another one. */
  private boolean isThere(Body body, int node, int register) {
    Set<Origin> sources = origins.of(body, node, register);
    return !sources.isEmpty()
        && sources.stream()
            .allMatch(
                o ->
                    o instanceof Origin.OfField field
                        && code.stores(code.key(field.field())).stream()
                            .noneMatch(store -> store.method().equals(body.method())));
  }

  private Optional<Draft> judge(TypeFacts type, Replaced replaced) {
    List<Site> undoes = undoes(type, replaced);
    Set<MethodRef> reached = endings.reachedFrom(replaced.body().method());
    boolean looks =
        code.loads(replaced.field()).stream()
            .anyMatch(
                load ->
                    load.method().equals(replaced.body().method())
                        && load.node() < replaced.store().id());
    return undoes.isEmpty()
            || looks
            || undoes.stream().map(Site::method).anyMatch(reached::contains)
            || inTurn(replaced.body(), undoes)
        ? Optional.empty()
        : Optional.of(draft(replaced, undoes.get(0)));
  }

  /** Where the nest of the class takes back what the field holds. */
  private List<Site> undoes(TypeFacts type, Replaced replaced) {
    Set<String> undos = Verbs.opposites(replaced.step().callee().name());
    List<Site> found = new ArrayList<>();
    for (String member : code.nest(type.name())) {
      for (Body body : code.bodies(member)) {
        for (Node node : body.nodes()) {
          if (node.step() instanceof Step.Call call
              && undos.contains(call.callee().name())
              && origins
                  .ofArguments(body, node.id(), call)
                  .anyMatch(o -> origins.isRead(o, replaced.field()))) {
            found.add(body.site(node.id()));
          }
        }
      }
    }
    return found;
  }

  /** Whether the callback that comes before the next turn takes it back. */
  private boolean inTurn(Body body, List<Site> undoes) {
    String before = TURNS.get(body.method().name());
    return before != null
        && code.bodies(body.method().owner()).stream()
            .filter(other -> other.method().name().equals(before))
            .map(other -> endings.reachedFrom(other.method()))
            .anyMatch(reached -> undoes.stream().map(Site::method).anyMatch(reached::contains));
  }

  /**
   * By its name, by its turns, or since it ends something of the former run before it renews it.
   */
  private boolean runsAgain(TypeFacts type, Body body) {
    return !body.method().isConstructor()
        && (Again.is(body) || comesInTurns(type, body) || renews(body));
  }

  private boolean comesInTurns(TypeFacts type, Body body) {
    String before = TURNS.get(body.method().name());
    return before != null
        && world.types().supertypes(type.name()).stream()
            .flatMap(name -> world.program().type(name).stream())
            .flatMap(facts -> facts.methods().stream())
            .anyMatch(method -> method.ref().name().equals(before));
  }

  private boolean renews(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.receiver() != Step.NONE
                    && Verbs.isEnding(call.callee().name())
                    && origins.of(body, node.id(), call.receiver()).stream()
                        .anyMatch(o -> o instanceof Origin.OfField f && isRenewed(body, f)));
  }

  private boolean isRenewed(Body body, Origin.OfField field) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.StoreField store
                    && code.key(store.field()).equals(code.key(field.field()))
                    && origins.of(body, node.id(), store.value()).stream()
                        .anyMatch(value -> isMadeIn(body, value)));
  }

  private Draft draft(Replaced replaced, Site undo) {
    Body body = replaced.body();
    String again = "`" + body.flow().source().name() + "()`";
    String add = "`" + replaced.step().callee().name() + "()`";
    String message =
        again
            + " puts a new listener into `"
            + replaced.field().name()
            + "`, and the one before stays registered with `"
            + Names.simple(replaced.step().callee().owner())
            + "`";
    List<PathStep> path = new ArrayList<>();
    path.add(
        new PathStep(
            PathStep.Kind.ACQUIRED,
            places.of(body, replaced.call().id()),
            add + " registers one more"));
    places
        .station(PathStep.Kind.RELEASED, undo, "takes back the last one only")
        .ifPresent(path::add);
    return new Draft(
        "listener-never-removed",
        Confidence.MEDIUM,
        body.site(replaced.call().id()),
        message,
        "Take back the listener in `" + replaced.field().name() + "` before " + add,
        path);
  }
}
