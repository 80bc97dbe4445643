package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Anchor;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts anchor, growth and release of a field together: confidence is what is left of all three. */
public final class FieldJudge {
  private final World world;
  private final Code code;
  private final FieldUses fieldUses;
  private final Anchors anchors;
  private final Growths growths;
  private final Releases releases;
  private final Capacities capacities;

  private FieldJudge(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.fieldUses = FieldUses.of(world);
    this.anchors = Anchors.of(code);
    this.growths = new Growths(code);
    this.releases = new Releases(code);
    this.capacities = new Capacities(code);
  }

  /** The judge of this analysis. */
  public static FieldJudge of(World world) {
    return world.once(FieldJudge.class, FieldJudge::new);
  }

  /** The verdict on one field, empty if there is nothing to say. */
  public Optional<Verdict> judge(TypeFacts owner, FieldFacts field) {
    if (!mayGrow(field)) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    if (uses.stream().noneMatch(Use::adds)) {
      return Optional.empty();
    }
    return anchors.of(owner, field).flatMap(anchor -> judge(owner, field, anchor, key, uses));
  }

  private static boolean mayGrow(FieldFacts field) {
    return !field.constant() && !field.type().endsWith("]") && field.type().indexOf('.') > 0;
  }

  private Optional<Verdict> judge(
      TypeFacts owner, FieldFacts field, Anchor anchor, FieldKey key, List<Use> uses) {
    boolean isStatic = Access.has(field.access(), Access.STATIC);
    List<Growth> grows =
        growths.of(uses, isStatic).stream()
            .sorted(Comparator.comparing(Growth::sure).reversed())
            .toList();
    Release release = releases.of(key, uses);
    Capacity capacity = capacity(uses);
    if (grows.isEmpty()
        || release.kind().compareTo(Release.Kind.AUTOMATIC) >= 0
        || capacity.kind().compareTo(Capacity.Kind.FIXED) <= 0) {
      return Optional.empty();
    }
    String escapes = escapes(field, uses);
    Confidence sure = confidence(field, anchor, grows.get(0), release, capacity, escapes);
    return Optional.of(new Verdict(owner, field, anchor, grows, release, capacity, escapes, sure));
  }

  private Capacity capacity(List<Use> uses) {
    Set<Capacity> found = new LinkedHashSet<>();
    for (Use use : uses) {
      if (use.kind() == Use.Kind.WRITTEN) {
        Optional<Body> body = code.body(use.site().method());
        if (body.isPresent()
            && body.get().step(use.site().node()) instanceof Step.StoreField store) {
          found.addAll(capacities.of(body.get(), use.site().node(), store.value()));
        }
      }
    }
    return found.stream().min(Comparator.comparing(Capacity::kind)).orElse(Capacity.UNKNOWN);
  }

  /** How the collection gets out of sight. */
  private String escapes(FieldFacts field, List<Use> uses) {
    for (Use use : uses) {
      if (use.kind() == Use.Kind.PASSED) {
        return "it is passed to `" + use.call().callee().name() + "()`";
      }
      if (use.kind() == Use.Kind.RETURNED && use.reach() == Use.Reach.ITSELF && isOpen(use)) {
        return "`" + use.site().method().name() + "()` returns it";
      }
    }
    boolean open =
        Access.has(field.access(), Access.PUBLIC) || Access.has(field.access(), Access.PROTECTED);
    return open ? "other classes can reach it" : "";
  }

  private boolean isOpen(Use use) {
    return code.body(use.site().method())
        .map(body -> body.flow().access())
        .filter(a -> Access.has(a, Access.PUBLIC) || Access.has(a, Access.PROTECTED))
        .isPresent();
  }

  private Confidence confidence(
      FieldFacts field,
      Anchor anchor,
      Growth growth,
      Release release,
      Capacity capacity,
      String escapes) {
    Confidence sure = anchor.sure().and(growth.sure());
    if (release.kind() == Release.Kind.MANUAL) {
      sure = sure.lowered();
    }
    if (!escapes.isEmpty()) {
      sure = sure.lowered();
    }
    if (capacity.kind() == Capacity.Kind.UNKNOWN) {
      sure = sure.lowered();
    }
    boolean unseen =
        world.program().sight() == Sight.FILE && !Access.has(field.access(), Access.PRIVATE);
    return unseen ? Confidence.LOW : sure;
  }
}
