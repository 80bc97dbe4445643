package io.github.leakcheck.maven.report;

import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import java.util.ArrayList;
import java.util.List;
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

  /** Whether the step is the finding's own place, so that one marker serves both. */
  static boolean isAt(PathStep step, Place place) {
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
