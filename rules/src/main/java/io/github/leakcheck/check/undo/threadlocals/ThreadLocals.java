package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Between;
import io.github.leakcheck.check.undo.threadlocals.PerThread.Stays;
import io.github.leakcheck.check.undo.threadlocals.ThreadValues.Value;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Key;
import io.github.leakcheck.check.usage.Keys;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges thread locals whose values stay behind in pooled threads. */
public final class ThreadLocals {
  private static final String RULE = "thread-local-never-removed";
  private static final String PINS = "thread-local-pins-class-loader";
  private static final Set<Value> PLAIN = Set.of(Value.PLAIN, Value.SETTING);

  private final World world;
  private final Code code;
  private final FieldUses fieldUses;
  private final ThreadValues values;
  private final Places places;
  private final Keys keys;
  private final Capacities capacities;
  private final PerThread perThread;
  private final ThreadEntries threadEntries;
  private final TakenBack takenBack;

  public ThreadLocals(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.fieldUses = FieldUses.of(world);
    this.values = new ThreadValues(code);
    this.places = new Places(world);
    this.keys = Keys.of(code);
    this.capacities = new Capacities(code);
    this.perThread = new PerThread(code);
    this.threadEntries = new ThreadEntries(code);
    this.takenBack = new TakenBack(code, values);
  }

  private record Field(TypeFacts owner, FieldFacts facts, FieldKey key, List<Use> uses) {
    Stream<Use> calls(String name) {
      return uses.stream()
          .filter(use -> use.kind() == Use.Kind.CALLED && use.reach() == Use.Reach.ITSELF)
          .filter(use -> use.call().callee().name().equals(name));
    }

    boolean isStatic() {
      return Access.has(facts.access(), Access.STATIC);
    }
  }

  /** What is wrong with one thread local, empty if nothing is. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts facts) {
    FieldKey key = new FieldKey(owner.name(), facts.name());
    Field field = new Field(owner, facts, key, fieldUses.of(key));
    if (field.calls("remove").findAny().isPresent()) {
      return skipped(field).or(() -> leftByOthers(field));
    }
    if (field.uses().isEmpty() || escapes(field)) {
      return Optional.empty();
    }
    return renewed(field)
        .or(() -> set(field))
        .or(() -> grown(field))
        .or(() -> nulled(field))
        .or(() -> kept(field));
  }

  /** Removed in the method that sets it, but not when what runs in between throws. */
  private Optional<Draft> skipped(Field field) {
    List<Use> removes = field.calls("remove").toList();
    MethodRef method = removes.get(0).site().method();
    Optional<Body> body = code.body(method);
    List<Use> sets = field.calls("set").filter(use -> use.site().method().equals(method)).toList();
    boolean elsewhere = removes.stream().anyMatch(use -> !use.site().method().equals(method));
    if (body.isEmpty()
        || elsewhere
        || sets.stream().anyMatch(use -> values.of(use) != Value.OBJECT)) {
      return Optional.empty();
    }
    return sets.stream()
        .filter(set -> removes.stream().anyMatch(end -> Between.isThrown(body.get(), set, end)))
        .filter(set -> !Between.isCaught(body.get(), set, removes))
        .findFirst()
        .map(set -> draft(field, Confidence.MEDIUM, set, skips(field)));
  }

  /** What ends the owner takes the value away from its own thread alone. */
  private Optional<Draft> leftByOthers(Field field) {
    List<Use> removes = field.calls("remove").toList();
    return !escapes(field)
            && removes.stream().allMatch(perThread::isAtEnd)
            && !(field.isStatic() && perThread.areOfScopes(field.uses(), removes))
        ? kept(field)
        : Optional.empty();
  }

  private static String skips(Field field) {
    return "The value set into `"
        + field.key().shortName()
        + "` stays with its thread when the work throws, since `remove()` is not in a finally"
        + " block";
  }

  private boolean escapes(Field field) {
    int access = field.facts().access();
    return field.uses().stream()
            .anyMatch(
                use ->
                    use.kind() == Use.Kind.PASSED
                        || use.kind() == Use.Kind.RETURNED && use.reach() == Use.Reach.ITSELF)
        || world.program().sight() == Sight.FILE && !Access.has(access, Access.PRIVATE);
  }

  /** What ends the owner, or the work, gives each thread a new value rather than none. */
  private Optional<Draft> renewed(Field field) {
    return field
        .calls("set")
        .filter(values::isRenewedAtEnd)
        .findFirst()
        .map(
            use ->
                drafted(
                    field,
                    Confidence.MEDIUM,
                    use,
                    "`"
                        + use.site().method().name()
                        + "()` sets a new value into `"
                        + field.key().shortName()
                        + "`, which stays with its thread"));
  }

  /** Values are set and never removed. */
  private Optional<Draft> set(Field field) {
    List<Use> sets = field.calls("set").filter(use -> !isAtStart(use)).toList();
    Set<Value> kinds = sets.stream().map(values::of).collect(Collectors.toSet());
    boolean nulls = sets.stream().anyMatch(values::maySetNull);
    Value least = nulls && !kinds.contains(Value.FORMER) ? Value.CACHED : Value.PLAIN;
    List<Use> real =
        sets.stream()
            .filter(use -> values.of(use).compareTo(least) >= 0)
            .sorted(Comparator.comparing(values::of).reversed())
            .toList();
    if (kinds.contains(Value.FORMER)) {
      List<Use> restoring = sets.stream().filter(use -> values.of(use) == Value.FORMER).toList();
      real = real.stream().filter(use -> values.isUnrestored(use, restoring)).toList();
    }
    if (real.isEmpty() || real.stream().anyMatch(this::exchanges)) {
      return Optional.empty();
    }
    boolean cleared = nulls || real.stream().anyMatch(values::isClearedByCaller);
    String name = "`" + field.key().shortName() + "`";
    String message =
        cleared
            ? name
                + " is only set to null after the work is done, which leaves its entry in the thread"
            : "The value set into "
                + name
                + " stays with its thread after the work is done, and nothing removes it";
    Confidence sure = sure(field, kinds, cleared, real);
    Draft found =
        cleared
            ? drafted(field, sure, real.get(0), message)
            : draft(field, sure, real.get(0), message);
    return Optional.of(found);
  }

  private Confidence sure(Field field, Set<Value> kinds, boolean cleared, List<Use> sets) {
    boolean held = sets.stream().anyMatch(set -> !PLAIN.contains(values.of(set)));
    if (cleared && (!held || perThread.areOfContainer() || isOneEmptied(field, sets))) {
      return Confidence.LOW; // an empty entry of what held nothing, or in threads of its own
    }
    if (cleared && !kinds.contains(Value.FORMER)) {
      return Confidence.MEDIUM; // who clears knows where the value ends, and leaves its entry there
    }
    if (!field.isStatic() && sets.stream().allMatch(values::isOfPlatform)) {
      return Confidence.LOW; // one small object for each thread, that the next one replaces
    }
    if (kinds.contains(Value.OBJECT)) {
      return cleared ? Confidence.MEDIUM : Confidence.HIGH;
    }
    boolean flag = !field.isStatic() && !cleared && sets.stream().allMatch(values::isConstant);
    return flag || kinds.contains(Value.SETTING) ? Confidence.MEDIUM : Confidence.LOW;
  }

  /** One thread local for all, whose values never stay: an empty entry for each thread is left. */
  private boolean isOneEmptied(Field field, List<Use> sets) {
    return field.isStatic() && takenBack.are(sets, field.calls("set").toList());
  }

  private boolean exchanges(Use use) {
    return values.of(use) != Value.CACHED
        && code.body(use.site().method())
            .filter(body -> values.exchanges(body, use.site().node()))
            .isPresent();
  }

  private boolean isAtStart(Use use) {
    return Starts.of(code).onlyAtStart(use.site().method()) == Starts.Answer.YES;
  }

  /** A collection in the thread local takes in more and more. */
  private Optional<Draft> grown(Field field) {
    List<Use> entries = threadEntries.of(field.uses(), field.calls("get").toList());
    boolean shrinks = entries.stream().anyMatch(use -> use.is(Effect.Kind.REMOVES));
    boolean lives = field.isStatic() || Anchors.of(code).of(field.owner()).isPresent();
    List<Use> adds =
        entries.stream()
            .filter(use -> use.is(Effect.Kind.ADDS) && !isAtStart(use))
            .filter(use -> shrinks || takesMore(use) || !lives && !values.addsPlain(use))
            .toList();
    boolean grows =
        !shrinks && adds.stream().anyMatch(a -> takesMore(a) && !threadEntries.isRefused(a));
    if (adds.isEmpty() || holdsBounded(field)) {
      return Optional.empty();
    }
    String name = "`" + field.key().shortName() + "`";
    Optional<Use> skipped = adds.stream().filter(add -> isLeftBehind(add, entries)).findFirst();
    if (skipped.isPresent()) {
      return Optional.of(draft(field, Confidence.MEDIUM, skipped.get(), staysIn(name)));
    }
    String message =
        shrinks && lives
            ? "The collection in "
                + name
                + " is emptied when the work is done, but stays with each thread that did it"
            : !grows
                ? "Every `"
                    + Names.simple(field.owner().name())
                    + "` leaves the collection in "
                    + name
                    + " behind in each thread that used it, and nothing removes it"
                : "The collection in "
                    + name
                    + " grows in every pooled thread, and nothing empties or removes it";
    boolean little =
        adds.stream().allMatch(a -> values.addsPlain(a) || threadEntries.isLimited(a, entries))
            || lives && !isClearedElsewhere(adds, entries);
    Confidence sure = grows ? Confidence.HIGH : little ? Confidence.LOW : Confidence.MEDIUM;
    return Optional.of(draft(field, sure, adds.get(0), message));
  }

  private static String staysIn(String name) {
    return "What is added to the collection in "
        + name
        + " stays with its thread when the work throws, since it is not taken out in a finally block";
  }

  /** The same method takes it out, but not when what runs in between throws. */
  private boolean isLeftBehind(Use add, List<Use> entries) {
    MethodRef method = add.site().method();
    Optional<Body> body = code.body(method);
    List<Use> ends =
        entries.stream()
            .filter(use -> use.is(Effect.Kind.REMOVES) && use.site().method().equals(method))
            .filter(end -> body.filter(b -> Between.leads(b, add, end)).isPresent())
            .toList();
    return !ends.isEmpty()
        && ends.stream().allMatch(end -> Between.isThrown(body.get(), add, end))
        && !Between.isCaught(body.get(), add, ends);
  }

  /**
   * Whether nothing but a wholesale clearing, in a method of its own, ends what callers add: work
   * that must come to that, rather than one method that takes out what it has put in.
   */
  private static boolean isClearedElsewhere(List<Use> adds, List<Use> entries) {
    return entries.stream()
        .filter(use -> use.is(Effect.Kind.REMOVES))
        .allMatch(
            use ->
                use.call().callee().name().equals("clear")
                    && adds.stream()
                        .noneMatch(add -> add.site().method().equals(use.site().method())));
  }

  private boolean takesMore(Use use) {
    Optional<Body> body = code.body(use.site().method());
    OptionalInt key = use.effect().line().map(Api::argument).orElse(OptionalInt.empty());
    List<Integer> arguments = use.call().arguments();
    if (body.isEmpty()) {
      return false;
    }
    return key.isEmpty()
        || key.getAsInt() >= arguments.size()
        || keys.of(body.get(), use.site().node(), arguments.get(key.getAsInt()))
                .domain()
                .compareTo(Key.Domain.FEW)
            > 0;
  }

  /** Whether the collection that each thread gets at first bounds itself. */
  private boolean holdsBounded(Field field) {
    for (Use use : field.uses()) {
      Optional<Body> body = code.body(use.site().method());
      if (use.kind() == Use.Kind.WRITTEN
          && body.isPresent()
          && body.get().step(use.site().node()) instanceof Step.StoreField store
          && capacities.ofInitial(body.get(), use.site().node(), store.value()).stream()
              .anyMatch(c -> c.kind() == Capacity.Kind.BOUNDED)) {
        return true;
      }
    }
    return false;
  }

  /** The field forgets the thread local, the threads do not. */
  private Optional<Draft> nulled(Field field) {
    String message =
        "`"
            + field.key().shortName()
            + "` is set to null, which forgets the thread local but leaves its value with the thread";
    return field.uses().stream()
        .filter(use -> use.kind() == Use.Kind.WRITTEN && !isInitialiser(use))
        .filter(this::writesNull)
        .findFirst()
        .map(use -> draft(field, Confidence.MEDIUM, use, message));
  }

  /** One object for each thread, for good. */
  private Optional<Draft> kept(Field field) {
    return perThread
        .of(field.owner(), field.facts(), field.uses())
        .map(found -> kept(field, found));
  }

  private Draft kept(Field field, Stays found) {
    Draft draft = draft(field, found.sure(), found.use(), found.message());
    String help =
        "Share one object, make one for each use, or call `"
            + field.facts().name()
            + ".remove()` before the thread goes back to its pool";
    return found.bare()
        ? new Draft(PINS, draft.confidence(), draft.site(), draft.message(), help, draft.path())
        : draft;
  }

  private static boolean isInitialiser(Use use) {
    return use.site().method().name().startsWith("<");
  }

  private boolean writesNull(Use use) {
    Optional<Body> body = code.body(use.site().method());
    return body.isPresent()
        && body.get().step(use.site().node()) instanceof Step.StoreField store
        && Origins.of(code).of(body.get(), use.site().node(), store.value()).stream()
            .allMatch(Origin::isNull);
  }

  private Draft draft(Field field, Confidence found, Use use, String message) {
    // Code out of sight can reach a public one, and take the value away.
    boolean open = Access.has(field.facts().access(), Access.PUBLIC);
    return drafted(field, open ? found.lowered() : found, use, message);
  }

  private Draft drafted(Field field, Confidence sure, Use use, String message) {
    List<PathStep> path = new ArrayList<>();
    path.add(
        new PathStep(
            PathStep.Kind.ACQUIRED, places.of(field.owner(), field.facts()), "the thread local"));
    places.station(PathStep.Kind.GROWS, use.site(), "keeps a value").ifPresent(path::add);
    String help =
        "Call `" + field.facts().name() + ".remove()` in a finally block when the work is done";
    return new Draft(RULE, sure, use.site(), message, help, path);
  }
}
