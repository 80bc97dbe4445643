package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells conditions that are settled as an object is made, and that its threads do not depend on:
 * they are made and get work whatever the answer is.
 */
final class FixedConditions {
  private static final int CALLS = 3;
  private static final Pattern RUNS =
      Pattern.compile("(execute|submit|schedule|invokeA|start).*|(supply|run)Async");

  private final World world;
  private final Code code;
  private final Origins origins;

  FixedConditions(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
  }

  /**
   * The field that the test asks, if the threads in the other one are there in any case.
   *
   * @param busy whether they have work from the start
   */
  Optional<FieldKey> asked(Body body, Node test, FieldKey threads, boolean busy) {
    return field(body, test)
        .filter(asked -> !asked.equals(threads) && asked.owner().equals(threads.owner()))
        .filter(asked -> isSettled(asked) && mayDiffer(asked, (Step.Test) test.step()))
        .filter(asked -> areMadeAnyway(threads) && (busy || runAnyway(threads, asked)));
  }

  private Optional<FieldKey> field(Body body, Node node) {
    if (!(node.step() instanceof Step.Test test)
        || test.comparison() != Step.Comparison.IS_NULL
            && test.comparison() != Step.Comparison.IS_TRUE) {
      return Optional.empty();
    }
    Set<Origin> asked = origins.of(body, node.id(), test.left());
    return asked.size() == 1
            && asked.iterator().next() instanceof Origin.OfField field
            && !field.field().isStatic()
            && isOwn(field)
        ? Optional.of(code.key(field.field()))
        : Optional.empty();
  }

  /** Whether it is read from this object. */
  private boolean isOwn(Origin.OfField field) {
    Step step = field.body().step(field.node());
    int holder =
        step instanceof Step.LoadField load
            ? load.object()
            : step instanceof Step.Call getter ? getter.receiver() : Step.NONE;
    Set<Origin> holders = origins.of(field.body(), field.node(), holder);
    return !holders.isEmpty() && holders.stream().allMatch(Origin::isThis);
  }

  private boolean isSettled(FieldKey field) {
    List<Site> stores = code.stores(field);
    return !stores.isEmpty() && stores.stream().allMatch(site -> site.method().isConstructor());
  }

  /** Whether the code itself has objects with either answer. */
  private boolean mayDiffer(FieldKey field, Step.Test test) {
    List<Origin> values =
        code.stores(field).stream().flatMap(site -> origins.stored(site).stream()).toList();
    if (test.comparison() == Step.Comparison.IS_NULL) {
      return values.stream().anyMatch(this::mayBeNull) && !values.stream().allMatch(Origin::isNull);
    }
    return values.stream().anyMatch(o -> !(o instanceof Origin.Constant))
        || values.stream().map(o -> ((Origin.Constant) o).isTrue()).distinct().count() > 1;
  }

  private boolean mayBeNull(Origin value) {
    return value.isNull()
        || value instanceof Origin.OfParameter given
            && code.callers(given.body().method()).stream()
                .anyMatch(site -> isNull(site, given.position()));
  }

  private boolean isNull(Site site, int position) {
    Optional<Body> caller = code.body(site.method());
    return caller.isPresent()
        && caller.get().step(site.node()) instanceof Step.Call call
        && position >= 0
        && position < call.arguments().size()
        && origins.of(caller.get(), site.node(), call.arguments().get(position)).stream()
            .anyMatch(Origin::isNull);
  }

  /** Whether each constructor that fills the field does so on every way, with what it makes. */
  private boolean areMadeAnyway(FieldKey threads) {
    List<Site> stores = code.stores(threads);
    return !stores.isEmpty()
        && stores.stream()
            .allMatch(
                site ->
                    site.method().isConstructor()
                        && code.body(site.method())
                            .filter(body -> !Ways.avoid(body, site.node()))
                            .isPresent()
                        && origins.stored(site).stream()
                            .allMatch(
                                o -> o instanceof Origin.Fresh || o instanceof Origin.Result));
  }

  /** Whether they get work that does not hang on the condition; idle ones may not even be there. */
  private boolean runAnyway(FieldKey threads, FieldKey asked) {
    return FieldUses.of(world).of(threads).stream()
        .filter(use -> use.kind() == Use.Kind.PASSED || isRun(use))
        .anyMatch(use -> isReached(use.site(), asked, CALLS));
  }

  private static boolean isRun(Use use) {
    return use.kind() == Use.Kind.CALLED && RUNS.matcher(use.call().callee().name()).matches();
  }

  private boolean isReached(Site site, FieldKey asked, int depth) {
    Optional<Body> found = code.body(site.method());
    if (found.isEmpty() || depth == 0) {
      return false;
    }
    Body body = found.get();
    boolean here =
        Reachability.leads(
            body.flow(),
            List.of(0),
            node -> node == site.node(),
            node -> field(body, body.flow().node(node)).filter(asked::equals).isPresent());
    boolean inside = body.flow().isLambdaBody() || Access.has(body.flow().access(), Access.PRIVATE);
    return here
        && (!inside
            || body.method().isConstructor()
            || code.callers(body.method()).stream()
                .anyMatch(caller -> isReached(caller, asked, depth - 1)));
  }
}
