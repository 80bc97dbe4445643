package io.github.leakcheck.check.growth.keys;

import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.KeyTypes;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Step;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells removals of what the added objects wrap: the collection holds the wrappers, which equal
 * themselves alone.
 */
final class Wrappers {
  private final Code code;
  private final Origins origins;
  private final KeyTypes keyTypes;

  Wrappers(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.keyTypes = new KeyTypes(code.world());
  }

  /** What is removed in place of the wrapper, in words; empty if it may be the wrapper. */
  Optional<String> of(Use removal, Set<Origin> added) {
    Set<String> types = new HashSet<>();
    added.forEach(origin -> types.add(origin instanceof Origin.Fresh f ? f.type() : ""));
    String type = types.size() == 1 ? types.iterator().next() : "";
    Set<Origin> removed = removed(removal);
    return code.owns(type)
            && !removed.isEmpty()
            && keyTypes.hasIdentityEquality(type)
            && removed.stream().allMatch(origin -> isPart(origin, type, added))
        ? Optional.of("what the `" + Names.simple(type) + "` wraps that was added")
        : Optional.empty();
  }

  /** The values that callers give for the parameter that is removed. */
  private Set<Origin> removed(Use removal) {
    Set<Origin> found = new HashSet<>();
    Optional<Body> body = code.body(removal.site().method());
    Set<Origin> here =
        body.map(b -> origins.of(b, removal.site().node(), removal.call().arguments().get(0)))
            .orElse(Set.of());
    for (Origin origin : here) {
      if (origin instanceof Origin.OfParameter given && !given.isThis()) {
        code.callers(removal.site().method()).forEach(site -> add(site, given, found));
      } else {
        found.add(origin);
      }
    }
    return found;
  }

  private void add(Site caller, Origin.OfParameter parameter, Set<Origin> found) {
    Body body = code.body(caller.method()).orElse(null);
    int position = parameter.position();
    if (body != null
        && body.step(caller.node()) instanceof Step.Call call
        && position < call.arguments().size()) {
      found.addAll(origins.of(body, caller.node(), call.arguments().get(position)));
    } else {
      found.add(parameter);
    }
  }

  /** A field of the wrapper that holds what its constructor was given, no wrapper itself. */
  private boolean isPart(Origin removed, String type, Set<Origin> added) {
    return removed instanceof Origin.OfField field
        && !field.field().isStatic()
        && code.key(field.field()).owner().equals(type)
        && code.stores(code.key(field.field())).stream().allMatch(store -> isGiven(store, added));
  }

  private boolean isGiven(Site store, Set<Origin> added) {
    Set<Origin> stored = origins.stored(store);
    return store.method().isConstructor()
        && !stored.isEmpty()
        && stored.stream()
            .allMatch(
                origin ->
                    origin instanceof Origin.OfParameter parameter
                        && added.stream()
                            .allMatch(made -> isNoWrapper((Origin.Fresh) made, parameter.index())));
  }

  private boolean isNoWrapper(Origin.Fresh made, int parameter) {
    Optional<Integer> node = origins.constructor(made);
    if (node.isEmpty()
        || !(made.body().step(node.get()) instanceof Step.Call call)
        || parameter < 1
        || parameter > call.arguments().size()) {
      return false;
    }
    Set<Origin> wrapped = origins.of(made.body(), node.get(), call.arguments().get(parameter - 1));
    return !wrapped.isEmpty() && wrapped.stream().noneMatch(o -> Added.type(o).equals(made.type()));
  }
}
