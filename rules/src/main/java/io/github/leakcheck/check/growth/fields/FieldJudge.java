package io.github.leakcheck.check.growth.fields;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.growth.Growth;
import io.github.leakcheck.check.growth.Growths;
import io.github.leakcheck.check.growth.Release;
import io.github.leakcheck.check.growth.Releases;
import io.github.leakcheck.check.growth.Verdict;
import io.github.leakcheck.check.growth.WeakMaps;
import io.github.leakcheck.check.growth.Wording;
import io.github.leakcheck.check.usage.Anchor;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts anchor, growth and release of a field together: confidence is what is left of all three. */
public final class FieldJudge {
  private static final Pattern WEAK =
      Pattern.compile(
          "Weak(?!Key(And)?Value|Value).*|\\w*Weak(Hash|Key(?!(And)?Value)|Identity|Concurrent)\\w*");

  private final World world;
  private final Code code;
  private final FieldUses fieldUses;
  private final Anchors anchors;
  private final GuessedAnchors guessed;
  private final Growths growths;
  private final Releases releases;
  private final Sureness sureness;
  private final Queues queues;
  private final Capacities capacities;
  private final WeakMaps weakMaps;
  private final Wording wording;

  private FieldJudge(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.fieldUses = FieldUses.of(world);
    this.anchors = Anchors.of(code);
    this.growths = new Growths(code);
    this.releases = new Releases(code);
    Added added = new Added(code);
    this.guessed = new GuessedAnchors(world, growths, added, releases);
    this.capacities = new Capacities(code);
    this.sureness = new Sureness(world, growths, added, capacities);
    this.queues = new Queues(code);
    this.weakMaps = new WeakMaps(code);
    this.wording = new Wording(code);
  }

  /** The judge of this analysis. */
  public static FieldJudge of(World world) {
    return world.once(FieldJudge.class, FieldJudge::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.constant() || field.type().endsWith("]") || field.type().indexOf('.') < 0) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    if (uses.stream().noneMatch(Use::adds)) {
      return Optional.empty();
    }
    Capacity capacity = capacities.ofField(uses);
    if (WEAK.matcher(capacity.type()).matches()) {
      return weakMaps.cycle(uses).map(cycle -> wording.weakMap(owner, field, cycle));
    }
    return grows(owner, field, uses, capacity)
        .map(wording::draft)
        .or(
            () ->
                queues
                    .pretendedBound(uses, capacity)
                    .or(() -> queues.besideBounded(owner, field, uses, capacity))
                    .map(use -> wording.queue(owner, field, use, queues.sure(uses))));
  }

  private Optional<Verdict> grows(
      TypeFacts owner, FieldFacts field, List<Use> uses, Capacity capacity) {
    FieldKey key = new FieldKey(owner.name(), field.name());
    boolean isStatic = Access.has(field.access(), Access.STATIC);
    Release release = releases.of(key, uses);
    if (release.kind().compareTo(Release.Kind.AUTOMATIC) >= 0
        || capacity.kind().compareTo(Capacity.Kind.FIXED) <= 0) {
      return Optional.empty();
    }
    List<Growth> grows = new ArrayList<>(growths.of(uses, key, isStatic));
    grows.sort(Comparator.comparing(Growth::sure).reversed());
    if (grows.isEmpty()) {
      return Optional.empty();
    }
    Candidate one = new Candidate(owner, field, capacity, grows.get(0), release);
    return anchors
        .of(owner, field)
        .or(() -> guessed.of(one))
        .map(found -> verdict(one, found, grows, uses));
  }

  private Verdict verdict(Candidate one, Anchor anchor, List<Growth> grows, List<Use> uses) {
    String escapes = escapes(one.field(), uses, one.release());
    Confidence sure = sureness.of(one, anchor, escapes);
    return new Verdict(
        one.owner(), one.field(), anchor, grows, one.release(), one.capacity(), escapes, sure);
  }

  /** How the collection gets out of sight. */
  private String escapes(FieldFacts field, List<Use> uses, Release release) {
    for (Use use : uses) {
      if (use.kind() == Use.Kind.PASSED) {
        return "it is passed to `" + use.call().callee().name() + "()`";
      }
      if (use.kind() == Use.Kind.RETURNED && use.reach() == Use.Reach.ITSELF && isOpen(use)) {
        return "`" + use.site().method().name() + "()` returns it";
      }
    }
    boolean open =
        release.kind() == Release.Kind.EMPTIES && world.program().sight() != Sight.FILE
            ? Access.has(field.access(), Access.PUBLIC)
            : Access.isOpen(field.access());
    return open ? "other classes can reach it" : "";
  }

  private boolean isOpen(Use use) {
    return code.body(use.site().method())
        .filter(body -> Access.isOpen(body.flow().access()))
        .isPresent();
  }
}
