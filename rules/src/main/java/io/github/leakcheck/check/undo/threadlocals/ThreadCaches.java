package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.facts.Types;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at objects that a thread local makes once for each thread, and never gives up. */
final class ThreadCaches {
  private final Code code;
  private final Origins origins;
  private final Capacities capacities;

  ThreadCaches(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.capacities = new Capacities(code);
  }

  /**
   * An object of a class that comes with the program, kept by each thread.
   *
   * @param fresh where it is made, if that is not just a reference to its constructor
   */
  record Made(String type, Optional<Origin.Fresh> fresh) {}

  /** The object that the thread local is given, or makes at first. */
  Optional<Made> made(Use use) {
    return code.body(use.site().method()).flatMap(body -> made(body, use));
  }

  private Optional<Made> made(Body body, Use use) {
    if (use.kind() == Use.Kind.WRITTEN
        && body.step(use.site().node()) instanceof Step.StoreField store) {
      return origins.of(body, use.site().node(), store.value()).stream()
          .flatMap(local -> capacities.initial(local).stream())
          .flatMap(this::returned)
          .findFirst();
    }
    boolean set =
        use.kind() == Use.Kind.CALLED
            && use.reach() == Use.Reach.ITSELF
            && use.call().callee().name().equals("set");
    return set
        ? loaded(origins.of(body, use.site().node(), use.call().arguments().get(0)).stream())
            .findFirst()
        : Optional.empty();
  }

  private Stream<Made> returned(Body makes) {
    if (makes.method().isConstructor() && isLoaded(makes.method().owner())) {
      return Stream.of(new Made(makes.method().owner(), Optional.empty()));
    }
    return makes.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return)
        .flatMap(
            node ->
                loaded(origins.of(makes, node.id(), ((Step.Return) node.step()).value()).stream()));
  }

  private Stream<Made> loaded(Stream<Origin> values) {
    return values.flatMap(value -> made(value).stream()).filter(made -> isLoaded(made.type()));
  }

  private static Optional<Made> made(Origin value) {
    if (value instanceof Origin.Fresh fresh) {
      return Optional.of(new Made(fresh.type(), Optional.of(fresh)));
    }
    return value instanceof Origin.Result result
        ? Optional.of(new Made(result.call().callee().result(), Optional.empty()))
        : Optional.empty();
  }

  /** Whether the class comes with the program, and so from a loader that may end. */
  private boolean isLoaded(String type) {
    return type.indexOf('.') > 0
        && !type.endsWith("[]")
        && !Platform.isProvided(type)
        && !code.world().types().isSubtype(type, "java.lang.ref.Reference");
  }

  /**
   * Whether objects of the class take in others as they are used: a context of the work, rather
   * than a buffer or a formatter.
   */
  boolean collects(String type) {
    return code.world().types().supertypes(type).stream()
        .filter(code::owns)
        .flatMap(owner -> code.world().program().type(owner).stream())
        .anyMatch(owner -> owner.fields().stream().anyMatch(field -> collects(owner, field)));
  }

  private boolean collects(TypeFacts owner, FieldFacts field) {
    Types types = code.world().types();
    if (Access.has(field.access(), Access.STATIC) || field.type().indexOf('.') < 0) {
      return false;
    }
    boolean holds =
        types.isSubtype(field.type(), "java.util.Collection")
            || types.isSubtype(field.type(), "java.util.Map");
    boolean refers = field.type().equals("java.lang.Object") || code.owns(field.type());
    return holds
        || refers
            && !types.isSubtype(field.type(), "java.lang.Enum")
            && isSetLater(new FieldKey(owner.name(), field.name()));
  }

  private boolean isSetLater(FieldKey field) {
    return code.stores(field).stream().anyMatch(this::givesOther);
  }

  /** Stored in a method, and from elsewhere. */
  private boolean givesOther(Site site) {
    Optional<Body> body = code.body(site.method());
    return body.isPresent()
        && !site.method().isConstructor()
        && body.get().step(site.node()) instanceof Step.StoreField store
        && origins.of(body.get(), site.node(), store.value()).stream()
            .anyMatch(o -> !(o instanceof Origin.Constant));
  }
}
