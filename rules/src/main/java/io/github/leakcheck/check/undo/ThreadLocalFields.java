package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.Set;

/** Knows the types and fields that keep a value for each thread. */
public final class ThreadLocalFields {
  private static final Set<String> TYPES =
      Set.of("java.lang.ThreadLocal", "io.netty.util.concurrent.FastThreadLocal");

  private ThreadLocalFields() {}

  /** Whether values of the type are kept per thread. */
  public static boolean isThreadLocal(World world, String type) {
    return TYPES.stream().anyMatch(known -> world.types().isSubtype(type, known));
  }

  /**
   * Whether the field keeps a thread local, by its type or, where that says nothing, by what is put
   * there.
   */
  public static boolean holdsThreadLocal(World world, TypeFacts owner, FieldFacts field) {
    if (!field.type().equals("java.lang.Object")) {
      return isThreadLocal(world, field.type());
    }
    Code code = Code.of(world);
    return code.stores(new FieldKey(owner.name(), field.name())).stream()
        .anyMatch(
            site ->
                code.body(site.method())
                    .filter(body -> storesThreadLocal(world, body, site.node()))
                    .isPresent());
  }

  private static boolean storesThreadLocal(World world, Body body, int node) {
    return body.step(node) instanceof Step.StoreField store
        && Origins.of(Code.of(world)).of(body, node, store.value()).stream()
            .anyMatch(o -> o instanceof Origin.Fresh fresh && isThreadLocal(world, fresh.type()));
  }
}
