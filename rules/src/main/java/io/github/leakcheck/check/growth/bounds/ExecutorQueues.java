package io.github.leakcheck.check.growth.bounds;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges executors that are made with a queue of their maker's choice which has no capacity. It is
 * the usual choice, and mostly fine: worth telling where requests from outside fill it.
 */
public final class ExecutorQueues {
  private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
  private static final Set<String> SUBMITS = Set.of("execute", "submit");
  private static final Set<String> AWAITS = Set.of("get", "join");
  private static final Pattern REQUEST =
      Pattern.compile(".*(Request|Exchange|Session|Message|Socket|Channel|Delivery)");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Capacities capacities;

  public ExecutorQueues(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.capacities = new Capacities(code);
  }

  /** Executors made in the class whose queue takes everything. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call
            && call.kind() == Step.CallKind.CONSTRUCTOR
            && call.callee().owner().equals(POOL)
            && call.arguments().size() >= 5
            && isEndless(body, node.id(), call.arguments().get(4))
            && !isUnlimited(body, node.id(), call.arguments().get(0))) {
          found.add(draft(body, node.id(), call));
        }
      }
    }
    return found;
  }

  private boolean isEndless(Body body, int node, int queue) {
    Set<Capacity> found = capacities.of(body, node, queue);
    return !found.isEmpty()
        && found.stream()
            .allMatch(
                c -> c.kind() == Capacity.Kind.UNBOUNDED && c.type().startsWith("LinkedBlocking"));
  }

  /** As many threads as there is work, at least unless somebody sets another number: none waits. */
  private boolean isUnlimited(Body body, int node, int core) {
    return origins.of(body, node, core).stream()
        .anyMatch(
            o ->
                o.isUnlimited()
                    || o instanceof Origin.OfField field
                        && code.stores(code.key(field.field())).stream()
                            .flatMap(store -> origins.stored(store).stream())
                            .anyMatch(Origin::isUnlimited));
  }

  private Draft draft(Body body, int node, Step.Call call) {
    boolean requests = takesRequests(body, node, call);
    return new Draft(
        "unbounded-queue",
        requests ? Confidence.MEDIUM : Confidence.LOW,
        body.site(node),
        "The queue of this executor has no capacity"
            + (requests ? ", and requests from outside fill it" : "")
            + ": it grows when the threads are slower than who gives them work",
        "Give the queue a capacity, and a handler that says what happens when it is full",
        List.of());
  }

  /** Whether the executor is kept in a field and given work by methods that take requests. */
  private boolean takesRequests(Body body, int made, Step.Call call) {
    Set<Origin> pool = origins.of(body, made, call.receiver());
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField store
          && origins.isAny(body, node.id(), store.value(), pool)
          && isFed(code.key(store.field()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isFed(FieldKey field) {
    return FieldUses.of(world).of(field).stream()
        .filter(use -> use.kind() == Use.Kind.CALLED && use.reach() == Use.Reach.ITSELF)
        .filter(use -> SUBMITS.contains(use.call().callee().name()) && !isAwaited(use))
        .map(use -> use.site().method().parameters())
        .anyMatch(
            types ->
                types != null
                    && types.stream()
                        .anyMatch(type -> REQUEST.matcher(Names.simple(type)).matches()));
  }

  /** Whether whoever gives the work waits for its end: there is no more of it than of them. */
  private boolean isAwaited(Use submit) {
    Body body = code.body(submit.site().method()).orElse(null);
    return body != null
        && body.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && AWAITS.contains(call.callee().name())
                        && origins.isMadeAt(
                            body, node.id(), call.receiver(), submit.site().node()));
  }
}
