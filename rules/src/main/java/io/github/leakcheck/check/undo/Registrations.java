package io.github.leakcheck.check.undo;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Source.Life;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
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
  private final Undone undone;
  private final Callbacks callbacks;
  private final Starts starts;
  private final Lifecycle lifecycle;
  private final JvmHooks jvmHooks;
  private final Requests requests;
  private final PassingObjects passing;

  private Registrations(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.sources = new Sources(code);
    this.registrants = new Registrants(code);
    this.shapes = new Shapes(world);
    this.retentions = new Retentions(world);
    this.keeps = new Keeps(code);
    this.undoings = new Undoings(code);
    this.undone = new Undone(code, undoings);
    this.callbacks = new Callbacks(code);
    this.starts = Starts.of(code);
    this.lifecycle = new Lifecycle(code);
    this.jvmHooks = new JvmHooks(code);
    this.requests = new Requests(code);
    this.passing = new PassingObjects(code);
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
        .or(() -> isKnown(call) ? Optional.empty() : retentions.line(call));
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
    boolean forOthers = alone && isForOthers(registration);
    boolean passes = passing.isForCallers(registration);
    Kept kept =
        forOthers
            ? new Kept(Kept.Kind.ALONE, "what callers give it", false)
            : passes ? new Kept(Kept.Kind.ALONE, found.text(), false) : found;
    Source source = sources.of(registration);
    boolean perRequest = kept.nameless() && isPerRequest(registration);
    if (kept.kind() == Kept.Kind.HARMLESS
        || source.life() == Life.SAME && !perRequest
        || Retentions.isLearned(registration.line()) && !isOfOwnAccord(registration)
        || livesAsLong(type, registration, kept) && !perRequest
        || isHandedOn(registration)) {
      return Optional.empty();
    }
    Optional<Fault> fault =
        undone.fault(registration, kept, perRequest || sources.arePerMessage(registration));
    if (fault.isEmpty() || registration.oneWay() && !comesAndGoes(registration)) {
      return Optional.empty();
    }
    boolean ends =
        registrants.areBrief(registration.body().flow().source().className())
            || registrants.areReplaced(owner(type))
            || registrants.areEnded(owner(type))
            || source.life() == Life.LONG && isPartOfEnding(type);
    Confidence sure = forOthers ? Confidence.MEDIUM : confidence(kept, source, fault.get(), ends);
    List<Site> repeats = repeats(registration, fault.get());
    boolean again = !repeats.isEmpty() || sources.isBrief(registration.line());
    boolean replaced = kept.kind() == Kept.Kind.THIS && registrants.replaceSource(registration);
    if (fault.get() == Fault.NEVER && (kept.nameless() && again || replaced || perRequest)) {
      sure =
          sure == Confidence.LOW ? Confidence.MEDIUM : sure; // one more for every event or source
    }
    if (fault.get() == Fault.NEVER
        && (passes && source.life() == Life.LONG
            || passing.isHandleDropped(registration)
            || isTaggedAnew(registration, source)
            || isEndless(registration, kept))) {
      sure = sure == Confidence.LOW ? Confidence.MEDIUM : sure;
    }
    boolean ofOne =
        isByHandle(registration)
            || fault.get() == Fault.NOT_AT_END
            || kept.isFunctionAlone()
            || kept.nameless() && kept.kind() == Kept.Kind.THIS;
    if (!ofOne && (undoings.far(registration) || isUnsure(kept, source))) {
      sure = sure.lowered();
    }
    Optional<Body> end = lifecycle.endings(owner(type)).stream().findFirst();
    return Optional.of(
        new Lasting(
            registration,
            kept,
            source,
            fault.get(),
            end,
            repeats,
            sure.and(registration.line().confidence())));
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
        && (isByHandle(registration) && registration.call().result() == Step.NONE
            || kept.nameless());
  }

  /** One more entry of a registry that all share for each set of tags. */
  private boolean isTaggedAnew(Registration registration, Source source) {
    return registration.isBuilt() && source.life() == Life.LONG && keeps.isTaggedAnew(registration);
  }

  /**
   * Whether the registrant itself is what is given, and that of its own accord: a method of the
   * same name that is handed the source does what its callers want.
   */
  private boolean isOfOwnAccord(Registration registration) {
    Body body = registration.body();
    boolean forwards =
        body.flow().source().name().equals(registration.call().callee().name())
            && Access.has(body.flow().access(), Access.PUBLIC);
    return !forwards && keeps.isRegistrant(registration);
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

  /** A method that gives beans of its callers to the JVM's server, where nothing takes any back. */
  private boolean isForOthers(Registration registration) {
    Step.Call call = registration.call();
    boolean beans = registration.line().undo().orElseThrow().name().equals("unregisterMBean");
    return beans
        && world.program().sight() != Sight.FILE
        && !undoings.far(registration)
        && undoings.near(registration.body().method().owner(), registration).isEmpty()
        && !call.arguments().isEmpty()
        && Origins.of(code)
            .of(registration.body(), registration.node(), call.arguments().get(0))
            .stream()
            .allMatch(o -> isGiven(o) || isAroundGiven(o));
  }

  private static boolean isGiven(Origin bean) {
    return bean instanceof Origin.OfParameter p && !p.isThis();
  }

  /** A bean of the JDK's own made here, that shows what the method was given. */
  private boolean isAroundGiven(Origin bean) {
    return bean instanceof Origin.Fresh fresh
        && Code.isPlatform(fresh.type())
        && fresh.body().nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && Origins.of(code)
                            .of(fresh.body(), node.id(), call.receiver())
                            .contains(fresh)
                        && call.arguments().stream()
                            .flatMap(a -> Origins.of(code).of(fresh.body(), node.id(), a).stream())
                            .anyMatch(Registrations::isGiven));
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

  /** Whether the handle that undoes is given to somebody. */
  private boolean isHandedOn(Registration registration) {
    return isByHandle(registration)
        && registration.call().result() != Step.NONE
        && !isOnlyKept(registration);
  }

  /** Whether only what the registration returns can undo it. */
  private boolean isByHandle(Registration registration) {
    String handle = registration.call().callee().result();
    return !handle.equals("void")
        && world.types().isSubtype(handle, registration.line().undo().orElseThrow().owner());
  }

  /** Whether the handle goes into fields of the registrant and nowhere from there. */
  private boolean isOnlyKept(Registration registration) {
    Body body = registration.body();
    boolean kept = false;
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Copy
          || node.step() instanceof Step.Cast
          || StepUses.used(node.step()).stream().noneMatch(r -> isHandle(registration, node, r))) {
        continue;
      }
      if (!(node.step() instanceof Step.StoreField store) || escapes(code.key(store.field()))) {
        return false;
      }
      kept = true;
    }
    return kept;
  }

  private boolean isHandle(Registration registration, Node node, int register) {
    return Origins.of(code).of(registration.body(), node.id(), register).stream()
        .anyMatch(o -> o instanceof Origin.Result r && r.call().equals(registration.call()));
  }

  private boolean escapes(FieldKey field) {
    return FieldUses.of(world).of(field).stream()
        .map(Use::kind)
        .anyMatch(k -> k == Use.Kind.PASSED || k == Use.Kind.RETURNED || k == Use.Kind.STORED);
  }

  private static Confidence confidence(Kept kept, Source source, Fault fault, boolean ends) {
    boolean holdsThis = kept.kind() == Kept.Kind.THIS;
    boolean isLong = source.life() == Life.LONG;
    return switch (fault) {
      case OTHER_OBJECT, WRONG_CALL -> Confidence.HIGH;
      case NOT_AT_END, ONLY_AT_END -> Confidence.MEDIUM;
      case ONLY_OTHERS -> holdsThis || isLong ? Confidence.MEDIUM : Confidence.LOW;
      case NEVER, ONE_WAY ->
          holdsThis && ends
              ? isLong ? Confidence.HIGH : Confidence.MEDIUM
              : isLong && (holdsThis || ends) ? Confidence.MEDIUM : Confidence.LOW;
    };
  }
}
