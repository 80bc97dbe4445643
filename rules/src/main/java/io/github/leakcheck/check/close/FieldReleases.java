package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which fields some code releases or hands to someone who may. */
final class FieldReleases {
  private static final int COPIES = 8;
  private static final int SEVERAL = -2;

  private record Name(String owner, String field) {}

  private final Knowledge knowledge;
  private final Set<Name> released = new HashSet<>();
  private final Set<Name> elsewhere = new HashSet<>();
  private final Map<Name, Set<MethodRef>> named = new HashMap<>();
  private final Set<Name> shared = new HashSet<>();
  private final Map<MethodRef, Optional<Name>> accessors = new HashMap<>();

  FieldReleases(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  boolean releases(FieldRef field) {
    return released.contains(name(field));
  }

  /**
   * The methods that release the field by a call that is there for it; empty if something else may
   * release it, too.
   */
  Set<MethodRef> releasedOnlyIn(FieldRef field) {
    return elsewhere.contains(name(field)) ? Set.of() : named.getOrDefault(name(field), Set.of());
  }

  /** Returned, stored elsewhere or passed to code that may keep it. */
  boolean shares(FieldRef field) {
    return shared.contains(name(field));
  }

  private static Name name(FieldRef field) {
    return new Name(field.owner(), field.name());
  }

  void read(ClassFacts unit) {
    unit.flows().forEach(this::read);
  }

  private void read(MethodFlow flow) {
    boolean loads =
        flow.nodes().stream()
            .anyMatch(n -> n.step() instanceof Step.LoadField || n.step() instanceof Step.Call);
    if (!loads) {
      return;
    }
    Definitions definitions = flow.definitions();
    for (Node node : flow.nodes()) {
      read(flow, definitions, node);
    }
  }

  private void read(MethodFlow flow, Definitions definitions, Node node) {
    Step step = node.step();
    if (step instanceof Step.Call call) {
      call(flow, definitions, node, call);
    } else if (step instanceof Step.Return leave && accessed(flow.method()).isEmpty()) {
      source(flow, definitions, node, leave.value()).ifPresent(shared::add);
    } else if (step instanceof Step.StoreField store) {
      source(flow, definitions, node, store.value()).ifPresent(shared::add);
    } else if (step instanceof Step.StoreElement store) {
      source(flow, definitions, node, store.value()).ifPresent(this::passed);
    } else if (step instanceof Step.Lambda lambda) {
      lambda
          .captured()
          .forEach(c -> source(flow, definitions, node, c).ifPresent(f -> captured(lambda, f)));
    }
  }

  private void captured(Step.Lambda lambda, Name field) {
    if (!lambda.reference() || knowledge.isReleaseName(lambda.body())) {
      passed(field);
    }
  }

  private void passed(Name field) {
    released.add(field);
    elsewhere.add(field);
  }

  private void releasedIn(Name field, MethodFlow flow) {
    released.add(field);
    named.computeIfAbsent(field, f -> new HashSet<>()).add(flow.method());
  }

  private void call(MethodFlow flow, Definitions definitions, Node node, Step.Call call) {
    Optional<Name> receiver = source(flow, definitions, node, call.receiver());
    if (receiver.isPresent() && releasesReceiver(call)) {
      releasedIn(receiver.get(), flow);
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      Optional<Name> argument = source(flow, definitions, node, call.arguments().get(i));
      if (argument.isPresent() && mayRelease(call, i)) {
        if (ReleaseNames.releasesArgument(call.callee().name())) {
          releasedIn(argument.get(), flow);
        } else {
          passed(argument.get());
        }
      }
    }
  }

  private boolean releasesReceiver(Step.Call call) {
    return knowledge.isReleaseName(call.callee())
        || knowledge.targets().of(call).stream()
            .map(target -> knowledge.summaries().effect(target, 0))
            .anyMatch(effect -> effect.isPresent() && effect.get().closes());
  }

  /** The callee closes or keeps it, or nobody can tell. */
  private boolean mayRelease(Step.Call call, int index) {
    MethodRef callee = call.callee();
    int parameter = index + (call.receiver() < 0 ? 0 : 1);
    Set<Optional<ParameterEffect>> effects = new HashSet<>();
    knowledge
        .targets()
        .of(call)
        .forEach(t -> effects.add(knowledge.summaries().effect(t, parameter)));
    if (effects.isEmpty()) {
      return !Platform.isProvided(callee.owner())
          || callee.isConstructor()
          || knowledge.says(io.github.leakcheck.catalog.Role.TAKES, callee)
          || knowledge.says(io.github.leakcheck.catalog.Role.RELEASE, callee)
          || callee.parameters() == null
          || callee.parameters().get(index).startsWith("java.lang.Object");
    }
    return effects.stream()
        .anyMatch(
            e ->
                e.isEmpty()
                    || e.get().closes()
                    || e.get().given()
                    || e.get().keptInThis()
                    || e.get().returned());
  }

  private Optional<Name> source(MethodFlow flow, Definitions definitions, Node node, int register) {
    Step origin = origin(flow, definitions, node.id(), register);
    if (origin instanceof Step.Call call && call.arguments().isEmpty() && call.receiver() >= 0) {
      return accessed(call.callee());
    }
    return origin instanceof Step.LoadField load
        ? Optional.of(name(load.field()))
        : Optional.empty();
  }

  /**
   * The field that a private method returns, made on first use or not: what its callers do with it
   * they do with the field. Empty if it is no such method.
   */
  private Optional<Name> accessed(MethodRef method) {
    if (!knowledge.isJudged(method.owner()) || !method.parameters().isEmpty()) {
      return Optional.empty();
    }
    return accessors.computeIfAbsent(
        method,
        m ->
            knowledge
                .targets()
                .body(m)
                .filter(flow -> Access.has(flow.access(), Access.PRIVATE) && !flow.isStatic())
                .flatMap(FieldReleases::returned));
  }

  private static Optional<Name> returned(MethodFlow flow) {
    Definitions definitions = flow.definitions();
    Set<Optional<Name>> found = new HashSet<>();
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.Return leave && leave.value() >= 0) {
        Step origin = origin(flow, definitions, node.id(), leave.value());
        found.add(
            origin instanceof Step.LoadField load && load.object() >= 0
                ? Optional.of(name(load.field()))
                : Optional.empty());
      }
    }
    return found.size() == 1 ? found.iterator().next() : Optional.empty();
  }

  /**
   * The register in which the method got the value as it was called; {@link Step#NONE} if it has
   * another source.
   */
  static int parameter(MethodFlow flow, Definitions definitions, int node, int register) {
    int at = node;
    int from = register;
    for (int i = 0; i < COPIES && from >= 0; i++) {
      Set<Integer> sources = definitions.reaching(at, from);
      at = sources.size() == 1 ? sources.iterator().next() : SEVERAL;
      if (at < 0) {
        return at == Definitions.ENTRY ? from : Step.NONE;
      }
      Step made = flow.node(at).step();
      if (made instanceof Step.Copy copy) {
        from = copy.from();
      } else if (made instanceof Step.Cast cast) {
        from = cast.from();
      } else {
        return Step.NONE;
      }
    }
    return Step.NONE;
  }

  /** Name of the field that the register's value was read from; empty if it has another source. */
  static String fieldOf(MethodFlow flow, Definitions definitions, int node, int register) {
    return origin(flow, definitions, node, register) instanceof Step.LoadField load
        ? load.field().name()
        : "";
  }

  /** Whether the register holds what the method got as a parameter. */
  static boolean isParameter(MethodFlow flow, Definitions definitions, int node, int register) {
    return register >= 0 && origin(flow, definitions, node, register) == null;
  }

  /**
   * The one step that made the value; null for parameters, {@link Step.Nop} where there are
   * several.
   */
  static Step origin(MethodFlow flow, Definitions definitions, int node, int register) {
    int at = originNode(flow, definitions, node, register);
    return at == Definitions.ENTRY ? null : at < 0 ? new Step.Nop() : flow.node(at).step();
  }

  /** All steps that may have made the value, constants and parameters left out. */
  static Set<Step> sources(MethodFlow flow, Definitions definitions, int node, int register) {
    Set<Step> found = new HashSet<>();
    collect(flow, definitions, node, register, COPIES, found);
    return found;
  }

  private static void collect(
      MethodFlow flow,
      Definitions definitions,
      int node,
      int register,
      int copies,
      Set<Step> found) {
    for (int source : definitions.reaching(node, register)) {
      Step made = source < 0 ? new Step.Nop() : flow.node(source).step();
      if (made instanceof Step.Copy copy && copies > 0) {
        collect(flow, definitions, source, copy.from(), copies - 1, found);
      } else if (made instanceof Step.Cast cast && copies > 0) {
        collect(flow, definitions, source, cast.from(), copies - 1, found);
      } else if (!(made instanceof Step.Nop) && !(made instanceof Step.Const)) {
        found.add(made);
      }
    }
  }

  /** Node of that step; {@link Definitions#ENTRY} for parameters, less where there are several. */
  static int originNode(MethodFlow flow, Definitions definitions, int node, int register) {
    int at = node;
    int from = register;
    for (int i = 0; i < COPIES && from >= 0; i++) {
      Set<Integer> sources = definitions.reaching(at, from);
      if (sources.size() != 1) {
        return SEVERAL;
      }
      at = sources.iterator().next();
      if (at == Definitions.ENTRY) {
        return at;
      }
      Step made = flow.node(at).step();
      if (made instanceof Step.Copy copy) {
        from = copy.from();
      } else if (made instanceof Step.Cast cast) {
        from = cast.from();
      } else {
        return at;
      }
    }
    return SEVERAL;
  }
}
