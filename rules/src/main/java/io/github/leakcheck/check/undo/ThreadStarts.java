package io.github.leakcheck.check.undo;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
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
  private final Lifecycle lifecycle;
  private final Places places;

  public ThreadStarts(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.endless = new Endless(code);
    this.lifecycle = new Lifecycle(code);
    this.places = new Places(world);
  }

  /** Threads that methods of the class start and nothing ends. */
  public List<Draft> judge(TypeFacts type) {
    List<Body> endings = lifecycle.endings(type.name());
    List<Draft> found = new ArrayList<>();
    for (Body body : endings.isEmpty() ? List.<Body>of() : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call && isStart(call) && isLeft(type, body, node)) {
          line(call)
              .map(line -> draft(line, body, node.id(), endings.get(0)))
              .ifPresent(found::add);
        }
      }
    }
    return found;
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
        && !isStopped(type)
        && origins.of(body, node.id(), ((Step.Call) node.step()).receiver()).stream()
            .anyMatch(this::runsForEver);
  }

  private boolean isStopped(TypeFacts type) {
    for (String member : code.nest(type.name())) {
      for (Body body : code.bodies(member)) {
        for (Node node : body.nodes()) {
          if (node.step() instanceof Step.Call call && stops(type, body, node.id(), call)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean stops(TypeFacts type, Body body, int node, Step.Call call) {
    return STOPS.contains(call.callee().name())
        && world.types().isSubtype(call.callee().owner(), THREAD)
        && origins.of(body, node, call.receiver()).stream()
            .noneMatch(o -> isCurrent(o) || isOfOther(type, o));
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

  private boolean runsForEver(Origin thread) {
    if (thread instanceof Origin.OfField field) {
      return code.stores(code.key(field.field())).stream()
          .flatMap(site -> stored(site).stream())
          .anyMatch(o -> o instanceof Origin.Fresh && runsForEver(o));
    } else if (thread instanceof Origin.Fresh fresh) {
      return fresh.type().equals(THREAD)
          ? origins.constructor(fresh).filter(node -> isGivenEndless(fresh, node)).isPresent()
          : isEndless(fresh.type());
    }
    return false;
  }

  private Set<Origin> stored(Site site) {
    return code.body(site.method())
        .filter(body -> body.step(site.node()) instanceof Step.StoreField)
        .map(
            body ->
                origins.of(body, site.node(), ((Step.StoreField) body.step(site.node())).value()))
        .orElse(Set.of());
  }

  private boolean isGivenEndless(Origin.Fresh thread, int node) {
    Step.Call made = (Step.Call) thread.body().step(node);
    for (int argument : made.arguments()) {
      for (Origin given : origins.of(thread.body(), node, argument)) {
        if (given instanceof Origin.Function f && f.lambda().body() != null
            ? code.body(f.lambda().body()).filter(endless::is).isPresent()
            : given instanceof Origin.Fresh runnable && isEndless(runnable.type())
                || given instanceof Origin.OfParameter p
                    && p.isThis()
                    && isEndless(p.body().method().owner())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isEndless(String type) {
    MethodRef run = new MethodRef(type, "run", List.of(), "void");
    return code.owns(type) && code.body(run).filter(endless::is).isPresent();
  }

  private Draft draft(Api line, Body body, int node, Body ending) {
    String end = "`" + ending.flow().source().name() + "()`";
    return new Draft(
        line.rule(),
        Confidence.HIGH.and(line.confidence()),
        body.site(node),
        "The thread started here runs until it is interrupted, and " + end + " does not do so",
        "Interrupt the thread in " + end + ", or let its loop ask whether it should go on",
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, places.of(body, node), "started here"),
            new PathStep(PathStep.Kind.EXIT, places.of(ending, 0), "does not interrupt it")));
  }
}
