package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges thread locals whose values stay behind in pooled threads. */
public final class ThreadLocals {
  private static final String RULE = "thread-local-never-removed";
  private static final Set<String> TYPES =
      Set.of("java.lang.ThreadLocal", "io.netty.util.concurrent.FastThreadLocal");
  private static final Set<String> PLAIN =
      Set.of(
          "java.lang.Boolean",
          "java.lang.String",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Character",
          "java.lang.Byte",
          "java.lang.Short");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Places places;

  public ThreadLocals(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.places = new Places(world);
  }

  /** Whether values of the type are kept per thread. */
  public boolean isThreadLocal(String type) {
    return TYPES.stream().anyMatch(known -> world.types().isSubtype(type, known));
  }

  /** What is wrong with one thread local, empty if nothing is. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    if (uses.isEmpty() || calls(uses, "remove").findAny().isPresent() || escapes(field, uses)) {
      return Optional.empty();
    }
    List<Use> sets = calls(uses, "set").filter(use -> !isRestoring(use)).toList();
    List<Use> values = sets.stream().filter(use -> !setsNull(use)).toList();
    boolean restored = sets.size() < calls(uses, "set").count();
    if (!values.isEmpty() && !restored) {
      return set(owner, field, key, sets, values);
    }
    return grown(owner, field, key, uses).or(() -> nulled(key, uses, owner, field));
  }

  private static java.util.stream.Stream<Use> calls(List<Use> uses, String name) {
    return uses.stream()
        .filter(use -> use.kind() == Use.Kind.CALLED && use.reach() == Use.Reach.ITSELF)
        .filter(use -> use.call().callee().name().equals(name));
  }

  private boolean escapes(FieldFacts field, List<Use> uses) {
    return uses.stream()
            .anyMatch(
                use ->
                    use.kind() == Use.Kind.PASSED
                        || use.kind() == Use.Kind.RETURNED && use.reach() == Use.Reach.ITSELF)
        || Access.has(field.access(), Access.PUBLIC)
        || world.program().sight() == Sight.FILE && !Access.has(field.access(), Access.PRIVATE);
  }

  private boolean setsNull(Use use) {
    return value(use).stream()
        .allMatch(
            o -> o instanceof Origin.Constant c && c.constant().kind() == Step.ConstKind.NULL);
  }

  private Set<Origin> value(Use use) {
    Optional<Body> body = code.body(use.site().method());
    return body.isEmpty() || use.call().arguments().isEmpty()
        ? Set.of()
        : origins.of(body.get(), use.site().node(), use.call().arguments().get(0));
  }

  /** {@code old = local.get(); .. local.set(old)}. */
  private boolean isRestoring(Use use) {
    return value(use).stream()
        .anyMatch(
            o ->
                o instanceof Origin.Result r
                    && r.call().callee().name().equals("get")
                    && isThreadLocal(r.call().callee().owner()));
  }

  private Optional<Draft> set(
      TypeFacts owner, FieldFacts field, FieldKey key, List<Use> sets, List<Use> values) {
    Use first = values.get(0);
    if (values.stream().allMatch(this::isAtStart)) {
      return Optional.empty();
    }
    boolean plain = values.stream().allMatch(this::isPlain);
    boolean cached = values.stream().allMatch(this::isLazyCache);
    boolean cleared = sets.size() > values.size();
    Confidence sure =
        cached ? Confidence.LOW : plain || cleared ? Confidence.MEDIUM : Confidence.HIGH;
    String clears = cleared ? "`set(null)` leaves the entry in the thread" : "nothing removes it";
    String message =
        "The value set into `"
            + key.shortName()
            + "` stays with its thread after the work is done, and "
            + clears;
    return Optional.of(draft(owner, field, sure, first, message));
  }

  private boolean isAtStart(Use use) {
    return Starts.of(code).onlyAtStart(use.site().method()) == Starts.Answer.YES;
  }

  private boolean isPlain(Use use) {
    return value(use).stream()
        .allMatch(
            o ->
                o instanceof Origin.Constant
                    || o instanceof Origin.OfParameter p && PLAIN.contains(parameterType(p))
                    || o instanceof Origin.Result r && PLAIN.contains(r.call().callee().result()));
  }

  private static String parameterType(Origin.OfParameter parameter) {
    List<String> types = parameter.body().flow().method().parameters();
    int position = parameter.index() - (parameter.body().flow().isStatic() ? 0 : 1);
    return types == null || position < 0 || position >= types.size() ? "?" : types.get(position);
  }

  /** A value made once per thread because there was none: the cost of a buffer, not a leak. */
  private boolean isLazyCache(Use use) {
    Optional<Body> body = code.body(use.site().method());
    boolean fresh =
        value(use).stream().allMatch(o -> o instanceof Origin.Fresh || o instanceof Origin.Result);
    return fresh && body.isPresent() && testsOwnValue(body.get());
  }

  private boolean testsOwnValue(Body body) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Test test
          && test.comparison() == Step.Comparison.IS_NULL
          && origins.of(body, node.id(), test.left()).stream().anyMatch(this::isGot)) {
        return true;
      }
    }
    return false;
  }

  private boolean isGot(Origin origin) {
    return origin instanceof Origin.Result result
        && (isThreadLocal(result.call().callee().owner())
                && result.call().callee().name().equals("get")
            || world.types().isSubtype(result.call().callee().owner(), "java.lang.ref.Reference"));
  }

  /** A collection in the thread local takes in more and more. */
  private Optional<Draft> grown(TypeFacts owner, FieldFacts field, FieldKey key, List<Use> uses) {
    List<Use> adds =
        uses.stream()
            .filter(use -> use.reach() == Use.Reach.ENTRY && use.is(Effect.Kind.ADDS))
            .filter(use -> !isAtStart(use))
            .toList();
    boolean shrinks =
        uses.stream()
            .anyMatch(use -> use.reach() == Use.Reach.ENTRY && use.is(Effect.Kind.REMOVES));
    boolean isStatic = Access.has(field.access(), Access.STATIC);
    if (adds.isEmpty() || shrinks && (isStatic || Anchors.of(code).of(owner).isPresent())) {
      return Optional.empty();
    }
    String message =
        shrinks
            ? "Every `"
                + owner.name().substring(owner.name().lastIndexOf('.') + 1)
                + "` leaves the collection in `"
                + key.shortName()
                + "` behind in each thread that used it, and nothing removes it"
            : "The collection in `"
                + key.shortName()
                + "` grows in every pooled thread, and nothing empties or removes it";
    Confidence sure = shrinks ? Confidence.MEDIUM : Confidence.HIGH;
    return Optional.of(draft(owner, field, sure, adds.get(0), message));
  }

  /** The field forgets the thread local, the threads do not. */
  private Optional<Draft> nulled(FieldKey key, List<Use> uses, TypeFacts owner, FieldFacts field) {
    for (Use use : uses) {
      if (use.kind() == Use.Kind.WRITTEN
          && writesNull(use)
          && !use.site().method().isConstructor()) {
        String message =
            "`"
                + key.shortName()
                + "` is set to null, which forgets the thread local but leaves its value with the thread";
        return Optional.of(draft(owner, field, Confidence.MEDIUM, use, message));
      }
    }
    return Optional.empty();
  }

  private boolean writesNull(Use use) {
    Optional<Body> body = code.body(use.site().method());
    return body.isPresent()
        && body.get().step(use.site().node()) instanceof Step.StoreField store
        && origins.of(body.get(), use.site().node(), store.value()).stream()
            .allMatch(
                o -> o instanceof Origin.Constant c && c.constant().kind() == Step.ConstKind.NULL);
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Confidence sure, Use use, String message) {
    List<PathStep> path = new ArrayList<>();
    path.add(new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "the thread local"));
    places.station(PathStep.Kind.GROWS, use.site(), "keeps a value").ifPresent(path::add);
    String help = "Call `" + field.name() + ".remove()` in a finally block when the work is done";
    return new Draft(RULE, sure, use.site(), message, help, path);
  }
}
