package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Step;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells where objects take themselves out of the collection of another. */
final class SelfRemovals {
  private final Code code;
  private final Origins origins;

  SelfRemovals(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Where an object takes itself out, and where its own methods call the one that does. */
  Set<Site> of(Use removal) {
    Set<Site> found = new LinkedHashSet<>();
    for (Site site : code.callers(removal.site().method())) {
      if (givesItself(site)) {
        found.add(site);
        code.callers(site.method()).stream()
            .filter(caller -> caller.method().owner().equals(site.method().owner()))
            .forEach(found::add);
      }
    }
    return found;
  }

  /** Whether the call at the site is given the object whose method it stands in. */
  boolean givesItself(Site site) {
    return code.body(site.method())
        .filter(body -> !body.flow().isLambdaBody() && body.step(site.node()) instanceof Step.Call)
        .filter(body -> givesItself(body, site.node(), (Step.Call) body.step(site.node())))
        .isPresent();
  }

  private boolean givesItself(Body body, int node, Step.Call call) {
    return origins.ofArguments(body, node, call).anyMatch(Origin::isThis);
  }
}
