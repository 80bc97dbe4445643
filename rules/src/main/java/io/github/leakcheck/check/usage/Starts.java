package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  private final Code code;
  private final Map<MethodRef, Answer> known = new HashMap<>();

  public Starts(Code code) {
    this.code = code;
  }

  public static Starts of(Code code) {
    return code.world().once(Starts.class, world -> new Starts(code));
  }

  /** Whether all that leads to this method happens as the program starts. */
  public Answer onlyAtStart(MethodRef method) {
    Answer answer = known.get(method);
    if (answer == null) {
      // A method that only calls itself adds nothing of its own.
      known.put(method, Answer.YES);
      answer = judge(method);
      known.put(method, answer);
    }
    return answer;
  }

  private Answer judge(MethodRef method) {
    if (method.name().equals(MethodRef.STATIC_INITIALISER) || isMain(method)) {
      return Answer.YES;
    }
    Optional<Body> body = code.body(method);
    if (body.isEmpty()) {
      return Answer.NO;
    }
    if (body.get().flow().isLambdaBody()) {
      return lambda(method);
    }
    return declared(method, body.get().flow());
  }

  private static boolean isMain(MethodRef method) {
    return method.name().equals("main")
        && List.of("java.lang.String[]").equals(method.parameters());
  }

  private Answer declared(MethodRef method, MethodFlow flow) {
    if (method.isConstructor() && isEnum(method.owner())) {
      return Answer.YES;
    }
    List<Site> callers = code.callers(method);
    if (callers.isEmpty()) {
      return flow.annotations().stream().anyMatch(ONCE::contains) ? Answer.LIKELY : Answer.NO;
    }
    Answer all = Answer.YES;
    for (Site caller : callers) {
      all = all.and(onlyAtStart(caller.method()));
    }
    return isClosed(method, flow) ? all : all.and(Answer.LIKELY);
  }

  private boolean isEnum(String type) {
    return code.world().types().isSubtype(type, "java.lang.Enum");
  }

  /** Whether only the classes to judge can call the method. */
  private boolean isClosed(MethodRef method, MethodFlow flow) {
    boolean open =
        Access.has(flow.access(), Access.PUBLIC) || Access.has(flow.access(), Access.PROTECTED);
    int type =
        code.world().program().type(method.owner()).map(TypeFacts::access).orElse(Access.PUBLIC);
    return !open || !Access.has(type, Access.PUBLIC) && !Access.has(type, Access.PROTECTED);
  }

  /** A lambda runs when its maker does if it is handed straight to a call of the platform. */
  private Answer lambda(MethodRef method) {
    Answer all = Answer.YES;
    for (Site site : code.functionSites(method)) {
      Optional<Body> maker = code.body(site.method());
      boolean atOnce = maker.isPresent() && handedToPlatform(maker.get(), site.node());
      all = all.and(atOnce ? onlyAtStart(site.method()) : Answer.NO);
    }
    return all;
  }

  private static boolean handedToPlatform(Body body, int node) {
    if (!(body.step(node) instanceof Step.Lambda lambda)) {
      return false;
    }
    for (Node other : body.nodes()) {
      if (other.step() instanceof Step.Call call
          && Code.isPlatform(call.callee().owner())
          && !call.callee().owner().equals("java.lang.ThreadLocal")
          && call.arguments().contains(lambda.result())) {
        return true;
      }
    }
    return false;
  }
}
