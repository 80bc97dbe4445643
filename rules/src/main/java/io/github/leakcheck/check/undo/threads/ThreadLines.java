package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;

/** Knows which calls and constructors start threads of their own, by what the catalogue says. */
final class ThreadLines {
  private static final int SUPERS = 6;

  private final Code code;
  private final Origins origins;

  ThreadLines(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** The line about a call, and the call it is about: the one itself, or that of a superclass. */
  record Line(Api api, Body body, int node, Step.Call call) {}

  /** What starts threads here; a constructor does so if one does that it calls for its object. */
  Optional<Line> of(Body body, int node, Step.Call call) {
    return of(body, node, call, SUPERS);
  }

  private Optional<Line> of(Body body, int node, Step.Call call, int depth) {
    Optional<Line> known = api(call).map(api -> new Line(api, body, node, call));
    if (known.isPresent() || depth == 0 || call.kind() != Step.CallKind.CONSTRUCTOR) {
      return known;
    }
    Optional<Body> constructor = code.target(call);
    for (Node inner : constructor.map(Body::nodes).orElse(List.of())) {
      if (inner.step() instanceof Step.Call first && isOnThis(constructor.get(), inner, first)) {
        return of(constructor.get(), inner.id(), first, depth - 1);
      }
    }
    return Optional.empty();
  }

  private boolean isOnThis(Body constructor, Node node, Step.Call call) {
    return call.kind() == Step.CallKind.CONSTRUCTOR
        && origins.mayBeThis(constructor, node.id(), call.receiver());
  }

  private Optional<Api> api(Step.Call call) {
    return code.world()
        .catalog()
        .match(Role.DOES, call.callee(), code.world().types())
        .filter(line -> line.key(Key.LIFETIME).filter("own-thread"::equals).isPresent());
  }
}
