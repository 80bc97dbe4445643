package io.github.leakcheck.check.close;

import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What runs when an object comes to its end: methods named so, those that work for it in a thread
 * or are told of an event, and all that these call.
 */
final class LifeEnds {
  /** A thread's work ends with the object, and events may be what ends it. */
  private static final Pattern LATE =
      Pattern.compile(
          "(run|call|on|handle|process|exit|quit|leave|remove|clear|detach|log(out|off)|commit"
              + "|rollback|complete|save|flush|drop|delete|reset)([A-Z]|$)"
              + "|(finalize|un(load|install|register|bind|deploy|subscribe)|de(activate|init)"
              + "|dis(able|card))"
              + "|.*(Closed|Destroyed|Stopped|Inactive|Disconnected|Terminated|Unregistered|Removed"
              + "|Done|Completed?|Finished|End(ed)?)$");

  private final Program program;
  private final Knowledge knowledge;

  /** Kept, as the ends of many classes lead to the same methods. */
  private final Map<MethodRef, List<MethodRef>> called = new HashMap<>();

  private LifeEnds(World world) {
    this.program = world.program();
    this.knowledge = Knowledge.of(world);
  }

  /** The one of this analysis. */
  static LifeEnds of(World world) {
    return world.once(LifeEnds.class, LifeEnds::new);
  }

  /** Bodies that run at the end of an object of exactly this type, others of its nest included. */
  Set<MethodRef> of(ClassFacts unit, Set<String> nest) {
    List<MethodRef> open = new ArrayList<>();
    Set<String> overridden = new HashSet<>();
    for (String type = unit.type().name(); !type.isEmpty(); type = parent(type)) {
      for (MethodFlow flow : flows(type)) {
        if (isLate(flow) && overridden.add(flow.method().name() + flow.method().parameters())) {
          open.add(flow.method());
        }
      }
    }
    nest.stream()
        .filter(name -> !knowledge.types().isSubtype(unit.type().name(), name))
        .flatMap(name -> flows(name).stream())
        .filter(LifeEnds::isLate)
        .forEach(flow -> open.add(flow.method()));
    return reached(open);
  }

  /** These and all that they call of the program's own. */
  Set<MethodRef> reached(Collection<MethodRef> first) {
    return reached(first, Set.of());
  }

  /** The same, but neither the others nor what only they call. */
  Set<MethodRef> reached(Collection<MethodRef> first, Set<MethodRef> others) {
    Set<MethodRef> reached = new HashSet<>(others);
    Deque<MethodRef> open = new ArrayDeque<>(first);
    while (!open.isEmpty()) {
      MethodRef next = open.poll();
      if (reached.add(next)) {
        open.addAll(calledBy(next));
      }
    }
    reached.removeAll(others);
    return reached;
  }

  private List<MethodFlow> flows(String type) {
    return program.facts(type).map(ClassFacts::flows).orElse(List.of());
  }

  private String parent(String type) {
    Optional<TypeFacts> facts = program.type(type);
    String parent = facts.map(TypeFacts::superName).orElse("");
    return knowledge.isJudged(parent) ? parent : "";
  }

  private static boolean isLate(MethodFlow flow) {
    String name = flow.method().name();
    return flow.isLambdaBody()
        || ReleaseNames.isRelease(name)
        || ReleaseNames.releasesArgument(name)
        || isThereToRelease(flow)
        || LATE.matcher(name).lookingAt();
  }

  /** A method of any name that does nothing else. */
  private static boolean isThereToRelease(MethodFlow flow) {
    List<Step.Call> calls =
        flow.nodes().stream()
            .filter(node -> node.step() instanceof Step.Call)
            .map(node -> (Step.Call) node.step())
            .toList();
    return flow.method().parameters().isEmpty()
        && !calls.isEmpty()
        && calls.stream().allMatch(call -> ReleaseNames.isRelease(call.callee().name()));
  }

  /** What the method calls of the program's own; nothing if it has no body. */
  private List<MethodRef> calledBy(MethodRef method) {
    List<MethodRef> known = called.get(method);
    if (known == null) {
      known = program.body(method).map(this::calledIn).orElse(List.of());
      called.put(method, known);
    }
    return known;
  }

  private List<MethodRef> calledIn(MethodFlow flow) {
    return flow.nodes().stream()
        .flatMap(
            node ->
                node.step() instanceof Step.Call call
                    ? knowledge.targets().of(call).stream()
                    : node.step() instanceof Step.Lambda lambda
                        ? Stream.ofNullable(lambda.body())
                        : Stream.<MethodRef>empty())
        .filter(method -> knowledge.isJudged(method.owner()))
        .distinct()
        .toList();
  }
}
