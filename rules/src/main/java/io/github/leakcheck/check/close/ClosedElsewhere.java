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
import io.github.leakcheck.facts.Platform;
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
  private static final String LEARNED = "learned";

  /** Methods that must close what they get before it is taken for a duty. */
  private static final int FEWEST = 2;

  /**
   * Who calls a method and closes what it returns, who of them does so after an exception, too, and
   * who neither closes it nor hands it on.
   */
  private record Users(Set<MethodRef> closers, Set<MethodRef> firm, Set<MethodRef> leavers) {}

  private final World world;
  private final Knowledge knowledge;
  private final Map<String, Optional<MethodRef>> endings = new HashMap<>();
  private final Map<MethodRef, Users> users = new HashMap<>();

  ClosedElsewhere(World world, Knowledge knowledge) {
    this.world = world;
    this.knowledge = knowledge;
  }

  /** Whether what the call returns or makes has a method that ends it. */
  boolean mayOpen(MethodRef callee) {
    return callee.isResolved()
        && !Platform.isProvided(callee.owner())
        && opened(callee).indexOf('.') >= 0
        && !(callee.isConstructor() && knowledge.types().isCloseable(callee.owner()))
        && ending(opened(callee)).isPresent();
  }

  private static String opened(MethodRef callee) {
    return callee.isConstructor() ? callee.owner() : callee.result();
  }

  private Optional<MethodRef> ending(String type) {
    return endings.computeIfAbsent(
        type,
        t ->
            knowledge.isCloseable(t)
                ? Optional.of(new MethodRef(t, "close", List.of(), "void"))
                : knowledge
                    .ownEndings()
                    .ending(t)
                    .filter(end -> !end.name().equals("stop"))); // clocks and tasks have one, too
  }

  /** The line about the call in this method, if enough others close what they get from it. */
  Optional<Api> opens(MethodFlow flow, MethodRef callee) {
    if (!mayOpen(callee) || isTold(callee)) {
      return Optional.empty();
    }
    Users known = users.computeIfAbsent(callee, this::find);
    boolean firm = known.firm().stream().anyMatch(method -> !method.equals(flow.method()));
    long others = known.closers().stream().filter(m -> !m.equals(flow.method())).count();
    return firm && others >= FEWEST && others >= known.leavers().size()
        ? ending(opened(callee)).filter(this::matters).map(ending -> line(callee, ending))
        : Optional.empty();
  }

  /** How much a {@code close()} matters is judged with the finding. */
  private boolean matters(MethodRef ending) {
    return ending.name().equals("close") || knowledge.frees(ending);
  }

  /** Whether more is known of the call: it returns its receiver, or a part of that, or memory. */
  private boolean isTold(MethodRef callee) {
    return !callee.isConstructor()
        && (knowledge.types().isSubtype(callee.owner(), callee.result())
            || knowledge.isHarmlessResult(callee)
            || knowledge.isDerived(callee)
            || knowledge.says(Role.WRAPS, callee));
  }

  private static Api line(MethodRef callee, MethodRef ending) {
    return new Api(
        Role.ACQUIRE,
        new Signature(callee.owner(), callee.name(), null),
        Optional.of(new Signature(ending.owner(), ending.name(), List.of())),
        Map.of("confidence", "medium", LEARNED, "true"),
        "",
        RULE,
        "");
  }

  /** Whether the line was learned from other methods. */
  static boolean isLearned(Api line) {
    return line.keys().containsKey(LEARNED);
  }

  private Users find(MethodRef callee) {
    Users found = new Users(new HashSet<>(), new HashSet<>(), new HashSet<>());
    String ending = ending(opened(callee)).orElseThrow().name();
    for (Code.Called called : code().callsNamed(ending, 0)) {
      if (isRelated(called.callee().owner(), opened(callee))) {
        flow(called.site())
            .filter(flow -> closes(flow, called.site().node(), callee))
            .ifPresent(flow -> add(flow, called.site().node(), found));
      }
    }
    if (!found.firm().isEmpty()) {
      boolean made = callee.isConstructor();
      for (Site site : made ? code().made(callee.owner()) : callers(callee)) {
        flow(site)
            .filter(flow -> !found.closers().contains(flow.method()))
            .filter(flow -> !handsOn(flow, flow.node(site.node()).step()))
            .ifPresent(flow -> found.leavers().add(flow.method()));
      }
    }
    return found;
  }

  /**
   * Calls of all methods of this name: what closes the result of one speaks for the others, too.
   */
  private List<Site> callers(MethodRef callee) {
    return code().callKeys().stream()
        .filter(key -> key.startsWith(callee.name()))
        .filter(key -> key.substring(callee.name().length()).matches("\\d+"))
        .map(key -> Integer.parseInt(key.substring(callee.name().length())))
        .flatMap(parameters -> code().callsNamed(callee.name(), parameters).stream())
        .filter(called -> isRelated(called.callee().owner(), callee.owner()))
        .filter(called -> isRelated(called.callee().result(), callee.result()))
        .map(Code.Called::site)
        .toList();
  }

  private Code code() {
    return Code.of(world);
  }

  private Optional<MethodFlow> flow(Site site) {
    return code().body(site.method()).map(Body::flow);
  }

  /** Whether what the call returns goes to somebody else. */
  private static boolean handsOn(MethodFlow flow, Step source) {
    Definitions definitions = flow.definitions();
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
        && FieldReleases.sources(flow, flow.definitions(), node, close.receiver()).stream()
            .anyMatch(
                made ->
                    made instanceof Step.New fresh
                        ? callee.isConstructor() && fresh.type().equals(callee.owner())
                        : made instanceof Step.Call source
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
