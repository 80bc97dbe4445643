package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.Liveness;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import io.github.leakcheck.model.Confidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Whether an object of the user's own holds anything of the platform that is to be freed: what its
 * constructor, or a method called on it since, opens and keeps, itself or by what the object is
 * made of. Objects that open files when they are first asked for something hold nothing when they
 * are new. Where it cannot be seen, they may hold.
 */
final class Holding {
  /** Calls followed downwards. */
  private static final int DEPTH = 8;

  /** Methods that take hold of something, whatever they are called on. */
  private static final Set<String> TAKES =
      Set.of("connect", "acquire", "start", "execute", "submit", "schedule");

  private static final Set<String> LOCKS = Set.of("lock", "tryLock", "lockInterruptibly");

  /**
   * A method run on an object of a type.
   *
   * @param always whether what it is made of counts only if no way through the method leads past
   *     it: what only some settings open, a new object has seldom; but whatever is used may open
   *     what it needs when it needs it
   */
  private record Code(MethodRef method, String type, boolean always) {}

  private final Program program;
  private final Knowledge knowledge;
  private final Made made;
  private final Fixpoint<Code, Boolean> opening = new Fixpoint<>(new Depth(DEPTH), true);

  Holding(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
    this.made = new Made(program, knowledge);
  }

  /** The constructors of what the call makes; empty if they are not known. */
  Optional<Set<MethodRef>> constructors(Step.Call call) {
    return made.by(call);
  }

  /** Whether a new object holds nothing, but opens something when it is used. */
  boolean opensLater(MethodRef constructor) {
    String type = constructor.owner();
    return !mayHoldAtOnce(constructor)
        && knowledge.types().supertypes(type).stream()
            .filter(owner -> !Platform.isProvided(owner))
            .flatMap(owner -> program.type(owner).stream())
            .flatMap(facts -> facts.methods().stream())
            .map(MethodFacts::ref)
            .filter(method -> !method.isConstructor() && program.body(method).isPresent())
            .anyMatch(method -> opens(new Code(method, type, false)));
  }

  /** Whether a new object may hold something, what the constructor was given left aside. */
  boolean mayHoldAtOnce(MethodRef constructor) {
    return knowledge.isCounted(constructor.owner())
        || opens(new Code(constructor, constructor.owner(), true));
  }

  /** Whether the call on such an object may open something that it keeps. */
  boolean mayOpen(Step.Call call) {
    return opens(call, false);
  }

  private boolean opens(Step.Call call, boolean always) {
    List<MethodRef> targets = knowledge.targets().of(call);
    return targets.isEmpty()
        || targets.stream().anyMatch(t -> opens(new Code(t, t.owner(), always)));
  }

  /** Whether the call may have something opened by what it passes in this position. */
  boolean mayOpenArgument(Step.Call call, int argument) {
    int parameter = argument + (call.receiver() < 0 ? 0 : 1);
    List<MethodRef> targets = knowledge.targets().of(call);
    return targets.isEmpty()
        || targets.stream()
            .map(program::body)
            .anyMatch(body -> body.map(flow -> mayOpen(flow, parameter)).orElse(true));
  }

  private boolean mayOpen(MethodFlow flow, int parameter) {
    Definitions definitions = flow.definitions();
    int given = flow.parameters().get(parameter);
    return flow.nodes().stream()
        .filter(node -> node.step() instanceof Step.Call)
        .anyMatch(
            node -> {
              Step.Call call = (Step.Call) node.step();
              int on = FieldReleases.parameter(flow, definitions, node.id(), call.receiver());
              return on == given && mayOpen(call)
                  || call.arguments().stream()
                      .mapToInt(a -> FieldReleases.parameter(flow, definitions, node.id(), a))
                      .anyMatch(register -> register == given);
            });
  }

  private boolean opens(Code code) {
    return opening.of(
        code, false, () -> program.body(code.method()).map(flow -> opens(flow, code)).orElse(true));
  }

  private boolean opens(MethodFlow flow, Code code) {
    if (keeps(flow) || flow.nodes().stream().anyMatch(node -> takes(flow, node))) {
      return true;
    }
    IntPredicate within = node -> opensWithin(flow, flow.node(node), code);
    return code.always()
        ? returns(flow, node -> false) && !returns(flow, within)
        : IntStream.range(0, flow.nodes().size()).anyMatch(within);
  }

  private static boolean returns(MethodFlow flow, IntPredicate closed) {
    return Reachability.leads(
        flow, List.of(0), node -> flow.node(node).step() instanceof Step.Return, closed);
  }

  /** The method itself opens something and stores it, gives it to who may, or leaves it open. */
  private boolean keeps(MethodFlow flow) {
    if (Sites.none(flow, knowledge)) {
      return false;
    }
    Liveness liveness = flow.liveness();
    Before before = Before.of(flow, liveness, Classifier.general(knowledge));
    return Sites.of(flow, before, knowledge).stream()
        .filter(site -> site.worth() != Confidence.LOW)
        .filter(
            site -> {
              Events events = Acquisition.follow(flow, liveness, knowledge, before, site);
              return events.keptInThis || events.given || !events.closed && !events.returned;
            })
        .anyMatch(this::isOpen);
  }

  /** What a factory of the user's own made is as open as its constructors leave it. */
  private boolean isOpen(Site site) {
    return Platform.isProvided(site.type())
        || made.by(site.call()).stream()
            .flatMap(Set::stream)
            .map(this::mayHoldAtOnce)
            .reduce(Boolean::logicalOr)
            .orElse(true);
  }

  /** Takes hold of something by its name, or makes the object known to somebody else. */
  private boolean takes(MethodFlow flow, Node node) {
    if (!(node.step() instanceof Step.Call call)) {
      return false;
    }
    MethodRef callee = call.callee();
    return TAKES.contains(callee.name())
        || LOCKS.contains(callee.name()) && !unlocks(flow)
        || ReleaseNames.opens(callee.name()) && knowledge.targets().of(call).isEmpty()
        || !callee.isConstructor()
            && call.arguments().stream().anyMatch(a -> OnItself.isOn(flow, node.id(), a))
        || callee.isConstructor()
            && Platform.isProvided(callee.owner())
            && OnItself.isOn(flow, node.id(), call.receiver())
            && knowledge.acquire(callee).isPresent();
  }

  private static boolean unlocks(MethodFlow flow) {
    return flow.nodes().stream()
        .anyMatch(
            node -> node.step() instanceof Step.Call call && call.callee().name().equals("unlock"));
  }

  /** A call on the object itself or on what it is made of, which opens something. */
  private boolean opensWithin(MethodFlow flow, Node node, Code code) {
    if (!(node.step() instanceof Step.Call call) || Platform.isProvided(call.callee().owner())) {
      return false;
    }
    if (OnItself.isOn(flow, node.id(), call.receiver())) {
      boolean dispatched = call.kind() == Step.CallKind.VIRTUAL;
      List<MethodRef> targets =
          dispatched ? knowledge.targets().of(call, code.type()) : knowledge.targets().of(call);
      return targets.isEmpty()
          ? program.type(call.callee().owner()).isEmpty() // else nobody says what it does
          : targets.stream().anyMatch(t -> opens(new Code(t, code.type(), code.always())));
    }
    Step of = FieldReleases.origin(flow, flow.definitions(), node.id(), call.receiver());
    return of instanceof Step.New fresh && call.callee().isConstructor()
        ? opens(new Code(call.callee(), fresh.type(), code.always()))
        : of instanceof Step.LoadField load && load.object() >= 0 && opens(call, code.always());
  }
}
