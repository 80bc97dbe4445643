package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells additions of weak or soft references. A reference that somebody made a class for knows its
 * key, or a queue that tells when it is empty; a plain one under a strong key leaves the key and
 * itself behind.
 */
final class References {
  private static final String REFERENCE = "java.lang.ref.Reference";
  private static final Set<String> PLAIN =
      Set.of("java.lang.ref.WeakReference", "java.lang.ref.SoftReference");

  /** What programs make up at will; of other things there may be as many as the program has. */
  private static final Set<String> NAMES =
      Set.of("java.lang.String", "java.lang.Long", "long", "java.util.UUID");

  private final Code code;
  private final Origins origins;

  References(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether what is added has an owner that lets go of it by itself. */
  boolean lets(Use use, Body body) {
    return !areWeakValues(use, body)
        && origins.ofArguments(body, use.site().node(), use.call()).anyMatch(this::isReference);
  }

  /** {@code apps.put(name, new WeakReference<>(app))}: the name stays when the object is gone. */
  boolean areWeakValues(Use use, Body body) {
    List<Integer> arguments = use.call().arguments();
    if (arguments.size() != 2
        || !origins.of(body, use.site().node(), arguments.get(0)).stream()
            .map(Added::type)
            .allMatch(NAMES::contains)) {
      return false;
    }
    Set<Origin> value = origins.of(body, use.site().node(), arguments.get(1));
    return !value.isEmpty()
        && value.stream().allMatch(o -> o instanceof Origin.Fresh made && isPlain(made));
  }

  /** Made without a queue to tell of its end. */
  private boolean isPlain(Origin.Fresh made) {
    Optional<Integer> constructor = origins.constructor(made);
    return PLAIN.contains(made.type())
        && constructor.isPresent()
        && made.body().step(constructor.get()) instanceof Step.Call call
        && call.arguments().size() == 1;
  }

  private boolean isReference(Origin origin) {
    String type = MethodRef.UNKNOWN;
    if (origin instanceof Origin.Fresh fresh) {
      type = fresh.type();
    } else if (origin instanceof Origin.Result result) {
      type = result.call().callee().result();
    } else if (origin instanceof Origin.Function function && !function.lambda().reference()) {
      return code.body(function.lambda().body()).map(this::returnsReference).orElse(false);
    }
    return code.world().types().isSubtype(type, REFERENCE);
  }

  private boolean returnsReference(Body body) {
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return back && back.value() != Step.NONE)
        .flatMap(node -> origins.of(body, node.id(), ((Step.Return) node.step()).value()).stream())
        .anyMatch(
            o ->
                o instanceof Origin.Fresh f && code.world().types().isSubtype(f.type(), REFERENCE));
  }
}
