package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Methods that read or write a stream to get something else done, and in which nothing that may run
 * closes any stream at all: wherever they put it meanwhile, the caller is left with it.
 */
final class Quiet {
  /** Bodies looked into for one method. */
  private static final int BODIES = 400;

  private final Program program;
  private final Knowledge knowledge;
  private final Map<MethodRef, Boolean> quiet = new HashMap<>();
  private final Map<String, Boolean> endsStreams = new HashMap<>();

  Quiet(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  /**
   * Whether the stream that the call passes in this position is the caller's again when it returns,
   * as far as all bodies tell that may run: none closes a stream, and what it is called on, and
   * what it returns, cannot close one later.
   */
  boolean leaves(Step.Call call, int argument) {
    MethodRef callee = call.callee();
    return !callee.isConstructor()
        && callee.isResolved()
        && Platform.isProvided(callee.parameters().get(argument))
        && isStream(callee.parameters().get(argument))
        && !keepsByName(callee)
        && !callee.result().equals(callee.owner())
        && !mayCloseLater(callee.result())
        && (call.receiver() < 0 || !mayCloseLater(callee.owner()))
        && knowledge.targets().of(call).stream().allMatch(this::isQuiet);
  }

  private static boolean keepsByName(MethodRef callee) {
    return ReleaseNames.takesArgument(callee.name())
        || ReleaseNames.releasesArgument(callee.name())
        || ReleaseNames.makes(callee.name());
  }

  private boolean isStream(String type) {
    return knowledge.types().isSubtype(type, "java.nio.channels.Channel")
        || Platform.STREAMS.stream().anyMatch(s -> knowledge.types().isSubtype(type, s));
  }

  /** The type has a method to end its objects by. */
  private boolean mayCloseLater(String type) {
    return knowledge.types().isCloseable(type) || knowledge.hasClose(type);
  }

  private boolean isQuiet(MethodRef method) {
    return quiet.computeIfAbsent(method, this::find);
  }

  private boolean find(MethodRef first) {
    Set<MethodRef> seen = new HashSet<>(Set.of(first));
    Deque<MethodRef> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Optional<MethodFlow> body = program.body(open.poll());
      if (body.isEmpty() || seen.size() > BODIES) {
        return false;
      }
      List<MethodRef> called = new ArrayList<>();
      if (mayClose(body.get(), called)) {
        return false;
      }
      called.stream().filter(seen::add).forEach(open::add);
    }
    return true;
  }

  /** Whether the body closes something, or calls what nobody knows with a stream. */
  private boolean mayClose(MethodFlow flow, List<MethodRef> called) {
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.StoreField store && isForAll(store)) {
        return true;
      } else if (node.step() instanceof Step.Lambda lambda) {
        called.add(lambda.body());
      } else if (node.step() instanceof Step.Call call
          && !Platform.isProvided(call.callee().owner())) {
        List<MethodRef> targets = targets(flow, call);
        if (ends(call) || targets.isEmpty() && takesStream(call.callee())) {
          return true;
        }
        called.addAll(targets);
      } else if (node.step() instanceof Step.Call call
          && (ends(call) || keepsForLater(flow, node, call))) {
        return true;
      }
    }
    return false;
  }

  /** Puts something into a collection in a field whose class ends streams in some other method. */
  private boolean keepsForLater(MethodFlow flow, Node node, Step.Call call) {
    return ReleaseNames.takesArgument(call.callee().name())
        && Containers.isContainer(call.callee().owner())
        && FieldReleases.origin(flow, flow.definitions(), node.id(), call.receiver())
            instanceof Step.LoadField kept
        && endsStreams.computeIfAbsent(kept.field().owner(), this::endsStreams);
  }

  private boolean endsStreams(String type) {
    return program.type(type).stream()
        .flatMap(facts -> facts.methods().stream())
        .flatMap(method -> program.body(method.ref()).stream())
        .flatMap(body -> body.nodes().stream())
        .anyMatch(node -> node.step() instanceof Step.Call call && ends(call));
  }

  /** Whoever can read the field may close what it holds. */
  private boolean isForAll(Step.StoreField store) {
    return store.field().isStatic() && isStream(store.field().type());
  }

  /** What the call may run; of what no known class overrides, what objects made here have. */
  private List<MethodRef> targets(MethodFlow flow, Step.Call call) {
    List<MethodRef> known = knowledge.targets().of(call);
    return !known.isEmpty()
        ? known
        : flow.nodes().stream()
            .filter(node -> node.step() instanceof Step.New)
            .map(node -> ((Step.New) node.step()).type())
            .filter(type -> knowledge.types().isSubtype(type, call.callee().owner()))
            .flatMap(type -> knowledge.targets().of(call, type).stream())
            .toList();
  }

  private boolean ends(Step.Call call) {
    return knowledge.isReleaseName(call.callee())
            && (call.arguments().isEmpty() && mayCloseLater(call.callee().owner()))
        || ReleaseNames.releasesArgument(call.callee().name()) && takesStream(call.callee());
  }

  private boolean takesStream(MethodRef callee) {
    Types types = knowledge.types();
    return callee.parameters() == null
        || callee.parameters().stream().anyMatch(type -> isStream(type) || types.isCloseable(type));
  }
}
