package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.ThreadLocalFields;
import io.github.leakcheck.check.undo.threads.ThreadMakers.Started;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges fields that hold what runs threads of its own: executors, timers, clients. */
public final class OwnThreads {
  /**
   * A field whose threads nothing ends.
   *
   * @param ending the body that should do so, if it is in sight
   * @param end name of the method that should, if there is one
   * @param except where it is ended all the same, empty if nowhere
   */
  record Forgotten(
      TypeFacts owner,
      FieldFacts field,
      Started started,
      Optional<Body> ending,
      Optional<String> end,
      Optional<String> except,
      Confidence confidence) {
    /** Whether the class has that method itself: that is where the cure belongs. */
    boolean isAtEnd() {
      return !Access.has(field.access(), Access.STATIC)
          && ending.filter(body -> body.method().owner().equals(owner.name())).isPresent();
    }
  }

  private final World world;
  private final Code code;
  private final FieldUses fieldUses;
  private final Lifecycle lifecycle;
  private final ThreadMakers makers;
  private final Holders holders;
  private final GivenThreads givenThreads;
  private final Endings endings;
  private final AfterFailure afterFailure;
  private final UncertainEnds uncertain;
  private final Repeats repeats;
  private final IdleThreads idleThreads;
  private final ThreadWording wording;

  public OwnThreads(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.fieldUses = FieldUses.of(world);
    this.lifecycle = Lifecycle.of(code);
    this.makers = new ThreadMakers(code);
    this.holders = new Holders(code);
    this.endings = new Endings(code);
    this.givenThreads = new GivenThreads(code);
    this.afterFailure = new AfterFailure(code);
    this.uncertain = new UncertainEnds(code);
    this.repeats = new Repeats(code);
    this.idleThreads = new IdleThreads(code);
    this.wording = new ThreadWording(world);
  }

  /** The fields of the class that nothing ends, those of one closing method told together. */
  public List<Draft> judge(TypeFacts owner) {
    Map<List<Object>, List<Forgotten>> together = new LinkedHashMap<>();
    for (FieldFacts field : owner.fields()) {
      forgotten(owner, field)
          .ifPresent(one -> together.computeIfAbsent(where(one), k -> new ArrayList<>()).add(one));
    }
    return together.values().stream().map(wording::draft).toList();
  }

  private static List<Object> where(Forgotten one) {
    Object place = one.isAtEnd() ? one.ending().orElseThrow() : one.field();
    return List.of(one.started().rule(), place);
  }

  private Optional<Forgotten> forgotten(TypeFacts owner, FieldFacts field) {
    FieldKey key = new FieldKey(owner.name(), field.name());
    if (ThreadLocalFields.holdsThreadLocal(world, owner, field)
        || code.stores(key).isEmpty()
        || field.type().indexOf('.') < 0) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(key);
    Optional<Started> started = makers.started(uses);
    if (started.isEmpty()
        || ends(owner, uses)
        || escapes(owner, field, uses)
        || givenThreads.areAskedBack(owner, field)
        || owner.name().endsWith("Builder")) {
      return Optional.empty();
    }
    Optional<Body> ending = ending(owner).or(() -> holders.ending(owner.name()));
    if (repeats.are(started.get())
        && ending.filter(body -> repeats.endsExecutor(body.method())).isPresent()) {
      return Optional.empty(); // the task ends with the executor it was given
    }
    Optional<String> end =
        ending
            .map(body -> Names.simple(body.method().owner()) + "." + body.flow().source().name())
            .or(() -> lifecycle.ending(owner.name()));
    Optional<String> except =
        uses.stream().filter(makers::isEnding).map(uncertain::except).findFirst();
    Confidence sure = confidence(owner, field, started.get(), ending, end.isPresent());
    if (uses.stream().anyMatch(uncertain::isByFinalizer)) {
      sure = Confidence.LOW; // most often it does run, some time after the object is forgotten
    } else if (sure == Confidence.LOW && ending.filter(body -> endsIn(body, uses)).isPresent()) {
      sure = Confidence.MEDIUM; // its author wants it ended even though idle threads would go
    } else if (sure == Confidence.LOW && isShown(uses)) {
      sure = Confidence.MEDIUM; // what runs from the time it is shown must not outlive that
    }
    return Optional.of(new Forgotten(owner, field, started.get(), ending, end, except, sure));
  }

  /** The method that ends the object, of several the one by which others are sure to know it. */
  private Optional<Body> ending(TypeFacts owner) {
    List<Body> all = lifecycle.endings(owner.name());
    return all.stream()
        .filter(body -> body.method().owner().equals(owner.name()))
        .filter(body -> body.method().name().equals("close"))
        .filter(body -> List.of().equals(body.method().parameters()))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** Whether the class itself ends other things, which even one who lives long may be asked to. */
  private static boolean endsMore(TypeFacts owner, Optional<Body> ending) {
    return ending
        .filter(body -> body.method().owner().equals(owner.name()))
        .filter(body -> body.nodes().stream().anyMatch(node -> node.step() instanceof Step.Call))
        .isPresent();
  }

  private boolean ends(TypeFacts owner, List<Use> uses) {
    boolean closable = ending(owner).isPresent() && Anchors.of(code).of(owner).isEmpty();
    return uses.stream()
        .filter(makers::isEnding)
        .filter(use -> !uncertain.isBarred(use))
        .anyMatch(
            use ->
                code.body(use.site().method())
                    .filter(body -> !afterFailure.only(body, use.site().node()))
                    .filter(
                        body ->
                            !uncertain.isUncalled(body) && !(closable && uncertain.isHook(body)))
                    .isPresent());
  }

  /** Started again and again as a component is put on a screen, for good. */
  private static boolean isShown(List<Use> uses) {
    return uses.stream().anyMatch(use -> isCalled(use, "start") && isOfShowing(use))
        && uses.stream().noneMatch(use -> isCalled(use, "setRepeats"));
  }

  private static boolean isOfShowing(Use use) {
    return use.site().method().name().equals("addNotify");
  }

  private static boolean isCalled(Use use, String name) {
    return use.kind() == Use.Kind.CALLED && use.call().callee().name().equals(name);
  }

  private boolean endsIn(Body ending, List<Use> uses) {
    return uses.stream()
        .anyMatch(use -> makers.isEnding(use) && use.site().method().equals(ending.method()));
  }

  /**
   * Given away: whoever has it may end it; but not where the class ends another of its own that it
   * gives to the same, or where it is only shown beside others that the class ends.
   */
  private boolean escapes(TypeFacts owner, FieldFacts field, List<Use> uses) {
    List<Use> given = givenThreads.of(owner, field, uses);
    return !given.isEmpty()
        && others(owner, field).noneMatch(other -> endsThoughGiven(owner, other, given))
        && !(given.stream().allMatch(givenThreads::isSeldomToEnd)
            && others(owner, field).anyMatch(other -> isEndedExecutor(owner, other)));
  }

  private static Stream<FieldFacts> others(TypeFacts owner, FieldFacts field) {
    return owner.fields().stream()
        .filter(other -> !other.equals(field))
        .filter(other -> !Access.has(other.access(), Access.STATIC))
        .filter(other -> other.type().indexOf('.') > 0);
  }

  /** Whether the field holds what runs tasks, and the class ends that when it ends itself. */
  private boolean isEndedExecutor(TypeFacts owner, FieldFacts other) {
    return world.types().isSubtype(other.type(), "java.util.concurrent.Executor")
        && fieldUses.of(new FieldKey(owner.name(), other.name())).stream()
            .anyMatch(
                use -> makers.isEnding(use) && endings.reach(owner.name(), use.site().method()));
  }

  /** Whether the class itself ends these threads, though whoever gets the given ones has them. */
  private boolean endsThoughGiven(TypeFacts owner, FieldFacts other, List<Use> given) {
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), other.name()));
    boolean ended =
        lifecycle.endings(owner.name()).stream().anyMatch(ending -> endsIn(ending, uses));
    List<Use> alike = ended ? givenThreads.of(owner, other, uses) : List.of();
    return given.stream()
            .allMatch(use -> alike.stream().anyMatch(o -> GivenThreads.isAlike(use, o)))
        && makers.started(uses).isPresent();
  }

  /** Asked for late, and kept from then on as if it were there from the start. */
  private boolean isMadeOnce(Started started) {
    Use write = started.write();
    return code.body(write.site().method())
        .map(body -> Starts.of(code).onlyAtStart(body, write.site().node()))
        .filter(answer -> answer == Starts.Answer.YES)
        .isPresent();
  }

  /** Whether all objects of the class that are seen are there from the start of the program. */
  private boolean livesOn(TypeFacts owner) {
    List<Site> made = code.made(owner.name());
    return Anchors.of(code).of(owner).isPresent()
        || !made.isEmpty()
            && made.stream()
                .allMatch(site -> Starts.of(code).onlyAtStart(site.method()) == Starts.Answer.YES);
  }

  private Confidence confidence(
      TypeFacts owner, FieldFacts field, Started started, Optional<Body> ending, boolean ends) {
    Confidence most = started.most();
    if (Access.has(field.access(), Access.STATIC)) {
      boolean atStart =
          Starts.of(code).onlyAtStart(started.write().site().method()) == Starts.Answer.YES
              || isMadeOnce(started) && idleThreads.areDaemons(started);
      return atStart && !idleThreads.keepJvm(new FieldKey(owner.name(), field.name()), started)
          ? Confidence.LOW
          : Confidence.MEDIUM.and(most);
    }
    if (repeats.are(started) && livesOn(owner)) {
      return Confidence.LOW; // as long as the executor of others, most likely
    }
    if (Anchors.of(code).of(owner).isPresent()) {
      return endsMore(owner, ending) ? Confidence.MEDIUM.and(most) : Confidence.LOW;
    }
    return (ends ? Confidence.HIGH : Confidence.MEDIUM).and(most);
  }
}
