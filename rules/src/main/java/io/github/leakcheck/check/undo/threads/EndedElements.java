package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.threads.ThreadMakers.Started;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows what runs threads among the objects of the program that are put into a collection, and how
 * the owner of the collection ends those as it ends itself.
 */
final class EndedElements {
  private static final String THREAD = "java.lang.Thread";

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Lifecycle lifecycle;
  private final Endings endings;
  private final ThreadMakers makers;

  EndedElements(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
    this.lifecycle = Lifecycle.of(code);
    this.endings = new Endings(code);
    this.makers = new ThreadMakers(code);
  }

  /**
   * An object that is put into a collection.
   *
   * @param kind the type by which others know it
   * @param ends what the owner runs for it as it ends; empty if it does nothing
   * @param inside what it has in a field, if it is no thread itself
   */
  record Element(Origin.Fresh made, String kind, Set<MethodRef> ends, Optional<Started> inside) {}

  /** What the use puts there, if that runs threads. */
  Optional<Element> of(TypeFacts owner, Use add) {
    Body body = code.body(add.site().method()).orElseThrow();
    return origins
        .ofArguments(body, add.site().node(), add.call())
        .flatMap(this::made)
        .filter(made -> code.owns(made.type()))
        .flatMap(made -> thread(owner, body, made).or(() -> withThreads(owner, made)).stream())
        .findFirst();
  }

  /** The object itself, or what a function makes that the collection runs. */
  private Stream<Origin.Fresh> made(Origin value) {
    if (value instanceof Origin.Function function && function.lambda().body() != null) {
      return code.body(function.lambda().body()).stream().flatMap(this::returned);
    }
    return value instanceof Origin.Fresh fresh ? Stream.of(fresh) : Stream.empty();
  }

  private Stream<Origin.Fresh> returned(Body makes) {
    return makes.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return back && back.value() != Step.NONE)
        .flatMap(
            node ->
                origins.of(makes, node.id(), ((Step.Return) node.step()).value()).stream()
                    .filter(Origin.Fresh.class::isInstance)
                    .map(Origin.Fresh.class::cast));
  }

  /** An object that gets threads of its own as it is made. */
  private Optional<Element> withThreads(TypeFacts owner, Origin.Fresh made) {
    for (FieldFacts field :
        world.program().type(made.type()).map(TypeFacts::fields).orElse(List.of())) {
      if (field.type().indexOf('.') > 0 && !Access.has(field.access(), Access.STATIC)) {
        List<Use> uses = FieldUses.of(world).of(new FieldKey(made.type(), field.name()));
        Optional<Started> started =
            makers
                .started(uses)
                .filter(one -> one.most() != Confidence.LOW)
                .filter(one -> one.write().site().method().isConstructor());
        if (started.isPresent()) {
          return Optional.of(new Element(made, made.type(), endsOf(owner, uses), started));
        }
      }
    }
    return Optional.empty();
  }

  /** The methods that end what is in the field, of those that run as the owner ends. */
  private Set<MethodRef> endsOf(TypeFacts owner, List<Use> uses) {
    Set<MethodRef> found = new HashSet<>();
    uses.stream().filter(makers::isEnding).forEach(use -> found.add(use.site().method()));
    found.retainAll(reachedAtEnd(owner));
    return found;
  }

  private Set<MethodRef> reachedAtEnd(TypeFacts owner) {
    Set<MethodRef> found = new HashSet<>();
    lifecycle.endings(owner.name()).stream()
        .filter(body -> body.method().owner().equals(owner.name()))
        .forEach(body -> found.addAll(endings.reachedFrom(body.method())));
    return found;
  }

  /** A thread of a class of the program, which the method that adds it also starts. */
  private Optional<Element> thread(TypeFacts owner, Body body, Origin.Fresh made) {
    return made.body() == body
            && world.types().isSubtype(made.type(), THREAD)
            && body.nodes().stream().anyMatch(node -> starts(body, node, made))
        ? Optional.of(new Element(made, THREAD, ends(owner, made.type()), Optional.empty()))
        : Optional.empty();
  }

  private boolean starts(Body body, Node node, Origin.Fresh made) {
    return node.step() instanceof Step.Call call
        && call.callee().name().equals("start")
        && origins.of(body, node.id(), call.receiver()).contains(made);
  }

  /** What the owner calls on the threads as it ends: methods that have the thread end. */
  private Set<MethodRef> ends(TypeFacts owner, String type) {
    Set<MethodRef> found = new HashSet<>();
    reachedAtEnd(owner).stream()
        .filter(
            method -> world.types().isSubtype(type, method.owner()) && code.owns(method.owner()))
        .filter(method -> code.body(method).filter(body -> tellsToEnd(body, type)).isPresent())
        .forEach(found::add);
    return found;
  }

  /** Whether it sets a flag that the thread's loop asks. */
  private boolean tellsToEnd(Body end, String type) {
    Optional<Body> run = code.body(new MethodRef(type, "run", List.of(), "void"));
    return run.isPresent()
        && end.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.StoreField store
                        && store.field().type().equals("boolean")
                        && asks(run.get(), code.key(store.field())));
  }

  private boolean asks(Body run, FieldKey flag) {
    return run.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Test test
                    && origins.isRead(run, node.id(), test.left(), flag));
  }
}
