package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.check.close.Events.End;
import io.github.leakcheck.check.close.Events.Open;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Subject;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Turns what was seen on the paths of one acquisition into a finding. */
final class Verdict {
  private final ClassFacts unit;
  private final MethodFlow flow;

  Verdict(ClassFacts unit, MethodFlow flow) {
    this.unit = unit;
    this.flow = flow;
  }

  /** The leak, told by its likeliest path; empty if every path releases it or hands it on. */
  Optional<Finding> of(Site site, Events events, Rule rule) {
    return events.open.stream()
        .min(Comparator.comparing(Verdict::weight))
        .map(worst -> finding(site, events, rule, worst));
  }

  /**
   * What the method did not open, but closes itself: it means to be the one who closes, so a way
   * past the close is a leak. Only ways with an exception count, caught or not, since on others
   * somebody else may be in charge.
   */
  Optional<Finding> ofAdopted(Site site, Events events, Rule rule) {
    if (!events.closed || events.given || events.keptInThis || events.returned) {
      return Optional.empty();
    }
    return events.open.stream()
        .filter(
            open -> open.state().likelihood() == Likelihood.CHECKED && !isDoubtful(open, events))
        .findFirst()
        .map(worst -> finding(site, events, rule, worst));
  }

  private static boolean isDoubtful(Open open, Events events) {
    return open.state().doubtful() && !events.closedAfterDoubt;
  }

  private static int weight(Open open) {
    return open.state().likelihood().ordinal() * 4
        + (open.state().doubtful() ? 2 : 0)
        + (open.end() == End.THROW ? 1 : 0);
  }

  private Finding finding(Site site, Events events, Rule rule, Open worst) {
    Subject subject = Subjects.of(flow, site.node());
    Path path = new Path(flow, this::place, events.variable);
    String name =
        events.variable != null
            ? "`" + events.variable + "`"
            : "the `" + Path.simple(site.type()) + "` made here";
    return new Finding(
        rule.id(),
        rule.severity(),
        confidence(site, events, worst),
        subject,
        name + " " + path.reason(worst, events),
        help(site, events),
        place(site.node()),
        path.steps(site, worst),
        Set.of(unit.engine()));
  }

  /**
   * Sure on an ordinary path; medium where a checked exception leads past the release; low where
   * only an unchecked one does, or where what was acquired is freed with an owner that is still
   * there.
   */
  private Confidence confidence(Site site, Events events, Open worst) {
    boolean plain = worst.state().likelihood() == Likelihood.PLAIN;
    Confidence path =
        switch (worst.state().likelihood()) {
          case PLAIN -> Confidence.HIGH;
          case CHECKED -> site.owner() >= 0 ? Confidence.LOW : Confidence.MEDIUM;
          case WRAPPING, UNCHECKED, GUESSED -> Confidence.LOW;
        };
    Confidence sure = isDoubtful(worst, events) ? path.lowered() : path;
    Confidence bound = plain || site.worth() == Confidence.HIGH ? site.worth() : Confidence.LOW;
    return sure.and(bound).and(site.api().confidence());
  }

  private static String help(Site site, Events events) {
    if (site.release().isPresent()) {
      return "call `" + site.release().get().name() + "()` in a finally block";
    }
    return events.closed
        ? "open it in a try-with-resources statement, so that every path closes it"
        : "open it in a try-with-resources statement";
  }

  private Place place(Node node) {
    return new Place(unit.type().sourceFile(), node.span(), flow.source());
  }
}
