package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What other methods of the program close once they have got it from the same method: the type
 * alone, or a factory behind an interface, does not tell whether that is the caller's duty.
 */
final class ClosedElsewhere {
  private static final String RULE = "unclosed-auto-closeable";
  private static final String CLOSE = "close";

  /**
   * Who calls a method and closes what it returns, who of them does so after an exception, too, and
   * who neither closes it nor hands it on.
   */
  private record Users(Set<MethodRef> closers, Set<MethodRef> firm, Set<MethodRef> leavers) {}

  private final World world;
  private final Knowledge knowledge;
  private final Map<String, Boolean> closed = new HashMap<>();
  private final Map<MethodRef, Users> users = new HashMap<>();

  ClosedElsewhere(World world, Knowledge knowledge) {
    this.world = world;
    this.knowledge = knowledge;
  }

  /** Whether objects that the call returns have a {@code close()} of the program's own. */
  boolean mayReturn(MethodRef callee) {
    return callee.isResolved()
        && !callee.isConstructor()
        && !Platform.owns(callee.owner())
        && callee.result().indexOf('.') >= 0
        && closed.computeIfAbsent(
            callee.result(), type -> knowledge.isCloseable(type) || knowledge.hasClose(type));
  }

  /** The line about the call in this method, if enough others close what they get from it. */
  Optional<Api> returns(MethodFlow flow, MethodRef callee) {
    if (!mayReturn(callee)
        || knowledge.types().isSubtype(callee.owner(), callee.result())
        || knowledge.isHarmlessResult(callee)
        || knowledge.isDerived(callee)
        || knowledge.says(Role.WRAPS, callee)) {
      return Optional.empty();
    }
    Users known = users.computeIfAbsent(callee, this::find);
    boolean firm = known.firm().stream().anyMatch(method -> !method.equals(flow.method()));
    long others = known.closers().stream().filter(m -> !m.equals(flow.method())).count();
    return firm && others >= known.leavers().size() ? Optional.of(line(callee)) : Optional.empty();
  }

  private static Api line(MethodRef callee) {
    return new Api(
        Role.ACQUIRE,
        new Signature(callee.owner(), callee.name(), null),
        Optional.of(new Signature(callee.result(), CLOSE, List.of())),
        Map.of("confidence", "medium"),
        "",
        RULE,
        "");
  }

  private Users find(MethodRef callee) {
    Users found = new Users(new HashSet<>(), new HashSet<>(), new HashSet<>());
    for (Code.Called called : code().callsNamed(CLOSE, 0)) {
      if (isRelated(called.callee().owner(), callee.result())) {
        flow(called.site())
            .filter(flow -> closes(flow, called.site().node(), callee))
            .ifPresent(flow -> add(flow, called.site().node(), found));
      }
    }
    if (!found.firm().isEmpty()) {
      for (Site site : code().callers(callee)) {
        flow(site)
            .filter(flow -> !found.closers().contains(flow.method()))
            .filter(flow -> !handsOn(flow, flow.node(site.node()).step()))
            .ifPresent(flow -> found.leavers().add(flow.method()));
      }
    }
    return found;
  }

  private Code code() {
    return Code.of(world);
  }

  private Optional<MethodFlow> flow(Site site) {
    return code().body(site.method()).map(Body::flow);
  }

  /** Whether what the call returns goes to somebody else. */
  private static boolean handsOn(MethodFlow flow, Step source) {
    Definitions definitions = Definitions.of(flow);
    return flow.nodes().stream()
        .anyMatch(
            node ->
                given(node.step()).stream()
                    .anyMatch(
                        register ->
                            FieldReleases.sources(flow, definitions, node.id(), register)
                                .contains(source)));
  }

  private static List<Integer> given(Step step) {
    if (step instanceof Step.Call call) {
      return call.arguments();
    } else if (step instanceof Step.StoreField store) {
      return List.of(store.value());
    } else if (step instanceof Step.StoreElement store) {
      return List.of(store.value());
    } else if (step instanceof Step.Lambda lambda) {
      return lambda.captured();
    }
    return step instanceof Step.Return leave && leave.value() >= 0
        ? List.of(leave.value())
        : List.of();
  }

  private boolean isRelated(String one, String other) {
    return knowledge.types().isSubtype(one, other) || knowledge.types().isSubtype(other, one);
  }

  private boolean closes(MethodFlow flow, int node, MethodRef callee) {
    return flow.node(node).step() instanceof Step.Call close
        && FieldReleases.sources(flow, Definitions.of(flow), node, close.receiver()).stream()
            .anyMatch(
                made ->
                    made instanceof Step.Call source
                        && source.callee().name().equals(callee.name())
                        && isRelated(source.callee().owner(), callee.owner()));
  }

  private static void add(MethodFlow flow, int close, Users found) {
    found.closers().add(flow.method());
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.Catch
          && Reachability.leads(flow, List.of(node.id()), at -> at == close)) {
        found.firm().add(flow.method());
      }
    }
  }
}
