package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Anchor;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Guesses that an object of an ordinary class lives long: threads share it, so it is no local
 * matter, and nothing says that it is a short-lived thing.
 */
public final class Shared {
  private static final Pattern CONCURRENT =
      Pattern.compile(
          "(Concurrent|CopyOnWrite|Linked(Blocking|Transfer)|PriorityBlocking|KeySetView).*");

  /** What is named so serves others, for as long as they run. */
  private static final Pattern SERVICE =
      Pattern.compile(
          ".*(Client|Server|Manager|Registry|Pool|Service|Broker|Dispatcher|Container|Cache|Store"
              + "|Repository|Engine|Monitor|Collector|Tracker|Scheduler|Connector|Coordinator"
              + "|Template|Interceptor|Binder|Router|Gateway|Provider|Resolver|Factory|Limiter)(Impl)?");

  private static final Pattern SHORT_LIVED =
      Pattern.compile(
          ".*(Builder|Visitor|Request|Response|Event|Task|Job|Parser|Reader|Writer|Iterator|Scanner"
              + "|Walker|Transaction|Command|Query|Statement|Result|Exception|Message|Frame|Token"
              + "|Test|Tester|Mock|Example|Main|Operation|Call|Exchange|Attempt|Batch|Row|Node"
              + "|Creator|Copier)"
              + "|(Mock|Fake|Stub|Dummy|Test)\\p{Upper}.*");

  /** The class has methods to let go, so its author did not mean it to be thrown away. */
  public static final Anchor MANAGED =
      new Anchor(Anchor.Kind.SHARED, Confidence.MEDIUM, "meant to shrink again");

  /** The class lets everything go at its end, but events come all the time until then. */
  public static final Anchor UNTIL_END =
      new Anchor(Anchor.Kind.SHARED, Confidence.MEDIUM, "filled by a listener");

  /** The class lets everything go at its end, but each piece of work is done long before. */
  public static final Anchor DONE_BEFORE =
      new Anchor(Anchor.Kind.SHARED, Confidence.MEDIUM, "keeps work that is done");

  /** The class gives its entries a time, which it compares again and again. */
  public static final Anchor EXPIRING =
      new Anchor(Anchor.Kind.SHARED, Confidence.MEDIUM, "keeps entries for a time");

  /** The class looks up before it adds, and its author calls that a cache: it is to last. */
  private static final Anchor CACHE =
      new Anchor(Anchor.Kind.SHARED, Confidence.MEDIUM, "a cache by its name");

  private static final Pattern CACHES = Pattern.compile("_?cache.*|\\w*Cache[sd]?|CACHE\\w*");

  /** Keys that a configuration chooses. */
  private static final Pattern CONFIGURED = Pattern.compile("`\\w*[fF]ormat` given.*");

  /** A pattern of dates comes from a configuration, one of paths or expressions need not. */
  private static final Pattern PATTERN = Pattern.compile("`\\w*[pP]attern` given.*");

  private static final Set<String> FORMATS =
      Set.of("java.text.Format", "java.time.format.DateTimeFormatter");

  /** How many calls up an object is followed that is returned where it is made. */
  private static final int FACTORIES = 1;

  private final Code code;
  private final Origins origins;
  private final FieldUses uses;
  private final OneOfMany oneOfMany;
  private final Map<String, Boolean> brief = new HashMap<>();
  private final Map<String, Boolean> local = new HashMap<>();

  private Shared(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.uses = FieldUses.of(code.world());
    this.oneOfMany = new OneOfMany(code);
  }

  /** The guesses of this analysis. */
  public static Shared of(Code code) {
    return code.world().once(Shared.class, world -> new Shared(code));
  }

  /** The anchor of a field of the class that holds such a collection. */
  public Optional<Anchor> of(TypeFacts owner, Capacity capacity) {
    String name = Names.simple(owner.name());
    if (!isConcurrent(capacity) || SHORT_LIVED.matcher(name).matches() || isLocal(owner.name())) {
      return Optional.empty();
    }
    return Optional.of(
        new Anchor(
            Anchor.Kind.SHARED, Confidence.MEDIUM, "shared by threads through its `" + name + "`"));
  }

  /** Whether an object of the class is just one of many that come and go. */
  public boolean isOneOfMany(TypeFacts owner) {
    return oneOfMany.is(owner.name());
  }

  /** The anchor of objects that a static collection holds which lets nothing go. */
  public Optional<Anchor> ofStatic(TypeFacts owner) {
    List<Site> made = code.made(owner.name());
    return !made.isEmpty() && made.stream().allMatch(this::isInStatic)
        ? Optional.of(
            new Anchor(
                Anchor.Kind.SHARED,
                Confidence.MEDIUM,
                "field of an object that a static collection keeps"))
        : Optional.empty();
  }

  private boolean isInStatic(Site made) {
    Optional<Body> body = code.body(made.method());
    if (body.isEmpty()) {
      return false;
    }
    return oneOfMany.isMadeByFunction(body.get(), made.node())
        ? code.functionSites(made.method()).stream().anyMatch(this::isAddedToStatic)
        : isAddedToStatic(made);
  }

  private boolean isAddedToStatic(Site made) {
    return code.body(made.method())
        .filter(
            body ->
                body.nodes().stream()
                    .anyMatch(
                        node ->
                            oneOfMany.adds(body, node, made.node())
                                && node.step() instanceof Step.Call call
                                && isStatic(body, node.id(), call.receiver())))
        .isPresent();
  }

  private boolean isStatic(Body body, int node, int register) {
    return origins.of(body, node, register).stream()
        .anyMatch(
            o ->
                o instanceof Origin.OfField f
                    && f.field().isStatic()
                    && uses.of(code.key(f.field())).stream().noneMatch(Use::removes));
  }

  /** Whether the key is what a configuration says. */
  public boolean isConfigured(Growth growth) {
    return CONFIGURED.matcher(growth.key().text()).matches()
        || PATTERN.matcher(growth.key().text()).matches() && isFormat(growth.use());
  }

  /** Whether the entry is a formatter for dates, numbers or messages. */
  private boolean isFormat(Use use) {
    return !use.call().arguments().isEmpty()
        && code.body(use.site().method()).stream()
            .flatMap(body -> origins(body, use).stream())
            .map(Added::type)
            .anyMatch(
                type -> FORMATS.stream().anyMatch(f -> code.world().types().isSubtype(type, f)));
  }

  private Set<Origin> origins(Body body, Use use) {
    List<Integer> arguments = use.call().arguments();
    return origins.of(body, use.site().node(), arguments.get(arguments.size() - 1));
  }

  /** Whether threads can share the collection as it is. */
  public static boolean isConcurrent(Capacity capacity) {
    return capacity.isCache() || capacity.locked() || CONCURRENT.matcher(capacity.type()).matches();
  }

  /** Whether the method that adds shuts other threads out, as far as the code at hand says. */
  public boolean isSynchronized(Growth growth) {
    return code.body(growth.use().site().method())
        .filter(body -> Access.has(body.flow().access(), Access.SYNCHRONIZED))
        .isPresent();
  }

  /** The anchor of a field of the class whose name says that it serves others. */
  public Optional<Anchor> ofService(TypeFacts owner) {
    String name = Names.simple(owner.name());
    return SERVICE.matcher(name).matches() && !isLocal(owner.name())
        ? Optional.of(
            new Anchor(
                Anchor.Kind.SHARED, Confidence.MEDIUM, "lives as long as its `" + name + "`"))
        : Optional.empty();
  }

  /** The anchor of a field whose name says that it is to be asked again later. */
  public Optional<Anchor> ofNamedCache(TypeFacts owner, FieldFacts field) {
    boolean lasts = CACHES.matcher(field.name()).matches() && !isBrief(owner);
    return lasts && !isOneOfMany(owner) ? Optional.of(CACHE) : Optional.empty();
  }

  /** The anchor of a field that keeps handles of work, in a class that begins work all its life. */
  public Optional<Anchor> ofWork(TypeFacts owner, boolean ends) {
    String name = Names.simple(owner.name());
    boolean lasts = ends || SERVICE.matcher(name).matches();
    return lasts && !isBrief(owner) ? Optional.of(DONE_BEFORE) : Optional.empty();
  }

  /**
   * Whether threads share objects of the class: it has locks, flags or executors for them, or a
   * name that says so. A document closes its parts, too, but is done with soon.
   */
  public boolean isOfThreads(TypeFacts owner, Capacity capacity) {
    return isConcurrent(capacity)
        || SERVICE.matcher(Names.simple(owner.name())).matches()
        || owner.fields().stream()
            .anyMatch(field -> field.type().startsWith("java.util.concurrent."));
  }

  /** Whether the name says that objects of the class live shortly, or the program keeps none. */
  public boolean isBrief(TypeFacts owner) {
    return brief.computeIfAbsent(owner.name(), name -> judgeBrief(owner));
  }

  private boolean judgeBrief(TypeFacts owner) {
    return SHORT_LIVED.matcher(Names.simple(owner.name())).matches()
        || Platform.STREAMS.stream()
            .anyMatch(type -> code.world().types().isSubtype(owner.name(), type))
        || isLocal(owner.name());
  }

  /** Whether the field holds an object that may live long: its owner does, or its class. */
  public boolean mayLast(TypeFacts owner, FieldFacts field) {
    return field.type().indexOf('.') > 0
        && (Access.has(field.access(), Access.STATIC) || !isBrief(owner));
  }

  /** Whether the class has work of its own done again and again. */
  public boolean isScheduled(TypeFacts owner) {
    for (String member : code.nest(owner.name())) {
      for (Body body : code.bodies(member)) {
        if (body.nodes().stream().anyMatch(node -> schedules(node.step()))) {
          return true;
        }
      }
    }
    return code.world().types().isSubtype(owner.name(), "java.lang.Runnable");
  }

  private static boolean schedules(Step step) {
    return step instanceof Step.Call call
        && (call.callee().name().startsWith("schedule")
            || call.callee().owner().equals("java.lang.Thread")
                && call.callee().name().equals("start"));
  }

  /** Whether all objects of the class that the program makes stay in the method that makes them. */
  public boolean isLocal(String type) {
    return local.computeIfAbsent(
        type,
        t ->
            !code.made(t).isEmpty()
                && code.made(t).stream().noneMatch(made -> leaves(made, FACTORIES)));
  }

  /** Whether the object leaves its method, and those that a factory gives it to. */
  private boolean leaves(Site made, int depth) {
    Optional<Body> body = code.body(made.method());
    if (body.isEmpty()) {
      return true;
    }
    for (Node node : body.get().nodes()) {
      if (takesAway(body.get(), node, made.node())
          || isReturned(body.get(), node, made.node())
              && (depth == 0 || isTakenAway(made.method(), depth - 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean isReturned(Body body, Node node, int made) {
    return node.step() instanceof Step.Return back
        && origins.isMadeAt(body, node.id(), back.value(), made);
  }

  /** A factory that nothing in the program calls is there for others. */
  private boolean isTakenAway(MethodRef factory, int depth) {
    List<Site> callers = code.callers(factory);
    return callers.isEmpty() || callers.stream().anyMatch(caller -> leaves(caller, depth));
  }

  private boolean takesAway(Body body, Node node, int made) {
    Step step = node.step();
    boolean plain =
        step instanceof Step.StoreField
            || step instanceof Step.StoreElement
            || step instanceof Step.Lambda;
    if (!plain && !(step instanceof Step.Call)) {
      return false;
    }
    for (int register : step instanceof Step.Call call ? call.arguments() : StepUses.used(step)) {
      if (origins.isMadeAt(body, node.id(), register, made)) {
        return true;
      }
    }
    return false;
  }
}
