package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Judges executors that a method makes and forgets: kept in no field, given to nobody. */
public final class LocalThreads {
  /** How far what a library is given is followed through its calls. */
  private static final int CALLS = 2;

  private static final Pattern RUNS =
      Pattern.compile(
          "(execute|run|call|invoke|submit|supply|apply|retry|delay|decorate)([A-Z].*)?");

  /** What reactive streams are, of whatever library. */
  private static final String STREAM = "org.reactivestreams.Publisher";

  /** Steps of a reactive stream: each subscription runs in the threads, none ends them. */
  private static final Pattern STAGES =
      Pattern.compile("(subscribe|publish|observe|run|cancel|unsubscribe)On");

  /** Marks of methods that a container calls once for what it keeps. */
  public static final Set<String> BEANS =
      Set.of("Bean", "Produces", "Provides", "Singleton", "PostConstruct");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Unended unended;

  public LocalThreads(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.unended = new Unended(code);
  }

  /** What methods of the class start and leave running. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call) {
          line(call)
              .filter(line -> isForgotten(body, node, call))
              .map(line -> draft(body, node.id(), call, line, most(body, node, call)))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Confidence most(Body body, Node node, Step.Call call) {
    return isShown(body, node, call) ? Confidence.MEDIUM : Confidence.HIGH;
  }

  /** The line of the call, unless a rule about closing judges it. */
  private Optional<Api> line(Step.Call call) {
    if (world.catalog().match(Role.ACQUIRE, call.callee(), world.types()).isPresent()) {
      return Optional.empty();
    }
    return world
        .catalog()
        .match(Role.DOES, call.callee(), world.types())
        .filter(line -> line.key(Key.LIFETIME).filter("own-thread"::equals).isPresent());
  }

  private boolean isForgotten(Body body, Node node, Step.Call call) {
    return Starts.of(code).onlyAtStart(body.method()) == Starts.Answer.NO
        && made(body, node, call)
            .filter(value -> body.nodes().stream().noneMatch(use -> saves(body, use, value)))
            .isPresent();
  }

  private Optional<Origin> made(Body body, Node node, Step.Call call) {
    if (call.kind() != Step.CallKind.CONSTRUCTOR) {
      return call.result() == Step.NONE
          ? Optional.empty()
          : Optional.of(new Origin.Result(body, node.id(), call));
    }
    return origins.of(body, node.id(), call.receiver()).stream()
        .filter(origin -> origin instanceof Origin.Fresh)
        .findFirst();
  }

  /** Whether the step ends the thing made, or shows it to anyone who might. */
  private boolean saves(Body body, Node node, Origin value) {
    Step step = node.step();
    if (step instanceof Step.Call call) {
      return holds(body, node, call.receiver(), value) && isEnding(call.callee())
          || call.arguments().stream().anyMatch(a -> holds(body, node, a, value))
              && !isStage(body, call.callee(), argument(body, node, call, value))
              && !isBorrowed(body, call.callee())
              && !unended.isFor(body, call, argument(body, node, call, value))
              && (!onlyRunsIn(call.callee())
                  || takesOver(call, argument(body, node, call, value), CALLS));
    }
    if (step instanceof Step.Lambda lambda) {
      return lambda.captured().stream().anyMatch(r -> holds(body, node, r, value))
          && !unended.isFor(lambda, value);
    }
    boolean looks =
        step instanceof Step.Copy || step instanceof Step.Cast || step instanceof Step.Test;
    return !looks
        && StepUses.used(step).stream().anyMatch(register -> holds(body, node, register, value));
  }

  private boolean holds(Body body, Node node, int register, Origin value) {
    return origins.of(body, node.id(), register).contains(value);
  }

  private static boolean isEnding(MethodRef callee) {
    return Verbs.isEnding(callee.name());
  }

  /**
   * Futures run their stages in the executor they are given, and leave it running; so do methods of
   * libraries that run one thing.
   */
  private boolean onlyRunsIn(MethodRef callee) {
    return callee.owner().equals("java.util.concurrent.CompletableFuture")
        || !code.owns(callee.owner()) && RUNS.matcher(callee.name()).matches();
  }

  /** Whether the catalogue says that the callee only uses it, and nobody asks the callee for it. */
  private boolean isBorrowed(Body body, MethodRef callee) {
    return world.catalog().match(Role.BORROWS, callee, world.types()).isPresent()
        && code.nest(body.method().owner()).stream()
            .flatMap(type -> code.bodies(type).stream())
            .noneMatch(other -> other.nodes().stream().anyMatch(node -> endsAsked(other, node)));
  }

  private boolean endsAsked(Body body, Node node) {
    return node.step() instanceof Step.Call call
        && isEnding(call.callee())
        && origins.of(body, node.id(), call.receiver()).stream()
            .anyMatch(
                o ->
                    o instanceof Origin.Result result
                        && result.call().receiver() != Step.NONE
                        && code.target(result.call())
                            .filter(b -> code.owns(b.method().owner()))
                            .isEmpty());
  }

  private boolean isStage(Body body, MethodRef callee, int argument) {
    return (STAGES.matcher(callee.name()).matches() || isTimed(callee, argument))
        && !code.owns(callee.owner())
        && body.flow().annotations().stream().noneMatch(BEANS::contains);
  }

  /** A stream that is told in which scheduler its clock ticks. */
  private boolean isTimed(MethodRef callee, int argument) {
    List<String> types = callee.parameters();
    return types != null
        && argument < types.size()
        && Names.simple(types.get(argument)).equals("Scheduler")
        && world.types().isSubtype(callee.result(), STREAM);
  }

  private int argument(Body body, Node node, Step.Call call, Origin value) {
    return IntStream.range(0, call.arguments().size())
        .filter(i -> holds(body, node, call.arguments().get(i), value))
        .findFirst()
        .orElse(0);
  }

  /** Whether the library's own code, as far as it can be read, keeps or ends what it is given. */
  private boolean takesOver(Step.Call call, int argument, int depth) {
    Optional<Body> target = code.target(call);
    int index = target.filter(body -> body.flow().isStatic()).isPresent() ? argument : argument + 1;
    return target.filter(body -> takesOver(body, index, depth)).isPresent();
  }

  private boolean takesOver(Body body, int parameter, int depth) {
    Origin given = new Origin.OfParameter(body, parameter);
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField store && holds(body, node, store.value(), given)
          || node.step() instanceof Step.Lambda lambda
              && lambda.captured().stream().anyMatch(c -> holds(body, node, c, given))) {
        return true;
      }
      if (node.step() instanceof Step.Call call && shown(body, node, call, given, depth)) {
        return true;
      }
    }
    return false;
  }

  private boolean shown(Body body, Node node, Step.Call call, Origin given, int depth) {
    if (holds(body, node, call.receiver(), given)) {
      return isEnding(call.callee());
    }
    if (depth == 0 || call.arguments().stream().noneMatch(a -> holds(body, node, a, given))) {
      return false;
    }
    return takesOver(call, argument(body, node, call, given), depth - 1);
  }

  /** Whether somebody else's code got it, of which not all can be seen. */
  private boolean isShown(Body body, Node node, Step.Call call) {
    return made(body, node, call)
        .filter(value -> body.nodes().stream().anyMatch(use -> isGiven(body, use, value)))
        .isPresent();
  }

  private boolean isGiven(Body body, Node node, Origin value) {
    return node.step() instanceof Step.Call call
        && !Platform.isJdk(call.callee().owner())
        && call.arguments().stream().anyMatch(a -> holds(body, node, a, value));
  }

  private static Draft draft(Body body, int node, Step.Call call, Api line, Confidence most) {
    Signature undo = line.undo().orElseThrow();
    String what = "`" + Names.simple(undo.owner()) + "`";
    boolean constructor = body.method().isConstructor();
    String each =
        constructor
            ? "Each new `" + Names.simple(body.method().owner()) + "`"
            : "Each call of `" + body.flow().source().name() + "()`";
    return new Draft(
        line.rule(),
        most.and(line.confidence()),
        body.site(node),
        each + " makes the threads of a new " + what + ", and nothing ends it",
        constructor
            ? "Keep it, and call `" + undo.name() + "()` where the object ends"
            : "Call `" + undo.name() + "()` in a finally block, or share one",
        List.of());
  }
}
