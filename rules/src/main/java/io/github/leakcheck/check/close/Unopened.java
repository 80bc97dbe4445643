package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Objects that hold nothing yet when their constructor is done: all that their {@code close()}
 * frees is in fields that other methods fill, be it directly, in a collection or reference that the
 * field holds, or as tasks of an executor, which has no threads before it has a task.
 */
final class Unopened {
  /** Getters between a field and what is freed of it. */
  private static final int LINKS = 6;

  /** Stands for what a class loader of the platform opens, once it has places to look at. */
  private static final Part LOADER = new Part("", false);

  private static final String LOADERS = "java.net.URLClassLoader";

  private static final List<String> FILLS =
      List.of(
          "add",
          "put",
          "set",
          "offer",
          "push",
          "getAndSet",
          "lazySet",
          "compareAndSet",
          "updateAndGet",
          "getAndUpdate",
          "compute",
          "merge",
          "execute",
          "submit",
          "schedule",
          "invoke",
          "append");

  /**
   * What {@code close()} frees of an object.
   *
   * @param direct whether it is the value of the field itself, not something kept in it
   */
  record Part(String field, boolean direct) {}

  private record Code(MethodRef method, String type) {}

  private final Program program;
  private final Knowledge knowledge;
  private final OnItself own;
  private final Map<MethodRef, Set<Part>> known = new HashMap<>();
  private final Map<Code, Set<Part>> filled = new HashMap<>();

  Unopened(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
    this.own = new OnItself(program, knowledge.targets());
  }

  /** What is filled later; empty if the object may hold something at once. */
  Set<Part> filledLater(MethodRef constructor) {
    Set<Part> parts = known.get(constructor);
    if (parts == null) {
      parts = find(constructor);
      known.put(constructor, parts);
    }
    return parts;
  }

  /** Whether the call on such an object may fill one of the parts. */
  boolean mayFill(Step.Call call, Set<Part> parts) {
    List<MethodRef> targets = knowledge.targets().of(call);
    return targets.isEmpty()
        || targets.stream()
            .anyMatch(target -> !Collections.disjoint(filled(target, target.owner()), parts));
  }

  /**
   * Whether the call on such an object, if it throws, may have filled one of the parts before; what
   * it fills them with must be its own, not what it was given.
   */
  boolean mayFillAndThrow(Step.Call call, Set<Part> parts) {
    if (call.callee().parameters().stream().anyMatch(knowledge.types()::isCloseable)) {
      return false;
    }
    List<MethodRef> targets = knowledge.targets().of(call);
    return targets.isEmpty() || targets.stream().anyMatch(t -> fillsAndThrows(t, parts, LINKS));
  }

  /** The same for a call on something that wraps the object, whose class is {@code type}. */
  boolean mayFillWithinAndThrow(Step.Call call, String type, Set<Part> parts) {
    List<MethodRef> targets = knowledge.targets().of(call);
    return targets.isEmpty()
        || targets.stream()
            .map(program::body)
            .anyMatch(body -> body.isEmpty() || mayFillWithinAndThrow(body.get(), type, parts));
  }

  private boolean mayFillWithinAndThrow(MethodFlow flow, String type, Set<Part> parts) {
    boolean holds =
        program.type(flow.method().owner()).stream()
            .flatMap(owner -> owner.fields().stream())
            .anyMatch(field -> knowledge.types().isSubtype(type, field.type()));
    return holds
        && flow.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && (OnItself.isOn(flow, node.id(), call.receiver())
                            || call.callee().owner().equals(type) && mayFillAndThrow(call, parts)));
  }

  private boolean fillsAndThrows(MethodRef method, Set<Part> parts, int depth) {
    Optional<MethodFlow> body = program.body(method);
    if (body.isEmpty() || depth == 0) {
      return true;
    }
    MethodFlow flow = body.get();
    return flow.nodes().stream()
        .filter(node -> fills(flow, node, parts))
        .anyMatch(
            node ->
                Reachability.leads(flow, node.next(), next -> mayThrow(flow, flow.node(next)))
                    || node.step() instanceof Step.Call call
                        && OnItself.isOn(flow, node.id(), call.receiver())
                        && knowledge.targets().of(call).stream()
                            .anyMatch(target -> fillsAndThrows(target, parts, depth - 1)));
  }

  private boolean fills(MethodFlow flow, Node node, Set<Part> parts) {
    if (node.step() instanceof Step.Call call && OnItself.isOn(flow, node.id(), call.receiver())) {
      return mayFill(call, parts);
    }
    Set<Part> found = new HashSet<>();
    addFilled(flow, node, found);
    return !Collections.disjoint(found, parts);
  }

  private boolean mayThrow(MethodFlow flow, Node node) {
    return node.step() instanceof Step.Throw
        || node.step() instanceof Step.Call
            && knowledge.exceptions().of(flow, node, Env.EMPTY).stream()
                .anyMatch(thrown -> thrown.likelihood() != Likelihood.GUESSED);
  }

  private Set<Part> find(MethodRef constructor) {
    String type = constructor.owner();
    MethodRef close = new MethodRef(type, "close", List.of(), "void");
    Optional<MethodRef> declared = knowledge.targets().declared(close).map(MethodFacts::ref);
    Set<Part> freed = declared.map(method -> freed(method, type)).orElse(Set.of());
    return freed.isEmpty() || !Collections.disjoint(freed, filled(constructor, type))
        ? Set.of()
        : freed;
  }

  /** What the method frees; empty if it frees anything that is not of the object. */
  private Set<Part> freed(MethodRef close, String type) {
    if (close.owner().equals(LOADERS)) {
      return Set.of(LOADER);
    }
    Set<Part> parts = new HashSet<>();
    for (MethodFlow flow : own.bodies(close, type)) {
      for (Node node : flow.nodes()) {
        if (node.step() instanceof Step.Call call && frees(flow, node, call)) {
          Optional<Part> part = part(flow, node.id(), freed(call));
          if (part.isEmpty()) {
            return Set.of();
          }
          parts.add(part.get());
        }
      }
    }
    return parts;
  }

  /** What is called on the object itself is looked into instead. */
  private boolean frees(MethodFlow flow, Node node, Step.Call call) {
    boolean itself = OnItself.isOn(flow, node.id(), call.receiver());
    return itself
        ? Platform.isProvided(call.callee().owner()) && knowledge.frees(call)
        : knowledge.isReleaseName(call.callee()) || knowledge.frees(call);
  }

  private static int freed(Step.Call call) {
    return call.receiver() >= 0 || call.arguments().isEmpty()
        ? call.receiver()
        : call.arguments().get(0);
  }

  /** The field of the object that the value is, or was asked of. */
  private Optional<Part> part(MethodFlow flow, int node, int register) {
    Definitions definitions = flow.definitions();
    int at = node;
    int from = register;
    for (int i = 0; i < LINKS && from >= 0; i++) {
      int origin = FieldReleases.originNode(flow, definitions, at, from);
      Step made = origin < 0 ? new Step.Nop() : flow.node(origin).step();
      if (made instanceof Step.LoadField load && OnItself.isOn(flow, origin, load.object())) {
        return Optional.of(new Part(load.field().name(), i == 0 && !isExecutor(load)));
      }
      if (!(made instanceof Step.Call asked)) {
        return Optional.empty();
      }
      at = origin;
      from = asked.receiver();
    }
    return Optional.empty();
  }

  private boolean isExecutor(Step.LoadField load) {
    return knowledge.types().isSubtype(load.field().type(), "java.util.concurrent.Executor");
  }

  private Set<Part> filled(MethodRef method, String type) {
    Code code = new Code(method, type);
    Set<Part> parts = filled.get(code);
    if (parts == null) {
      parts = new HashSet<>();
      for (MethodFlow flow : own.bodies(method, type)) {
        for (Node node : flow.nodes()) {
          addFilled(flow, node, parts);
        }
      }
      filled.put(code, parts);
    }
    return parts;
  }

  private void addFilled(MethodFlow flow, Node node, Set<Part> parts) {
    if (node.step() instanceof Step.StoreField store
        && OnItself.isOn(flow, node.id(), store.object())) {
      Step value = FieldReleases.origin(flow, flow.definitions(), node.id(), store.value());
      if (!isNull(value)) {
        parts.add(new Part(store.field().name(), true));
      }
      if (!isNull(value)
          && !isEmpty(flow, value)
          && !knowledge.types().isSubtype(store.field().type(), "java.util.concurrent.Executor")) {
        parts.add(new Part(store.field().name(), false));
      }
    } else if (node.step() instanceof Step.Call call) {
      addFilled(flow, node, call, parts);
    }
  }

  private void addFilled(MethodFlow flow, Node node, Step.Call call, Set<Part> parts) {
    MethodRef callee = call.callee();
    if (OnItself.isOn(flow, node.id(), call.receiver())) {
      if (isLoaders(callee) && namesPlaces(flow, node, call)) {
        parts.add(LOADER);
      }
      return;
    }
    boolean fills =
        FILLS.stream().anyMatch(callee.name()::startsWith)
            && call.arguments().stream()
                .anyMatch(
                    a -> !isNull(FieldReleases.origin(flow, flow.definitions(), node.id(), a)));
    if (fills && call.receiver() >= 0) {
      part(flow, node.id(), call.receiver())
          .ifPresent(part -> parts.add(new Part(part.field(), false)));
    }
  }

  private boolean isLoaders(MethodRef callee) {
    return knowledge
        .targets()
        .declared(callee)
        .filter(m -> m.ref().owner().equals(LOADERS))
        .isPresent();
  }

  /** The class loader gets places to look at: any but an empty list. */
  private static boolean namesPlaces(MethodFlow flow, Node node, Step.Call call) {
    Definitions definitions = flow.definitions();
    for (int i = 0; i < call.arguments().size(); i++) {
      int origin = FieldReleases.originNode(flow, definitions, node.id(), call.arguments().get(i));
      boolean empty =
          origin >= 0
              && flow.node(origin).step() instanceof Step.NewArray array
              && FieldReleases.origin(flow, definitions, origin, array.length())
                  instanceof Step.Const length
              && Integer.valueOf(0).equals(length.value());
      if (call.callee().parameters().get(i).startsWith("java.net.URL") && !empty) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNull(Step made) {
    return made instanceof Step.Const constant && constant.kind() == Step.ConstKind.NULL;
  }

  /** A collection or reference of the platform, made without anything to put into it. */
  private static boolean isEmpty(MethodFlow flow, Step made) {
    if (made instanceof Step.Call call) {
      return Platform.isProvided(call.callee().owner()) && call.arguments().isEmpty();
    }
    return made instanceof Step.New fresh
        && Platform.isProvided(fresh.type())
        && flow.nodes().stream()
            .noneMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && call.callee().isConstructor()
                        && call.receiver() == fresh.result()
                        && call.callee().owner().equals(fresh.type())
                        && call.callee().parameters().stream().anyMatch(Unopened::mayHold));
  }

  private static boolean mayHold(String type) {
    return !Set.of("int", "float", "boolean", "long").contains(type);
  }
}
