package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.close.Value.Bound;
import io.github.leakcheck.check.close.Value.Int;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.check.close.Value.Some;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a call means for the followed resource where that is an argument. */
final class Arguments {
  private static final String OBJECT = "java.lang.Object";

  /** Whoever gets one runs it later, in a thread of its own: it has what it needs in itself. */
  private static final Set<String> TASKS =
      Set.of("java.lang.Runnable", "java.util.concurrent.Callable");

  private final Knowledge knowledge;
  private final Optional<Signature> release;
  private final boolean lent;
  private final Map<Node, Map<Integer, Boolean>> closedLater = new IdentityHashMap<>();

  Arguments(Knowledge knowledge, Optional<Signature> release, boolean lent) {
    this.knowledge = knowledge;
    this.release = release;
    this.lent = lent;
  }

  /** The resource, or something bound to it, is an argument. */
  Meaning of(MethodFlow flow, Node node, Step.Call call, Env env, int index, Bound value) {
    MethodRef callee = call.callee();
    if (isGivenBack(callee)) {
      return Meaning.CLOSES;
    }
    Optional<io.github.leakcheck.catalog.Api> line = knowledge.use(callee, index);
    if (line.isPresent()) {
      return switch (line.get().role()) {
        case RELEASE -> call.receiver() < 0 ? Meaning.CLOSES : Meaning.NOTHING;
        case TAKES -> Containers.takes(flow, call, env);
        case WRAPS -> wraps(node, call, env);
        default -> endsWhatItGets(callee) ? wraps(node, call, env) : Meaning.returning(null);
      };
    }
    Optional<Ownership.Said> said = knowledge.said(callee, index);
    if (said.isPresent()) {
      return switch (said.get()) {
        case TAKES -> callee.isConstructor() ? wraps(node, call, env) : Meaning.GIVES;
        case BORROWS -> Meaning.returning(null);
        case WRAPS -> wraps(node, call, env);
      };
    }
    List<MethodRef> targets = targets(flow, call, env);
    Role held = value.role() == Role.HOLDER ? Role.HOLDER : Role.SELF;
    Optional<ParameterEffect> effect =
        effect(targets, index + (call.receiver() < 0 ? 0 : 1), constants(call, env), held);
    if (value.role() == Role.KEEPER) {
      return effect.filter(ParameterEffect::borrows).isPresent() ? Meaning.NOTHING : Meaning.GIVES;
    }
    if (effect.isPresent()) {
      return stays(flow, node, call, index, effect.get())
          ? Meaning.returning(null).guessed()
          : fromEffect(flow, call, env, value, effect.get());
    }
    return Platform.isProvided(callee.owner())
        ? platform(node, call, env, index, value)
        : unknown(node, call, env, value);
  }

  /** Handed to somebody by the callee, and the caller's nevertheless. */
  private boolean stays(
      MethodFlow flow, Node node, Step.Call call, int index, ParameterEffect effect) {
    return effect.isJustGiven()
        && (knowledge.quiet().leaves(call, index)
            || !call.callee().isConstructor() && isClosedLater(flow, node, call, index));
  }

  private boolean isClosedLater(MethodFlow flow, Node node, Step.Call call, int index) {
    return closedLater
        .computeIfAbsent(node, n -> new HashMap<>())
        .computeIfAbsent(index, i -> ClosedLater.isClosed(flow, node, call.arguments().get(i)));
  }

  /** What is lent is given back as an argument, or broken off by a method named so. */
  private boolean isGivenBack(MethodRef callee) {
    return release.isPresent()
        && (release.get().matches(callee, knowledge.types())
            || lent && ReleaseNames.releasesArgument(callee.name()));
  }

  /** A subclass of somebody's own may end what the class above leaves to others. */
  private boolean endsWhatItGets(MethodRef callee) {
    return callee.isConstructor()
        && !Platform.isProvided(callee.owner())
        && knowledge
            .targets()
            .declared(new MethodRef(callee.owner(), "close", List.of(), "void"))
            .map(MethodFacts::ref)
            .filter(close -> !Platform.isProvided(close.owner()))
            .filter(knowledge.summaries()::releasesOwn)
            .isPresent();
  }

  private Meaning wraps(Node node, Step.Call call, Env env) {
    return call.callee().isConstructor()
        ? binds(call, env, Role.WRAPPER)
        : wrapped(node, Role.WRAPPER);
  }

  static Meaning wrapped(Node node, Role role) {
    return Meaning.returning(new Bound(role, node.id()));
  }

  private static Meaning binds(Step.Call call, Env env, Role role) {
    Value object = env.get(call.receiver());
    if (object instanceof Value.This) {
      return Meaning.KEEPS_IN_THIS;
    }
    if (object.is(Role.KEEPER)) {
      return Meaning.returning(null);
    }
    return object instanceof Some
        ? Meaning.binding(call.receiver(), role)
        : Meaning.GIVES.openAfterThrow(Likelihood.PLAIN);
  }

  /** What is known of the arguments, by position of the parameter. */
  static Env constants(Step.Call call, Env env) {
    int offset = call.receiver() < 0 ? 0 : 1;
    Env constants = Env.EMPTY;
    for (int i = 0; i < call.arguments().size(); i++) {
      Value value = env.get(call.arguments().get(i));
      if (value instanceof Int || value instanceof Value.Null) {
        constants = constants.with(i + offset, value);
      }
    }
    return constants;
  }

  Optional<ParameterEffect> effect(
      List<MethodRef> targets, int parameter, Env constants, Role role) {
    Optional<ParameterEffect> all = Optional.empty();
    for (MethodRef target : targets) {
      Optional<ParameterEffect> one =
          knowledge.summaries().effect(target, parameter, constants, role);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all = all.isEmpty() ? one : Optional.of(all.get().or(one.get()));
    }
    return all;
  }

  Meaning fromEffect(
      MethodFlow flow, Step.Call call, Env env, Bound value, ParameterEffect effect) {
    if (effect.keptInThis() && call.callee().isConstructor()) {
      return kept(flow, call, env).openOnlyAfterThrow(effect.openAtThrow());
    }
    if (effect.closes()) {
      return Meaning.CLOSES.openAfterThrow(effect.openAtThrow());
    }
    if (effect.given() && ReleaseNames.releasesArgument(call.callee().name())) {
      return Meaning.CLOSES.openAfterThrow(effect.openAtThrow());
    }
    if (effect.given()) {
      return call.callee().isConstructor()
          ? Meaning.GIVES.openAfterThrow(effect.openAtThrow())
          : Meaning.GIVES;
    }
    if (effect.keptInThis()) {
      return kept(flow, call, env).openOnlyAfterThrow(effect.openAtThrow());
    }
    return effect.returned()
        ? Meaning.returning(value).openAfterThrow(effect.openAtThrow())
        : Meaning.returning(null);
  }

  /** The bodies that may run, fewer where the receiver was made in the method at hand. */
  List<MethodRef> targets(MethodFlow flow, Step.Call call, Env env) {
    Value receiver = env.get(call.receiver());
    int origin =
        receiver instanceof Some some
            ? some.origin()
            : receiver instanceof Bound bound ? bound.origin() : -1;
    return origin >= 0
            && call.kind() == Step.CallKind.VIRTUAL
            && flow.node(origin).step() instanceof Step.New made
        ? knowledge.targets().of(call, made.type())
        : knowledge.targets().of(call);
  }

  /** The callee stores it in a field of its receiver. */
  private Meaning kept(MethodFlow flow, Step.Call call, Env env) {
    Value object = env.get(call.receiver());
    if (object instanceof Value.This) {
      return Meaning.KEEPS_IN_THIS;
    }
    if (object instanceof Bound) {
      return Meaning.returning(null);
    }
    boolean local =
        object instanceof Some some
            && some.origin() >= 0
            && isMade(flow.node(some.origin()).step());
    if (local
        && call.callee().isConstructor()
        && knowledge.idleCloses().has(call.callee().owner())) {
      return Meaning.binding(call.receiver(), Role.HOLDER);
    }
    return local
        ? Meaning.binding(
            call.receiver(),
            knowledge.types().isCloseable(call.callee().owner()) ? Role.WRAPPER : Role.HOLDER)
        : Meaning.GIVES;
  }

  private static boolean isMade(Step step) {
    return step instanceof Step.New
        || step instanceof Step.Call call && call.callee().name().toLowerCase().contains("builder");
  }

  private Meaning platform(Node node, Step.Call call, Env env, int index, Bound value) {
    MethodRef callee = call.callee();
    String parameter =
        callee.parameters() == null ? MethodRef.UNKNOWN : callee.parameters().get(index);
    if (parameter.startsWith(OBJECT) || value.role() == Role.HOLDER || value.role() == Role.ARRAY) {
      return Meaning.GIVES;
    }
    if (TASKS.contains(parameter) && !callee.isConstructor()) {
      return Meaning.GIVES;
    }
    if (callee.isConstructor()) {
      boolean wrapper =
          knowledge.types().isCloseable(callee.owner()) && knowledge.types().isCloseable(parameter);
      return binds(call, env, wrapper ? Role.WRAPPER : Role.HOLDER);
    }
    return knowledge.types().isCloseable(parameter)
            && knowledge.types().isCloseable(callee.result())
        ? wrapped(node, Role.WRAPPER)
        : Meaning.returning(null);
  }

  /** Neither line nor body: the name and the types must do. */
  private Meaning unknown(Node node, Step.Call call, Env env, Bound value) {
    MethodRef callee = call.callee();
    if (ReleaseNames.releasesArgument(callee.name())) {
      return Meaning.CLOSES.guessed();
    }
    if (callee.isConstructor()) {
      boolean wrapper =
          knowledge.types().isCloseable(callee.owner())
              || ReleaseNames.soundsCloseable(callee.owner());
      return binds(call, env, wrapper ? Role.WRAPPER : Role.HOLDER).guessed();
    }
    if (ReleaseNames.takesArgument(callee.name()) || value.role() == Role.HOLDER) {
      return Meaning.GIVES.guessed();
    }
    boolean wrapper =
        knowledge.types().isCloseable(callee.result())
            || ReleaseNames.soundsCloseable(callee.result());
    if (wrapper) {
      return wrapped(node, Role.WRAPPER).guessed();
    }
    boolean holder = ReleaseNames.makes(callee.name()) && !Containers.isValue(callee.result());
    return (holder ? wrapped(node, Role.HOLDER) : Meaning.returning(null)).guessed();
  }
}
