package io.github.leakcheck.check.undo.registrations;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Callbacks;
import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.undo.Undoings;
import io.github.leakcheck.check.undo.lifetimes.CallersBeans;
import io.github.leakcheck.check.undo.lifetimes.JvmHooks;
import io.github.leakcheck.check.undo.lifetimes.LastingSources;
import io.github.leakcheck.check.undo.lifetimes.PassingObjects;
import io.github.leakcheck.check.undo.lifetimes.Registrants;
import io.github.leakcheck.check.undo.lifetimes.Requests;
import io.github.leakcheck.check.undo.lifetimes.Source;
import io.github.leakcheck.check.undo.lifetimes.Source.Life;
import io.github.leakcheck.check.undo.lifetimes.Sources;
import io.github.leakcheck.check.undo.lifetimes.SuccessiveSources;
import io.github.leakcheck.check.undo.pairs.Retentions;
import io.github.leakcheck.check.undo.pairs.Shapes;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges calls that register something with a source that may outlive the registrant. */
public final class Registrations {
  private static final String TASKS = "scheduled-task-never-cancelled";
  private static final Set<String> OTHERWISE = Set.of("own-thread", "thread");

  private final World world;
  private final Code code;
  private final Sources sources;
  private final Registrants registrants;
  private final Shapes shapes;
  private final Retentions retentions;
  private final Keeps keeps;
  private final Undoings undoings;
  private final UndoneByOwner undone;
  private final Callbacks callbacks;
  private final Starts starts;
  private final Lifecycle lifecycle;
  private final JvmHooks jvmHooks;
  private final Requests requests;
  private final PassingObjects passing;
  private final LastingSources lasting;
  private final CallersBeans callersBeans;
  private final ReturnedHandles handles;
  private final Forwarders forwarders;
  private final SkippedUndoings skippedUndoings;
  private final SuccessiveSources successive;
  private final OverriddenUndoings overridden;

  private Registrations(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.sources = new Sources(code);
    this.registrants = new Registrants(code);
    this.shapes = new Shapes(world);
    this.retentions = new Retentions(world);
    this.keeps = new Keeps(code);
    this.undoings = new Undoings(code);
    this.undone = new UndoneByOwner(code, undoings);
    this.callbacks = new Callbacks(code);
    this.starts = Starts.of(code);
    this.lifecycle = Lifecycle.of(code);
    this.jvmHooks = new JvmHooks(code);
    this.requests = new Requests(code);
    this.passing = new PassingObjects(code);
    this.lasting = new LastingSources(code);
    this.callersBeans = new CallersBeans(code, undoings);
    this.handles = new ReturnedHandles(code);
    this.forwarders = new Forwarders(code);
    this.skippedUndoings = new SkippedUndoings(code, undoings);
    this.successive = new SuccessiveSources(code);
    this.overridden = new OverriddenUndoings(code, undoings);
  }

  /** The judge of this analysis. */
  public static Registrations of(World world) {
    return world.once(Registrations.class, Registrations::new);
  }

  /** The registrations of a class that nothing undoes. */
  public List<Lasting> judge(TypeFacts type) {
    List<Lasting> found = new ArrayList<>();
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call) {
          registration(body, node.id(), call)
              .flatMap(registration -> judge(type, registration))
              .ifPresent(found::add);
        }
      }
    }
    return withoutFirst(found);
  }

  /** Where the undoing method registers once more, that is the leak, not the first time. */
  private static List<Lasting> withoutFirst(List<Lasting> all) {
    Set<MethodRef> again = new HashSet<>();
    for (Lasting lasting : all) {
      if (lasting.fault() == Fault.WRONG_CALL) {
        again.add(lasting.registration().call().callee());
      }
    }
    return all.stream()
        .filter(
            lasting ->
                lasting.fault() == Fault.WRONG_CALL
                    || !again.contains(lasting.registration().call().callee()))
        .toList();
  }

  private Optional<Registration> registration(Body body, int node, Step.Call call) {
    return line(call)
        .map(line -> new Registration(body, node, call, line, false))
        .or(
            () ->
                (isKnown(call) ? Optional.<Api>empty() : shapes.oneWay(call))
                    .map(line -> new Registration(body, node, call, line, true)));
  }

  private Optional<Api> line(Step.Call call) {
    if (isHarmless(call)) {
      return Optional.empty();
    }
    return world
        .catalog()
        .match(Role.DOES, call.callee(), world.types())
        .filter(line -> line.undo().isPresent())
        .filter(this::isOurs)
        .filter(line -> !line.key(Key.LIFETIME).filter(OTHERWISE::contains).isPresent())
        .or(() -> isKnown(call) ? Optional.empty() : shapes.line(call))
        .or(() -> isKnown(call) ? Optional.empty() : retentions.line(call))
        .or(() -> isKnown(call) ? Optional.empty() : forwarders.line(call));
  }

  private boolean isKnown(Step.Call call) {
    return world.catalog().match(Role.DOES, call.callee(), world.types()).isPresent();
  }

  private boolean isHarmless(Step.Call call) {
    return world
        .catalog()
        .match(Set.of(Role.DOES, Role.HARMLESS), call.callee(), world.types())
        .filter(line -> line.role() == Role.HARMLESS && isOurs(line))
        .isPresent();
  }

  private boolean isOurs(Api line) {
    return world
        .catalog()
        .rule(line.rule())
        .filter(rule -> rule.check().equals("must-undo"))
        .isPresent();
  }

  private Optional<Lasting> judge(TypeFacts type, Registration registration) {
    Kept found = keeps.of(registration);
    boolean alone = found.kind() == Kept.Kind.HARMLESS || found.kind() == Kept.Kind.ALONE;
    boolean forOthers = alone && callersBeans.areMeant(registration);
    boolean passes = passing.isForCallers(registration);
    Kept kept =
        forOthers
            ? new Kept(Kept.Kind.ALONE, "what callers give it", false)
            : passes ? new Kept(Kept.Kind.ALONE, found.text(), false) : found;
    Source source = sources.of(registration);
    boolean perRequest = kept.nameless() && isPerRequest(registration);
    boolean others = isForOthersOnly(registration, kept, source);
    if (kept.kind() == Kept.Kind.HARMLESS
        || source.life() == Life.SAME && !perRequest
        || Retentions.isLearned(registration.line())
            && !isOfOwnAccord(registration, kept)
            && !others
        || livesAsLong(type, registration, kept) && !perRequest
        || handles.areHandedOn(registration)) {
      return Optional.empty();
    }
    Optional<Fault> fault =
        undone.fault(registration, kept, perRequest || sources.arePerMessage(registration));
    if (fault.isEmpty() && source.life() == Life.LONG) {
      return skippedUndoings
          .of(registration)
          .map(way -> mostlyUndone(registration, kept, source, Optional.empty(), List.of(way)));
    }
    if (fault.isEmpty() && kept.kind() == Kept.Kind.THIS) {
      return overridden
          .of(registration)
          .map(end -> mostlyUndone(registration, kept, source, Optional.of(end), List.of()));
    }
    if (others && !fault.equals(Optional.of(Fault.ONLY_OTHERS))) {
      return Optional.empty();
    }
    if (fault.isEmpty() || registration.oneWay() && !comesAndGoes(registration)) {
      return Optional.empty();
    }
    Judged judged = new Judged(registration, kept, source, fault.get(), perRequest, passes);
    return Optional.of(lasting(type, judged, forOthers));
  }

  /** A registration, what it keeps where, and what is wrong with it. */
  private record Judged(
      Registration registration,
      Kept kept,
      Source source,
      Fault fault,
      boolean perRequest,
      boolean passes) {}

  private Lasting lasting(TypeFacts type, Judged one, boolean forOthers) {
    Registration registration = one.registration();
    Kept kept = one.kept();
    List<Site> repeats = repeats(registration, one.fault());
    boolean ends =
        registrants.areBrief(registration.body().flow().source().className())
            || registrants.areReplaced(owner(type))
            || registrants.areEnded(owner(type))
            || one.source().life() == Life.LONG && isPartOfEnding(type);
    Confidence sure =
        forOthers ? Confidence.MEDIUM : confidence(kept, one.source(), one.fault(), ends);
    if (one.fault() == Fault.NEVER
        && sure == Confidence.LOW
        && (isOneMore(one, repeats) || isLost(one))) {
      sure = Confidence.MEDIUM;
    }
    boolean ofOne =
        handles.areNeeded(registration)
            || one.fault() == Fault.NOT_AT_END
            || kept.isFunctionAlone()
            || kept.nameless() && kept.kind() == Kept.Kind.THIS;
    if (!ofOne && (undoings.far(registration) || isUnsure(kept, one.source()))) {
      sure = sure.lowered();
    }
    Optional<Body> end = lifecycle.endings(owner(type)).stream().findFirst();
    Confidence most = sure.and(registration.line().confidence());
    return new Lasting(registration, kept, one.source(), one.fault(), end, repeats, most);
  }

  /** One more for every event, request or source. */
  private boolean isOneMore(Judged one, List<Site> repeats) {
    Registration registration = one.registration();
    boolean again =
        one.kept().nameless()
            && (!repeats.isEmpty()
                || sources.isBrief(registration.line())
                || lasting.arePooled(registration)
                || lasting.areKeptByMakers(registration)
                || successive.areKept(registration));
    return again
        || one.perRequest()
        || one.kept().kind() == Kept.Kind.THIS && registrants.replaceSource(registration);
  }

  /** Nobody has what is needed to take it back any more. */
  private boolean isLost(Judged one) {
    Registration registration = one.registration();
    return one.passes() && one.source().life() == Life.LONG
        || passing.isHandleDropped(registration)
        || isTaggedAnew(registration, one.source())
        || isEndless(registration, one.kept());
  }

  /** Undone as a rule, but not on the way or by the end given. */
  private static Lasting mostlyUndone(
      Registration made, Kept kept, Source source, Optional<Body> end, List<Site> way) {
    Confidence sure = Confidence.MEDIUM.and(made.line().confidence());
    Fault fault = way.isEmpty() ? Fault.OVERRIDDEN : Fault.ON_FAILURE;
    return new Lasting(made, kept, source, fault, end, way, sure);
  }

  /**
   * Whether it is only worth a word where the class takes back others of the kind: what programs
   * register by methods of their own, and functions whose handle is dropped, may be there for good.
   */
  private boolean isForOthersOnly(Registration registration, Kept kept, Source source) {
    return forwarders.isLearned(registration.call(), registration.line())
        || Retentions.isLearned(registration.line())
            && !isOfOwnAccord(registration, kept)
            && source.life() == Life.LONG
            && kept.isFunctionAlone()
            && registration.call().result() == Step.NONE
            && registration.call().callee().result().indexOf('.') > 0;
  }

  /** One more for each request, with something that outlasts all of them. */
  private boolean isPerRequest(Registration registration) {
    return !registration.isBuilt()
        && !sources.isBrief(registration.line())
        && !starts.oncePerObject(registration.body(), registration.node())
        && registration.call().receiver() != Step.NONE
        && requests.lead(registration.body().method())
        && requests.outlive(
            registration.body(), registration.node(), registration.call().receiver());
  }

  /** Work that repeats for ever for one object, and of which nobody has anything to end it by. */
  private boolean isEndless(Registration registration, Kept kept) {
    return registration.line().rule().equals(TASKS)
        && kept.kind() == Kept.Kind.THIS
        && (handles.areNeeded(registration) && registration.call().result() == Step.NONE
            || kept.nameless());
  }

  /** One more entry of a registry that all share for each set of tags. */
  private boolean isTaggedAnew(Registration registration, Source source) {
    return registration.isBuilt() && source.life() == Life.LONG && keeps.isTaggedAnew(registration);
  }

  /**
   * Whether the registrant itself is what is given, or a function that a pooled source collects,
   * and that of its own accord: a method of the same name that is handed the source does what its
   * callers want.
   */
  private boolean isOfOwnAccord(Registration registration, Kept kept) {
    Body body = registration.body();
    boolean forwards =
        body.flow().source().name().equals(registration.call().callee().name())
            && Access.has(body.flow().access(), Access.PUBLIC);
    boolean collected =
        kept.isFunctionAlone()
            && lasting.arePooled(registration)
            && retentions.keepsToEnd(registration.call());
    return !forwards && (keeps.isRegistrant(registration) || collected);
  }

  /** A class without a name ends with the one that it is written in. */
  private static String owner(TypeFacts type) {
    String name = type.name();
    while (Names.isAnonymous(name)) {
      name = name.substring(0, name.lastIndexOf('$'));
    }
    return name;
  }

  /** Whether the registrant ends before its source: nobody writes a removal that nobody needs. */
  private boolean comesAndGoes(Registration registration) {
    return registrants.areBrief(registration.body().flow().source().className())
        || registrants.useSourceAtEnd(registration);
  }

  private List<Site> repeats(Registration registration, Fault fault) {
    return fault == Fault.ONLY_AT_END || fault == Fault.NEVER
        ? callbacks.way(registration)
        : List.of();
  }

  /** Whether the class is written inside one whose objects are ended. */
  private boolean isPartOfEnding(TypeFacts type) {
    return !type.outer().isEmpty() && lifecycle.ending(type.outer()).isPresent();
  }

  /** Whether the registrant lives as long as the program, or the code runs only as it starts. */
  private boolean livesAsLong(TypeFacts type, Registration registration, Kept kept) {
    Starts.Answer start = starts.onlyAtStart(registration.body().method());
    boolean begins =
        start == Starts.Answer.YES
            || start == Starts.Answer.LIKELY && !jvmHooks.isOfManyPrograms(registration);
    return begins
        || kept.kind() == Kept.Kind.THIS
            && Anchors.of(code).of(type).isPresent()
            && !jvmHooks.isBegunAgain(type, registration);
  }

  /** Whether classes out of sight might undo what this one does not hold alone. */
  private boolean isUnsure(Kept kept, Source source) {
    return world.program().sight() == Sight.FILE
        && (kept.kind() != Kept.Kind.THIS || source.life() != Life.LONG);
  }

  private static Confidence confidence(Kept kept, Source source, Fault fault, boolean ends) {
    boolean holdsThis = kept.kind() == Kept.Kind.THIS;
    boolean isLong = source.life() == Life.LONG;
    return switch (fault) {
      case OTHER_OBJECT, WRONG_CALL -> Confidence.HIGH;
      case NOT_AT_END, ONLY_AT_END, ON_FAILURE, OVERRIDDEN -> Confidence.MEDIUM;
      case ONLY_OTHERS -> holdsThis || isLong ? Confidence.MEDIUM : Confidence.LOW;
      case NEVER, ONE_WAY ->
          holdsThis && ends
              ? isLong ? Confidence.HIGH : Confidence.MEDIUM
              : isLong && (holdsThis || ends) ? Confidence.MEDIUM : Confidence.LOW;
    };
  }
}
