package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Works out that objects of an ordinary class live long: they have threads of their own, or every
 * part of the program that makes one keeps it in a field of something that lives long itself.
 */
public final class Longevity {
  private static final int DEPTH = 4;

  /** Whoever has one of these serves others until it is stopped. */
  private static final Set<String> RUNNING =
      Set.of(
          "java.lang.Thread",
          "java.util.Timer",
          "java.util.concurrent.ExecutorService",
          "java.util.concurrent.ThreadFactory",
          "java.net.ServerSocket",
          "java.nio.channels.Selector",
          "java.nio.channels.ServerSocketChannel",
          "io.netty.channel.EventLoopGroup",
          "io.netty.bootstrap.ServerBootstrap",
          "io.vertx.core.Vertx");

  private static final Pattern STARTS =
      Pattern.compile(
          "(init|start|configure|setUp|setup|open|doStart|activate|afterPropertiesSet|build)"
              + "(\\p{Upper}.*)?");

  private static final Pattern ENDS =
      Pattern.compile("(do)?(close|stop|shutdown|shutDown|destroy|dispose|terminate)");

  private final Code code;
  private final Origins origins;
  private final Starts starts;
  private final Anchors anchors;
  private final Lifecycle lifecycle;
  private final Shared shared;
  private final Map<String, Optional<String>> known = new HashMap<>();

  public Longevity(Code code, Shared shared) {
    this.code = code;
    this.origins = Origins.of(code);
    this.starts = Starts.of(code);
    this.anchors = Anchors.of(code);
    this.lifecycle = Lifecycle.of(code);
    this.shared = shared;
  }

  /** Why objects of the class live long, in words; empty if nothing says so. */
  public Optional<String> of(TypeFacts owner) {
    return of(owner, DEPTH);
  }

  private Optional<String> of(TypeFacts owner, int depth) {
    Optional<String> answer = known.get(owner.name());
    if (answer == null) {
      known.put(owner.name(), Optional.empty());
      answer = judge(owner, depth);
      known.put(owner.name(), answer);
    }
    return answer;
  }

  private Optional<String> judge(TypeFacts owner, int depth) {
    if (anchors.of(owner).isPresent()) {
      return anchors.of(owner).map(anchor -> anchor.text());
    }
    if (shared.isBrief(owner)) {
      return Optional.empty();
    }
    boolean ends = isEnded(owner);
    if (runs(owner) && (ends || shared.ofService(owner).isPresent()) || ends && begins(owner)) {
      return Optional.of("its `" + Names.simple(owner.name()) + "` runs until it is stopped");
    }
    List<Site> made = made(owner);
    if (made.isEmpty()) {
      return isEnded(owner) && shared.ofService(owner).isPresent()
          ? Optional.of("its `" + Names.simple(owner.name()) + "` serves until it is closed")
          : Optional.empty();
    }
    return depth == 0
        ? Optional.empty()
        : keptAll(made.stream().map(site -> keeper(site, owner, depth)).toList());
  }

  /** One object that is kept and others that are thrown away: a model for those, mostly. */
  private static Optional<String> keptAll(List<Optional<String>> keepers) {
    return keepers.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : keepers.get(0);
  }

  /** Where the program makes objects of the class or of those right below it. */
  private List<Site> made(TypeFacts owner) {
    return Stream.concat(
            Stream.of(owner.name()), code.world().program().directSubtypes(owner.name()).stream())
        .flatMap(type -> code.made(type).stream())
        .toList();
  }

  private boolean isEnded(TypeFacts owner) {
    return code.world().types().isCloseable(owner.name())
        || lifecycle.ending(owner.name()).filter(name -> ENDS.matcher(name).matches()).isPresent();
  }

  private boolean runs(TypeFacts owner) {
    return owner.fields().stream()
        .anyMatch(
            field ->
                RUNNING.stream()
                    .anyMatch(known -> code.world().types().isSubtype(field.type(), known)));
  }

  /** Whether the class starts threads or has a timer of the platform run its work. */
  private boolean begins(TypeFacts owner) {
    return code.within(owner.name()).stream()
        .flatMap(type -> code.bodies(type).stream())
        .flatMap(body -> body.nodes().stream())
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && Platform.isJdk(call.callee().owner())
                    && (call.callee().name().startsWith("schedule")
                        || call.callee().name().equals("start")
                            && call.callee().owner().equals("java.lang.Thread")));
  }

  /** The long-lived class that keeps what is made here in one of its fields. */
  private Optional<String> keeper(Site made, TypeFacts owner, int depth) {
    Optional<Body> body = code.body(made.method());
    if (body.isEmpty()) {
      return Optional.empty();
    }
    for (Node node : body.get().nodes()) {
      if (node.step() instanceof Step.StoreField store
          && origins.isMadeAt(body.get(), node.id(), store.value(), made.node())
          && keeps(body.get(), node.id(), store, owner, depth)) {
        return Optional.of("kept by `" + Names.simple(code.key(store.field()).owner()) + "`");
      }
      if (depth > 0
          && node.step() instanceof Step.Return back
          && origins.isMadeAt(body.get(), node.id(), back.value(), made.node())) {
        return code.callers(made.method()).stream()
            .flatMap(caller -> keeper(caller, owner, depth - 1).stream())
            .findFirst();
      }
      if (node.step() instanceof Step.Call call && call.kind() == Step.CallKind.CONSTRUCTOR) {
        Optional<String> given = given(body.get(), node, call, made, depth);
        if (given.isPresent()) {
          return given;
        }
      }
    }
    return Optional.empty();
  }

  /** {@code office = new Office(registry)}: the office keeps the registry, and is kept itself. */
  private Optional<String> given(Body body, Node node, Step.Call call, Site made, int depth) {
    Optional<Body> constructor = code.target(call);
    Optional<TypeFacts> holder = code.world().program().type(call.callee().owner());
    if (constructor.isEmpty() || holder.isEmpty() || depth <= 0) {
      return Optional.empty();
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      if (origins.isMadeAt(body, node.id(), call.arguments().get(i), made.node())
          && keepsParameter(constructor.get(), i + 1)
          && of(holder.get(), depth - 1).isPresent()) {
        return Optional.of("kept by `" + Names.simple(holder.get().name()) + "`");
      }
    }
    return Optional.empty();
  }

  private boolean keepsParameter(Body constructor, int index) {
    return constructor.nodes().stream()
        .filter(node -> node.step() instanceof Step.StoreField)
        .flatMap(
            node ->
                origins
                    .of(constructor, node.id(), ((Step.StoreField) node.step()).value())
                    .stream())
        .anyMatch(o -> o instanceof Origin.OfParameter p && p.index() == index);
  }

  /** A constant of the class's own type says nothing of its other objects. */
  private boolean keeps(Body body, int node, Step.StoreField store, TypeFacts owner, int depth) {
    String keeper = code.key(store.field()).owner();
    if (store.field().isStatic()) {
      return !keeper.equals(owner.name());
    }
    return isForGood(body, node, store)
        && code.world().program().type(keeper).flatMap(type -> of(type, depth - 1)).isPresent();
  }

  /** Stored into the object's own field as that starts, or when there was none. */
  private boolean isForGood(Body body, int node, Step.StoreField store) {
    boolean own = origins.isThis(body, node, store.object());
    String name = body.flow().source().name();
    return own
        && (name.equals(MethodRef.CONSTRUCTOR)
            || STARTS.matcher(name).matches()
            || starts.oncePerObject(body, node)
            || starts.onlyAtStart(body.method()) != Starts.Answer.NO);
  }
}
