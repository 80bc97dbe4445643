package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.Liveness;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import io.github.leakcheck.model.Confidence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is lost if an object of a type of the user's own stays open: everything where the class
 * opens something itself and keeps it, little where its {@code close()} frees nothing or passes on
 * to what others opened.
 */
final class Closing {
  private static final int DEPTH = 6;

  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

  /** What others notice, though it frees nothing. */
  private static final Set<String> ACTS =
      Set.of("unlock", "interrupt", "print", "println", "printf");

  private final Program program;
  private final Knowledge knowledge;
  private final Map<String, Confidence> worth = new HashMap<>();
  private final SharedState shared = new SharedState();
  private final Map<MethodRef, Boolean> frees = new HashMap<>();
  private final Map<String, Boolean> opening = new HashMap<>();
  private final Map<String, Set<String>> overMemory = new HashMap<>();

  Closing(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  Confidence worth(String type) {
    Confidence known = worth.get(type);
    if (known == null) {
      worth.put(type, Confidence.LOW);
      known = judge(type);
      worth.put(type, known);
    }
    return known;
  }

  private Confidence judge(String type) {
    Set<String> supertypes = knowledge.types().supertypes(type);
    if (supertypes.stream().anyMatch(this::opensAndKeeps)) {
      return Confidence.HIGH;
    }
    if (!knowledge.types().isComplete(type) && !isClosedByDefault(type)) {
      return Confidence.MEDIUM;
    }
    return supertypes.stream().anyMatch(Platform.STREAMS::contains) || !closeMatters(type)
        ? Confidence.LOW
        : Confidence.MEDIUM;
  }

  /**
   * What an interface does by default, where the class itself says nothing: no type that could not
   * be found does anything else, or the class would have to choose.
   */
  private boolean isClosedByDefault(String type) {
    MethodRef close = new MethodRef(type, "close", List.of(), "void");
    boolean plain =
        program.type(type).filter(t -> t.superName().equals("java.lang.Object")).isPresent();
    return plain
        && knowledge
            .targets()
            .declared(close)
            .filter(m -> isInterface(m.ref().owner()) && program.body(m.ref()).isPresent())
            .isPresent();
  }

  /** Some constructor of the class or of a superclass opens something and keeps it. */
  boolean opensInConstructor(String type) {
    Boolean known = opening.get(type);
    if (known == null) {
      opening.put(type, false);
      known =
          knowledge.types().supertypes(type).stream()
              .filter(owner -> !Platform.isProvided(owner))
              .flatMap(owner -> program.type(owner).stream())
              .flatMap(facts -> facts.methods().stream())
              .map(MethodFacts::ref)
              .filter(MethodRef::isConstructor)
              .anyMatch(method -> program.body(method).map(this::opensAndKeeps).orElse(false));
      opening.put(type, known);
    }
    return known;
  }

  /** Some method of the class acquires something that it stores in a field. */
  private boolean opensAndKeeps(String type) {
    return !Platform.isProvided(type)
        && program.type(type).stream()
            .flatMap(facts -> facts.methods().stream())
            .map(MethodFacts::ref)
            .anyMatch(method -> program.body(method).map(this::opensAndKeeps).orElse(false));
  }

  private boolean opensAndKeeps(MethodFlow flow) {
    if (flow.isStatic() || Sites.none(flow, knowledge)) {
      return false;
    }
    Liveness liveness = flow.liveness();
    Before before = Before.of(flow, liveness, Classifier.general(knowledge));
    return Sites.of(flow, before, knowledge).stream()
        .filter(site -> site.worth() != Confidence.LOW)
        .anyMatch(site -> Acquisition.follow(flow, liveness, knowledge, before, site).keptInThis);
  }

  /**
   * Whether {@code close()} does more than nothing or passing on to what the constructor was given;
   * a lock is given back, whoever made it.
   */
  private boolean closeMatters(String type) {
    MethodRef close = new MethodRef(type, "close", List.of(), "void");
    Optional<MethodRef> declared = knowledge.targets().declared(close).map(MethodFacts::ref);
    if (declared.isEmpty()) {
      return true;
    }
    if (Platform.isProvided(declared.get().owner())) {
      return !isInterface(declared.get().owner()) || isWorthItInSome(bodies(close));
    }
    List<MethodRef> bodies = bodies(declared.get());
    return bodies.isEmpty()
        ? isOwnWord(declared.get()) || frees(declared.get(), 0)
        : bodies.stream().anyMatch(body -> isOwnWord(body) || frees(body, 0));
  }

  /** An interface of the program's own promises no more than those who keep it. */
  private boolean isWorthItInSome(List<MethodRef> bodies) {
    return bodies.isEmpty()
        || bodies.stream().anyMatch(body -> worth(body.owner()) != Confidence.LOW);
  }

  private boolean isInterface(String type) {
    return program.type(type).filter(TypeFacts::isInterface).isPresent();
  }

  /** What runs where an abstract {@code close()} of the program's own is called. */
  private List<MethodRef> bodies(MethodRef close) {
    boolean open = program.body(close).isEmpty() && knowledge.isJudged(close.owner());
    return open ? knowledge.targets().bodies(close) : List.of();
  }

  /**
   * A class that holds nothing says nothing but that it wants to be closed; so does one of flags
   * and numbers alone where {@code close()} sets a flag. What an interface does where nobody says
   * otherwise is no word of anybody's.
   */
  private boolean isOwnWord(MethodRef close) {
    if (isInterface(close.owner())) {
      return false;
    }
    List<TypeFacts.FieldFacts> state =
        program.type(close.owner()).stream()
            .flatMap(type -> type.fields().stream())
            .filter(field -> !Access.has(field.access(), Access.STATIC | Access.SYNTHETIC))
            .toList();
    return state.isEmpty()
        || state.stream().allMatch(field -> PRIMITIVES.contains(field.type()))
            && program.body(close).map(Closing::setsFlag).orElse(true);
  }

  private static boolean setsFlag(MethodFlow flow) {
    return flow.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.StoreField store
                    && store.field().type().equals("boolean"));
  }

  private boolean frees(MethodRef method, int depth) {
    Boolean known = frees.get(method);
    if (known != null) {
      return known;
    }
    frees.put(method, false);
    Optional<MethodFlow> body = depth > DEPTH ? Optional.empty() : program.body(method);
    boolean result = body.map(flow -> frees(flow, depth)).orElse(true);
    frees.put(method, result);
    return result;
  }

  private boolean frees(MethodFlow flow, int depth) {
    Definitions definitions = flow.definitions();
    Set<String> outside = fieldsFromOutside(flow.method().owner());
    outside.addAll(overMemory.computeIfAbsent(flow.method().owner(), this::fieldsOverMemory));
    return flow.nodes().stream()
            .anyMatch(node -> shared.takesBack(flow, definitions, node, outside))
        || flow.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && frees(call, depth)
                        && !isAskedInVain(flow, definitions, node.id(), call)
                        && (call.callee().name().equals("unlock")
                            || !isOutside(flow, definitions, node.id(), freed(call), outside)));
  }

  private Set<String> fieldsOverMemory(String type) {
    return program
        .type(type)
        .map(facts -> new OverMemory(knowledge).fields(facts, program))
        .orElse(Set.of());
  }

  /** What the call frees: its receiver, or the argument of a static method. */
  private static int freed(Step.Call call) {
    return call.receiver() >= 0 || call.arguments().isEmpty()
        ? call.receiver()
        : call.arguments().get(0);
  }

  /** Whether {@code close()} takes back a count that others look at, too. */
  boolean takesBack(String type) {
    MethodRef close = new MethodRef(type, "close", List.of(), "void");
    Set<String> outside = fieldsFromOutside(type);
    return knowledge.targets().body(close).stream()
        .anyMatch(
            flow ->
                flow.nodes().stream()
                    .anyMatch(node -> shared.takesBack(flow, flow.definitions(), node, outside)));
  }

  /** A helper is given what frees nothing when it is closed. */
  private boolean isAskedInVain(
      MethodFlow flow, Definitions definitions, int node, Step.Call call) {
    return call.receiver() < 0
        && ReleaseNames.releasesArgument(call.callee().name())
        && FieldReleases.origin(flow, definitions, node, freed(call)) instanceof Step.LoadField load
        && !Platform.isProvided(load.field().type())
        && knowledge.types().isCloseable(load.field().type())
        && !closeMatters(load.field().type());
  }

  /** The value is such a field, or was asked of one. */
  static boolean isOutside(
      MethodFlow flow, Definitions definitions, int node, int register, Set<String> outside) {
    int at = node;
    int from = register;
    for (int i = 0; i < DEPTH; i++) {
      int origin = FieldReleases.originNode(flow, definitions, at, from);
      Step made = origin < 0 ? new Step.Nop() : flow.node(origin).step();
      if (!(made instanceof Step.Call asked) || asked.receiver() < 0) {
        return made instanceof Step.LoadField load && outside.contains(load.field().name());
      }
      at = origin;
      from = asked.receiver();
    }
    return false;
  }

  boolean frees(Step.Call call) {
    return frees(call, 0);
  }

  /** Whether the method, by whatever body it may run, frees anything; true if none is in sight. */
  boolean frees(MethodRef ending) {
    List<MethodRef> bodies = bodies(ending);
    return bodies.isEmpty() ? frees(ending, 0) : bodies.stream().anyMatch(body -> frees(body, 0));
  }

  private boolean frees(Step.Call call, int depth) {
    MethodRef callee = call.callee();
    if (Platform.isProvided(callee.owner())) {
      return (knowledge.isReleaseName(callee) || ACTS.contains(callee.name()))
          && !knowledge.isHarmless(callee.owner())
          && !Platform.STREAMS.contains(callee.owner());
    }
    if (Prepared.isLogging(callee)) {
      return false;
    }
    List<MethodRef> targets = knowledge.targets().of(call);
    return targets.isEmpty()
        ? ReleaseNames.releasesArgument(callee.name()) || ReleaseNames.isRelease(callee.name())
        : targets.stream().anyMatch(target -> frees(target, depth + 1));
  }

  /** Fields that constructors only fill from their parameters. */
  private Set<String> fieldsFromOutside(String type) {
    Set<String> fields = new HashSet<>();
    program.type(type).stream()
        .flatMap(facts -> facts.methods().stream())
        .map(MethodFacts::ref)
        .filter(MethodRef::isConstructor)
        .forEach(
            constructor ->
                program.body(constructor).ifPresent(flow -> addFromParameters(flow, fields)));
    return fields;
  }

  private static void addFromParameters(MethodFlow flow, Set<String> fields) {
    Definitions definitions = flow.definitions();
    flow.nodes()
        .forEach(
            node -> {
              if (node.step() instanceof Step.StoreField store
                  && FieldReleases.isParameter(flow, definitions, node.id(), store.value())) {
                fields.add(store.field().name());
              }
            });
  }
}
