package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.Value.Bound;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.check.close.Value.Some;
import io.github.leakcheck.facts.Liveness;
import io.github.leakcheck.facts.MethodFlow;

/** Starts following a resource right behind the call that acquired it. */
final class Acquisition {
  private Acquisition() {}

  static Events follow(
      MethodFlow flow, Liveness liveness, Knowledge knowledge, Before before, Site site) {
    Env env = acquired(site, before.at(site.node().id()), knowledge);
    PathState start = Before.start(site.node().next().get(0), env);
    Events events =
        Exploration.run(flow, liveness, Classifier.of(knowledge, site), site.type(), start);
    if (!events.given || !Sites.mayAdopt(flow)) {
      return events;
    }
    Classifier lenient = Classifier.lenient(knowledge, site);
    Events closing = Exploration.run(flow, liveness, lenient, site.type(), start);
    return closesAfterwards(closing) ? closing : events;
  }

  /** Others got it, and still the method itself closes it on every ordinary path. */
  private static boolean closesAfterwards(Events events) {
    return events.closedAfterDoubt
        && events.endedItself
        && !events.given
        && !events.keptInThis
        && !events.returned
        && events.open.stream().noneMatch(open -> open.state().likelihood() == Likelihood.PLAIN);
  }

  private static Env owned(Env env, Env before, int owner) {
    return before.get(owner) instanceof Some some
        ? Refinement.replace(env, some, new Bound(Role.OWNER, some.origin()))
        : env;
  }

  private static Env acquired(Site site, Env before, Knowledge knowledge) {
    int node = site.node().id();
    Env env =
        before.map(
            value -> value instanceof Some some && some.origin() == node ? Value.UNKNOWN : value);
    for (int owner : knowledge.ownersAmongArguments(site.call())) {
      env = owned(env, before, owner);
    }
    if (site.call().callee().isConstructor()) {
      Some fresh = (Some) before.get(site.call().receiver());
      return Refinement.replace(env, fresh, new Bound(Role.SELF, fresh.origin()));
    }
    return owned(env, before, site.owner()).with(site.call().result(), new Bound(Role.SELF, node));
  }
}
