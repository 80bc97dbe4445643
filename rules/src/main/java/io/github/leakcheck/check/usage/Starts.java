package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells code that runs a fixed number of times, as the program or class starts, from the rest. */
public final class Starts {
  /** How sure it is that a method runs only at start. */
  public enum Answer {
    /** It runs again and again, or could. */
    NO,
    /** Nothing in the program runs it later, but others may. */
    LIKELY,
    YES;

    private Answer and(Answer other) {
      return ordinal() <= other.ordinal() ? this : other;
    }
  }

  private static final Set<String> ONCE =
      Set.of("PostConstruct", "BeforeAll", "BeforeClass", "BeforeSuite", "Initialized");

  private static final Pattern REPEATS =
      Pattern.compile("scheduleAtFixedRate|scheduleWithFixedDelay|add\\w*(Listener|Handler)");

  private final Code code;
  private final Origins origins;
  private final OneTime oneTime;
  private final Map<MethodRef, Answer> known = new HashMap<>();

  /** Ids of the steps of each method from which it can end. */
  private final Map<MethodRef, BitSet> ending = new HashMap<>();

  /** What leads to each method: many walks pass by the same ones. */
  private final Map<MethodRef, Callers> ways = new HashMap<>();

  /** Methods that nothing but each other calls: what is known of them says nothing of others. */
  private final Set<MethodRef> endless = new HashSet<>();

  public Starts(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.oneTime = new OneTime(code);
  }

  public static Starts of(Code code) {
    return code.world().once(Starts.class, world -> new Starts(code));
  }

  /** Whether all that leads to this method happens as the program starts. */
  public Answer onlyAtStart(MethodRef method) {
    Answer answer = known.get(method);
    if (answer == null) {
      answer = walk(method);
      known.put(method, answer);
    }
    return answer;
  }

  /** The same of one step: a field may let it run one time only. */
  public Answer onlyAtStart(Body body, int node) {
    if (isEndless(body, node)) {
      return Answer.NO;
    }
    return oneTime.is(body, node, false) ? Answer.YES : onlyAtStart(body.method());
  }

  /** {@code while (true) serve(accept())}: no ordinary way leads out, so it runs for good. */
  private boolean isEndless(Body body, int node) {
    List<Integer> next = body.flow().node(node).next();
    return !ending.computeIfAbsent(body.method(), m -> Reachability.ending(body.flow())).get(node)
        && Reachability.leads(body.flow(), next, n -> n == node);
  }

  /** Whether a field lets the step run one time only in the life of its object. */
  public boolean oncePerObject(Body body, int node) {
    return oneTime.is(body, node, true);
  }

  /** Follows callers up to where the program enters: cycles alone lead nowhere. */
  private Answer walk(MethodRef method) {
    Set<MethodRef> seen = new HashSet<>(Set.of(method));
    Deque<MethodRef> open = new ArrayDeque<>(List.of(method));
    Answer all = Answer.YES;
    boolean entered = false;
    while (!open.isEmpty() && all != Answer.NO) {
      MethodRef at = open.poll();
      Answer before = endless.contains(at) ? null : known.get(at);
      Callers ways = before == null ? ways(at) : Callers.end(before);
      entered |= ways.from().isEmpty();
      all = all.and(ways.answer());
      for (MethodRef from : ways.from()) {
        if (seen.add(from)) {
          open.add(from);
        }
      }
    }
    if (!entered && all != Answer.NO) {
      endless.add(method);
    }
    return entered ? all : Answer.NO;
  }

  /** What leads to a method: others, or the program's entries if there are none. */
  private record Callers(Answer answer, List<MethodRef> from) {
    static Callers end(Answer answer) {
      return new Callers(answer, List.of());
    }
  }

  private Callers ways(MethodRef method) {
    Callers found = ways.get(method);
    if (found == null) {
      found = findWays(method);
      ways.put(method, found);
    }
    return found;
  }

  private Callers findWays(MethodRef method) {
    if (method.name().equals(MethodRef.STATIC_INITIALISER) || isMain(method)) {
      return Callers.end(Answer.YES);
    }
    Optional<Body> body = code.body(method);
    if (body.isEmpty()) {
      return Callers.end(Answer.NO);
    }
    return body.get().flow().isLambdaBody()
        ? from(code.functionSites(method), Answer.YES)
        : declared(method, body.get().flow());
  }

  private Callers declared(MethodRef method, MethodFlow flow) {
    if (method.isConstructor() && isEnum(method.owner())) {
      return Callers.end(Answer.YES);
    }
    List<Site> callers = code.callers(method);
    if (isRunAtOnce(method.owner())) {
      return from(code.made(method.owner()), Answer.YES);
    }
    if (callers.isEmpty() || isCalledFromOutside(method, flow)) {
      boolean once = flow.annotations().stream().anyMatch(ONCE::contains);
      return Callers.end(once ? Answer.LIKELY : Answer.NO);
    }
    return from(callers, isClosed(method, flow) ? Answer.YES : Answer.LIKELY);
  }

  /** A function runs when its maker does if it is handed straight to a call of the platform. */
  private Callers from(List<Site> sites, Answer most) {
    for (Site site : sites) {
      Optional<Body> body = code.body(site.method());
      boolean function = body.isEmpty() || body.get().step(site.node()) instanceof Step.Lambda;
      if (function && !handedToPlatform(site) || !function && isEndless(body.get(), site.node())) {
        return Callers.end(Answer.NO);
      }
    }
    return new Callers(most, sites.stream().filter(s -> !isOneTime(s)).map(Site::method).toList());
  }

  private boolean isOneTime(Site site) {
    return code.body(site.method()).filter(b -> oneTime.is(b, site.node(), false)).isPresent();
  }

  /** Whether the method implements what a library or the platform declares and will call. */
  private boolean isCalledFromOutside(MethodRef method, MethodFlow flow) {
    if (method.isConstructor() || flow.isStatic() || Access.has(flow.access(), Access.PRIVATE)) {
      return false;
    }
    if (!code.world().types().isComplete(method.owner())) {
      return true;
    }
    return code.world().types().supertypes(method.owner()).stream()
        .filter(type -> !code.owns(type))
        .flatMap(type -> code.world().program().type(type).stream())
        .anyMatch(type -> type.method(method).isPresent());
  }

  private static boolean isMain(MethodRef method) {
    return method.name().equals("main")
        && List.of("java.lang.String[]").equals(method.parameters());
  }

  /** An anonymous class that is made only to be handed straight to the platform to run. */
  private boolean isRunAtOnce(String type) {
    List<Site> made = code.made(type);
    return Names.isAnonymous(type)
        && !made.isEmpty()
        && made.stream().allMatch(site -> handedToPlatform(site));
  }

  private boolean handedToPlatform(Site made) {
    return code.body(made.method()).filter(body -> handedToPlatform(body, made.node())).isPresent();
  }

  private boolean isEnum(String type) {
    return code.world().types().isSubtype(type, "java.lang.Enum");
  }

  /** Whether only the classes to judge can call the method. */
  private boolean isClosed(MethodRef method, MethodFlow flow) {
    boolean open = Access.isOpen(flow.access());
    int type =
        code.world().program().type(method.owner()).map(TypeFacts::access).orElse(Access.PUBLIC);
    return !open || !Access.has(type, Access.PUBLIC) && !Access.has(type, Access.PROTECTED);
  }

  private boolean handedToPlatform(Body body, int made) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && Platform.isJdk(call.callee().owner())
          && !isForLater(call)
          && origins.ofArguments(body, node.id(), call).anyMatch(o -> o.isMadeAt(body, made))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the platform runs what it gets once for each thread, period or event. */
  private static boolean isForLater(Step.Call call) {
    String name = call.callee().name();
    return call.callee().owner().equals("java.lang.ThreadLocal")
        || REPEATS.matcher(name).matches()
        || name.equals("schedule")
            && call.callee().owner().equals("java.util.Timer")
            && call.arguments().size() == 3;
  }
}
