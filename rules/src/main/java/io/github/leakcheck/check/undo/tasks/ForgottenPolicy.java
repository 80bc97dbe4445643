package io.github.leakcheck.check.undo.tasks;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges methods that make a scheduled executor for others: what the method of the same name in a
 * neighbouring class tells its executor about cancelled tasks, this one has forgotten.
 */
public final class ForgottenPolicy {
  private static final String RULE = "cancelled-task-stays-queued";
  private static final String POLICY = "setRemoveOnCancelPolicy";
  private static final String MADE = "java.util.concurrent.ScheduledThreadPoolExecutor";
  private static final Set<String> FACTORIES = Set.of("newScheduledThreadPool");

  private final Code code;
  private final Origins origins;
  private final Places places;

  public ForgottenPolicy(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.places = new Places(world);
  }

  /** Executors that the class makes for others without the policy. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    if (peers().isEmpty()) {
      return found;
    }
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Return back) {
          origins.of(body, node.id(), back.value()).stream()
              .filter(made -> made.body() == body && isMade(made) && !isTold(body, made))
              .flatMap(made -> peer(body).stream().map(peer -> draft(made, peer)))
              .findFirst()
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private List<Code.Called> peers() {
    return code.callsNamed(POLICY, 1);
  }

  private static boolean isMade(Origin origin) {
    return origin instanceof Origin.Fresh fresh && fresh.type().equals(MADE)
        || origin instanceof Origin.Result result
            && FACTORIES.contains(result.call().callee().name())
            && Platform.isJdk(result.call().callee().owner());
  }

  private boolean isTold(Body body, Origin made) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && (call.callee().name().equals(POLICY) || isGiven(body, node, call, made)));
  }

  /** Given to other code, which may tell it. */
  private boolean isGiven(Body body, Node node, Step.Call call, Origin made) {
    return call.arguments().stream()
        .anyMatch(argument -> origins.of(body, node.id(), argument).contains(made));
  }

  /** Where a neighbour's method of the same name tells what it returns. */
  private Optional<Site> peer(Body body) {
    String owner = body.method().owner();
    return peers().stream()
        .map(Code.Called::site)
        .filter(site -> site.method().name().equals(body.method().name()))
        .filter(site -> !site.method().owner().equals(owner))
        .filter(site -> packageOf(site.method().owner()).equals(packageOf(owner)))
        .filter(this::returnsTold)
        .findFirst();
  }

  private boolean returnsTold(Site site) {
    Optional<Body> body = code.body(site.method());
    if (body.isEmpty() || !(body.get().step(site.node()) instanceof Step.Call told)) {
      return false;
    }
    Set<Origin> executor = origins.of(body.get(), site.node(), told.receiver());
    return body.get().nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Return back
                    && origins.isAny(body.get(), node.id(), back.value(), executor));
  }

  private static String packageOf(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }

  private Draft draft(Origin made, Site peer) {
    Body body = made.body();
    int node =
        made instanceof Origin.Fresh fresh
            ? origins.constructor(fresh).orElse(fresh.node())
            : ((Origin.Result) made).node();
    List<PathStep> path = new ArrayList<>();
    path.add(new PathStep(PathStep.Kind.ACQUIRED, places.of(body, node), "made here"));
    places.station(PathStep.Kind.RELEASED, peer, "a neighbour does it here").ifPresent(path::add);
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        body.site(node),
        "Tasks of this executor that are cancelled stay in its queue until their time has come,"
            + " unlike those of `"
            + Names.simple(peer.method().owner())
            + "`",
        "Call `setRemoveOnCancelPolicy(true)`, as `"
            + Names.simple(peer.method().owner())
            + "` does",
        path);
  }
}
