package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out where a field gets something that runs threads of its own, and by what. */
final class ThreadMakers {
  private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
  private static final String RULE = "executor-never-shut-down";
  private static final Pattern MAKES = Pattern.compile("(build|create|make|new|open|of|start).*");

  private static final Pattern KEEPS =
      Pattern.compile("(add|put|offer|register|track|manage|schedule|execute|submit).*");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Map<String, Boolean> running = new HashMap<>();
  private final ThreadLines lines;
  private final ThreadedParts parts;

  ThreadMakers(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
    this.lines = new ThreadLines(code);
    this.parts = new ThreadedParts(code);
  }

  /**
   * What was started, and where it was put into the field.
   *
   * @param what its type's simple name
   * @param undo name of the method that ends it
   * @param most the best confidence of a finding about it
   * @param thread where what was put there starts its thread, if it is code in sight that does
   */
  record Started(
      Use write,
      Body body,
      int node,
      String rule,
      String what,
      String undo,
      Confidence most,
      Optional<Site> thread) {
    Started(
        Use write, Body body, int node, String rule, String what, String undo, Confidence most) {
      this(write, body, node, rule, what, undo, most, Optional.empty());
    }
  }

  /** Whether the use ends threads: by the usual names, or as the class of their object has it. */
  boolean isEnding(Use use) {
    return use.kind() == Use.Kind.CALLED
        && (Verbs.isEnding(use.call().callee().name()) || parts.ends(use.call()));
  }

  /** The first value that starts threads among those that the field gets. */
  Optional<Started> started(List<Use> uses) {
    for (Use use : uses) {
      Optional<Body> body = code.body(use.site().method());
      if (use.kind() == Use.Kind.WRITTEN
          && body.isPresent()
          && body.get().step(use.site().node()) instanceof Step.StoreField store) {
        for (Origin origin : origins.of(body.get(), use.site().node(), store.value())) {
          Optional<Started> started = started(use, origin, uses);
          if (started.isPresent()) {
            return started;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Started> started(Use use, Origin origin, List<Use> uses) {
    Optional<Started> made = madeBy(use, origin);
    if (made.isPresent()) {
      return made;
    } else if (origin instanceof Origin.Result result) {
      return supplied(use, result)
          .or(() -> byOwnMethod(use, result))
          .or(() -> wrapped(use, result));
    } else if (origin instanceof Origin.Fresh fresh) {
      return parts.started(use, fresh, uses);
    }
    if (origin instanceof Origin.OfField field) {
      return byBuilder(use, field);
    }
    return origin instanceof Origin.OfParameter parameter
        ? byOwnConstructor(use, parameter, uses)
        : Optional.empty();
  }

  private Optional<Started> started(Use use, Body body, int node, Step.Call call) {
    return lines.of(body, node, call).map(line -> started(use, body, node, line));
  }

  private Started started(Use use, Body body, int node, ThreadLines.Line line) {
    Signature undo = line.api().undo().orElseThrow();
    boolean idle = endsIdle(line.body(), line.node(), line.call());
    return new Started(
        use,
        body,
        node,
        line.api().rule(),
        Names.simple(undo.owner()),
        undo.name(),
        idle ? Confidence.LOW : line.api().confidence());
  }

  /** A pool without core threads, or whose core threads time out: without work it has none. */
  private boolean endsIdle(Body body, int node, Step.Call call) {
    if (!world.types().isSubtype(call.callee().owner(), POOL) || call.arguments().isEmpty()) {
      return false;
    }
    return call.arguments().size() > 1 && isZero(body, node, call.arguments().get(0))
        || body.nodes().stream()
            .anyMatch(
                other ->
                    other.step() instanceof Step.Call setting
                        && setting.callee().name().equals("allowCoreThreadTimeOut"));
  }

  private boolean isZero(Body body, int node, int register) {
    return origins.of(body, node, register).stream()
        .allMatch(
            o -> o instanceof Origin.Constant c && Integer.valueOf(0).equals(c.constant().value()));
  }

  /** Got from a method that was given a function, or an object without a name, which makes one. */
  private Optional<Started> supplied(Use use, Origin.Result result) {
    for (int argument : result.call().arguments()) {
      for (Origin given : origins.of(result.body(), result.node(), argument)) {
        for (Body body : bodies(given, result.body())) {
          Optional<Started> made = returned(use, body);
          if (made.isPresent()) {
            return made;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** An executor that a static method shows in another way, and that is ended by it. */
  private Optional<Started> wrapped(Use use, Origin.Result result) {
    Step.Call call = result.call();
    if (call.kind() != Step.CallKind.STATIC || !isService(call.callee().result())) {
      return Optional.empty();
    }
    for (int argument : call.arguments()) {
      for (Origin inner : origins.of(result.body(), result.node(), argument)) {
        Optional<Started> made = madeBy(use, inner);
        if (made.isPresent()) {
          return made;
        }
      }
    }
    return Optional.empty();
  }

  private boolean isService(String type) {
    return world.types().isSubtype(type, "java.util.concurrent.ExecutorService");
  }

  /** Got from a method that makes one at each call, and keeps and shows none. */
  private Optional<Started> byOwnMethod(Use use, Origin.Result result) {
    return code.target(result.call())
        .filter(body -> makesOne(body, result.body()))
        .flatMap(body -> returned(use, body));
  }

  private boolean makesOne(Body body, Body caller) {
    return body != caller
        && (body.method().owner().equals(caller.method().owner())
            || MAKES.matcher(body.method().name()).matches() && keepsNothing(body));
  }

  /** Whether what the method returns goes nowhere else. */
  private boolean keepsNothing(Body body) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField
          || node.step() instanceof Step.Call call
              && !call.callee().isConstructor()
              && KEEPS.matcher(call.callee().name()).matches()) {
        return false;
      }
    }
    return true;
  }

  private List<Body> bodies(Origin given, Body caller) {
    if (given instanceof Origin.Function f && f.lambda().body() != null) {
      return code.body(f.lambda().body()).stream()
          .filter(body -> !f.lambda().reference() || makesOne(body, caller))
          .toList();
    }
    return given instanceof Origin.Fresh fresh && Names.isAnonymous(fresh.type())
        ? List.copyOf(code.bodies(fresh.type()))
        : List.of();
  }

  /** A call or constructor that the catalogue says starts threads. */
  private Optional<Started> madeBy(Use use, Origin origin) {
    if (origin instanceof Origin.Result result) {
      return started(use, result.body(), result.node(), result.call());
    }
    return origin instanceof Origin.Fresh fresh
        ? origins
            .constructor(fresh)
            .flatMap(node -> started(use, fresh.body(), node, (Step.Call) fresh.body().step(node)))
        : Optional.empty();
  }

  private Optional<Started> returned(Use use, Body body) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Return back && back.value() != Step.NONE) {
        for (Origin value : origins.of(body, node.id(), back.value())) {
          Optional<Started> started = madeBy(use, value);
          if (started.isPresent()) {
            return started;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A static method of the class, if nobody else can call the constructor. */
  private static boolean isFactory(Body caller, MethodFlow constructor) {
    return caller.flow().isStatic() && !Access.has(constructor.access(), Access.PUBLIC);
  }

  /**
   * Taken over from a builder, which makes one unless it is told another: nobody else can end that.
   */
  private Optional<Started> byBuilder(Use use, Origin.OfField field) {
    FieldKey key = code.key(field.field());
    if (field.field().isStatic() || !key.owner().endsWith("Builder") || !code.owns(key.owner())) {
      return Optional.empty();
    }
    return code.stores(key).stream()
        .flatMap(store -> origins.stored(store).stream())
        .flatMap(value -> madeBy(use, value).stream())
        .map(ThreadMakers::byDefault)
        .findFirst();
  }

  private static Started byDefault(Started made) {
    return new Started(
        made.write(),
        made.body(),
        made.node(),
        made.rule(),
        made.what(),
        made.undo(),
        made.most().and(Confidence.MEDIUM));
  }

  /** Another constructor of the class, or a factory method. */
  private static boolean isOfClass(Body caller, MethodFlow constructor) {
    return (caller.method().isConstructor() || isFactory(caller, constructor))
        && caller.method().owner().equals(constructor.method().owner());
  }

  /** A method of the builder that is written beside the class, or in it. */
  private static boolean isOfBuilder(Body caller, MethodFlow constructor) {
    String owner = caller.method().owner();
    return owner.endsWith("Builder")
        && Code.nestOf(owner).equals(Code.nestOf(constructor.method().owner()));
  }

  /** Made by another constructor of the same class, or a factory, and handed on to this one. */
  private Optional<Started> byOwnConstructor(
      Use use, Origin.OfParameter parameter, List<Use> uses) {
    MethodFlow flow = parameter.body().flow();
    if (!flow.method().isConstructor() || parameter.index() < 1) {
      return Optional.empty();
    }
    for (Site site : code.callers(flow.method())) {
      Optional<Body> body = code.body(site.method());
      if (body.isPresent()
          && (isOfClass(body.get(), flow) || isOfBuilder(body.get(), flow))
          && body.get().step(site.node()) instanceof Step.Call call
          && parameter.index() <= call.arguments().size()) {
        for (Origin value :
            origins.of(body.get(), site.node(), call.arguments().get(parameter.index() - 1))) {
          Optional<Started> started = ofType(use, value).or(() -> onlyByLine(use, value, uses));
          if (started.isPresent()) {
            return started;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Started> onlyByLine(Use use, Origin value, List<Use> uses) {
    return value instanceof Origin.OfParameter ? Optional.empty() : started(use, value, uses);
  }

  /** A client made here whose class runs threads of its own and can be closed. */
  private Optional<Started> ofType(Use use, Origin value) {
    String type = "";
    Body body = value.body();
    int node = 0;
    if (value instanceof Origin.Fresh fresh) {
      type = fresh.type();
      node = origins.constructor(fresh).orElse(fresh.node());
    } else if (value instanceof Origin.Result result
        && MAKES.matcher(result.call().callee().name()).matches()) {
      type = result.call().callee().result();
      node = result.node();
    }
    return world.types().isCloseable(type) && !Platform.isJdk(type) && runsThreads(type)
        ? Optional.of(
            new Started(use, body, node, RULE, Names.simple(type), "close", Confidence.MEDIUM))
        : Optional.empty();
  }

  private boolean runsThreads(String type) {
    return running.computeIfAbsent(type, this::keepsThreads);
  }

  private boolean keepsThreads(String type) {
    return world.program().type(type).map(TypeFacts::methods).orElse(List.of()).stream()
        .map(TypeFacts.MethodFacts::ref)
        .filter(MethodRef::isConstructor)
        .flatMap(constructor -> code.body(constructor.in(type)).stream())
        .anyMatch(this::starts);
  }

  private boolean starts(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && lines.of(body, node.id(), call).isPresent());
  }
}
