package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.close.Value.Bound;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
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
  private final Knowledge knowledge;
  private final Optional<Signature> release;
  private final boolean summary;
  private final boolean byName;
  private final boolean failsUnchecked;
  private final boolean lenient;
  private final Arguments arguments;

  private Classifier(
      Knowledge knowledge,
      Optional<Signature> release,
      boolean summary,
      boolean byName,
      boolean lent,
      boolean failsUnchecked,
      boolean lenient) {
    this.knowledge = knowledge;
    this.release = release;
    this.summary = summary;
    this.byName = byName;
    this.failsUnchecked = failsUnchecked;
    this.lenient = lenient;
    this.arguments = new Arguments(knowledge, release, lent);
  }

  /** For summaries, where what is followed is a parameter. */
  static Classifier general(Knowledge knowledge) {
    return new Classifier(knowledge, Optional.empty(), true, false, false, false, false);
  }

  /** For a resource that the line of its acquisition releases in a way of its own. */
  static Classifier of(Knowledge knowledge, Site site) {
    return of(knowledge, site, false);
  }

  /**
   * The same for who closes the resource after others got it: those that keep it, as far as their
   * bodies or names tell, only have the use of it.
   */
  static Classifier lenient(Knowledge knowledge, Site site) {
    return of(knowledge, site, true);
  }

  private static Classifier of(Knowledge knowledge, Site site, boolean lenient) {
    return new Classifier(
        knowledge,
        site.release(),
        false,
        site.isEndedByName(),
        site.isLent(),
        site.failsUnchecked(),
        lenient);
  }

  Types types() {
    return knowledge.types();
  }

  boolean returns(Step.Call call) {
    return knowledge.returns(call);
  }

  /**
   * Whether the object that the method is called on is lost with an exception that leaves it: for
   * summaries only if it is a constructor, since others may call the method as well.
   */
  boolean constructs(MethodFlow flow) {
    return flow.method().isConstructor() || !summary && knowledge.construction().has(flow);
  }

  List<Thrown> thrown(MethodFlow flow, Node call, Env env) {
    return knowledge.exceptions().of(flow, call, env);
  }

  /** What using the resource throws, by the line of its acquisition. */
  Optional<Thrown> failure(MethodFlow flow, Node node, Env env) {
    Step.Call call = (Step.Call) node.step();
    boolean uses =
        failsUnchecked
            && (isResource(env.get(call.receiver()))
                || call.arguments().stream().anyMatch(argument -> isResource(env.get(argument))));
    return uses && !Prepared.isPeaceful(call.callee())
        ? Optional.of(knowledge.exceptions().failure(flow, node))
        : Optional.empty();
  }

  private static boolean isResource(Value value) {
    return value.is(Role.SELF) || value.is(Role.WRAPPER);
  }

  /**
   * A throw statement: part of the path for the method judged, an exception like any other for its
   * callers.
   */
  Thrown raised(String type) {
    boolean any = type.equals(Thrown.ANY) || !summary;
    return any ? new Thrown(type, Likelihood.PLAIN) : knowledge.exceptions().thrown(type);
  }

  /** The only value that the field ever has, if it has but one. */
  Optional<Value.Int> constant(FieldRef field) {
    return knowledge.unchanging().of(field);
  }

  /** The only result that the call ever has, if it has but one. */
  Optional<Value.Int> constant(Step.Call call) {
    return knowledge.unchanging().of(call);
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

  /** Fields of its class that what the method calls may write. */
  Set<FieldRef> writtenByCallees(MethodFlow flow) {
    return knowledge.writes().byCallees(flow);
  }

  boolean isHarmless(String type) {
    return knowledge.isHarmless(type);
  }

  boolean isCloseable(String type) {
    return types().isCloseable(type);
  }

  /** The catalogue says that closing the result closes what the call got. */
  boolean isSaidToWrap(MethodRef callee) {
    return knowledge.says(io.github.leakcheck.catalog.Role.WRAPS, callee);
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
      return isLeftOpen(flow, call, bound) ? Meaning.returning(null) : Meaning.CLOSES;
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
        Meaning meaning = lent(call, arguments.of(flow, node, call, env, i, argument));
        if (!meaning.equals(Meaning.NOTHING)) {
          return meaning;
        }
      }
    }
    return receiver instanceof Bound bound
        ? used(flow, node, call, env, bound)
        : Meaning.returning(Predicates.result(call, env));
  }

  private Meaning lent(Step.Call call, Meaning meaning) {
    boolean kept =
        meaning.kind() == Meaning.Kind.GIVES
            && !call.callee().isConstructor()
            && !Platform.isProvided(call.callee().owner());
    return lenient && kept ? Meaning.returning(null).guessed() : meaning;
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
    if (role == Role.SELF
        && (ReleaseNames.endsLife(callee.name()) || knowledge.isAllOfClose(callee))
        && releasesOwn(call)) {
      return true;
    }
    boolean holds = role == Role.HOLDER || role == Role.WRAPPER || role == Role.KEEPER;
    return holds
        && (ReleaseNames.isRelease(callee.name())
            || role == Role.HOLDER && ReleaseNames.runs(callee.name())
            || releasesOwn(call));
  }

  /** What was made here around the resource does nothing in {@code close()}. */
  private boolean isLeftOpen(MethodFlow flow, Step.Call call, Bound holder) {
    return holder.role() == Role.HOLDER
        && call.callee().name().equals("close")
        && holder.origin() >= 0
        && flow.node(holder.origin()).step() instanceof Step.New made
        && knowledge.idleCloses().has(made.type());
  }

  private boolean releasesOwn(Step.Call call) {
    return knowledge.targets().of(call).stream().anyMatch(knowledge.summaries()::releasesOwn);
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
      return knowledge.contents().mayHold(callee.result())
          ? Arguments.wrapped(node, Role.HOLDER)
          : Meaning.returning(null);
    }
    if (knowledge.says(io.github.leakcheck.catalog.Role.WRAPS, callee)) {
      return Arguments.wrapped(node, Role.WRAPPER);
    }
    if (knowledge.says(io.github.leakcheck.catalog.Role.BORROWS, callee)) {
      return Meaning.returning(null);
    }
    List<MethodRef> targets = arguments.targets(flow, call, env);
    if (targets.stream().anyMatch(knowledge.summaries()::returnsPart)) {
      return Arguments.wrapped(node, Role.WRAPPER);
    }
    Optional<ParameterEffect> effect =
        arguments.effect(targets, 0, Arguments.constants(call, env), Role.SELF);
    boolean passesOn = effect.filter(e -> e.given() || e.closes()).isPresent();
    if (passesOn && ReleaseNames.makes(callee.name())) {
      // what was made refers to what made it, which is nobody else's duty for that
      return Meaning.returning(null).guessed();
    }
    if (effect.isPresent()) {
      Meaning meaning = arguments.fromEffect(flow, call, env, receiver, effect.get());
      boolean other = receiver.equals(meaning.result()) && !isRelated(callee);
      return meaning.kind() == Meaning.Kind.BINDS
          ? Meaning.returning(null)
          : other ? meaning.withResult(new Bound(Role.WRAPPER, node.id())) : meaning;
    }
    return isFluent(callee) ? Meaning.returning(receiver) : Meaning.returning(null);
  }

  /** Whether the result can be the receiver itself. */
  private boolean isRelated(MethodRef callee) {
    return types().isSubtype(callee.owner(), callee.result())
        || types().isSubtype(callee.result(), callee.owner());
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
