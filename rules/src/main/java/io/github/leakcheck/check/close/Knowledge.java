package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import io.github.leakcheck.facts.Types;
import io.github.leakcheck.model.Confidence;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one analysis knows of calls: catalogue, hierarchy and summaries. One instance serves one
 * {@link World}.
 */
final class Knowledge {
  /** What may be said of an argument or receiver that carries a resource. */
  private static final Set<Role> USES = Set.of(Role.RELEASE, Role.TAKES, Role.WRAPS, Role.BORROWS);

  /** What may be said of the result of a call. */
  private static final Set<Role> RESULTS = Set.of(Role.ACQUIRE, Role.HARMLESS);

  /** Fits only lines that leave parameters open: those are about the type. */
  private static final List<String> NO_SUCH_LIST = Collections.nCopies(12, "void");

  private final Catalog catalog;
  private final Set<String> releasing;
  private final Types types;
  private final Set<String> judged;
  private final Targets targets;
  private final Summaries summaries;
  private final Exceptions exceptions;
  private final Closing closing;
  private final Pairs pairs;
  private final ClosedElsewhere closedElsewhere;
  private final StartedThreads startedThreads;
  private final SharedResults sharedResults;
  private final OpenedElements openedElements;
  private final OwnEndings ownEndings;
  private final IdleCloses idleCloses;
  private final OwnWrites writes;
  private final Construction construction;
  private final Unopened unopened;
  private final Holding holding;
  private final CloseParts closeParts;
  private final Contents contents;
  private final Quiet quiet;
  private final Unchanging unchanging;
  private final Map<MethodRef, List<Api>> uses = new HashMap<>();
  private final Map<MethodRef, Optional<Api>> results = new HashMap<>();
  private final Map<String, Boolean> harmless = new HashMap<>();

  private Knowledge(World world) {
    this.catalog = world.catalog();
    this.releasing =
        catalog.apis(Role.ACQUIRE).stream()
            .filter(this::isOurs)
            .flatMap(api -> api.release().stream())
            .map(Signature::owner)
            .filter(owner -> !Platform.isProvided(owner))
            .collect(Collectors.toSet());
    this.types = world.types();
    this.judged = Set.copyOf(world.program().classes());
    this.targets = new Targets(world.program(), types);
    this.summaries = new Summaries(world.program(), this);
    this.writes = new OwnWrites(world.program());
    this.construction = new Construction(world.program());
    this.closing = new Closing(world.program(), this);
    this.exceptions = new Exceptions(world.program(), this);
    this.pairs = new Pairs(world, this);
    this.closedElsewhere = new ClosedElsewhere(world, this);
    this.startedThreads = new StartedThreads(world.program(), this);
    this.sharedResults = new SharedResults(world.program(), this);
    this.openedElements = new OpenedElements(world.program(), this);
    this.unopened = new Unopened(world.program(), this);
    this.holding = new Holding(world.program(), this);
    this.closeParts = new CloseParts(world.program(), this);
    this.contents = new Contents(world.program(), this);
    this.quiet = new Quiet(world.program(), this);
    this.unchanging = new Unchanging(world);
    this.idleCloses = new IdleCloses(world.program(), this);
    this.ownEndings = new OwnEndings(world.program(), this);
  }

  static Knowledge of(World world) {
    return world.once(Knowledge.class, Knowledge::new);
  }

  Types types() {
    return types;
  }

  /** Whether the class is one of those to judge, so that its subclasses are known. */
  boolean isJudged(String type) {
    return judged.contains(type);
  }

  Targets targets() {
    return targets;
  }

  /** Flags and numbers that never change. */
  Unchanging unchanging() {
    return unchanging;
  }

  Summaries summaries() {
    return summaries;
  }

  OwnWrites writes() {
    return writes;
  }

  Construction construction() {
    return construction;
  }

  Exceptions exceptions() {
    return exceptions;
  }

  Pairs pairs() {
    return pairs;
  }

  ClosedElsewhere closedElsewhere() {
    return closedElsewhere;
  }

  SharedResults sharedResults() {
    return sharedResults;
  }

  OpenedElements openedElements() {
    return openedElements;
  }

  Quiet quiet() {
    return quiet;
  }

  Contents contents() {
    return contents;
  }

  Unopened unopened() {
    return unopened;
  }

  Holding holding() {
    return holding;
  }

  /** Whether {@code close()} of its class leaves all its work to the method. */
  boolean isAllOfClose(MethodRef method) {
    return closeParts.isAllOfClose(method);
  }

  /** Whether the call, found in a method that ends its object, frees anything. */
  boolean frees(Step.Call call) {
    return closing.frees(call);
  }

  /** Whether a method that ends its object frees anything, as far as its bodies tell. */
  boolean frees(MethodRef ending) {
    return closing.frees(ending);
  }

  IdleCloses idleCloses() {
    return idleCloses;
  }

  OwnEndings ownEndings() {
    return ownEndings;
  }

  /** The best line about what the method does with the argument at this position. */
  Optional<Api> use(MethodRef method, int argument) {
    return uses(method).stream()
        .filter(api -> api.key(Key.RETURNS).isEmpty())
        .filter(api -> api.argument().orElse(argument) == argument)
        .findFirst();
  }

  /** The method only uses what it gets, says the catalogue. */
  boolean says(Role role, MethodRef method) {
    return uses(method).stream()
        .anyMatch(api -> api.role() == role && api.key(Key.RETURNS).isEmpty());
  }

  /**
   * What a query answers while the resource is open: with the other answer it has released it, says
   * the catalogue.
   */
  Optional<Value.Int> whileOpen(MethodRef method) {
    return uses(method).stream()
        .flatMap(api -> api.key(Key.RETURNS).stream())
        .map(closed -> new Value.Int(closed.equals("false") ? 1 : 0))
        .findFirst();
  }

  /** What the method's declaration says of the argument at this position. */
  Optional<Ownership.Said> said(MethodRef method, int argument) {
    return declaration(method).flatMap(m -> Ownership.ofArgument(m, argument));
  }

  /** Whether the declaration of the method says that the caller is to close its result. */
  boolean isSaidToReturnOwned(MethodRef method) {
    return declaration(method).filter(Ownership::returnsOwned).isPresent();
  }

  /** The JDK has no such annotations. */
  private Optional<MethodFacts> declaration(MethodRef method) {
    return Platform.isProvided(method.owner()) ? Optional.empty() : targets.declared(method);
  }

  private List<Api> uses(MethodRef method) {
    return uses.computeIfAbsent(method, m -> catalog.matches(USES, m, types));
  }

  /** The line that makes this call an acquisition for {@code must-close}. */
  Optional<Api> acquire(MethodRef method) {
    return results.computeIfAbsent(
        method,
        m ->
            catalog
                .match(RESULTS, m, types)
                .filter(api -> api.role() == Role.ACQUIRE && isOurs(api)));
  }

  /** Methods that hand out threads of their own to the caller. */
  StartedThreads startedThreads() {
    return startedThreads;
  }

  /** The line that says that this call makes threads that only a call of their owner ends. */
  Optional<Api> startsThreads(MethodRef method) {
    return catalog
        .match(Role.DOES, method, types)
        .filter(api -> api.key(Key.LIFETIME).filter("own-thread"::equals).isPresent());
  }

  private boolean isOurs(Api api) {
    return catalog.rule(api.rule()).map(rule -> rule.check().equals("must-close")).orElse(true);
  }

  /**
   * How much is lost if an object of the type stays open; judged only where nothing but the type
   * made it a resource.
   */
  Confidence worth(String type, Api api) {
    return api.signature().owner().equals("java.lang.AutoCloseable")
        ? closing.worth(type)
        : Confidence.HIGH;
  }

  Confidence worthOf(String type) {
    return closing.worth(type);
  }

  /** Whether others count the objects of the type that are open. */
  boolean isCounted(String type) {
    return closing.takesBack(type);
  }

  boolean opensInConstructor(String type) {
    return closing.opensInConstructor(type);
  }

  /** The catalogue says that what this call returns needs no release by the caller. */
  boolean isHarmlessResult(MethodRef method) {
    return declaration(method).filter(Ownership::returnsLent).isPresent()
        || catalog
            .match(RESULTS, method, types)
            .filter(api -> api.role() == Role.HARMLESS)
            .isPresent();
  }

  /** The line about objects of the type, whoever made them. */
  Optional<Api> ofType(String type) {
    return acquire(new MethodRef(type, MethodRef.CONSTRUCTOR, NO_SUCH_LIST, "void"));
  }

  boolean isDerived(MethodRef method) {
    return catalog.match(Role.DERIVED, method, types).isPresent();
  }

  /** Registers of arguments whose release frees what the call returns, too. */
  List<Integer> ownersAmongArguments(Step.Call call) {
    return catalog.matches(EnumSet.of(Role.DERIVED), call.callee(), types).stream()
        .flatMapToInt(api -> api.argument().stream())
        .filter(position -> position < call.arguments().size())
        .mapToObj(call.arguments()::get)
        .toList();
  }

  /** Whether objects of the type need no release. */
  boolean isHarmless(String type) {
    return harmless.computeIfAbsent(
        type,
        t -> {
          MethodRef constructor = new MethodRef(t, MethodRef.CONSTRUCTOR, NO_SUCH_LIST, "void");
          return catalog
              .match(RESULTS, constructor, types)
              .filter(api -> api.role() == Role.HARMLESS)
              .isPresent();
        });
  }

  /** A type with {@code close()} that matters. */
  boolean isCloseable(String type) {
    return types.isCloseable(type) && !isHarmless(type);
  }

  /** A type without {@code close()} that a method of its own releases, says the catalogue. */
  boolean hasOtherRelease(String type) {
    return !types.isCloseable(type)
        && types.supertypes(type).stream().anyMatch(releasing::contains);
  }

  /** A type of somebody's own with a {@code close()} that no interface of the JDK promises. */
  boolean hasClose(String type) {
    return !Platform.isProvided(type)
        && !isHarmless(type)
        && targets.declared(new MethodRef(type, "close", List.of(), "void")).isPresent();
  }

  /** Whether some parameter can take a resource that the callee might wrap. */
  boolean takesCloseable(MethodRef method) {
    return method.parameters() != null && method.parameters().stream().anyMatch(types::isCloseable);
  }

  /** Methods whose name alone says that the receiver, or the argument, is released. */
  boolean isReleaseName(MethodRef method) {
    return ReleaseNames.isRelease(method.name()) || says(Role.RELEASE, method);
  }

  boolean returns(Step.Call call) {
    MethodRef callee = call.callee();
    boolean exit =
        (callee.owner().equals("java.lang.System") || callee.owner().equals("java.lang.Runtime"))
            && (callee.name().equals("exit") || callee.name().equals("halt"));
    return !exit && (call.kind() == Step.CallKind.VIRTUAL || summaries.canReturn(targets.of(call)));
  }
}
