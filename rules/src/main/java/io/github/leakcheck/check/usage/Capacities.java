package io.github.leakcheck.check.usage;

import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Capacity.Kind;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Relocated;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds out what a collection really is: the type constructed, not the one declared; the steps of a
 * cache builder; what a factory method of the program makes.
 */
public final class Capacities {
  private static final int DEPTH = 4;
  private static final Set<String> BOUNDING_WORDS =
      Set.of(
          "lru",
          "lfu",
          "bounded",
          "limited",
          "fixed",
          "circular",
          "evicting",
          "expiring",
          "weak",
          "soft",
          "reference",
          "ring",
          "timed",
          "capped",
          "maxsize");
  private static final Pattern WEAK_KEYS =
      Pattern.compile("(?!get).*[wW]eak(Identity)?(Key|Hash)\\w*(Map|Set)\\w*");
  private static final Pattern BOUNDING_STEPS =
      Pattern.compile("(maximum|expir|weak|soft|entryCapacity|evict|refreshAfter|from).*");

  /** Show the entries of a cache as another type: its bounds stay. */
  private static final Set<String> VIEWS = Set.of("asMap", "synchronous");

  private static final Set<String> FIXED =
      Set.of(
          "emptyMap",
          "emptyList",
          "emptySet",
          "singleton",
          "singletonList",
          "singletonMap",
          "unmodifiableMap",
          "unmodifiableList",
          "unmodifiableSet",
          "unmodifiableCollection",
          "of",
          "copyOf",
          "ofEntries",
          "asList",
          "noneOf",
          "allOf");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final CopiesOnWrite copies;

  public Capacities(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
    this.copies = CopiesOnWrite.of(code);
  }

  /** What the register holds as the node finds it; all that are possible. */
  public Set<Capacity> of(Body body, int node, int register) {
    Set<Capacity> found = new LinkedHashSet<>();
    collect(body, node, register, found, DEPTH);
    return found;
  }

  /** The tightest of what is stored into the field that these are the uses of. */
  public Capacity ofField(List<Use> uses) {
    Set<Capacity> found = new LinkedHashSet<>();
    for (Use use : uses) {
      List<Origin.Fresh> copies =
          use.kind() == Use.Kind.WRITTEN ? this.copies.stored(use.site()) : List.of();
      if (!copies.isEmpty()) {
        return ofCopies(copies); // whatever it was before
      }
      if (use.kind() == Use.Kind.WRITTEN) {
        Optional<Body> body = code.body(use.site().method());
        if (body.isPresent()
            && body.get().step(use.site().node()) instanceof Step.StoreField store) {
          found.addAll(stored(body.get(), use.site().node(), store.value()));
        }
      }
    }
    return found.stream().min(Comparator.comparing(Capacity::kind)).orElse(Capacity.UNKNOWN);
  }

  private Set<Capacity> stored(Body body, int node, int register) {
    Set<Capacity> all = of(body, node, register);
    return LockedView.is(body, node, register)
        ? all.stream().map(Capacity::asLocked).collect(Collectors.toSet())
        : all;
  }

  /** Threads share what is replaced rather than changed; the copy may be weak all the same. */
  private Capacity ofCopies(List<Origin.Fresh> copies) {
    return copies.stream()
        .map(this::constructed)
        .min(Comparator.comparing(Capacity::kind))
        .filter(capacity -> capacity.kind() != Kind.UNBOUNDED)
        .orElseGet(() -> Capacity.of(Kind.UNBOUNDED, "CopyOnWrite"));
  }

  /** What each thread gets first from the thread local in the register. */
  public Set<Capacity> ofInitial(Body body, int node, int register) {
    Set<Capacity> found = new LinkedHashSet<>();
    for (Origin origin : origins.of(body, node, register)) {
      initial(origin).ifPresent(makes -> returned(makes, found, DEPTH));
    }
    return found;
  }

  /** The body of {@code initialValue()} or of the function given to {@code withInitial}. */
  public Optional<Body> initial(Origin origin) {
    if (origin instanceof Origin.Fresh fresh) {
      return code.bodies(fresh.type()).stream()
          .filter(b -> b.method().name().equals("initialValue"))
          .filter(b -> !Access.has(b.flow().access(), Access.BRIDGE))
          .findFirst();
    }
    if (origin instanceof Origin.Result result && !result.call().arguments().isEmpty()) {
      int argument = result.call().arguments().get(0);
      for (Origin function : origins.of(result.body(), result.node(), argument)) {
        if (function instanceof Origin.Function made && made.lambda().body() != null) {
          return code.body(made.lambda().body());
        }
      }
    }
    return Optional.empty();
  }

  private void collect(Body body, int node, int register, Set<Capacity> found, int depth) {
    for (Origin origin : origins.of(body, node, register)) {
      if (origin instanceof Origin.Fresh fresh) {
        found.add(constructed(fresh));
      } else if (origin instanceof Origin.Result result) {
        result(result, found, depth);
      } else if (origin instanceof Origin.OfParameter parameter) {
        given(parameter, found, depth);
      } else if (!(origin instanceof Origin.Constant)) {
        found.add(Capacity.UNKNOWN);
      }
    }
  }

  /** Given to a constructor that only the program's own code can call: what callers make. */
  private void given(Origin.OfParameter parameter, Set<Capacity> found, int depth) {
    MethodFlow flow = parameter.body().flow();
    List<Site> callers = code.callers(flow.method());
    boolean open = Access.isOpen(flow.access());
    if (!flow.method().isConstructor() || open || depth == 0 || callers.isEmpty()) {
      found.add(Capacity.UNKNOWN);
      return;
    }
    for (Site site : callers) {
      Optional<Body> caller = code.body(site.method());
      if (caller.isPresent()
          && caller.get().step(site.node()) instanceof Step.Call call
          && parameter.index() >= 1
          && parameter.index() <= call.arguments().size()) {
        int argument = call.arguments().get(parameter.index() - 1);
        collect(caller.get(), site.node(), argument, found, depth - 1);
      } else {
        found.add(Capacity.UNKNOWN);
      }
    }
  }

  private Capacity constructed(Origin.Fresh fresh) {
    Optional<Integer> constructor = origins.constructor(fresh);
    if (constructor.isPresent() && boundedByLine(fresh.body(), constructor.get())) {
      return Capacity.of(Kind.BOUNDED, fresh.type());
    }
    return ofType(fresh.type());
  }

  /** A capacity without limit is no bound, unless a setting may say otherwise. */
  private boolean boundedByLine(Body body, int node) {
    Step.Call call = (Step.Call) body.step(node);
    return world.catalog().match(Role.BOUNDS, call.callee(), world.types()).isPresent()
        && call.arguments().stream().noneMatch(argument -> isUnlimited(body, node, argument));
  }

  private boolean isUnlimited(Body body, int node, int register) {
    Set<Origin> found = origins.of(body, node, register);
    return !found.isEmpty() && found.stream().allMatch(Origin::isUnlimited);
  }

  /** What the class itself says: eviction of its own, a telling name, or a plain collection. */
  public Capacity ofType(String type) {
    MethodRef any = new MethodRef(type, MethodRef.CONSTRUCTOR, null, "void");
    boolean platform = Platform.isJdk(type);
    if (!platform && (evicts(type) || isSelfCleaning(type)) || namesBound(Names.simple(type))) {
      return Capacity.of(Kind.BOUNDED, type);
    }
    for (String known : world.types().supertypes(type)) {
      if (known.startsWith("java.util.") && isClass(known) && !known.contains("Abstract")) {
        boolean bounded =
            world
                .catalog()
                .match(Role.BOUNDS, any.in(known), world.types())
                .filter(line -> line.signature().parameters() == null)
                .isPresent();
        return Capacity.of(bounded ? Kind.BOUNDED : Kind.UNBOUNDED, type);
      }
    }
    return new Capacity(Kind.UNKNOWN, Names.simple(type));
  }

  /** Whether the catalogue knows the type for what is added to it, as a set of subscriptions. */
  public boolean isKnownToGrow(String type) {
    return world.catalog().apis(Role.ADDS).stream()
        .anyMatch(line -> line.signature().owner().equals(type));
  }

  /** A group of channels loses each one that is closed. */
  private boolean isSelfCleaning(String type) {
    return world.types().supertypes(type).stream()
        .anyMatch(known -> Names.simple(known).equals("ChannelGroup"));
  }

  private boolean isClass(String type) {
    return world.program().type(type).map(facts -> !facts.isInterface()).orElse(false);
  }

  private boolean evicts(String type) {
    for (String owner : world.types().supertypes(type)) {
      if (Platform.isJdk(owner)) {
        return false;
      }
      Optional<TypeFacts> facts = world.program().type(owner);
      if (facts.isPresent()
          && facts.get().methods().stream()
              .anyMatch(m -> m.ref().name().equals("removeEldestEntry"))) {
        return !keepsAll(owner);
      }
    }
    return false;
  }

  /** Whether {@code removeEldestEntry()} of the class does nothing but answer no. */
  private boolean keepsAll(String type) {
    return code.bodies(type).stream()
        .filter(body -> body.method().name().equals("removeEldestEntry"))
        .filter(body -> !Access.has(body.flow().access(), Access.BRIDGE))
        .anyMatch(
            body ->
                body.nodes().stream().noneMatch(node -> node.step() instanceof Step.Call)
                    && body.nodes().stream()
                        .filter(node -> node.step() instanceof Step.Return)
                        .flatMap(node -> returned(body, node).stream())
                        .allMatch(o -> o instanceof Origin.Constant c && !c.isTrue()));
  }

  private Set<Origin> returned(Body body, Node node) {
    return origins.of(body, node.id(), ((Step.Return) node.step()).value());
  }

  private static boolean namesBound(String simpleName) {
    String word = simpleName.toLowerCase(Locale.ROOT);
    return BOUNDING_WORDS.stream().anyMatch(word::contains);
  }

  private void result(Origin.Result result, Set<Capacity> found, int depth) {
    Step.Call call = result.call();
    MethodRef callee = call.callee();
    if (Platform.isJdk(callee.owner()) && FIXED.contains(callee.name())) {
      found.add(new Capacity(Kind.FIXED, callee.name()));
    } else if (WEAK_KEYS.matcher(callee.name()).matches()) {
      found.add(new Capacity(Kind.BOUNDED, "WeakKeys"));
    } else if (VIEWS.contains(callee.name()) && call.receiver() != Step.NONE) {
      collect(result.body(), result.node(), call.receiver(), found, depth);
    } else if (builds(callee)) {
      found.add(built(result));
    } else if (isFactory(callee)) {
      found.add(
          namesBound(callee.name())
              ? Capacity.of(Kind.BOUNDED, callee.name())
              : Capacity.of(Kind.UNBOUNDED, made(callee)));
    } else {
      fromBody(call, found, depth);
    }
  }

  private static String made(MethodRef factory) {
    return factory.name().equals("newKeySet") ? factory.owner() : factory.result();
  }

  private void fromBody(Step.Call call, Set<Capacity> found, int depth) {
    Optional<Body> body = depth == 0 ? Optional.empty() : code.target(call);
    if (body.isEmpty()) {
      boolean named = namesBound(call.callee().name());
      found.add(named ? Capacity.of(Kind.BOUNDED, call.callee().name()) : Capacity.UNKNOWN);
      return;
    }
    returned(body.get(), found, depth - 1);
  }

  private void returned(Body body, Set<Capacity> found, int depth) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Return back && back.value() != Step.NONE) {
        collect(body, node.id(), back.value(), found, depth);
      }
    }
  }

  /**
   * Factories whose bodies need not be read: the platform's and those of well-known libraries, of
   * which programs carry copies under names of their own.
   */
  private static boolean isFactory(MethodRef callee) {
    return callee.owner().equals("java.util.concurrent.ConcurrentHashMap")
            && callee.name().equals("newKeySet")
        || Relocated.original(callee.owner()).startsWith("com.google.common.collect.")
            && (callee.name().startsWith("new") || callee.name().equals("create"));
  }

  private static boolean builds(MethodRef callee) {
    return callee.owner().endsWith("Caffeine")
        || callee.owner().endsWith("CacheBuilder")
        || callee.owner().endsWith("MapMaker")
        || callee.owner().endsWith("Interners$InternerBuilder")
        || callee.owner().endsWith("Cache2kBuilder");
  }

  /** Walks the builder chain back: any bounding step bounds what it builds. */
  private Capacity built(Origin.Result last) {
    Set<Origin> seen = new LinkedHashSet<>();
    List<Origin> open = new java.util.ArrayList<>(List.of(last));
    boolean whole = true;
    boolean weak = false;
    for (int i = 0; i < open.size() && i < 40; i++) {
      if (open.get(i) instanceof Origin.Result step && builds(step.call().callee())) {
        boolean keys = step.call().callee().name().equals("weakKeys");
        weak |= keys;
        if (!keys && bounds(step.call()) || isBoundedBeside(step)) {
          return new Capacity(Kind.BOUNDED, Names.simple(step.call().callee().owner()));
        }
        for (Origin before : origins.of(step.body(), step.node(), step.call().receiver())) {
          if (seen.add(before)) {
            open.add(before);
          }
        }
      } else {
        whole &= open.get(i) instanceof Origin.Fresh;
      }
    }
    String type = Names.simple(last.call().callee().owner());
    return weak
        ? new Capacity(Kind.BOUNDED, "WeakKeys")
        : new Capacity(whole ? Kind.UNBOUNDED : Kind.UNKNOWN, type);
  }

  /** {@code if (limit > 0) builder.maximumSize(limit);} changes the builder, whoever drops it. */
  private boolean isBoundedBeside(Origin.Result step) {
    return step.body().nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.receiver() != Step.NONE
                    && builds(call.callee())
                    && !call.callee().name().equals("weakKeys")
                    && bounds(call)
                    && origins.of(step.body(), node.id(), call.receiver()).contains(step));
  }

  /** By name: libraries carry relocated copies of these builders. */
  private static boolean bounds(Step.Call step) {
    return BOUNDING_STEPS.matcher(step.callee().name()).matches();
  }
}
