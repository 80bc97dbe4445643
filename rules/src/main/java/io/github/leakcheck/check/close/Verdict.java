package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.close.Events.End;
import io.github.leakcheck.check.close.Events.Open;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Severity;
import io.github.leakcheck.model.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns what was seen on the paths of one acquisition into a finding. */
final class Verdict {
  private static final Pattern GIVES_WORK =
      Pattern.compile("(execute|submit|schedule|invoke|prestart|start)([A-Z].*)?");

  private final ClassFacts unit;
  private final MethodFlow flow;
  private final Faults faults;
  private final Knowledge knowledge;
  private final Untouched untouched;

  Verdict(ClassFacts unit, MethodFlow flow, Faults faults, Knowledge knowledge) {
    this.unit = unit;
    this.flow = flow;
    this.faults = faults;
    this.knowledge = knowledge;
    this.untouched = new Untouched(flow, knowledge);
  }

  /**
   * The leak, told by its likeliest path, on which the least goes wrong; empty if every path
   * releases it or hands it on.
   */
  Optional<Finding> of(Site site, Events events, Rule rule) {
    return events.open.stream()
        .filter(open -> !faults.isCallees(open) && !isHandledInLoop(open, events))
        .min(
            Comparator.comparing((Open open) -> confidence(site, events, open, rule))
                .reversed()
                .thenComparing(Verdict::weight)
                .thenComparing(open -> Path.exceptions(open.state())))
        .map(worst -> finding(site, events, rule, worst, Confidence.HIGH));
  }

  /**
   * What lies in a collection is released in a loop; that the loop may end before it has begun says
   * nothing.
   */
  private boolean isHandledInLoop(Open open, Events events) {
    return events.discharged() && Containers.held(flow, open.state());
  }

  /**
   * What the method did not open, but closes itself: it means to be the one who closes, so a way
   * past the close is a leak. Ways without an exception count for resources of the platform alone,
   * since of others somebody else may be in charge; and what a getter returned must be closed
   * itself, since closing what was made of it says nothing. What wraps a parameter loses only
   * itself when an exception leads past its end: the caller, who has what it wraps, is told of the
   * exception, and little more than memory is lost.
   */
  Optional<Finding> ofAdopted(Site site, Events events, Rule rule, boolean getter) {
    boolean ended = getter ? events.endedItself : events.endedAt >= 0;
    if (!ended || events.given || events.keptInThis || events.returned) {
      return Optional.empty();
    }
    return events.open.stream()
        .filter(
            open ->
                counts(site, open, events)
                    && !isDoubtful(open, events)
                    && !isHandledInLoop(open, events)
                    && !faults.isCallees(open)
                    && !faults.isConversions(open)
                    && !Decisions.choosesNotToRelease(flow, open.state(), events.endings))
        .findFirst()
        .map(worst -> finding(site, events, rule, worst, mostOfAdopted(site, worst)));
  }

  /**
   * Threads that the object under construction keeps, and that have work by the time its
   * constructor throws: nobody ever gets the object, to end them.
   */
  Optional<Finding> ofLostThreads(Site site, Events events, Rule rule) {
    if (!site.runsThreads() || events.given || events.returned || events.endedAt >= 0) {
      return Optional.empty();
    }
    return events.open.stream()
        .filter(
            open ->
                open.end() == End.THROW
                    && Keeper.has(open.state().env())
                    && open.state().likelihood() == Likelihood.CHECKED
                    && hasWork(site, open))
        .findFirst()
        .filter(worst -> site.api().confidence() == Confidence.HIGH) // others may end by themselves
        .map(worst -> finding(site, events, rule, worst, Confidence.MEDIUM));
  }

  /** Whether it starts a thread as it is made, or was given something to run on the way. */
  private boolean hasWork(Site site, Open open) {
    return site.api().rule().equals("timer-never-cancelled")
        || Path.way(open.state()).stream()
            .filter(state -> state.via() != PathState.Via.THROWN && state.parent() != null)
            .map(PathState::parent)
            .anyMatch(
                state ->
                    flow.node(state.node()).step() instanceof Step.Call call
                        && call.receiver() >= 0
                        && state.env().get(call.receiver()).is(Role.SELF)
                        && GIVES_WORK.matcher(call.callee().name()).matches());
  }

  private Confidence mostOfAdopted(Site site, Open worst) {
    MethodRef made = site.call().callee();
    boolean wrapper = made.isConstructor() && knowledge.startsThreads(made).isEmpty();
    return wrapper && worst.state().likelihood() != Likelihood.PLAIN
        ? Confidence.LOW
        : Confidence.MEDIUM;
  }

  private boolean counts(Site site, Open open, Events events) {
    Likelihood likelihood = open.state().likelihood();
    return likelihood == Likelihood.CHECKED
        || likelihood == Likelihood.SELDOM
        || likelihood == Likelihood.PLAIN
            && !isReplacedBelow(open, events)
            && !Decisions.decidesNotToRelease(flow, open.state(), events.endings)
            && events.endedItself
            && Platform.isProvided(site.type())
            && knowledge.types().isCloseable(site.type());
  }

  /** The variable is about to get another resource: whether there was one before, it may know. */
  private boolean isReplacedBelow(Open open, Events events) {
    return open.end() == End.LOST
        && Reachability.leads(
            flow,
            List.of(open.state().node()),
            node ->
                flow.node(node).step() instanceof Step.Copy copy
                    && copy.name() != null
                    && copy.name().equals(events.variable));
  }

  private static boolean isDoubtful(Open open, Events events) {
    return open.state().doubtful() && !events.closedAfterDoubt;
  }

  private static int weight(Open open) {
    return open.state().likelihood().ordinal() * 4
        + (open.state().doubtful() ? 2 : 0)
        + (open.end() == End.THROW ? 1 : 0);
  }

  private Finding finding(Site site, Events events, Rule rule, Open worst, Confidence most) {
    Subject subject = Subjects.of(flow, site.node());
    Path path = new Path(flow, this::place, events.variable);
    String name =
        events.variable != null
            ? "`" + events.variable + "`"
            : "the `" + Path.simple(site.type()) + "` made here";
    return new Finding(
        rule.id(),
        rule.severity(),
        confidence(site, events, worst, rule).and(most),
        subject,
        name + " " + path.reason(worst, events),
        help(site, events) + marking(worst.state()),
        place(site.node()),
        path.steps(site, worst),
        Set.of(unit.engine()));
  }

  /**
   * Sure on an ordinary path; medium where a checked exception leads past the release; low where
   * only an unchecked one does, or where what was acquired is freed with an owner that is still
   * there or known by what others do, or where little is lost, and only with an object whose
   * constructor throws. What hardly ever comes counts where the method closes it itself, which a
   * block around it would do at no cost.
   */
  private Confidence confidence(Site site, Events events, Open worst, Rule rule) {
    if (worst.end() == End.THROW
        && rule.severity() != Severity.ERROR
        && !site.runsThreads()
        && Keeper.has(worst.state().env())) {
      return Confidence.LOW;
    }
    if (site.isLearned() && isUnsure(worst, events)) {
      return Confidence.LOW;
    }
    if ((site.isLent() || site.isLearned()) && isDecided(worst, events)
        || (site.isLent() || !events.closed) && isLostByRelease(worst)) {
      return Confidence.LOW;
    }
    if (untouched.is(site, worst) || isReplaced(site, worst) || faults.isAskedByOthers(site)) {
      return Confidence.LOW;
    }
    boolean left = (site.owner() >= 0 || site.isLearned()) && !events.closed;
    Confidence path =
        switch (worst.state().likelihood()) {
          case PLAIN -> Confidence.HIGH;
          case CHECKED -> left ? Confidence.LOW : Confidence.MEDIUM;
          case USING -> left || !events.closed ? Confidence.LOW : Confidence.MEDIUM;
          case WRAPPING -> left || events.variable == null ? Confidence.LOW : Confidence.MEDIUM;
          case UNCHECKED ->
              left || forgivesUnchecked(site, events) ? Confidence.LOW : Confidence.MEDIUM;
          case SELDOM ->
              events.endedAt < 0 && !mayFailOtherwise(worst) ? Confidence.LOW : Confidence.MEDIUM;
          case ENDING, GUESSED -> Confidence.LOW;
        };
    Confidence sure = isDoubtful(worst, events) ? path.lowered() : path;
    return sure.and(site.worth())
        .and(isOpened(site, worst) ? Confidence.HIGH : site.api().confidence());
  }

  /**
   * A method that does not close it itself leaves unchecked exceptions to who does; one that closes
   * it in a handler has named the exceptions that count.
   */
  private static boolean forgivesUnchecked(Site site, Events events) {
    return events.endedAt < 0
        || events.closedInHandler
        || site.isLent()
        || site.isLearned()
        || site.api().confidence() == Confidence.LOW;
  }

  /** What is handed on by some way may be kept by another one; and a test may know who ends it. */
  private boolean isUnsure(Open worst, Events events) {
    return events.given
        || events.returned
        || events.keptInThis
        || Decisions.choosesNotToRelease(flow, worst.state(), events.endings);
  }

  /** The pool makes another one, and the collector takes what was lost. */
  private boolean isReplaced(Site site, Open worst) {
    return site.isLent()
        && worst.state().likelihood() != Likelihood.PLAIN
        && !knowledge.types().isCloseable(site.type())
        && !knowledge.hasClose(site.type());
  }

  /**
   * What holds nothing before it is connected was connected on the way. The sockets of the JDK
   * close themselves when they fail to connect, but not when they fail to bind.
   */
  private boolean isOpened(Site site, Open worst) {
    Optional<Signature> opening = site.api().opened();
    if (opening.isEmpty()) {
      return false;
    }
    for (PathState state = worst.state(); state.parent() != null; state = state.parent()) {
      if (flow.node(state.parent().node()).step() instanceof Step.Call call
          && (state.via() != PathState.Via.THROWN || call.callee().name().equals("bind"))
          && opening.get().matches(call.callee(), knowledge.types())) {
        return true;
      }
    }
    return false;
  }

  /**
   * What throws first on the path is seen to throw an unchecked exception of the program's own as
   * well; those of the platform tell of a wrong call.
   */
  private boolean mayFailOtherwise(Open worst) {
    return Path.way(worst.state()).stream()
        .filter(state -> state.via() == PathState.Via.THROWN)
        .map(PathState::parent)
        .filter(thrower -> flow.node(thrower.node()).step() instanceof Step.Call)
        .limit(1)
        .flatMap(
            thrower ->
                knowledge.exceptions().of(flow, flow.node(thrower.node()), thrower.env()).stream())
        .anyMatch(
            thrown ->
                thrown.likelihood() == Likelihood.UNCHECKED && !Platform.isProvided(thrown.type()));
  }

  /** Nothing but the release of something else fails. */
  private boolean isLostByRelease(Open open) {
    PathState last = null;
    for (PathState state : Path.way(open.state())) {
      last = state.via() == PathState.Via.THROWN ? state.parent() : last;
    }
    return last != null
        && flow.node(last.node()).step() instanceof Step.Call call
        && ReleaseNames.isRelease(call.callee().name());
  }

  /** A condition decides whether it is given back: whose it is may depend on the same. */
  private static boolean isDecided(Open open, Events events) {
    return events.closed
        && open.end() != End.THROW
        && open.state().likelihood() == Likelihood.PLAIN;
  }

  private static String help(Site site, Events events) {
    if (site.release().isPresent()) {
      return "call `" + site.release().get().name() + "()` in a finally block";
    }
    return events.closed
        ? "open it in a try-with-resources statement, so that every path closes it"
        : "open it in a try-with-resources statement";
  }

  /** What would have told who closes, had the program said it; empty if nobody else could. */
  private String marking(PathState end) {
    for (PathState state = end.parent(); state != null; state = state.parent()) {
      Env env = state.env();
      if (flow.node(state.node()).step() instanceof Step.Call call
          && !call.callee().isConstructor()
          && !Platform.isProvided(call.callee().owner())
          && call.arguments().stream().anyMatch(argument -> env.get(argument).is(Role.SELF))) {
        return "; if `"
            + call.callee().name()
            + "` takes it over, mark its parameter with @Owning or @WillClose";
      }
    }
    return "";
  }

  private Place place(Node node) {
    return new Place(unit.type().sourceFile(), node.span(), flow.source());
  }
}
