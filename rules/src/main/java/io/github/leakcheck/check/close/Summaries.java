package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.check.close.Value.Bound;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.Liveness;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What called bodies do with what they get, and whether what they return is the caller's to
 * release. Made on demand by the same exploration that judges a method; where methods call each
 * other in circles, they begin as borrowing and as returning nothing fresh.
 */
final class Summaries {
  /** Calls on what the JDK returned that are followed back. */
  private static final int LINKS = 4;

  /** Calls followed downwards from a judged method. */
  private static final int DEPTH = 9;

  /** What a factory returns: the line that acquired it and the innermost type. */
  record Fresh(Api api, String type, Confidence worth) {
    boolean isWorthAsMuchAs(Fresh other) {
      return worth == other.worth();
    }

    /** The same, if only some of the bodies that a call may run return it. */
    Fresh perhaps() {
      return new Fresh(api, type, worth.and(Confidence.MEDIUM));
    }
  }

  private record Parameter(MethodRef method, int index, Env constants, Role role) {}

  private final Program program;
  private final Knowledge knowledge;
  private final Depth depth = new Depth(DEPTH);
  private final Fixpoint<Parameter, Optional<ParameterEffect>> effects =
      new Fixpoint<>(depth, Optional.empty());
  private final Fixpoint<MethodRef, Optional<Fresh>> fresh =
      new Fixpoint<>(depth, Optional.empty());

  private final Fixpoint<MethodRef, Boolean> releasesOwn = new Fixpoint<>(depth, false);

  Summaries(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  /**
   * What the body does with the object in parameter {@code index} ({@code this} counts); empty
   * without a body.
   */
  Optional<ParameterEffect> effect(MethodRef method, int index) {
    return effect(method, index, Env.EMPTY, Role.SELF);
  }

  /**
   * The same for a call that passes these constants, by position of the parameter, and where the
   * object is the resource itself, or keeps it.
   */
  Optional<ParameterEffect> effect(MethodRef method, int index, Env constants, Role role) {
    Parameter key = new Parameter(method, index, constants, role);
    return effects.of(
        key,
        Optional.of(ParameterEffect.BORROWS),
        () ->
            program
                .body(method)
                .filter(flow -> index < flow.parameters().size())
                .map(flow -> explore(flow, key)));
  }

  private ParameterEffect explore(MethodFlow flow, Parameter parameter) {
    int index = parameter.index();
    int register = flow.parameters().get(index);
    String type = parameterType(flow, index);
    Role role = type.endsWith("[]") ? Role.ARRAY : parameter.role();
    Env env = Before.entry(flow, parameter.constants()).with(register, new Bound(role, -2 - index));
    Events events =
        Exploration.run(
            flow, flow.liveness(), Classifier.general(knowledge), type, Before.start(0, env));
    return events.asParameterEffect();
  }

  private static String parameterType(MethodFlow flow, int index) {
    int offset = flow.isStatic() ? 0 : 1;
    return index < offset ? flow.method().owner() : flow.method().parameters().get(index - offset);
  }

  /**
   * What the body acquires and returns to the caller; empty if it returns nothing fresh or has no
   * body.
   */
  Optional<Fresh> fresh(MethodRef method) {
    return fresh.of(method, Optional.empty(), () -> program.body(method).flatMap(this::returned));
  }

  private Optional<Fresh> returned(MethodFlow flow) {
    Liveness liveness = flow.liveness();
    Before before = Before.of(flow, liveness, Classifier.general(knowledge));
    List<Fresh> all = new ArrayList<>();
    for (Site site : Sites.of(flow, before, knowledge)) {
      Events events = Acquisition.follow(flow, liveness, knowledge, before, site);
      if (events.returned && !events.given && !events.keptInThis) {
        all.add(new Fresh(opened(flow, site), site.type(), site.worth()));
      }
    }
    return all.stream()
        .filter(one -> one.worth() == Confidence.HIGH)
        .findFirst()
        .map(best -> all.stream().allMatch(best::isWorthAsMuchAs) ? best : best.perhaps())
        .or(() -> all.stream().findFirst());
  }

  /** A factory that connects what it returns returns something that holds more. */
  private Api opened(MethodFlow flow, Site site) {
    boolean opened =
        site.api().opened().stream()
            .anyMatch(
                opening ->
                    flow.nodes().stream()
                        .anyMatch(
                            node ->
                                node.step() instanceof Step.Call call
                                    && opening.matches(call.callee(), knowledge.types())));
    return opened ? site.api().onceOpened() : site.api();
  }

  /** Whether the body returns something closeable that its receiver holds in a field. */
  boolean returnsPart(MethodRef method) {
    return knowledge.isCloseable(method.result())
        && program
            .body(method)
            .filter(flow -> !flow.isStatic())
            .map(this::returnsPart)
            .orElse(false);
  }

  private boolean returnsPart(MethodFlow flow) {
    Definitions definitions = flow.definitions();
    return flow.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Return leave
                    && leave.value() >= 0
                    && FieldReleases.origin(flow, definitions, node.id(), leave.value())
                        instanceof Step.LoadField load
                    && !load.field().isStatic());
  }

  /**
   * Whether what the body returns, if anything, was made in it, or is what the platform returned:
   * nobody else has it.
   */
  boolean returnsNobodys(MethodRef method) {
    return program.body(method).map(this::returnsNobodys).orElse(false);
  }

  private boolean returnsNobodys(MethodFlow flow) {
    Definitions definitions = flow.definitions();
    return flow.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return)
        .map(
            node ->
                FieldReleases.origin(
                    flow, definitions, node.id(), ((Step.Return) node.step()).value()))
        .allMatch(this::isNobodys);
  }

  private boolean isNobodys(Step origin) {
    return origin instanceof Step.New
        || origin instanceof Step.Const
        || origin instanceof Step.Call call && Platform.isProvided(call.callee().owner());
  }

  /** Whether the body releases something held in a field of its receiver. */
  boolean releasesOwn(MethodRef method) {
    return releasesOwn.of(
        method, false, () -> program.body(method).map(this::releasesField).orElse(false));
  }

  private boolean releasesField(MethodFlow flow) {
    Definitions definitions = flow.definitions();
    return flow.nodes().stream().anyMatch(node -> releasesField(flow, definitions, node));
  }

  private boolean releasesField(MethodFlow flow, Definitions definitions, Node node) {
    if (!(node.step() instanceof Step.Call call)) {
      return false;
    }
    boolean own =
        call.receiver() >= 0
            && !flow.isStatic()
            && definitions.reaching(node.id(), call.receiver()).equals(java.util.Set.of(-1))
            && call.receiver() == flow.parameters().get(0);
    if (own) {
      return knowledge.targets().of(call).stream().anyMatch(this::releasesOwn);
    }
    return knowledge.isReleaseName(call.callee())
        && !call.callee().name().equals("clear")
        && mayFree(call)
        && !isMadeHere(flow, definitions, node, call);
  }

  /** An own method with the name of a release may do something else, such as ending a line. */
  private boolean mayFree(Step.Call call) {
    return Platform.isProvided(call.callee().owner())
        || knowledge.types().isCloseable(call.callee().owner())
        || knowledge.targets().of(call).isEmpty()
        || knowledge.frees(call);
  }

  /** What the body itself made or asked somebody for in order to use it is not its receiver's. */
  private boolean isMadeHere(MethodFlow flow, Definitions definitions, Node node, Step.Call call) {
    return isMadeHere(flow, definitions, node.id(), call.receiver(), LINKS);
  }

  private boolean isMadeHere(
      MethodFlow flow, Definitions definitions, int node, int register, int links) {
    int at = FieldReleases.originNode(flow, definitions, node, register);
    Step origin = at < 0 ? new Step.Nop() : flow.node(at).step();
    if (!(origin instanceof Step.Call asked)) {
      return origin instanceof Step.New;
    }
    if (!Platform.isProvided(asked.callee().owner())) {
      return !isAccessor(asked);
    }
    return isAcquired(asked)
        || links > 0
            && asked.receiver() >= 0
            && isMadeHere(flow, definitions, at, asked.receiver(), links - 1)
        || links > 0
            && asked.receiver() < 0
            && !asked.arguments().isEmpty()
            && asked.arguments().stream()
                .allMatch(a -> isMadeHere(flow, definitions, at, a, links - 1));
  }

  private boolean isAcquired(Step.Call call) {
    return knowledge.acquire(call.callee()).isPresent()
        && !knowledge.says(io.github.leakcheck.catalog.Role.WRAPS, call.callee());
  }

  private boolean isAccessor(Step.Call call) {
    List<MethodRef> targets = knowledge.targets().of(call);
    return call.callee().name().startsWith("get") || targets.stream().anyMatch(this::returnsPart);
  }

  /** Whether the body can end normally. */
  boolean canReturn(List<MethodRef> targets) {
    return targets.size() != 1
        || program
            .body(targets.get(0))
            .map(flow -> flow.nodes().stream().anyMatch(n -> n.step() instanceof Step.Return))
            .orElse(true);
  }
}
