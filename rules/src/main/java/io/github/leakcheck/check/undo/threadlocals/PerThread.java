package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.undo.Between;
import io.github.leakcheck.check.undo.threadlocals.ThreadCaches.Made;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.KeptParameters;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges objects that a thread local makes for each thread, and that stay with it for good. */
final class PerThread {
  private static final List<String> CONTEXTS =
      List.of("jakarta.servlet.ServletContext", "javax.servlet.ServletContext");

  /** Called once for an object, by whichever thread. */
  private static final Set<String> ENDS =
      Set.of("close", "dispose", "destroy", "shutdown", "shutDown", "terminate");

  private final Code code;
  private final Origins origins;
  private final KeptParameters keptParameters;
  private final ThreadCaches caches;

  PerThread(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.keptParameters = new KeptParameters(code);
    this.caches = new ThreadCaches(code);
  }

  /**
   * What stays with each thread.
   *
   * @param use where it comes from
   * @param sure how sure it is that this matters
   * @param bare whether it is the loader of its class alone that matters
   */
  record Stays(Use use, String message, Confidence sure, boolean bare) {}

  /** Whether the use is in what ends its object: other threads have their values still. */
  boolean isAtEnd(Use use) {
    return code.body(use.site().method())
        .filter(body -> !body.flow().isStatic() && ENDS.contains(body.flow().source().name()))
        .filter(body -> List.of().equals(body.method().parameters()))
        .isPresent();
  }

  /**
   * Whether what ends is made for each value: it is the value itself, or made where one is set. Who
   * opens such a scope closes it in the same thread.
   */
  boolean areOfScopes(List<Use> uses, List<Use> removes) {
    List<Use> sets =
        uses.stream()
            .filter(use -> use.kind() == Use.Kind.CALLED && use.reach() == Use.Reach.ITSELF)
            .filter(use -> use.call().callee().name().equals("set") && !isAtEnd(use))
            .toList();
    return !sets.isEmpty()
        && removes.stream()
            .map(remove -> remove.site().method().owner())
            .allMatch(scope -> sets.stream().allMatch(set -> isOfScope(set, scope)));
  }

  private boolean isOfScope(Use set, String scope) {
    Optional<Body> body = code.body(set.site().method());
    boolean made =
        set.site().method().isConstructor() && set.site().method().owner().equals(scope)
            || code.made(scope).stream()
                .anyMatch(site -> site.method().equals(set.site().method()));
    return made
        || body.isPresent()
            && origins.of(body.get(), set.site().node(), set.call().arguments().get(0)).stream()
                .allMatch(value -> isOf(value, scope));
  }

  private boolean isOf(Origin value, String scope) {
    return value instanceof Origin.Fresh made && code.world().types().isSubtype(made.type(), scope)
        || value instanceof Origin.OfParameter self
            && self.isThis()
            && code.world().types().isSubtype(self.body().method().owner(), scope);
  }

  /** The first object made for each thread, empty if there is none worth telling. */
  Optional<Stays> of(TypeFacts owner, FieldFacts field, List<Use> uses) {
    boolean isStatic = Access.has(field.access(), Access.STATIC);
    for (Use use : uses) {
      Optional<Made> made = caches.made(use);
      if (made.isPresent()) {
        return isStatic
            ? Optional.of(ofClass(owner, field, use, made.get().type(), uses))
            : made.get().fresh().flatMap(fresh -> ofObject(owner, field, use, fresh));
      }
    }
    return Optional.empty();
  }

  /**
   * Its class, and so the loader of its application, stays with threads that belong to a container.
   * One that collects things keeps those as well; and who gives back what it has taken for a piece
   * of work knows where that work ends.
   */
  private Stays ofClass(TypeFacts owner, FieldFacts field, Use use, String type, List<Use> uses) {
    String message =
        "Each thread that asks `"
            + name(owner, field)
            + "` keeps a `"
            + Names.simple(type)
            + "` and the class loader of its class, and nothing removes it";
    boolean heavy = caches.collects(type) || uses.stream().anyMatch(this::isForOneWork);
    boolean doubtful = areOfContainer() || !heavy && canBeSwitchedOff(uses);
    return new Stays(use, message, doubtful ? Confidence.LOW : Confidence.MEDIUM, !heavy);
  }

  /** Whether the program is the container itself, whose classes stay as long as its threads. */
  boolean areOfContainer() {
    return CONTEXTS.stream()
        .anyMatch(context -> !code.world().program().directSubtypes(context).isEmpty());
  }

  /** Whether values are asked for behind a final flag alone, as a container would set it. */
  private boolean canBeSwitchedOff(List<Use> uses) {
    List<Use> gets =
        uses.stream()
            .filter(use -> use.kind() == Use.Kind.CALLED && use.reach() == Use.Reach.ITSELF)
            .filter(use -> use.call().callee().name().equals("get"))
            .toList();
    return !gets.isEmpty() && gets.stream().allMatch(this::isBehindFlag);
  }

  private boolean isBehindFlag(Use get) {
    Body body = code.body(get.site().method()).orElse(null);
    return body != null
        && body.nodes().stream()
            .filter(node -> node.step() instanceof Step.Test test && asksFlag(body, node, test))
            .anyMatch(
                node ->
                    node.next().stream()
                            .filter(next -> Ways.lead(body, next, get.site().node()))
                            .count()
                        == 1);
  }

  private boolean asksFlag(Body body, Node node, Step.Test test) {
    return test.right() == Step.NONE
        && origins.of(body, node.id(), test.left()).stream()
            .allMatch(
                o ->
                    o instanceof Origin.OfField flag
                        && flag.field().type().equals("boolean")
                        && isFinal(code.key(flag.field())));
  }

  private boolean isFinal(FieldKey field) {
    return code.world()
        .program()
        .type(field.owner())
        .flatMap(type -> type.field(field.name()))
        .filter(facts -> Access.has(facts.access(), Access.FINAL))
        .isPresent();
  }

  /** A value that refers to the owner of its thread local keeps both, as long as the thread. */
  private Optional<Stays> ofObject(TypeFacts owner, FieldFacts field, Use use, Origin.Fresh value) {
    if (!refersTo(owner.name(), value)) {
      return Optional.empty();
    }
    String simple = Names.simple(owner.name());
    String message =
        "Each thread that asks `"
            + name(owner, field)
            + "` keeps a `"
            + Names.simple(value.type())
            + "` that refers to its `"
            + simple
            + "`, so that neither goes while the thread lives, and nothing removes it";
    // Where others can make objects too, those that a static field keeps are not all there are.
    boolean open = Access.has(owner.access(), Access.PUBLIC);
    boolean stays =
        Anchors.of(code)
            .of(owner)
            .filter(anchor -> !open || anchor.sure() == Confidence.HIGH)
            .isPresent();
    return Optional.of(new Stays(use, message, stays ? Confidence.LOW : Confidence.MEDIUM, false));
  }

  /** Whether the object is given the owner as it is made, and keeps it. */
  private boolean refersTo(String owner, Origin.Fresh value) {
    Optional<Integer> constructor = origins.constructor(value);
    if (constructor.isEmpty()) {
      return false;
    }
    Step.Call call = (Step.Call) value.body().step(constructor.get());
    for (int i = 0; i < call.arguments().size(); i++) {
      if (origins.of(value.body(), constructor.get(), call.arguments().get(i)).stream()
              .anyMatch(o -> isOwner(owner, o))
          && keptParameters.keeps(call, i + 1)) {
        return true;
      }
    }
    return false;
  }

  /** The object whose method this is, or around the one whose method this is. */
  private static boolean isOwner(String owner, Origin given) {
    return given instanceof Origin.OfParameter p
            && p.index() == 0
            && !p.body().flow().isStatic()
            && p.body().method().owner().equals(owner)
        || given instanceof Origin.OfField f
            && f.field().name().startsWith("this$")
            && f.field().type().equals(owner);
  }

  /**
   * Whether the value got here is only told that some work begins, and in a finally block that it
   * has ended.
   */
  private boolean isForOneWork(Use get) {
    Optional<Body> body = code.body(get.site().method());
    if (body.isEmpty()
        || get.kind() != Use.Kind.CALLED
        || !get.call().callee().name().equals("get")) {
      return false;
    }
    List<Node> calls = new ArrayList<>();
    for (Node node : body.get().nodes()) {
      if (uses(body.get(), node, get)) {
        if (!isTold(body.get(), node, get)) {
          return false;
        }
        calls.add(node);
      }
    }
    return calls.stream().anyMatch(begin -> endsInFinally(body.get(), begin, calls));
  }

  private boolean uses(Body body, Node node, Use get) {
    return !(node.step() instanceof Step.Copy)
        && !(node.step() instanceof Step.Cast)
        && StepUses.used(node.step()).stream().anyMatch(used -> isGot(body, node, used, get));
  }

  /** Whether the step is a call of a method of the value that is given and answers nothing. */
  private boolean isTold(Body body, Node node, Use get) {
    return node.step() instanceof Step.Call call
        && call.callee().result().equals("void")
        && call.arguments().isEmpty()
        && isGot(body, node, call.receiver(), get);
  }

  private boolean isGot(Body body, Node node, int register, Use get) {
    return origins.isMadeAt(body, node.id(), register, get.site().node());
  }

  private static boolean endsInFinally(Body body, Node begin, List<Node> calls) {
    String began = ((Step.Call) begin.step()).callee().name();
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Catch any && Between.takesAll(any))
        .anyMatch(
            handler ->
                calls.stream()
                    .filter(end -> !((Step.Call) end.step()).callee().name().equals(began))
                    .anyMatch(end -> Ways.lead(body, handler.id(), end.id())));
  }

  private static String name(TypeFacts owner, FieldFacts field) {
    return new FieldKey(owner.name(), field.name()).shortName();
  }
}
