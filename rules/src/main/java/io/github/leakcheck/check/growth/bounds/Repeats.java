package io.github.leakcheck.check.growth.bounds;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Key;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Keys;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges calls that add to something of the platform or a container which the caller cannot see,
 * such as the list of files to delete at exit: every repetition makes it longer.
 */
public final class Repeats {
  private static final Set<String> SETTINGS = Set.of("getProperty", "getBoolean", "getenv");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Starts starts;
  private final Keys keys;
  private final Ways ways;
  private final DeletedFiles deletedFiles;
  private final GivenFiles givenFiles;

  private Repeats(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.starts = Starts.of(code);
    this.keys = Keys.of(code);
    this.ways = new Ways(origins);
    this.deletedFiles = new DeletedFiles(code);
    this.givenFiles = new GivenFiles(code);
  }

  /** The judge of this analysis. */
  public static Repeats of(World world) {
    return world.once(Repeats.class, Repeats::new);
  }

  /** Calls in the class that add again and again. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call) {
          line(call).flatMap(line -> judge(type, body, node, call, line)).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Api> line(Step.Call call) {
    return world
        .catalog()
        .match(Role.ADDS, call.callee(), world.types())
        .filter(line -> line.key(io.github.leakcheck.catalog.Key.LIFETIME).isPresent());
  }

  private Optional<Draft> judge(TypeFacts type, Body body, Node node, Step.Call call, Api line) {
    if (starts.onlyAtStart(body, node.id()) != Starts.Answer.NO
        || body.flow().source().name().contains("OnExit")
        || isSwitchedOn(body, node.id())
        || ways.onlyOnFailure(body, node.id())
        || isUndone(type, line)
        || !isMeant(body, node.id(), call, line)) {
      return Optional.empty();
    }
    Key key = key(body, node.id(), call, line);
    if (key.domain().compareTo(Domain.FEW) <= 0) {
      return Optional.empty();
    }
    String what = "`" + Names.simple(call.callee().owner()) + "." + call.callee().name() + "()`";
    String every = key.text().isEmpty() ? "every call" : "every distinct " + key.text();
    String message =
        what
            + " in `"
            + body.flow().source().name()
            + "()` adds an entry for "
            + every
            + " to a list that "
            + (line.why().isEmpty() ? "nothing shortens" : line.why());
    boolean missing =
        ways.onlyIfMissing(body, node.id())
            && !deletedFiles.isDeleted(body, node.id(), call.receiver());
    boolean often =
        !missing
            && !isRemembered(body.method())
            && !givenFiles.isNamedSo(body, node.id(), call.receiver());
    Confidence sure = key.domain() == Domain.OPEN && often ? Confidence.MEDIUM : Confidence.LOW;
    return Optional.of(
        new Draft(
            line.rule(),
            sure.and(line.confidence()),
            body.site(node.id()),
            message,
            "Undo it by hand when the thing is done with, or do it once",
            List.of()));
  }

  /**
   * Whether all callers put what comes of it into a static map: it is done once for each key that
   * the map knows.
   */
  private boolean isRemembered(MethodRef method) {
    List<Site> callers = code.callers(method);
    return !callers.isEmpty()
        && callers.stream()
            .allMatch(site -> code.body(site.method()).filter(this::fillsStaticMap).isPresent());
  }

  private boolean fillsStaticMap(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && Set.of("put", "putIfAbsent").contains(call.callee().name())
                    && call.receiver() >= 0
                    && world.types().isSubtype(call.callee().owner(), "java.util.Map")
                    && origins.of(body, node.id(), call.receiver()).stream()
                        .anyMatch(o -> o instanceof Origin.OfField f && f.field().isStatic()));
  }

  /** Whether what the line is about lives long here, and the entries are as many as it says. */
  private boolean isMeant(Body body, int node, Step.Call call, Api line) {
    return switch (line.key(io.github.leakcheck.catalog.Key.LIFETIME).orElse("")) {
      case "stream" -> isField(body, node, call.receiver());
      case "session" ->
          key(body, node, call, line).text().length() > 0 && !isGiven(body, node, call);
      case "jvm-hook" -> // one for each object that keeps what the call returns is no growth
          !body.method().isConstructor()
              && !isKept(body, node)
              && !code.nest(call.callee().owner()).contains(body.method().owner());
      case "registry" -> key(body, node, call, line).isOfCall();
      default -> true;
    };
  }

  /** Whether an object keeps what the call returns: there is one for each of those. */
  private boolean isKept(Body body, int node) {
    return body.nodes().stream()
        .anyMatch(
            other ->
                (other.step() instanceof Step.StoreField store
                        && origins.isMadeAt(body, other.id(), store.value(), node))
                    || other.step() instanceof Step.Return back
                        && origins.isMadeAt(body, other.id(), back.value(), node));
  }

  /** A stream kept in a field outlives the method that writes to it. */
  private boolean isField(Body body, int node, int receiver) {
    Set<Origin> found = origins.of(body, node, receiver);
    return !found.isEmpty()
        && found.stream().allMatch(Origin.OfField.class::isInstance)
        && !body.method().isConstructor();
  }

  /** A parameter handed on as it is: the callers name the attribute. */
  private boolean isGiven(Body body, int node, Step.Call call) {
    return origins.of(body, node, call.arguments().get(0)).stream()
        .anyMatch(Origin.OfParameter.class::isInstance);
  }

  /** Without an argument that identifies the entry, each call adds one. */
  private Key key(Body body, int node, Step.Call call, Api line) {
    return line.argument().isPresent() && line.argument().getAsInt() < call.arguments().size()
        ? keys.of(body, node, call.arguments().get(line.argument().getAsInt()))
        : new Key(Domain.OPEN, "");
  }

  /** Whether only a setting of the system leads here: the user wanted it. */
  private boolean isSwitchedOn(Body body, int node) {
    for (Node test : body.nodes()) {
      if (test.step() instanceof Step.Test step
          && test.next().size() == 2
          && asksSetting(body, test)) {
        boolean none = step.comparison() == Step.Comparison.IS_NULL;
        int set = test.next().get(none ? 1 : 0);
        int unset = test.next().get(none ? 0 : 1);
        if (Ways.lead(body, set, node) && !Ways.lead(body, unset, node)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean asksSetting(Body body, Node test) {
    return origins.of(body, test.id(), ((Step.Test) test.step()).left()).stream()
        .anyMatch(asked -> isSetting(asked) || keepsSetting(asked));
  }

  /** {@code static final boolean DELETES = Boolean.getBoolean(name)}. */
  private boolean keepsSetting(Origin origin) {
    List<Origin> kept =
        origin instanceof Origin.OfField field && field.field().isStatic()
            ? code.stores(code.key(field.field())).stream()
                .flatMap(store -> origins.stored(store).stream())
                .toList()
            : List.of();
    return !kept.isEmpty() && kept.stream().allMatch(this::isSetting);
  }

  private boolean isSetting(Origin origin) {
    return origin instanceof Origin.Result result
        && (SETTINGS.contains(result.call().callee().name())
            || result.call().callee().name().equals("parseBoolean")
                && origins
                    .ofArguments(result.body(), result.node(), result.call())
                    .anyMatch(this::isSetting));
  }

  private boolean isUndone(TypeFacts type, Api line) {
    if (line.release().isEmpty()) {
      return false;
    }
    Signature undo = line.release().get();
    for (String member : code.nest(type.name())) {
      for (Body body : code.bodies(member)) {
        if (body.nodes().stream().anyMatch(node -> calls(node.step(), undo))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean calls(Step step, Signature undo) {
    MethodRef callee = step instanceof Step.Call call ? call.callee() : null;
    return callee != null && undo.matches(callee, world.types());
  }
}
