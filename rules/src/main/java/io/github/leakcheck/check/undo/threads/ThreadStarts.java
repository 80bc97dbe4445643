package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Again;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges threads that wait for ever, started by an object that can be ended without them. */
public final class ThreadStarts {
  private static final String THREAD = "java.lang.Thread";
  private static final Set<String> STOPS = Set.of("interrupt", "stop", "destroy");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Endless endless;
  private final ThreadBodies bodies;
  private final Lifecycle lifecycle;
  private final Places places;

  public ThreadStarts(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.endless = new Endless(code);
    this.bodies = new ThreadBodies(code);
    this.lifecycle = Lifecycle.of(code);
    this.places = new Places(world);
  }

  /** Threads that methods of the class start and nothing ends. */
  public List<Draft> judge(TypeFacts type) {
    Optional<Body> ending = lifecycle.endings(type.name()).stream().findFirst();
    List<Draft> found = new ArrayList<>();
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call
            && isStart(call)
            && (ending.isPresent() || comesWithObject(type, body, node) || comesAgain(body, node))
            && isLeft(type, body, node)) {
          line(call).map(line -> draft(line, body, node.id(), ending)).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** Each object of a class without an end starts one, and nobody else knows the thread. */
  private boolean comesWithObject(TypeFacts type, Body body, Node node) {
    return body.method().isConstructor()
        && !code.made(type.name()).isEmpty()
        && lifecycle.ending(type.name()).isEmpty()
        && origins.of(body, node.id(), ((Step.Call) node.step()).receiver()).stream()
            .noneMatch(o -> o instanceof Origin.OfParameter);
  }

  /** Each run of a method that is there to run again starts one more beside the last. */
  private static boolean comesAgain(Body body, Node node) {
    return Again.is(body) && !Ways.avoid(body, node.id());
  }

  private boolean isStart(Step.Call call) {
    return call.callee().name().equals("start")
        && call.arguments().isEmpty()
        && world.types().isSubtype(call.callee().owner(), THREAD);
  }

  private Optional<Api> line(Step.Call call) {
    return world.catalog().match(Role.DOES, call.callee(), world.types());
  }

  private boolean isLeft(TypeFacts type, Body body, Node node) {
    return !body.flow().isStatic()
        && Starts.of(code).onlyAtStart(body.method()) == Starts.Answer.NO
        && Anchors.of(code).of(type).isEmpty()
        && !isStopped(type, threads(body, node.id()))
        && bodies.of(body, node.id(), (Step.Call) node.step()).stream().anyMatch(endless::is);
  }

  /** What is started, and the fields that keep it. */
  private Set<Object> threads(Body body, int start) {
    Set<Object> found = new HashSet<>();
    for (Origin thread : origins.of(body, start, ((Step.Call) body.step(start)).receiver())) {
      found.add(thread instanceof Origin.OfField field ? code.key(field.field()) : thread);
    }
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField store
          && origins.of(body, node.id(), store.value()).stream().anyMatch(found::contains)) {
        found.add(code.key(store.field()));
      }
    }
    return found;
  }

  private boolean isStopped(TypeFacts type, Set<Object> threads) {
    for (String member : code.nest(type.name())) {
      for (Body body : code.bodies(member)) {
        for (Node node : body.nodes()) {
          if (node.step() instanceof Step.Call call
              && stops(type, body, node.id(), call, threads)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean stops(TypeFacts type, Body body, int node, Step.Call call, Set<Object> threads) {
    return STOPS.contains(call.callee().name())
        && world.types().isSubtype(call.callee().owner(), THREAD)
        && origins.of(body, node, call.receiver()).stream()
            .noneMatch(o -> isCurrent(o) || isOfOther(type, o) || isAnother(o, threads));
  }

  /** Whether it is a thread in a field that was made elsewhere than the one that is started. */
  private boolean isAnother(Origin stopped, Set<Object> threads) {
    return stopped instanceof Origin.OfField field
        && !threads.contains(code.key(field.field()))
        && code.stores(code.key(field.field())).stream()
            .flatMap(site -> origins.stored(site).stream())
            .allMatch(o -> isMade(o) && !threads.contains(o));
  }

  private static boolean isMade(Origin origin) {
    return origin instanceof Origin.Fresh
        || origin instanceof Origin.Constant c && c.constant().kind() == Step.ConstKind.NULL;
  }

  private static boolean isCurrent(Origin origin) {
    return origin instanceof Origin.Result r && r.call().callee().name().equals("currentThread");
  }

  /** Whether it is a thread in a field of another class than the one that started one. */
  private boolean isOfOther(TypeFacts type, Origin origin) {
    if (!(origin instanceof Origin.OfField field)) {
      return false;
    }
    String owner = code.key(field.field()).owner();
    return !owner.equals(type.name()) && !owner.startsWith(type.name() + "$");
  }

  private Draft draft(Api line, Body body, int node, Optional<Body> ending) {
    String end = ending.map(b -> "`" + b.flow().source().name() + "()`").orElse("");
    List<PathStep> path = new ArrayList<>();
    path.add(new PathStep(PathStep.Kind.ACQUIRED, places.of(body, node), "started here"));
    ending.ifPresent(
        b -> path.add(new PathStep(PathStep.Kind.EXIT, places.of(b, 0), "does not interrupt it")));
    Confidence most = ending.isPresent() ? Confidence.HIGH : Confidence.MEDIUM;
    return new Draft(
        line.rule(),
        most.and(line.confidence()),
        body.site(node),
        "The thread started here runs until it is interrupted, and "
            + (ending.isPresent() ? end + " does not do so" : "nothing does so"),
        ending.isPresent()
            ? "Interrupt the thread in " + end + ", or let its loop ask whether it should go on"
            : "Keep the thread, and interrupt it when its owner is done with",
        path);
  }
}
