package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.ThreadLocalFields;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells what kind of value code sets into a thread local. */
final class ThreadValues {
  private static final Set<String> PLAIN =
      Set.of(
          "boolean",
          "int",
          "long",
          "char",
          "short",
          "byte",
          "double",
          "java.lang.Boolean",
          "java.lang.String",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Character",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Double");

  private static final Set<String> HOLDERS =
      Set.of("java.util.Collection", "java.util.Map", "java.lang.Thread", "java.lang.ClassLoader");

  private static final Set<String> CHOICES =
      Set.of("java.lang.String", "boolean", "java.lang.Boolean");

  /** Kinds of value, from harmless to heavy. */
  enum Value {
    /** Null: the entry stays, empty. */
    NULL,
    /** What was there before. */
    FORMER,
    /** A reference that lets go of its object. */
    REFERENCE,
    /** Made once per thread because there was none. */
    CACHED,
    /** A number, flag or text. */
    PLAIN,
    /** A flag or text that callers from outside choose. */
    SETTING,
    OBJECT
  }

  private final World world;
  private final Code code;
  private final Origins origins;

  ThreadValues(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** The kind of the value that this call of {@code set} gives. */
  Value of(Use set) {
    Optional<Body> body = code.body(set.site().method());
    if (body.isEmpty() || set.call().arguments().isEmpty()) {
      return Value.FORMER;
    }
    Set<Origin> value = given(body.get(), set);
    if (all(value, Origin::isNull)) {
      return Value.NULL;
    } else if (isOwnOrNew(body.get(), set, value)) {
      return Value.CACHED;
    } else if (value.stream().anyMatch(this::isFormer)) {
      return Value.FORMER;
    } else if (all(value, this::isReference)) {
      return Value.REFERENCE;
    } else if (all(value, ThreadValues::isMade) && testsForNone(body.get())) {
      return Value.CACHED;
    } else if (all(value, this::isPlain)) {
      return value.stream().anyMatch(this::isChosen) ? Value.SETTING : Value.PLAIN;
    }
    return Value.OBJECT;
  }

  /** Whether the call gives an object of the JDK that holds no others. */
  boolean isOfPlatform(Use set) {
    return code.body(set.site().method())
        .filter(body -> all(given(body, set), o -> isOfPlatform(declared(o))))
        .isPresent();
  }

  private boolean isOfPlatform(String type) {
    return Platform.isJdk(type)
        && !type.equals("java.lang.Object")
        && HOLDERS.stream().noneMatch(holder -> world.types().isSubtype(type, holder))
        && world.program().type(type).filter(facts -> !facts.isInterface()).isPresent();
  }

  private static String declared(Origin origin) {
    if (origin instanceof Origin.OfParameter given) {
      return given.isThis() ? given.body().method().owner() : type(given);
    } else if (origin instanceof Origin.Fresh made) {
      return made.type();
    } else if (origin instanceof Origin.Result result) {
      return result.call().callee().result();
    }
    return origin instanceof Origin.OfField field ? field.field().type() : "?";
  }

  /** Whether the call gives nothing but numbers, flags and texts. */
  boolean addsPlain(Use add) {
    Optional<Body> body = code.body(add.site().method());
    return body.isPresent()
        && add.call().arguments().stream()
            .allMatch(a -> all(origins.of(body.get(), add.site().node(), a), this::isPlain));
  }

  /**
   * Whether the only call in its method gives back what it has got there, or else something new: an
   * object kept until it no longer serves, since nothing has taken its place in between.
   */
  private boolean isOwnOrNew(Body body, Use set, Set<Origin> value) {
    return value.stream().anyMatch(o -> isGot(o) && ((Origin.Result) o).body() == body)
        && value.stream().anyMatch(o -> !isGot(o))
        && all(value, ThreadValues::isMade)
        && testsForNone(body)
        && body.nodes().stream()
            .filter(node -> node.step() instanceof Step.Call call && isSame(set, call))
            .noneMatch(node -> node.id() != set.site().node());
  }

  private boolean isSame(Use set, Step.Call call) {
    return call.callee().name().equals("set")
        && ThreadLocalFields.isThreadLocal(world, call.callee().owner())
        && call.callee().equals(set.call().callee());
  }

  private static boolean all(Set<Origin> value, Predicate<Origin> test) {
    return !value.isEmpty() && value.stream().allMatch(test);
  }

  /** Whether the call gives nothing but constants, as to a flag. */
  boolean isConstant(Use set) {
    return code.body(set.site().method())
        .filter(body -> all(given(body, set), o -> o instanceof Origin.Constant))
        .isPresent();
  }

  private Set<Origin> given(Body body, Use set) {
    return origins.of(body, set.site().node(), set.call().arguments().get(0));
  }

  /** Whether the call takes the value away on one way at least. */
  boolean maySetNull(Use set) {
    return code.body(set.site().method())
        .filter(body -> given(body, set).stream().anyMatch(Origin::isNull))
        .isPresent();
  }

  /** Whether the method that ends its object gives a value that nobody had before. */
  boolean isRenewedAtEnd(Use set) {
    return code.body(set.site().method())
        .filter(body -> Lifecycle.ends(body.flow()) && !testsForNone(body))
        .filter(body -> all(given(body, set), this::isNew))
        .isPresent();
  }

  private boolean isNew(Origin origin) {
    return origin instanceof Origin.Fresh
        || origin instanceof Origin.Result made
            && made.call().kind() == Step.CallKind.STATIC
            && made.call().arguments().isEmpty()
            && !isPlain(origin);
  }

  /** Whether some caller in the program passes null for the value: a clearing by the back door. */
  boolean isClearedByCaller(Use set) {
    Optional<Body> body = code.body(set.site().method());
    return body.isPresent()
        && origins.of(body.get(), set.site().node(), set.call().arguments().get(0)).stream()
            .anyMatch(o -> o instanceof Origin.OfParameter p && passesNull(p));
  }

  private boolean passesNull(Origin.OfParameter parameter) {
    MethodFlow flow = parameter.body().flow();
    int position = parameter.position();
    for (Site site : code.callers(flow.method())) {
      Optional<Body> caller = code.body(site.method());
      if (caller.isPresent()
          && caller.get().step(site.node()) instanceof Step.Call call
          && position >= 0
          && position < call.arguments().size()
          && origins.of(caller.get(), site.node(), call.arguments().get(position)).stream()
              .anyMatch(Origin::isNull)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFormer(Origin origin) {
    if (origin instanceof Origin.OfField field) {
      return code.stores(code.key(field.field())).stream().anyMatch(this::storesGot);
    }
    return isGot(origin);
  }

  private boolean storesGot(Site site) {
    Optional<Body> body = code.body(site.method());
    return body.isPresent()
        && body.get().step(site.node()) instanceof Step.StoreField store
        && origins.of(body.get(), site.node(), store.value()).stream()
            .anyMatch(o -> isGot(o) || o instanceof Origin.OfParameter p && isMadeWithGot(p));
  }

  /** Whether the object is made with what was there before. */
  private boolean isMadeWithGot(Origin.OfParameter parameter) {
    return parameter.body().method().isConstructor() && givesGot(parameter);
  }

  boolean isGot(Origin origin) {
    return origin instanceof Origin.Result result
        && result.call().callee().name().equals("get")
        && ThreadLocalFields.isThreadLocal(world, result.call().callee().owner());
  }

  private boolean isReference(Origin origin) {
    return origin instanceof Origin.Fresh fresh
        && world.types().isSubtype(fresh.type(), "java.lang.ref.Reference");
  }

  private static boolean isMade(Origin origin) {
    return origin instanceof Origin.Fresh
        || origin instanceof Origin.Result
        || origin instanceof Origin.Other other
            && other.body().step(other.node()) instanceof Step.NewArray;
  }

  /** Whether the body asks if there is a value, or one that still serves. */
  private boolean testsForNone(Body body) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Test test
          && Stream.of(test.left(), test.right())
              .flatMap(side -> origins.of(body, node.id(), side).stream())
              .anyMatch(this::isGotOrHeld)) {
        return true;
      }
    }
    return false;
  }

  private boolean isGotOrHeld(Origin origin) {
    return isGot(origin)
        || origin instanceof Origin.OfParameter parameter && isGivenWhatWasGot(parameter)
        || origin instanceof Origin.Result result
            && world.types().isSubtype(result.call().callee().owner(), "java.lang.ref.Reference");
  }

  /** Whether a caller in the program got it from the thread local and asks this method next. */
  private boolean isGivenWhatWasGot(Origin.OfParameter parameter) {
    return !Access.has(parameter.body().flow().access(), Access.PUBLIC) && givesGot(parameter);
  }

  private boolean givesGot(Origin.OfParameter parameter) {
    MethodFlow flow = parameter.body().flow();
    int position = parameter.position();
    for (Site site : position < 0 ? List.<Site>of() : code.callers(flow.method())) {
      Optional<Body> caller = code.body(site.method());
      if (caller.isPresent()
          && caller.get().step(site.node()) instanceof Step.Call call
          && position < call.arguments().size()
          && origins.of(caller.get(), site.node(), call.arguments().get(position)).stream()
              .anyMatch(this::isGot)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPlain(Origin origin) {
    return origin instanceof Origin.Constant
        || origin instanceof Origin.OfParameter p && PLAIN.contains(type(p))
        || origin instanceof Origin.OfField f && PLAIN.contains(f.field().type())
        || origin instanceof Origin.Other o
            && o.body().step(o.node()) instanceof Step.Compute c
            && PLAIN.contains(c.type())
        || origin instanceof Origin.Result r && PLAIN.contains(r.call().callee().result());
  }

  /** Texts and flags say how to work; of numbers, such as the code of an error, the last stays. */
  private boolean isChosen(Origin origin) {
    return origin instanceof Origin.OfParameter p
        && CHOICES.contains(type(p))
        && Access.has(p.body().flow().access(), Access.PUBLIC);
  }

  private static String type(Origin.OfParameter parameter) {
    List<String> types = parameter.body().flow().method().parameters();
    int position = parameter.position();
    return types == null || position < 0 || position >= types.size() ? "?" : types.get(position);
  }

  /**
   * Whether none of the classes that put former values back sets this one: neither by itself nor by
   * calling the method that does.
   */
  boolean isUnrestored(Use set, List<Use> restoring) {
    MethodRef method = set.site().method();
    Optional<Body> body = code.body(method);
    if (body.isEmpty() || restoring.stream().anyMatch(use -> use.site().method().equals(method))) {
      return false;
    }
    return isSetter(body.get(), set)
        ? code.callers(method).stream().anyMatch(site -> !isIn(restoring, site))
        : !isIn(restoring, set.site());
  }

  private static boolean isIn(List<Use> restoring, Site site) {
    String owner = site.method().owner();
    return restoring.stream()
        .map(use -> use.site().method().owner())
        .anyMatch(type -> owner.equals(type) || owner.startsWith(type + "$"));
  }

  private boolean isSetter(Body body, Use set) {
    return origins.of(body, set.site().node(), set.call().arguments().get(0)).stream()
        .allMatch(Origin::isGiven);
  }

  /** A body that sets and also hands on what was there before: its caller restores it. */
  boolean exchanges(Body body, int set) {
    for (Node node : body.nodes()) {
      int register = Step.NONE;
      if (node.step() instanceof Step.Return back) {
        register = back.value();
      } else if (node.step() instanceof Step.StoreField store) {
        register = store.value();
      } else if (node.step() instanceof Step.Lambda lambda && !lambda.captured().isEmpty()) {
        register = lambda.captured().get(lambda.captured().size() - 1);
      }
      if (origins.of(body, node.id(), register).stream()
          .anyMatch(o -> isGot(o) && isBefore((Origin.Result) o, body, set))) {
        return true;
      }
    }
    return false;
  }

  /** What is got after another value was set is that one. */
  private static boolean isBefore(Origin.Result got, Body body, int set) {
    return got.body() != body || Ways.lead(body, got.node(), set);
  }
}
