package io.github.leakcheck.maven.report;

import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which stations of a finding's path are worth a line at the terminal. */
final class Stations {
  private static final int MOST = 6;
  private static final List<Set<PathStep.Kind>> DISPENSABLE =
      List.of(Set.of(PathStep.Kind.BRANCH), Set.of(PathStep.Kind.CALL));

  private Stations() {}

  /** At most six: branches go first, then calls, then those in the middle. */
  static List<PathStep> shown(Finding finding) {
    List<PathStep> steps = new ArrayList<>(finding.path());
    for (Set<PathStep.Kind> kinds : DISPENSABLE) {
      for (int i = steps.size() - 2; i > 0 && steps.size() > MOST; i--) {
        if (kinds.contains(steps.get(i).kind())) {
          steps.remove(i);
        }
      }
    }
    while (steps.size() > MOST) {
      steps.remove(MOST / 2);
    }
    return steps;
  }

  /** The step that happens where the finding stands, so that one marker serves both. */
  static Optional<PathStep> at(Place place, List<PathStep> steps) {
    return steps.stream()
        .filter(step -> step.place().file().equals(place.file()))
        .filter(step -> step.place().span().equals(place.span()))
        .findFirst()
        .or(() -> steps.stream().limit(1).filter(step -> isOnLine(step, place)).findFirst());
  }

  private static boolean isOnLine(PathStep step, Place place) {
    return step.place().file().equals(place.file())
        && step.place().span().line() == place.span().line();
  }

  /** Whether the steps come one below the other in one file, so that they need no numbers. */
  static boolean readDownwards(List<PathStep> steps) {
    for (int i = 1; i < steps.size(); i++) {
      Place before = steps.get(i - 1).place();
      Place here = steps.get(i).place();
      if (!before.file().equals(here.file()) || before.span().line() > here.span().line()) {
        return false;
      }
    }
    return true;
  }
}
