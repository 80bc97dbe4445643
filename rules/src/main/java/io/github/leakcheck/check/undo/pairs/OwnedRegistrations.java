package io.github.leakcheck.check.undo.pairs;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Verbs;
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
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges objects that register themselves as they are made: they have a method that takes that
 * back, and the object that made and keeps one never calls it.
 */
public final class OwnedRegistrations {
  private static final Set<String> UNDOES =
      Set.of("unregister", "deregister", "unsubscribe", "unregisterAll", "deregisterAll");

  private static final Set<String> BY_HAND =
      Set.of("register", "subscribe", "start", "init", "open", "bind", "registerAll");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Places places;

  public OwnedRegistrations(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.places = new Places(world);
  }

  /** What is wrong with one field, empty if nothing is. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0
        || Platform.isJdk(field.type())
        || Access.has(field.access(), Access.STATIC)
        || Anchors.of(code).of(owner).isPresent()) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    Optional<MethodRef> undo = undo(field.type());
    return undo.flatMap(method -> made(key).map(site -> draft(owner, field, site, method)))
        .filter(draft -> !isUndone(key));
  }

  /** The method that takes the registration back, where none would make it but the constructor. */
  private Optional<MethodRef> undo(String type) {
    List<MethodRef> methods =
        world.types().supertypes(type).stream()
            .filter(name -> !Platform.isJdk(name))
            .flatMap(name -> world.program().type(name).stream())
            .flatMap(facts -> facts.methods().stream())
            .filter(method -> !Access.has(method.access(), Access.PRIVATE))
            .map(MethodFacts::ref)
            .toList();
    boolean byHand = methods.stream().anyMatch(ref -> BY_HAND.contains(ref.name()));
    return byHand
        ? Optional.empty()
        : methods.stream()
            .filter(ref -> UNDOES.contains(ref.name()) && List.of().equals(ref.parameters()))
            .findFirst();
  }

  /** Where the class makes the object, again and again. */
  private Optional<Site> made(FieldKey key) {
    for (Site site : code.stores(key)) {
      Optional<Body> body = code.body(site.method());
      if (body.isPresent()
          && body.get().step(site.node()) instanceof Step.StoreField store
          && Starts.of(code).onlyAtStart(site.method()) == Starts.Answer.NO) {
        for (Origin origin : origins.of(body.get(), site.node(), store.value())) {
          if (origin instanceof Origin.Fresh) {
            return Optional.of(site);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether it is taken back, or shown to somebody who may do so. */
  private boolean isUndone(FieldKey key) {
    for (Use use : FieldUses.of(world).of(key)) {
      if (use.kind() == Use.Kind.RETURNED
          || use.kind() == Use.Kind.STORED && !isInField(use)
          || use.kind() == Use.Kind.CALLED && isEnd(use.call().callee().name())) {
        return true;
      }
    }
    return false;
  }

  /** What is done with the field of another object is among the uses. */
  private boolean isInField(Use use) {
    return code.body(use.site().method())
        .filter(body -> body.step(use.site().node()) instanceof Step.StoreField)
        .isPresent();
  }

  private static boolean isEnd(String method) {
    return UNDOES.contains(method) || Verbs.isEnding(method);
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Site site, MethodRef undo) {
    Body body = code.body(site.method()).orElseThrow();
    Optional<Body> end = Lifecycle.of(code).endings(owner.name()).stream().findFirst();
    String type = Names.simple(field.type());
    String call = "`" + type + "." + undo.name() + "()`";
    List<PathStep> path = new ArrayList<>();
    path.add(new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "kept in this field"));
    end.ifPresent(
        e -> path.add(new PathStep(PathStep.Kind.EXIT, places.of(e, 0), "does not call " + call)));
    return new Draft(
        type.contains("Metric") ? "metric-never-unregistered" : "registration-never-undone",
        Confidence.MEDIUM,
        body.site(site.node()),
        "The `"
            + type
            + "` in `"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` registers itself, and "
            + end.map(e -> "`" + e.flow().source().name() + "()` does not call ")
                .orElse("nothing calls ")
            + call,
        "Call " + call + end.map(e -> "").orElse(" when the owner is done, in a `close()`"),
        path);
  }
}
