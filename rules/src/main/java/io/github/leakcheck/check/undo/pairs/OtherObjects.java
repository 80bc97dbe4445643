package io.github.leakcheck.check.undo.pairs;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.SourcePaths;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what is registered as one object and taken back as another: a lambda or method reference
 * written twice, each of which is an object of its own, or one object made to be registered and its
 * like to be remembered for the removal.
 */
public final class OtherObjects {
  private final Code code;
  private final Origins origins;
  private final Places places;
  private final SourcePaths paths;

  public OtherObjects(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.places = new Places(world);
    this.paths = new SourcePaths(code);
  }

  private record Call(Body body, int node, Step.Call step) {}

  /** What methods of the class register so that no removal in its nest can mean it. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    List<Call> calls = code.bodies(type.name()).stream().flatMap(b -> calls(b).stream()).toList();
    for (Call add : calls) {
      Set<String> undos = Verbs.opposites(add.step().callee().name());
      if (!undos.isEmpty() && add.step().callee().parameters() != null) {
        judge(type, add, undos).ifPresent(found::add);
      }
    }
    return found;
  }

  private static List<Call> calls(Body body) {
    List<Call> found = new ArrayList<>();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call && !call.arguments().isEmpty()) {
        found.add(new Call(body, node.id(), call));
      }
    }
    return found;
  }

  private Optional<Draft> judge(TypeFacts type, Call add, Set<String> undos) {
    for (int i = 0; i < add.step().arguments().size(); i++) {
      int position = i;
      List<Origin> given = given(add, i);
      boolean collection = Platform.isJdk(add.step().callee().owner()); // judged by its keys
      boolean function =
          !given.isEmpty() && given.stream().allMatch(o -> isAnew(o) || !collection && isMade(o));
      boolean twice = given.stream().anyMatch(o -> isMadeTwice(add, o));
      if (function || twice) {
        List<Call> removes =
            removes(type, add, undos).stream().filter(remove -> mayMeet(add, remove)).toList();
        boolean other =
            function && removes.stream().allMatch(r -> isOther(given, given(r, position)));
        if (!removes.isEmpty() && (other || twice)) {
          return Optional.of(draft(add, removes.get(0), Kind.of(given, other)));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether both may be of one source: one future of an object is not the other. */
  private boolean mayMeet(Call add, Call remove) {
    return add.step().receiver() == Step.NONE
        || remove.step().receiver() == Step.NONE
        || paths.mayMeet(
            paths.of(add.body(), add.node(), add.step().receiver()),
            paths.of(remove.body(), remove.node(), remove.step().receiver()));
  }

  private List<Origin> given(Call call, int position) {
    return List.copyOf(origins.of(call.body(), call.node(), call.step().arguments().get(position)));
  }

  private boolean isOther(List<Origin> given, List<Origin> taken) {
    return !taken.isEmpty()
        && taken.stream().allMatch(o -> (isAnew(o) || isMade(o)) && !given.contains(o));
  }

  /** Made where it is used, and equal to none but itself. */
  private boolean isMade(Origin value) {
    return value instanceof Origin.Fresh fresh && !hasEquals(fresh.type());
  }

  /** Whether it is an object of its own wherever it is written. */
  private boolean isAnew(Origin value) {
    return value instanceof Origin.Function
        || value instanceof Origin.Result result && makesAnew(result.call());
  }

  /** Whether the method makes a new object at each call, which equals none but itself. */
  private boolean makesAnew(Step.Call call) {
    Optional<Body> maker = code.target(call).filter(body -> code.owns(body.method().owner()));
    List<Origin> made =
        maker.stream()
            .flatMap(body -> body.nodes().stream())
            .filter(node -> node.step() instanceof Step.Return)
            .flatMap(
                node ->
                    origins
                        .of(maker.get(), node.id(), ((Step.Return) node.step()).value())
                        .stream())
            .toList();
    return !made.isEmpty()
        && made.stream().allMatch(o -> o instanceof Origin.Fresh f && !hasEquals(f.type()));
  }

  private boolean hasEquals(String type) {
    return !code.world().types().isComplete(type)
        || code.world().types().supertypes(type).stream()
            .filter(one -> !one.equals("java.lang.Object"))
            .flatMap(one -> code.world().program().type(one).stream())
            .flatMap(one -> one.methods().stream())
            .anyMatch(one -> one.ref().name().equals("equals") && hasOne(one.ref()));
  }

  private static boolean hasOne(MethodRef method) {
    return List.of("java.lang.Object").equals(method.parameters());
  }

  /** The calls in the nest of the opposite method, which takes the same. */
  private List<Call> removes(TypeFacts type, Call add, Set<String> undos) {
    return code.within(type.name()).stream()
        .flatMap(one -> code.bodies(one).stream())
        .flatMap(body -> calls(body).stream())
        .filter(call -> isOpposite(call.step().callee(), add.step().callee(), undos))
        .toList();
  }

  private boolean isOpposite(MethodRef undo, MethodRef add, Set<String> undos) {
    return undos.contains(undo.name())
        && add.parameters().equals(undo.parameters())
        && (code.world().types().isSubtype(undo.owner(), add.owner())
            || code.world().types().isSubtype(add.owner(), undo.owner()));
  }

  /** Whether the same method makes, of the same things, another object and keeps that elsewhere. */
  private boolean isMadeTwice(Call add, Origin given) {
    if (!(given instanceof Origin.Fresh fresh) || fresh.body() != add.body()) {
      return false;
    }
    List<Set<Origin>> made = madeOf(fresh);
    return !made.isEmpty()
        && calls(add.body()).stream()
            .filter(call -> !call.step().callee().equals(add.step().callee()))
            .filter(call -> !call.step().callee().isConstructor())
            .flatMap(
                call ->
                    call.step().arguments().stream()
                        .map(a -> origins.of(call.body(), call.node(), a)))
            .flatMap(Set::stream)
            .anyMatch(
                o ->
                    o instanceof Origin.Fresh like
                        && like.node() != fresh.node()
                        && like.type().equals(fresh.type())
                        && madeOf(like).equals(made));
  }

  private List<Set<Origin>> madeOf(Origin.Fresh fresh) {
    List<Set<Origin>> found = new ArrayList<>();
    origins
        .constructor(fresh)
        .ifPresent(
            node ->
                ((Step.Call) fresh.body().step(node))
                    .arguments()
                    .forEach(a -> found.add(origins.of(fresh.body(), node, a))));
    return found;
  }

  /** What is registered: how messages tell of it, and of what is taken back. */
  private enum Kind {
    FUNCTION("a lambda or method reference", "each lambda or method reference is one of its own"),
    MADE("a new object", "each is made where it is used"),
    ANEW("a new object", "the method that gives it makes one at each call"),
    TWICE("one new object", "its like is what is remembered for that");

    private final String given;
    private final String why;

    Kind(String given, String why) {
      this.given = given;
      this.why = why;
    }

    static Kind of(List<Origin> values, boolean anew) {
      boolean function = values.stream().anyMatch(Origin.Function.class::isInstance);
      boolean made = values.stream().anyMatch(Origin.Fresh.class::isInstance);
      return !anew ? TWICE : function ? FUNCTION : made ? MADE : ANEW;
    }
  }

  /** The rule about the registration; most are none of those that the catalogue knows. */
  private String rule(Call add, Call remove, Kind kind) {
    return code.world()
        .catalog()
        .match(Role.DOES, add.step().callee(), code.world().types())
        .filter(line -> kind == Kind.ANEW)
        .filter(
            line ->
                line.undo().filter(u -> u.name().equals(remove.step().callee().name())).isPresent())
        .map(Api::rule)
        .orElse("listener-never-removed");
  }

  private Draft draft(Call add, Call remove, Kind kind) {
    String undo = "`" + remove.step().callee().name() + "()`";
    String message =
        "`"
            + add.step().callee().name()
            + "()` gives "
            + kind.given
            + " to `"
            + Names.simple(add.step().callee().owner())
            + "`, and "
            + undo
            + " is given another object: "
            + kind.why;
    PathStep taken =
        new PathStep(
            PathStep.Kind.EXIT, places.of(remove.body(), remove.node()), "takes back another");
    return new Draft(
        rule(add, remove, kind),
        Confidence.MEDIUM,
        add.body().site(add.node()),
        message,
        "Keep the object that is registered, and give the same one to " + undo,
        List.of(taken));
  }
}
