package io.github.leakcheck.check.undo.registrations;

import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.undo.Undoings;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Overrides;
import io.github.leakcheck.check.usage.Site;
import java.util.List;
import java.util.Optional;

/**
 * Finds objects that register as they are made, and that a subclass ends without taking that back:
 * it overrides the method that would, and does not call it.
 */
final class OverriddenUndoings {
  private final Code code;
  private final Undoings undoings;
  private final Overrides overrides;

  OverriddenUndoings(Code code, Undoings undoings) {
    this.code = code;
    this.undoings = undoings;
    this.overrides = new Overrides(code);
  }

  /** The first such method, empty if there is none. */
  Optional<Body> of(Registration made) {
    List<Site> undone =
        made.body().method().isConstructor()
            ? undoings.near(made.body().method().owner(), made)
            : List.of();
    boolean atEndAlone =
        !undone.isEmpty() && undone.stream().allMatch(site -> isOwnEnd(made, site));
    return atEndAlone
        ? undone.stream()
            .flatMap(site -> overrides.withoutSuper(site.method()).stream())
            .findFirst()
        : Optional.empty();
  }

  private boolean isOwnEnd(Registration made, Site site) {
    return site.method().owner().equals(made.body().method().owner())
        && code.body(site.method()).filter(body -> Lifecycle.ends(body.flow())).isPresent();
  }
}
