package io.github.leakcheck.check.undo.lifetimes;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.undo.lifetimes.Source.Life;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares the life of what a registration is made with to that of the object that makes it. */
public final class Sources {
  private static final int DEPTH = 4;
  private static final Set<String> PROCESS =
      Set.of("jvm", "application", "application-context", "web-app");
  private static final Set<String> BRIEF = Set.of("future", "thread-group");
  private static final Pattern SHARED =
      Pattern.compile(
          "(get|default|shared|global|current|instance|common|system)"
              + "(Instance|Default|Shared|Global|System|Platform|Current|Common|Toolkit|Singleton)?.*");

  private static final Set<String> CLOSES = Set.of("closeFuture", "getCloseFuture");
  private static final Set<String> INJECTED =
      Set.of("Inject", "Autowired", "Resource", "EJB", "PersistenceContext");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Companions companions;
  private final Messages messages;
  private final GivenToSuper givenToSuper;

  public Sources(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
    this.companions = new Companions(code);
    this.messages = new Messages(code);
    this.givenToSuper = new GivenToSuper(code);
  }

  /** The source of a registration. */
  public Source of(Registration registration) {
    String word = registration.line().key(Key.LIFETIME).orElse("instance");
    Step.Call call = registration.call();
    String name = Names.simple(call.callee().owner());
    if (BRIEF.contains(word)) {
      return ofEnd(registration.body(), registration.node(), call.receiver(), name);
    }
    if (PROCESS.contains(word)) {
      return new Source(Life.LONG, "`" + name + "`, which lives as long as the " + word(word));
    }
    if (call.receiver() == Step.NONE) {
      return new Source(Life.LONG, "`" + name + "`");
    }
    int source = registration.isBuilt() ? call.arguments().get(0) : call.receiver();
    if (becomesPart(registration.body(), registration.node(), source)
        || registration.isByShape() && companions.endTogether(registration)) {
      return new Source(Life.SAME, name);
    }
    return of(registration.body(), registration.node(), source, DEPTH);
  }

  /** Most futures come soon; that of the end of an executor comes with its end. */
  private Source ofEnd(Body body, int node, int register, String name) {
    Source longest = new Source(Life.SAME, name);
    for (Origin origin : origins.of(body, node, register)) {
      if (origin instanceof Origin.Result end) {
        String future = end.call().callee().name();
        if (future.equals("terminationFuture")) {
          longest = longest.or(of(end.body(), end.node(), end.call().receiver(), DEPTH));
        } else if (CLOSES.contains(future) && messages.arePerCall(end)) {
          longest = longest.or(new Source(Life.GIVEN, "`" + future + "()` for every message"));
        }
      }
    }
    return longest;
  }

  /** Whether the source is the end of a connection that is asked for with each message. */
  public boolean arePerMessage(Registration registration) {
    return !Starts.of(code).oncePerObject(registration.body(), registration.node())
        && origins
            .of(registration.body(), registration.node(), registration.call().receiver())
            .stream()
            .anyMatch(
                o ->
                    o instanceof Origin.Result end
                        && CLOSES.contains(end.call().callee().name())
                        && messages.arePerCall(end));
  }

  /** Whether the method also takes the source in as a child of its own. */
  private boolean becomesPart(Body body, int node, int register) {
    Set<Origin> sources = origins.of(body, node, register);
    for (Node other : body.nodes()) {
      if (other.step() instanceof Step.Call call
          && other.id() != node
          && call.callee().name().startsWith("add")
          && origins.mayBeThis(body, other.id(), call.receiver())
          && origins.ofArguments(body, other.id(), call).anyMatch(sources::contains)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line is about futures, which come once. */
  public boolean isBrief(Api line) {
    return line.key(Key.LIFETIME).filter(BRIEF::contains).isPresent();
  }

  private static String word(String word) {
    return word.equals("jvm") ? "JVM" : word.replace('-', ' ');
  }

  private Source of(Body body, int node, int register, int depth) {
    Source longest = new Source(Life.SAME, "");
    for (Origin origin : origins.of(body, node, register)) {
      longest = longest.or(of(origin, depth));
    }
    return longest;
  }

  private Source of(Origin origin, int depth) {
    if (origin instanceof Origin.OfField field) {
      return field(field, depth);
    } else if (origin instanceof Origin.OfParameter parameter) {
      // What a callback is handed belongs to the event, and seldom lives longer than who listens.
      boolean handed = parameter.body().flow().isLambdaBody();
      Life life = parameter.isThis() || handed ? Life.SAME : Life.GIVEN;
      boolean shared = life == Life.GIVEN && isShared(parameter);
      Source given =
          new Source(
              shared ? Life.LONG : life, "the `" + parameterName(parameter) + "` it is given");
      return life == Life.GIVEN && depth > 0 ? given.or(byOwnClass(parameter, depth)) : given;
    } else if (origin instanceof Origin.Result result) {
      return result(result, depth);
    }
    return new Source(Life.SAME, "");
  }

  /** What private methods and constructors get from other ones of the same class. */
  private Source byOwnClass(Origin.OfParameter parameter, int depth) {
    MethodRef method = parameter.body().method();
    int position = parameter.position();
    boolean own =
        method.isConstructor() || Access.has(parameter.body().flow().access(), Access.PRIVATE);
    Source longest = new Source(Life.SAME, "");
    for (Site site : own ? code.callers(method) : List.<Site>of()) {
      Optional<Body> caller = code.body(site.method());
      if (Code.nestOf(site.method().owner()).equals(Code.nestOf(method.owner()))
          && caller.isPresent()
          && caller.get().step(site.node()) instanceof Step.Call call
          && position >= 0
          && position < call.arguments().size()) {
        longest =
            longest.or(of(caller.get(), site.node(), call.arguments().get(position), depth - 1));
      }
    }
    return longest;
  }

  /** Whether all objects of the parameter's type live as long as the program. */
  private boolean isShared(Origin.OfParameter parameter) {
    List<String> types = parameter.body().method().parameters();
    int position = parameter.position();
    return types != null
        && position >= 0
        && position < types.size()
        && code.owns(types.get(position))
        && world
            .program()
            .type(types.get(position))
            .flatMap(Anchors.of(code)::of)
            .filter(anchor -> anchor.sure() == Confidence.HIGH)
            .isPresent();
  }

  private static String parameterName(Origin.OfParameter parameter) {
    var names = parameter.body().flow().parameterNames();
    String name =
        parameter.index() >= 0 && parameter.index() < names.size()
            ? names.get(parameter.index())
            : null;
    return name == null ? "object" : name;
  }

  private Source field(Origin.OfField field, int depth) {
    FieldKey key = code.key(field.field());
    if (field.field().isStatic()) {
      return new Source(Life.LONG, "static `" + key.shortName() + "`");
    }
    Optional<TypeFacts.FieldFacts> facts =
        world.program().type(key.owner()).flatMap(type -> type.field(key.name()));
    if (facts.isPresent() && facts.get().annotations().stream().anyMatch(INJECTED::contains)) {
      return new Source(Life.LONG, "`" + key.name() + "`, which is injected");
    }
    int holder = holder(field);
    if (holder != Step.NONE && depth > 0) {
      return of(field.body(), field.node(), holder, depth - 1);
    }
    Source longest = new Source(Life.SAME, "");
    if (depth > 0) {
      for (Site site : code.stores(key)) {
        longest = longest.or(stored(site, depth));
      }
    }
    return code.stores(key).isEmpty() ? new Source(Life.GIVEN, "`" + key.name() + "`") : longest;
  }

  /** The other object whose field it is: its parts live as long as it does. */
  private int holder(Origin.OfField field) {
    Step step = field.body().step(field.node());
    int holder =
        step instanceof Step.Call call
            ? call.receiver()
            : step instanceof Step.LoadField load ? load.object() : Step.NONE;
    return origins.of(field.body(), field.node(), holder).stream().allMatch(Sources::isOwner)
        ? Step.NONE
        : holder;
  }

  /** This object, or the one around it. */
  private static boolean isOwner(Origin origin) {
    return origin.isThis()
        || origin instanceof Origin.OfField field && field.field().name().startsWith("this$");
  }

  private Source stored(Site site, int depth) {
    Optional<Body> body = code.body(site.method());
    if (body.isPresent() && body.get().step(site.node()) instanceof Step.StoreField store) {
      return of(body.get(), site.node(), store.value(), depth - 1);
    }
    return new Source(Life.GIVEN, "");
  }

  /** Whether the static method hands out the object in a static field, whoever asks. */
  private boolean isKeptByStatic(Step.Call call) {
    Optional<Body> body = code.target(call);
    for (Node node : body.map(Body::nodes).orElse(List.of())) {
      if (node.step() instanceof Step.Return back
          && origins.of(body.get(), node.id(), back.value()).stream()
              .anyMatch(o -> o instanceof Origin.OfField field && field.field().isStatic())) {
        return true;
      }
    }
    return false;
  }

  private Source result(Origin.Result result, int depth) {
    Step.Call call = result.call();
    MethodRef callee = call.callee();
    Optional<Api> lives = world.catalog().match(Role.LIVES, callee, world.types());
    if (lives.isPresent()) {
      String word = lives.get().key(Key.FOR).orElse("");
      return new Source(
          PROCESS.contains(word) ? Life.LONG : Life.SAME, "`" + callee.name() + "()`");
    }
    if (givenToSuper.isHandedOut(result)) {
      return new Source(Life.GIVEN, "the object that `" + callee.name() + "()` returns");
    }
    if (call.receiver() == Step.NONE) {
      boolean shared = SHARED.matcher(callee.name()).matches() && call.arguments().isEmpty();
      return new Source(
          shared || isKeptByStatic(call) ? Life.LONG : Life.SAME, "`" + callee.name() + "()`");
    }
    return depth == 0
        ? new Source(Life.GIVEN, "`" + callee.name() + "()`")
        : of(result.body(), result.node(), call.receiver(), depth - 1);
  }
}
