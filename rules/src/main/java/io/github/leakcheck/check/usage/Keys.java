package io.github.leakcheck.check.usage;

import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import io.github.leakcheck.facts.TypeFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges how many different keys code can add, from where their values come. */
public final class Keys {
  private static final int DEPTH = 4;
  private static final Set<String> IDENTITIES =
      Set.of(
          "hashCode",
          "identityHashCode",
          "randomUUID",
          "nanoTime",
          "currentTimeMillis",
          "getId",
          "threadId",
          "incrementAndGet",
          "getAndIncrement",
          "nextInt",
          "nextLong",
          "currentThread",
          "getSessionId",
          "getRequestURI",
          "getRequestURL",
          "getServletPath",
          "getPathInfo",
          "getQueryString",
          "getRemoteAddr",
          "getRemoteAddress",
          "getRemoteSocketAddress",
          "remoteAddress",
          "getInetAddress",
          "getHostAddress",
          "getRequestId",
          "getCorrelationId",
          "getClientId",
          "getMessageId",
          "readLine",
          "readUTF",
          "nextLine",
          "getMessage");
  private static final Set<String> REQUEST_DATA = Set.of("getParameter", "getHeader");

  /** What makes one key of several values. */
  private static final Set<String> COMBINES = Set.of("asList", "of", "hash", "entry");

  private static final Key UNKNOWN = new Key(Domain.UNKNOWN, "value");
  private static final Set<String> SETTINGS = Set.of("getProperty", "getenv", "getBoolean");

  /** The class of the object itself: one for each subclass. */
  public static final Key OWN_CLASS = new Key(Domain.CLASSES, "class of its own objects");

  private final Code code;
  private final Origins origins;
  private final KeyTypes keyTypes;
  private final Elements elements;

  /** Many callers share their own callers: without this, each way up would be walked anew. */
  private final Map<Given, Key> known = new HashMap<>();

  /** What callers give at a position, followed so many calls up. */
  private record Given(MethodRef method, int position, int depth, Key open) {}

  private Keys(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.keyTypes = new KeyTypes(code.world());
    this.elements = new Elements(code, this);
  }

  /** The keys of this analysis. */
  public static Keys of(Code code) {
    return code.world().once(Keys.class, world -> new Keys(code));
  }

  /** The key in this register as the node finds it. */
  public Key of(Body body, int node, int register) {
    return of(body, node, register, DEPTH);
  }

  /** The key that this parameter brings, judged by its callers in the program alone. */
  public Optional<Key> ofCallers(Body body, int node, int register) {
    Key all = null;
    for (Origin origin : origins.of(body, node, register)) {
      if (!(origin instanceof Origin.OfParameter parameter)
          || parameter.isThis()
          || parameter.body().flow().isLambdaBody()
          || code.callers(parameter.body().method()).isEmpty()) {
        return Optional.empty();
      }
      MethodFlow flow = parameter.body().flow();
      int position = parameter.position();
      Key key = fromCallers(flow.method(), position, DEPTH, UNKNOWN);
      all = all == null ? key : all.or(key);
    }
    return Optional.ofNullable(all);
  }

  private Key of(Body body, int node, int register, int depth) {
    Key all = Key.FINITE;
    for (Origin origin : origins.of(body, node, register)) {
      all = all.or(of(origin, depth));
    }
    return all;
  }

  private Key of(Origin origin, int depth) {
    if (origin instanceof Origin.Constant) {
      return Key.FINITE;
    } else if (origin instanceof Origin.OfParameter parameter) {
      return parameter(parameter, depth);
    } else if (origin instanceof Origin.OfField field) {
      return field(field);
    } else if (origin instanceof Origin.Fresh fresh) {
      return fresh(fresh, depth);
    } else if (origin instanceof Origin.Result result) {
      return result(result, depth);
    } else if (origin instanceof Origin.Function function) {
      boolean captures = !function.lambda().captured().isEmpty();
      return new Key(captures ? Domain.OPEN : Domain.FEW, "function made here");
    }
    return other((Origin.Other) origin, depth);
  }

  private Key parameter(Origin.OfParameter parameter, int depth) {
    MethodFlow flow = parameter.body().flow();
    if (parameter.isThis()) {
      return keyTypes.bounded(flow.method().owner(), new Key(Domain.OPEN, "instance of its class"));
    }
    int position = parameter.position();
    List<String> types = flow.method().parameters();
    String type =
        types == null || position < 0 || position >= types.size()
            ? MethodRef.UNKNOWN
            : types.get(position);
    if (flow.isLambdaBody()) {
      return keyTypes.bounded(type, UNKNOWN);
    }
    Key open = keyTypes.named(type, name(flow, parameter.index()), flow.method().name());
    if (open.domain() != Domain.OPEN || isOpen(flow) || depth == 0) {
      return open;
    }
    return fromCallers(flow.method(), position, depth, open);
  }

  private static String name(MethodFlow flow, int index) {
    String name = index < flow.parameterNames().size() ? flow.parameterNames().get(index) : null;
    return name == null ? "" : name;
  }

  /** Whether code outside the classes to judge can call the method. */
  private boolean isOpen(MethodFlow flow) {
    int type = code.world().program().type(flow.method().owner()).map(TypeFacts::access).orElse(0);
    boolean publicMethod = Access.isOpen(flow.access());
    return publicMethod && Access.has(type, Access.PUBLIC);
  }

  private Key fromCallers(MethodRef method, int position, int depth, Key open) {
    Given given = new Given(method, position, depth, open);
    Key answer = known.get(given);
    if (answer == null) {
      answer = ofSites(code.callers(method), position, depth, open);
      known.put(given, answer);
    }
    return answer;
  }

  private Key ofSites(List<Site> sites, int position, int depth, Key open) {
    Key all = null;
    for (Site site : sites) {
      Optional<Body> caller = code.body(site.method());
      if (caller.isPresent()
          && caller.get().step(site.node()) instanceof Step.Call call
          && position < call.arguments().size()) {
        Key key = of(caller.get(), site.node(), call.arguments().get(position), depth - 1);
        all = all == null ? key : all.or(key);
      } else {
        return open;
      }
    }
    return all == null ? open : all;
  }

  private Key field(Origin.OfField field) {
    FieldKey key = code.key(field.field());
    Optional<TypeFacts.FieldFacts> facts =
        code.world().program().type(key.owner()).flatMap(type -> type.field(key.name()));
    boolean constant = facts.isPresent() && Access.has(facts.get().access(), Access.STATIC);
    if (constant || field.field().isStatic()) {
      return new Key(Domain.FINITE, "");
    }
    Key unknown = new Key(Domain.UNKNOWN, "`" + name(key) + "`");
    return keyTypes.bounded(
        field.field().type(), KeyTypes.isFew(key.name()) ? unknown.atMost(Domain.FEW) : unknown);
  }

  /** Compilers keep the locals that an anonymous class uses in fields of their own naming. */
  private static String name(FieldKey key) {
    return key.name().startsWith("val$") ? key.name().substring(4) : key.shortName();
  }

  private Key fresh(Origin.Fresh fresh, int depth) {
    if (keyTypes.hasIdentityEquality(fresh.type())) {
      return new Key(Domain.OPEN, "new `" + Names.simple(fresh.type()) + "`, equal to no other");
    }
    return made(fresh, depth);
  }

  private Key made(Origin.Fresh fresh, int depth) {
    return origins
        .constructor(fresh)
        .map(node -> operands(fresh.body(), node, arguments(fresh.body(), node), depth))
        .orElse(Key.FINITE);
  }

  private static List<Integer> arguments(Body body, int node) {
    return ((Step.Call) body.step(node)).arguments();
  }

  /** The key that a value computed from these makes. */
  private Key operands(Body body, int node, List<Integer> registers, int depth) {
    Key all = Key.FINITE;
    for (int register : registers) {
      for (Origin origin : origins.of(body, node, register)) {
        all = all.or(depth == 0 ? UNKNOWN : operand(origin, depth - 1));
      }
    }
    return all;
  }

  private Key operand(Origin origin, int depth) {
    if (origin instanceof Origin.Fresh fresh) {
      return made(fresh, depth);
    }
    if (origin.isThis()) {
      return UNKNOWN;
    }
    return of(origin, depth);
  }

  private Key result(Origin.Result result, int depth) {
    MethodRef callee = result.call().callee();
    if (SETTINGS.contains(callee.name()) && callee.owner().equals("java.lang.System")) {
      return Key.FINITE;
    }
    boolean ofRequest =
        REQUEST_DATA.contains(callee.name()) && Names.simple(callee.owner()).contains("Request");
    if (ofRequest || IDENTITIES.contains(callee.name())) {
      return new Key(Domain.OPEN, "`" + callee.name() + "()`");
    }
    if (callee.owner().equals("java.lang.Class") && !callee.result().equals("boolean")) {
      return new Key(Domain.CLASSES, "class");
    }
    if (callee.name().equals("getClass") && callee.parameters().isEmpty() && isOfThis(result)) {
      return OWN_CLASS;
    }
    if (callee.owner().equals("java.lang.Enum") || keyTypes.isFinite(callee.owner())) {
      return Key.FINITE;
    }
    if (elements.areConstants(result)) {
      return Key.FINITE;
    }
    List<Integer> operands = StepUses.used(result.call());
    boolean computed =
        !operands.isEmpty()
            && (callee.result().equals("java.lang.String")
                || COMBINES.contains(callee.name())
                || !result.call().arguments().isEmpty() && !Platform.isJdk(callee.owner()));
    Key key =
        computed
            ? operands(result.body(), result.node(), operands, depth)
            : new Key(Domain.UNKNOWN, "result of `" + callee.name() + "()`");
    if (KeyTypes.isFew(callee.name())) {
      key = key.atMost(Domain.FEW);
    }
    return keyTypes.bounded(callee.result(), key);
  }

  private boolean isOfThis(Origin.Result result) {
    return origins.isThis(result.body(), result.node(), result.call().receiver());
  }

  private Key other(Origin.Other other, int depth) {
    Step step = other.body().step(other.node());
    if (step instanceof Step.Compute compute) {
      Key used = operands(other.body(), other.node(), compute.operands(), depth);
      return keyTypes.bounded(compute.type(), used);
    }
    if (step instanceof Step.LoadElement element) {
      return operands(other.body(), other.node(), List.of(element.array()), depth);
    }
    if (step instanceof Step.Catch) {
      return new Key(Domain.OPEN, "exception");
    }
    return step instanceof Step.NewArray ? array(other, depth) : UNKNOWN;
  }

  /** The key that an array makes of what is put into it, as for arguments of variable number. */
  private Key array(Origin.Other array, int depth) {
    Body body = array.body();
    Key all = null;
    for (Node node : body.nodes()) {
      if (depth > 0
          && node.step() instanceof Step.StoreElement store
          && origins.of(body, node.id(), store.array()).contains(array)) {
        Key element = operands(body, node.id(), List.of(store.value()), depth);
        all = all == null ? element : all.or(element);
      }
    }
    return all == null ? UNKNOWN : all;
  }
}
