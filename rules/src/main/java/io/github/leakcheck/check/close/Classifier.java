package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.close.Value.Bound;
import io.github.leakcheck.check.close.Value.Int;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.check.close.Value.Some;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a call into what it means for the followed resource: catalogue, then body, then platform,
 * then name.
 */
final class Classifier {
  private static final String OBJECT = "java.lang.Object";

  private final Knowledge knowledge;
  private final Optional<Signature> release;
  private final boolean summary;
  private final boolean byName;
  private final boolean lent;

  private Classifier(
      Knowledge knowledge,
      Optional<Signature> release,
      boolean summary,
      boolean byName,
      boolean lent) {
    this.knowledge = knowledge;
    this.release = release;
    this.summary = summary;
    this.byName = byName;
    this.lent = lent;
  }

  /** For summaries, where what is followed is a parameter. */
  static Classifier general(Knowledge knowledge) {
    return new Classifier(knowledge, Optional.empty(), true, false, false);
  }

  /** For a resource that the line of its acquisition releases in a way of its own. */
  static Classifier of(Knowledge knowledge, Site site) {
    return new Classifier(knowledge, site.release(), false, site.isEndedByName(), site.isLent());
  }

  Types types() {
    return knowledge.types();
  }

  boolean returns(Step.Call call) {
    return knowledge.returns(call);
  }

  List<Thrown> thrown(MethodFlow flow, Node call, Env env) {
    return knowledge.exceptions().of(flow, call, env);
  }

  /**
   * A throw statement: part of the path for the method judged, an exception like any other for its
   * callers.
   */
  Thrown raised(String type) {
    boolean any = type.equals(Thrown.ANY) || !summary;
    return any ? new Thrown(type, Likelihood.PLAIN) : knowledge.exceptions().thrown(type);
  }

  boolean isFinal(FieldRef field) {
    return has(field, Access.FINAL);
  }

  boolean isVolatile(FieldRef field) {
    return has(field, Access.VOLATILE);
  }

  private boolean has(FieldRef field, int flag) {
    return knowledge
        .targets()
        .type(field.owner())
        .flatMap(type -> type.field(field.name()))
        .map(f -> Access.has(f.access(), flag))
        .orElse(false);
  }

  /** Fields of its class that the method may write. */
  Set<FieldRef> writes(MethodRef method) {
    return knowledge.writes().of(method);
  }

  boolean isCloseable(String type) {
    return types().isCloseable(type);
  }

  /** Whether the call is there to release its receiver or an argument. */
  boolean isEnding(Step.Call call) {
    return knowledge.isReleaseName(call.callee())
        || ReleaseNames.releasesArgument(call.callee().name());
  }

  /** Whether calling the lambda may release captured value {@code index} or hand it on. */
  boolean lambdaKeeps(Step.Lambda lambda, int index) {
    MethodRef body = lambda.body();
    if (lambda.reference()) {
      return knowledge.isReleaseName(body) || index > 0;
    }
    Optional<ParameterEffect> effect = knowledge.summaries().effect(body, index);
    return effect.map(e -> e.closes() || e.given() || e.keptInThis() || e.returned()).orElse(true);
  }

  Meaning meaning(MethodFlow flow, Node node, Step.Call call, Env env) {
    Value receiver = env.get(call.receiver());
    if (!receiver.reaches() && call.arguments().stream().noneMatch(a -> env.get(a).reaches())) {
      return Meaning.returning(Predicates.result(call, env));
    }
    if (receiver instanceof Bound bound && releasesReceiver(call, bound.role())) {
      return Meaning.CLOSES;
    }
    if ((receiver.is(Role.KEEPER) || byName && receiver.is(Role.SELF))
        && ReleaseNames.runs(call.callee().name())) {
      return Meaning.GIVES;
    }
    Optional<Meaning> answer = StateQueries.meaning(knowledge, call, receiver);
    if (answer.isPresent()) {
      return answer.get();
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      if (env.get(call.arguments().get(i)) instanceof Bound argument
          && argument.role() != Role.OWNER
          && argument.role() != Role.USER) {
        Meaning meaning = argument(flow, node, call, env, i, argument);
        if (!meaning.equals(Meaning.NOTHING)) {
          return meaning;
        }
      }
    }
    return receiver instanceof Bound bound
        ? used(flow, node, call, env, bound)
        : Meaning.returning(Predicates.result(call, env));
  }

  private boolean releasesReceiver(Step.Call call, Role role) {
    MethodRef callee = call.callee();
    if (callee.name().equals("close") && call.arguments().size() <= 1) {
      return true;
    }
    if (release.isPresent() && release.get().matches(callee, types())) {
      return true;
    }
    if (knowledge.says(io.github.leakcheck.catalog.Role.RELEASE, callee)) {
      return true;
    }
    if (byName && role == Role.SELF && ReleaseNames.isRelease(callee.name())) {
      return true;
    }
    boolean holds = role == Role.HOLDER || role == Role.WRAPPER || role == Role.KEEPER;
    return holds
        && (ReleaseNames.isRelease(callee.name())
            || role == Role.HOLDER && ReleaseNames.runs(callee.name())
            || knowledge.targets().of(call).stream().anyMatch(knowledge.summaries()::releasesOwn));
  }

  /** The resource, or something bound to it, is an argument. */
  private Meaning argument(
      MethodFlow flow, Node node, Step.Call call, Env env, int index, Bound value) {
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
        default -> Meaning.returning(null);
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
    List<MethodRef> targets = knowledge.targets().of(call);
    Optional<ParameterEffect> effect =
        effect(targets, index + (call.receiver() < 0 ? 0 : 1), constants(call, env));
    if (value.role() == Role.KEEPER) {
      return effect.filter(ParameterEffect::borrows).isPresent() ? Meaning.NOTHING : Meaning.GIVES;
    }
    if (effect.isPresent()) {
      return fromEffect(flow, call, env, value, effect.get());
    }
    return Platform.owns(callee.owner())
        ? platform(node, call, env, index, value)
        : unknown(node, call, env, value);
  }

  /** What is lent is given back as an argument, or broken off by a method named so. */
  private boolean isGivenBack(MethodRef callee) {
    return release.isPresent()
        && (release.get().matches(callee, types())
            || lent && ReleaseNames.releasesArgument(callee.name()));
  }

  private Meaning wraps(Node node, Step.Call call, Env env) {
    return call.callee().isConstructor()
        ? binds(call, env, Role.WRAPPER)
        : wrapped(node, Role.WRAPPER);
  }

  private static Meaning wrapped(Node node, Role role) {
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
  private static Env constants(Step.Call call, Env env) {
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

  private Optional<ParameterEffect> effect(List<MethodRef> targets, int parameter, Env constants) {
    Optional<ParameterEffect> all = Optional.empty();
    for (MethodRef target : targets) {
      Optional<ParameterEffect> one = knowledge.summaries().effect(target, parameter, constants);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all = all.isEmpty() ? one : Optional.of(all.get().or(one.get()));
    }
    return all;
  }

  private Meaning fromEffect(
      MethodFlow flow, Step.Call call, Env env, Bound value, ParameterEffect effect) {
    if (effect.keptInThis() && call.callee().isConstructor()) {
      return kept(flow, call, env).openOnlyAfterThrow(effect.openAtThrow());
    }
    if (effect.closes()) {
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
        : value.role() == Role.HOLDER ? Meaning.GIVES : Meaning.returning(null);
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
    return local
        ? Meaning.binding(
            call.receiver(), isCloseable(call.callee().owner()) ? Role.WRAPPER : Role.HOLDER)
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
    if (callee.isConstructor()) {
      boolean wrapper = isCloseable(callee.owner()) && isCloseable(parameter);
      return binds(call, env, wrapper ? Role.WRAPPER : Role.HOLDER);
    }
    return isCloseable(parameter) && isCloseable(callee.result())
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
      boolean wrapper = isCloseable(callee.owner()) || ReleaseNames.soundsCloseable(callee.owner());
      return binds(call, env, wrapper ? Role.WRAPPER : Role.HOLDER).guessed();
    }
    if (ReleaseNames.takesArgument(callee.name()) || value.role() == Role.HOLDER) {
      return Meaning.GIVES.guessed();
    }
    boolean wrapper = isCloseable(callee.result()) || ReleaseNames.soundsCloseable(callee.result());
    if (wrapper) {
      return wrapped(node, Role.WRAPPER).guessed();
    }
    boolean holder = ReleaseNames.makes(callee.name()) && !Containers.isValue(callee.result());
    return (holder ? wrapped(node, Role.HOLDER) : Meaning.returning(null)).guessed();
  }

  /** A method is called on the resource, or on something bound to it. */
  private Meaning used(MethodFlow flow, Node node, Step.Call call, Env env, Bound receiver) {
    MethodRef callee = call.callee();
    if (receiver.role() == Role.OWNER
        || receiver.role() == Role.USER
        || receiver.role() == Role.KEEPER) {
      return Meaning.returning(null);
    }
    if (receiver.role() == Role.HOLDER && Containers.passesFunction(callee)) {
      return Meaning.GIVES;
    }
    if (receiver.role() == Role.HOLDER) {
      return Containers.isValue(callee.result())
          ? Meaning.returning(null)
          : wrapped(node, Role.HOLDER);
    }
    if (knowledge.says(io.github.leakcheck.catalog.Role.WRAPS, callee)) {
      return wrapped(node, Role.WRAPPER);
    }
    if (knowledge.says(io.github.leakcheck.catalog.Role.BORROWS, callee)) {
      return Meaning.returning(null);
    }
    List<MethodRef> targets = knowledge.targets().of(call);
    if (targets.stream().anyMatch(knowledge.summaries()::returnsPart)) {
      return wrapped(node, Role.WRAPPER);
    }
    Optional<ParameterEffect> effect = effect(targets, 0, constants(call, env));
    if (effect.isPresent()) {
      Meaning meaning = fromEffect(flow, call, env, receiver, effect.get());
      return meaning.kind() == Meaning.Kind.BINDS ? Meaning.returning(null) : meaning;
    }
    return isFluent(callee) ? Meaning.returning(receiver) : Meaning.returning(null);
  }

  /**
   * Without a body, a closeable result of the receiver's own type or a supertype is taken for the
   * receiver.
   */
  private boolean isFluent(MethodRef callee) {
    return isCloseable(callee.result())
        && types().isSubtype(callee.owner(), callee.result())
        && knowledge.acquire(callee).isEmpty();
  }
}
