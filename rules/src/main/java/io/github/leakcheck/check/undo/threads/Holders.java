package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;

/** Finds who keeps the objects of a class that has no end of its own. */
final class Holders {
  private final Code code;
  private final Lifecycle lifecycle;

  Holders(Code code) {
    this.code = code;
    this.lifecycle = Lifecycle.of(code);
  }

  /** The method that ends the object in whose field an object of the class is kept. */
  Optional<Body> ending(String className) {
    for (Site site : code.made(className)) {
      Optional<Body> body = code.body(site.method());
      Optional<String> holder = body.flatMap(maker -> holder(maker, site.node()));
      if (holder.isPresent() && code.owns(holder.get())) {
        List<Body> endings = lifecycle.endings(holder.get());
        if (!endings.isEmpty()) {
          return Optional.of(endings.get(0));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> holder(Body body, int made) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField store
          && !store.field().isStatic()
          && Origins.of(code).isMadeAt(body, node.id(), store.value(), made)) {
        return Optional.of(code.key(store.field()).owner());
      }
    }
    return Optional.empty();
  }
}
