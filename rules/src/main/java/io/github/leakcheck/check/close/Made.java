package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which constructors make what a call returns. */
final class Made {
  /** Factories that are followed from one to the next. */
  private static final int DEPTH = 5;

  private final Program program;
  private final Knowledge knowledge;

  Made(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  /** All of them, by whatever bodies the call runs; empty if some result is of unknown origin. */
  Optional<Set<MethodRef>> by(Step.Call call) {
    Set<MethodRef> found = new HashSet<>();
    boolean known =
        call.callee().isConstructor()
            ? found.add(call.callee())
            : add(call, new HashSet<>(), found, DEPTH);
    return known && !found.isEmpty() ? Optional.of(found) : Optional.empty();
  }

  private boolean add(Step.Call call, Set<MethodRef> seen, Set<MethodRef> found, int depth) {
    List<MethodRef> targets = knowledge.targets().of(call);
    return depth > 0
        && !targets.isEmpty()
        && targets.stream()
            .filter(seen::add)
            .allMatch(
                target -> program.body(target).filter(b -> add(b, seen, found, depth)).isPresent());
  }

  private boolean add(MethodFlow flow, Set<MethodRef> seen, Set<MethodRef> found, int depth) {
    Definitions definitions = flow.definitions();
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.Return leave
          && !FieldReleases.sources(flow, definitions, node.id(), leave.value()).stream()
              .allMatch(made -> add(flow, made, seen, found, depth))) {
        return false;
      }
    }
    return true;
  }

  private boolean add(
      MethodFlow flow, Step made, Set<MethodRef> seen, Set<MethodRef> found, int depth) {
    if (made instanceof Step.New fresh) {
      return constructor(flow, fresh).filter(found::add).isPresent()
          || constructor(flow, fresh).filter(found::contains).isPresent();
    }
    return made instanceof Step.Call call && add(call, seen, found, depth - 1);
  }

  /** The constructor that is run on the new object. */
  static Optional<MethodRef> constructor(MethodFlow flow, Step.New fresh) {
    return flow.nodes().stream()
        .filter(node -> constructs(flow, node, fresh))
        .map(node -> ((Step.Call) node.step()).callee())
        .findFirst();
  }

  private static boolean constructs(MethodFlow flow, Node node, Step.New fresh) {
    return node.step() instanceof Step.Call call
        && call.callee().isConstructor()
        && call.callee().owner().equals(fresh.type())
        && FieldReleases.origin(flow, flow.definitions(), node.id(), call.receiver()) == fresh;
  }
}
