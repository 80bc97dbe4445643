package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import io.github.leakcheck.facts.Types;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a call can really throw: by body where there is one, else what is declared. A JDK method
 * that declares nothing counts as not throwing.
 */
final class Exceptions {
  /** Bodies followed downwards from a call. */
  private static final int DEPTH = 6;

  /** Tell of a mistake in the program or of the machine it runs on, or of nothing certain. */
  private static final List<String> INSIDE =
      List.of(
          "java.io.UnsupportedEncodingException",
          "java.net.MalformedURLException",
          "java.net.URISyntaxException",
          "java.lang.ReflectiveOperationException",
          "java.lang.CloneNotSupportedException",
          "java.lang.InterruptedException",
          "java.security.GeneralSecurityException",
          "javax.xml.parsers.ParserConfigurationException");

  /**
   * A body as some call runs it.
   *
   * @param constants what the call passes, by position of the parameter
   */
  private record Run(MethodRef method, Env constants) {}

  private final Program program;
  private final Knowledge knowledge;
  private final Types types;
  private final Prepared prepared;
  private final OverMemory memory;
  private final Unlikely unlikely;
  private final Fixpoint<Run, Optional<List<Thrown>>> bodies =
      new Fixpoint<>(new Depth(DEPTH), Optional.empty());
  private final Map<MethodRef, List<Thrown>> declared = new HashMap<>();

  Exceptions(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
    this.types = knowledge.types();
    this.prepared = new Prepared(types);
    this.memory = new OverMemory(knowledge);
    this.unlikely = new Unlikely(types);
  }

  /** What the call at the node throws, given what is known of its arguments. */
  List<Thrown> of(MethodFlow flow, Node node, Env env) {
    Step.Call call = (Step.Call) node.step();
    MethodRef callee = call.callee();
    if (isInMemory(call)
        || isEmptySuper(call)
        || isClonedArray(callee)
        || isDescriptor(callee)
        || memory.writes(flow, node, call)) {
      return List.of();
    }
    List<Thrown> thrown =
        isFound(callee)
            ? asClosing(flow, node, env, of(call, env))
            : ofUnknown(flow, node, touches(call, env));
    if (Callbacks.isOne(flow, node, call)) {
      thrown = new ArrayList<>(thrown);
      thrown.add(new Thrown(Thrown.UNCHECKED, Likelihood.UNCHECKED));
    }
    return thrown.isEmpty()
        ? thrown
        : thrown.stream().filter(t -> !StandardNames.exclude(t, call, env)).toList();
  }

  /** No likelier than from what a helper closes for its caller. */
  private List<Thrown> asClosing(MethodFlow flow, Node node, Env env, List<Thrown> thrown) {
    Optional<Step.Call> closed =
        thrown.isEmpty() ? Optional.empty() : ClosingHelpers.closed(flow, node, knowledge);
    if (closed.isEmpty() || !isFound(closed.get().callee())) {
      return thrown;
    }
    Map<String, Likelihood> own = new HashMap<>();
    of(closed.get(), env).forEach(one -> own.put(one.type(), one.likelihood()));
    return thrown.stream()
        .map(one -> own.containsKey(one.type()) ? one.atMost(own.get(one.type())) : one)
        .toList();
  }

  /** How a call fails that uses what fails with unchecked exceptions. */
  Thrown failure(MethodFlow flow, Node node) {
    return new Thrown(prepared.unchecked(flow, node), Likelihood.USING);
  }

  /** Streams in memory declare IOException because their supertype does. */
  private boolean isInMemory(Step.Call call) {
    return call.receiver() >= 0
        && knowledge.isHarmless(call.callee().owner())
        && types.isCloseable(call.callee().owner());
  }

  /**
   * {@code super.close()} and {@code super.flush()} of these do nothing, says their documentation.
   */
  private static boolean isEmptySuper(Step.Call call) {
    String owner = call.callee().owner();
    return call.kind() == Step.CallKind.SPECIAL
        && (owner.equals("java.io.InputStream") || owner.equals("java.io.OutputStream"))
        && (call.callee().name().equals("close") || call.callee().name().equals("flush"));
  }

  /** {@code getFD()} throws only if there is none, and an open file has one. */
  private static boolean isDescriptor(MethodRef callee) {
    return callee.name().equals("getFD") && callee.owner().startsWith("java.io.");
  }

  /** Object.clone() declares an exception that arrays, and so the values of enums, never throw. */
  private static boolean isClonedArray(MethodRef callee) {
    return callee.name().equals("clone") && callee.owner().endsWith("[]");
  }

  private boolean isFound(MethodRef callee) {
    return knowledge.targets().declared(callee).isPresent() || callee.owner().endsWith("]");
  }

  private static boolean touches(Step.Call call, Env env) {
    return env.get(call.receiver()).reaches()
        || call.arguments().stream().anyMatch(argument -> env.get(argument).reaches());
  }

  /** Who writes a method that closes what it gets does so to be rid of the exception. */
  private static boolean isQuiet(Step.Call call) {
    return call.receiver() < 0 && ReleaseNames.releasesArgument(call.callee().name());
  }

  private List<Thrown> ofUnknown(MethodFlow flow, Node node, boolean touching) {
    List<Thrown> thrown = new ArrayList<>();
    if (!isQuiet((Step.Call) node.step())) {
      thrown.addAll(prepared.at(flow, node, touching));
    }
    thrown.add(new Thrown(Thrown.ANY, Likelihood.GUESSED));
    return thrown;
  }

  private List<Thrown> of(Step.Call call, Env env) {
    MethodRef callee = call.callee();
    if (Platform.isProvided(callee.owner())) {
      return declared(callee);
    }
    List<MethodRef> targets = knowledge.targets().of(call);
    Map<String, Thrown> all = new LinkedHashMap<>();
    boolean seen = !targets.isEmpty();
    for (MethodRef target : targets) {
      Optional<List<Thrown>> thrown = byBody(target, call, env);
      seen &= thrown.isPresent();
      thrown.ifPresent(list -> list.forEach(t -> merge(all, announced(target, t))));
    }
    if (!seen || all.containsKey(Thrown.ANY) || mayBeOverridden(call)) {
      declared(callee).forEach(t -> merge(all, t));
    }
    if (!seen) {
      merge(all, new Thrown(Thrown.UNCHECKED, Likelihood.GUESSED));
    }
    return List.copyOf(all.values());
  }

  /**
   * A checked exception that the method does not declare does not leave it, the compiler saw to
   * that: it was thrown again as something narrower, or hidden on purpose.
   */
  private Thrown announced(MethodRef method, Thrown thrown) {
    boolean checked = !isUnchecked(thrown.type()) && !thrown.type().equals(Thrown.ANY);
    return !checked || declares(method, thrown.type()) ? thrown : thrown.atMost(Likelihood.GUESSED);
  }

  private boolean declares(MethodRef method, String type) {
    return knowledge
        .targets()
        .declared(method)
        .filter(m -> !Access.has(m.access(), Access.SYNTHETIC) && isJava(m.ref().owner()))
        .map(m -> m.exceptions().stream().anyMatch(declared -> types.isSubtype(type, declared)))
        .orElse(true);
  }

  /** Kotlin, Groovy and Scala let any exception go undeclared. */
  private boolean isJava(String type) {
    return knowledge
        .targets()
        .type(type)
        .map(TypeFacts::sourceFile)
        .filter(file -> !file.isEmpty() && !file.endsWith(".java"))
        .isEmpty();
  }

  /**
   * A method of an abstract class of a library: its body throws nothing of what it declares so that
   * subclasses may, and those of the library are not known.
   */
  private boolean mayBeOverridden(Step.Call call) {
    return call.kind() == Step.CallKind.VIRTUAL
        && !knowledge.isJudged(call.callee().owner())
        && knowledge
            .targets()
            .type(call.callee().owner())
            .filter(type -> Access.has(type.access(), Access.ABSTRACT))
            .isPresent();
  }

  private static void merge(Map<String, Thrown> all, Thrown thrown) {
    all.merge(
        thrown.type(),
        thrown,
        (a, b) -> a.likelihood().ordinal() <= b.likelihood().ordinal() ? a : b);
  }

  private List<Thrown> declared(MethodRef callee) {
    return declared.computeIfAbsent(
        callee,
        m -> {
          Optional<MethodFacts> facts = knowledge.targets().declared(m);
          boolean platform = Platform.isProvided(m.owner());
          Optional<Likelihood> seldom = platform ? unlikely.of(m) : Optional.empty();
          return facts
              .map(f -> f.exceptions().stream().map(t -> declared(t, platform)))
              .map(all -> seldom.map(s -> all.map(t -> t.atMost(s))).orElse(all).toList())
              .orElse(List.of());
        });
  }

  /**
   * Texts that are no numbers come as often as files that cannot be read; that a class or method is
   * not there is a mistake in the program.
   */
  private Thrown declared(String type, boolean platform) {
    if (platform && types.isSubtype(type, "java.lang.ReflectiveOperationException")) {
      return new Thrown(type, Likelihood.UNCHECKED);
    }
    return platform && types.isSubtype(type, "java.lang.NumberFormatException")
        ? new Thrown(type, Likelihood.CHECKED)
        : thrown(type);
  }

  /**
   * Throwable itself stands for a type variable, or for something thrown again: nothing is known.
   */
  Thrown thrown(String type) {
    boolean checked = !isUnchecked(type) && !type.equals(Thrown.ANY);
    return new Thrown(type, checked ? Likelihood.CHECKED : Likelihood.UNCHECKED);
  }

  private boolean isUnchecked(String type) {
    return types.isSubtype(type, Thrown.UNCHECKED) || types.isSubtype(type, "java.lang.Error");
  }

  /**
   * What leaves the body; empty if there is none to look at. What it throws at all is asked first:
   * most bodies throw nothing, whatever they are called with.
   */
  private Optional<List<Thrown>> byBody(MethodRef method, Step.Call call, Env env) {
    Optional<List<Thrown>> thrown = byBody(new Run(method, Env.EMPTY));
    Env constants = Arguments.constants(call, env);
    return thrown.isEmpty() || thrown.get().isEmpty() || constants.equals(Env.EMPTY)
        ? thrown
        : byBody(new Run(method, constants));
  }

  private Optional<List<Thrown>> byBody(Run run) {
    return bodies.of(
        run,
        Optional.of(List.of()),
        () -> program.body(run.method()).map(flow -> leaving(flow, run.constants())));
  }

  private List<Thrown> leaving(MethodFlow flow, Env constants) {
    Handlers handlers = new Handlers(flow, types);
    Passed passed = new Passed(flow, constants);
    BitSet reached = passed.reached();
    Map<String, Thrown> all = new LinkedHashMap<>();
    for (Node node : flow.nodes()) {
      if (reached.get(node.id())) {
        for (Thrown thrown : raised(flow, node, passed)) {
          if (handlers.leaves(node, thrown)) {
            merge(all, thrown);
          }
        }
      }
    }
    return List.copyOf(all.values());
  }

  private List<Thrown> raised(MethodFlow flow, Node node, Passed passed) {
    if (node.step() instanceof Step.Call) {
      return of(flow, node, passed.arguments(node));
    }
    if (node.step() instanceof Step.Throw raise) {
      return origins(flow, node.id(), raise.value());
    }
    return List.of();
  }

  /** Types of new exceptions thrown here; rethrown ones count where they came from. */
  private List<Thrown> origins(MethodFlow flow, int node, int register) {
    Definitions definitions = flow.definitions();
    List<Thrown> found = new ArrayList<>();
    for (int i = 0, at = node, from = register; i < 8; i++) {
      Set<Integer> sources = definitions.reaching(at, from);
      if (sources.size() != 1 || sources.contains(Definitions.ENTRY)) {
        return List.of(new Thrown(Thrown.UNCHECKED, Likelihood.UNCHECKED));
      }
      at = sources.iterator().next();
      Step made = flow.node(at).step();
      if (made instanceof Step.Copy copy) {
        from = copy.from();
      } else if (made instanceof Step.Cast cast) {
        from = cast.from();
      } else {
        if (made instanceof Step.New fresh) {
          boolean wrapped = !isMistake(fresh.type()) && wrapsChecked(flow, definitions, at);
          found.add(wrapped ? new Thrown(fresh.type(), Likelihood.CHECKED) : thrown(fresh.type()));
        } else if (made instanceof Step.Catch caught) {
          found.addAll(rethrown(flow, at, caught));
        } else if (made instanceof Step.Call call) {
          String type = call.callee().result();
          found.add(thrown(types.isSubtype(type, Thrown.ANY) ? type : Thrown.ANY));
        }
        return found;
      }
    }
    return found;
  }

  /** What is caught as anything and thrown on is what the guarded code throws. */
  private List<Thrown> rethrown(MethodFlow flow, int handler, Step.Catch caught) {
    if (!caught.types().equals(List.of("java.lang.Throwable"))) {
      return caught.types().stream().map(this::thrown).toList();
    }
    return flow.nodes().stream()
        .filter(node -> node.handlers().contains(handler) && node.step() instanceof Step.Call)
        .flatMap(node -> of(flow, node, Env.EMPTY).stream())
        .toList();
  }

  /**
   * Whether the new exception carries one from outside that was caught here: it comes as often as
   * that does.
   */
  private boolean wrapsChecked(MethodFlow flow, Definitions definitions, int made) {
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.Call call
          && call.callee().isConstructor()
          && FieldReleases.originNode(flow, definitions, node.id(), call.receiver()) == made) {
        return call.arguments().stream()
            .anyMatch(a -> isCaughtChecked(flow, definitions, node.id(), a));
      }
    }
    return false;
  }

  private boolean isCaughtChecked(
      MethodFlow flow, Definitions definitions, int node, int register) {
    return FieldReleases.origin(flow, definitions, node, register) instanceof Step.Catch caught
        && caught.types().stream().anyMatch(this::isFromOutside);
  }

  /** Tells of a wrong call, whatever the reason it was found out for. */
  private boolean isMistake(String type) {
    return types.isSubtype(type, "java.lang.IllegalArgumentException")
        || types.isSubtype(type, "java.lang.Error");
  }

  private boolean isFromOutside(String type) {
    return !isUnchecked(type)
        && !type.equals(Thrown.ANY)
        && !type.equals("java.lang.Exception")
        && INSIDE.stream().noneMatch(inside -> types.isSubtype(type, inside));
  }
}
