package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.undo.threads.ThreadElements.Made;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges maps, lists and arrays that are filled with executors, timers and the like, and whose
 * owner forgets what it has put there: as it ends, or as it takes one out.
 */
public final class ManyThreads {
  private final World world;
  private final Code code;
  private final Origins origins;
  private final ThreadElements elements;
  private final Lifecycle lifecycle;
  private final Places places;

  public ManyThreads(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.elements = new ThreadElements(code);
    this.lifecycle = Lifecycle.of(code);
    this.places = new Places(world);
  }

  /** The threads of one field that nothing ends, if there are any. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts facts) {
    if (!holdsMany(facts.type())
        || Access.has(facts.access(), Access.STATIC)
        || Anchors.of(code).of(owner).isPresent()) {
      return Optional.empty();
    }
    FieldKey field = new FieldKey(owner.name(), facts.name());
    List<Use> uses = FieldUses.of(world).of(field);
    Optional<Made> made = made(owner, field, uses);
    return made.isEmpty() || isShown(owner, field, uses, made.get())
        ? Optional.empty()
        : forgetful(owner, uses).map(at -> draft(field, made.get(), at));
  }

  private boolean holdsMany(String type) {
    return type.endsWith("[]")
        || world.types().isSubtype(type, "java.util.Collection")
        || world.types().isSubtype(type, "java.util.Map");
  }

  private Optional<Made> made(TypeFacts owner, FieldKey field, List<Use> uses) {
    for (Use use : uses) {
      Optional<Body> body = use.adds() ? code.body(use.site().method()) : Optional.empty();
      for (int argument : body.isEmpty() ? List.<Integer>of() : use.call().arguments()) {
        Optional<Made> made = elements.among(origins.of(body.get(), use.site().node(), argument));
        if (made.isPresent()) {
          return made;
        }
      }
    }
    for (Body body : code.bodies(owner.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.StoreElement store
            && isField(origins.of(body, node.id(), store.array()), field)) {
          Optional<Made> made = elements.among(origins.of(body, node.id(), store.value()));
          if (made.isPresent()) {
            return made;
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isField(Set<Origin> values, FieldKey field) {
    return values.stream().anyMatch(o -> origins.isRead(o, field));
  }

  /** Whether something ends one of them, or somebody gets them who might. */
  private boolean isShown(TypeFacts owner, FieldKey field, List<Use> uses, Made made) {
    boolean given =
        uses.stream()
            .anyMatch(
                use ->
                    use.kind() == Use.Kind.PASSED
                        || use.kind() == Use.Kind.RETURNED
                        || use.kind() == Use.Kind.STORED);
    return given
        || Stream.concat(
                code.within(owner.name()).stream().flatMap(type -> code.bodies(type).stream()),
                uses.stream().flatMap(use -> code.body(use.site().method()).stream()))
            .anyMatch(
                body ->
                    body.nodes().stream()
                        .anyMatch(node -> mayEnd(body, node, made) || hands(body, node, made)));
  }

  /** Whether the step ends such threads that are not those of another field. */
  private boolean mayEnd(Body body, Node node, Made made) {
    if (node.step() instanceof Step.Lambda lambda && lambda.reference() && lambda.body() != null) {
      return Verbs.isEnding(lambda.body().name());
    }
    return node.step() instanceof Step.Call call
        && call.receiver() != Step.NONE
        && Verbs.isEnding(call.callee().name())
        && isLike(call.callee().owner(), made)
        && !origins.of(body, node.id(), call.receiver()).stream()
            .allMatch(o -> o instanceof Origin.OfField f && !holdsMany(f.field().type()));
  }

  /** Whether the step gives such threads to a caller, or to other code. */
  private boolean hands(Body body, Node node, Made made) {
    if (node.step() instanceof Step.Return back) {
      return body != made.body()
          && !body.flow().isLambdaBody()
          && isLike(body.method().result(), made)
          && back.value() != Step.NONE;
    }
    if (!(node.step() instanceof Step.Call call) || call.callee().parameters() == null) {
      return false;
    }
    return !Platform.isJdk(call.callee().owner())
        && call.callee().parameters().stream().anyMatch(type -> isLike(type, made));
  }

  private boolean isLike(String type, Made made) {
    return !type.equals("java.lang.Object")
        && !type.equals("java.util.concurrent.Executor")
        && (world.types().isSubtype(type, made.type())
            || world.types().isSubtype(made.type(), type));
  }

  /**
   * Where it should be ended.
   *
   * @param atEnd as the owner ends, rather than as one is taken out
   */
  private record Place(Body body, int node, boolean atEnd) {}

  private Optional<Place> forgetful(TypeFacts owner, List<Use> uses) {
    Optional<Place> end =
        lifecycle.endings(owner.name()).stream()
            .filter(body -> body.method().owner().equals(owner.name()))
            .filter(body -> List.of().equals(body.method().parameters()))
            .findFirst()
            .map(body -> new Place(body, 0, true));
    return end.or(
        () ->
            uses.stream()
                .filter(Use::removes)
                .flatMap(
                    use ->
                        code.body(use.site().method()).stream()
                            .map(body -> new Place(body, use.site().node(), false)))
                .findFirst());
  }

  private Draft draft(FieldKey field, Made made, Place at) {
    String method = "`" + at.body().flow().source().name() + "()`";
    String what = Names.simple(made.type());
    String undo = made.line().api().undo().orElseThrow().name();
    List<PathStep> path = new ArrayList<>();
    path.add(
        new PathStep(PathStep.Kind.ACQUIRED, places.of(made.body(), made.node()), "made here"));
    path.add(
        new PathStep(
            PathStep.Kind.EXIT, places.of(at.body(), at.node()), "does not end those it holds"));
    return new Draft(
        made.line().api().rule(),
        Confidence.MEDIUM.and(made.line().api().confidence()),
        at.body().site(at.node()),
        at.atEnd()
            ? method
                + " does not end what `"
                + field.shortName()
                + "` holds, each with the threads of an `"
                + what
                + "`"
            : method
                + " takes an `"
                + what
                + "` out of `"
                + field.shortName()
                + "` and leaves its threads running",
        "Call `" + undo + "()` on each in " + method,
        path);
  }
}
