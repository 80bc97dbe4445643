package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.List;
import java.util.Objects;

/** Tells what else has the threads of a field, and so may end them. */
final class GivenThreads {
  /** Runs tasks, and cannot be ended. */
  private static final String ONLY_RUNS = "java.util.concurrent.Executor";

  private final World world;
  private final Code code;
  private final LibraryFields libraries;

  GivenThreads(Code code) {
    this.world = code.world();
    this.code = code;
    this.libraries = new LibraryFields(code);
  }

  /** The uses by which somebody gets the threads who may end them. */
  List<Use> of(TypeFacts owner, FieldFacts field, List<Use> uses) {
    return uses.stream()
        .filter(use -> gives(owner, field, use) && !isToRunOnly(owner, field, use))
        .filter(use -> !isBorrowed(use))
        .toList();
  }

  /** Whether the catalogue says of the callee, or of the method that keeps it, that it borrows. */
  private boolean isBorrowed(Use use) {
    MethodRef by = use.kind() == Use.Kind.PASSED ? use.call().callee() : use.site().method();
    return world.catalog().match(Role.BORROWS, by, world.types()).isPresent();
  }

  private boolean gives(TypeFacts owner, FieldFacts field, Use use) {
    return switch (use.kind()) {
      case PASSED ->
          !Platform.isJdk(use.call().callee().owner()) && canEnd(field, use.call().callee());
      case RETURNED -> !isSeen(owner, use);
      case STORED -> !isHarmlesslyKept(use);
      default -> false;
    };
  }

  /**
   * Whether the use gives the threads to somebody who seldom ends them: to whoever asks, or to a
   * library, which runs tasks in what it is handed.
   */
  boolean isSeldomToEnd(Use use) {
    return switch (use.kind()) {
      case PASSED -> isToConfigure(use.call().callee());
      case RETURNED -> code.body(use.site().method()).filter(this::isGetter).isPresent();
      default -> false;
    };
  }

  /** A method of a library that makes nothing of it which could be ended in turn. */
  private boolean isToConfigure(MethodRef callee) {
    return !code.owns(callee.owner())
        && !callee.isConstructor()
        && (callee.result().equals("void")
            || world.types().isSubtype(callee.owner(), callee.result()));
  }

  /** Whether somewhere in its class threads are ended that others, who may have these, return. */
  boolean areAskedBack(TypeFacts owner, FieldFacts field) {
    return code.nest(owner.name()).stream()
        .flatMap(type -> code.bodies(type).stream())
        .anyMatch(body -> body.nodes().stream().anyMatch(node -> endsReturned(body, node, field)));
  }

  private boolean endsReturned(Body body, Node node, FieldFacts field) {
    return node.step() instanceof Step.Call call
        && Verbs.isEnding(call.callee().name())
        && Origins.of(code).of(body, node.id(), call.receiver()).stream()
            .anyMatch(o -> o instanceof Origin.Result result && mayReturn(result, field));
  }

  private boolean mayReturn(Origin.Result result, FieldFacts field) {
    String type = result.call().callee().result();
    return result.call().receiver() != Step.NONE
        && world.types().isSubtype(field.type(), type)
        && !type.equals("java.lang.Object");
  }

  /** Whether both uses give to the same. */
  static boolean isAlike(Use one, Use other) {
    return one.kind() == other.kind()
        && (one.kind() == Use.Kind.RETURNED
            || one.site().equals(other.site())
            || one.call() != null && Objects.equals(callee(one), callee(other)));
  }

  private static MethodRef callee(Use use) {
    return use.call() == null ? null : use.call().callee();
  }

  /** Whether the use is in a method that was given no more than something to run its tasks. */
  private boolean isToRunOnly(TypeFacts owner, FieldFacts field, Use use) {
    MethodRef method = use.site().method();
    FieldKey key = new FieldKey(owner.name(), field.name());
    return !canEnd(field, method)
        && code.loads(key).stream().noneMatch(load -> load.method().equals(method));
  }

  /** Whether the method gets more than something that runs its tasks. */
  private boolean canEnd(FieldFacts field, MethodRef method) {
    List<String> parameters = method.parameters();
    return parameters == null
        || !parameters.contains(ONLY_RUNS)
        || parameters.stream()
            .anyMatch(
                type -> !type.equals(ONLY_RUNS) && world.types().isSubtype(field.type(), type));
  }

  /**
   * What is done with the field of another object in sight is among the uses; and a field may be
   * one that cannot end them.
   */
  private boolean isHarmlesslyKept(Use use) {
    return code.body(use.site().method())
        .filter(
            body ->
                body.step(use.site().node()) instanceof Step.StoreField store
                    && (store.field().type().equals(ONLY_RUNS)
                        || !store.field().isStatic()
                            && (code.owns(store.field().owner())
                                || libraries.neverEnds(store.field()))))
        .isPresent();
  }

  /** Whether a getter returns it, and all who can call that are in sight. */
  private boolean isSeen(TypeFacts owner, Use use) {
    return world.program().sight() != Sight.FILE
        && code.body(use.site().method()).filter(this::isGetter).isPresent()
        && (!Access.has(owner.access(), Access.PUBLIC)
            || !code.callers(use.site().method()).isEmpty());
  }

  private boolean isGetter(Body body) {
    return Origins.of(code).isGetter(body);
  }
}
