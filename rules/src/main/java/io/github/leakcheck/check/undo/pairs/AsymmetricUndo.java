package io.github.leakcheck.check.undo.pairs;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.SourcePaths;
import io.github.leakcheck.check.undo.SourcePaths.Path;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Captures;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges classes that listen to several sources, or to one in several ways, and take back all of
 * that but one: who writes the others knows that the sources last longer.
 */
public final class AsymmetricUndo {
  private static final String RULE = "listener-never-removed";

  private static final Pattern EMPTIES =
      Pattern.compile(
          "(close|dispose|destroy|stop|shutdown|terminate|release|disconnect|invalidate|clear"
              + "|(remove|unregister|deregister|delete|clear)(All)?(Listeners|Observers|All)?)");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Captures captures;
  private final SourcePaths paths;
  private final Endings endings;
  private final Places places;

  public AsymmetricUndo(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.captures = new Captures(code);
    this.paths = new SourcePaths(code);
    this.endings = new Endings(code);
    this.places = new Places(world);
  }

  /** A call that adds or takes back a listener of the class. */
  private record Link(Body body, int node, Step.Call call, Path source, Origin listener) {
    String name() {
      return call.callee().name();
    }
  }

  /** What methods of the class add and forget, while they take back others. */
  public List<Draft> judge(TypeFacts type) {
    List<Link> adds = new ArrayList<>();
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call && isAdd(call)) {
          link(type, body, node, call).ifPresent(adds::add);
        }
      }
    }
    return adds.size() < 2 ? List.of() : judge(type, adds);
  }

  private List<Draft> judge(TypeFacts type, List<Link> adds) {
    List<Link> removes = removes(type, adds);
    List<Draft> found = new ArrayList<>();
    for (Link add : adds) {
      if (removes.stream().noneMatch(remove -> mayUndo(add, remove))
          && isOthers(type, add)
          && !isEmptied(type, add)) {
        beside(type, add, adds, removes).map(undo -> draft(add, undo)).ifPresent(found::add);
      }
    }
    return found;
  }

  /** A removal, as the class ends, of what is added beside this one by the same method. */
  private Optional<Link> beside(TypeFacts type, Link add, List<Link> adds, List<Link> removes) {
    for (Link other : adds) {
      if (other != add
          && other.body() == add.body()
          && (isSame(other.listener(), add.listener()) && isNear(other, add)
              || isFunctionBeside(other, add))) {
        for (Link remove : removes) {
          if (mayUndo(other, remove)
              && (isCounterpart(type, add.body(), remove.body())
                  || isFunctionBeside(other, add) && remove.body() != add.body())) {
            return Optional.of(remove);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the one method undoes what the other does, by name, or as its object ends. */
  private boolean isCounterpart(TypeFacts type, Body adds, Body removes) {
    return Verbs.opposites(adds.method().name()).contains(removes.method().name())
        || endings.reach(type.name(), removes.method());
  }

  /** Whether both are done to one source, or to parts of one object. */
  private boolean isNear(Link one, Link other) {
    Set<Origin> source = origins.of(one.body(), one.node(), one.call().receiver());
    if (source.equals(origins.of(other.body(), other.node(), other.call().receiver()))) {
      return true;
    }
    Set<Origin> owner = paths.owner(one.body(), one.node(), one.call().receiver());
    return !owner.isEmpty()
        && owner.equals(paths.owner(other.body(), other.node(), other.call().receiver()))
        && one.name().equals(other.name());
  }

  private boolean mayUndo(Link add, Link remove) {
    return Verbs.opposites(add.name()).contains(remove.name())
        && paths.mayMeet(add.source(), remove.source());
  }

  /** Whether the class ends or empties the source, which lets go of all it holds. */
  private boolean isEmptied(TypeFacts type, Link add) {
    return code.nest(type.name()).stream()
        .flatMap(one -> code.bodies(one).stream())
        .anyMatch(
            body ->
                body.nodes().stream()
                    .anyMatch(
                        node ->
                            node.step() instanceof Step.Call call
                                && call.receiver() != Step.NONE
                                && EMPTIES.matcher(call.callee().name()).matches()
                                && isOne(
                                    add.source(), paths.of(body, node.id(), call.receiver()))));
  }

  private boolean isOne(Path one, Path other) {
    return !other.type().isEmpty() && paths.mayMeet(one, other);
  }

  /** Whether the source is no part of the object that listens. */
  private boolean isOthers(TypeFacts type, Link add) {
    Set<Origin> owner = paths.owner(add.body(), add.node(), add.call().receiver());
    return origins.of(add.body(), add.node(), add.call().receiver()).stream()
            .allMatch(o -> isOthers(type, o))
        && owner.stream().noneMatch(o -> o instanceof Origin.Fresh || isOwnPart(o, add))
        && canTakeBack(add.call().callee());
  }

  private boolean isOwnPart(Origin owner, Link add) {
    boolean gets =
        origins.of(add.body(), add.node(), add.call().receiver()).stream()
            .anyMatch(o -> o instanceof Origin.Result);
    return gets && owner.isThis();
  }

  private boolean isOthers(TypeFacts type, Origin source) {
    if (source instanceof Origin.OfField field) {
      return !code.key(field.field()).owner().equals(type.name())
          || code.stores(code.key(field.field())).stream()
              .flatMap(site -> code.body(site.method()).stream())
              .noneMatch(body -> makes(body, field));
    }
    return source.isGiven() || source instanceof Origin.Result;
  }

  private boolean makes(Body body, Origin.OfField field) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.StoreField store
                    && code.key(store.field()).equals(code.key(field.field()))
                    && origins.of(body, node.id(), store.value()).stream()
                        .anyMatch(o -> o instanceof Origin.Fresh || o instanceof Origin.Result));
  }

  /** Whether the source has a method that would take such a listener back. */
  private boolean canTakeBack(MethodRef add) {
    String taken = add.parameters().get(Shapes.listener(add).orElse(0));
    Set<String> undos = Verbs.opposites(add.name());
    return world.types().supertypes(add.owner()).stream()
        .flatMap(type -> world.program().type(type).stream())
        .flatMap(facts -> facts.methods().stream())
        .map(MethodFacts::ref)
        .anyMatch(
            ref ->
                undos.contains(ref.name())
                    && ref.parameters() != null
                    && ref.parameters().contains(taken));
  }

  private boolean isAdd(Step.Call call) {
    MethodRef callee = call.callee();
    return call.receiver() != Step.NONE
        && !Verbs.opposites(callee.name()).isEmpty()
        && Shapes.listener(callee).isPresent()
        && !isCollection(callee.owner());
  }

  private boolean isCollection(String type) {
    return world.types().isSubtype(type, "java.util.Collection")
        || world.types().isSubtype(type, "java.util.Map");
  }

  /** All that the class, those around it and those above it take back. */
  private List<Link> removes(TypeFacts type, List<Link> adds) {
    Set<String> names = new LinkedHashSet<>();
    adds.forEach(add -> names.addAll(Verbs.opposites(add.name())));
    Set<String> types = new LinkedHashSet<>(code.nest(type.name()));
    world.types().supertypes(type.name()).forEach(above -> types.addAll(code.nest(above)));
    types.addAll(world.program().directSubtypes(type.name()));
    List<Link> found = new ArrayList<>();
    for (String one : types) {
      for (Body body : code.bodies(one)) {
        for (Node node : body.nodes()) {
          if (node.step() instanceof Step.Call call
              && names.contains(call.callee().name())
              && !call.callee().owner().startsWith("java.util.")) {
            Path source = paths.of(body, node.id(), call.receiver());
            found.add(new Link(body, node.id(), call, source, null));
          }
        }
      }
    }
    return found;
  }

  /** The registration, if it is the object itself that listens, or what it keeps for that. */
  private Optional<Link> link(TypeFacts type, Body body, Node node, Step.Call call) {
    OptionalInt position = Shapes.listener(call.callee());
    Set<Origin> listeners =
        origins.of(body, node.id(), call.arguments().get(position.orElseThrow()));
    if (listeners.size() != 1) {
      return Optional.empty();
    }
    Origin listener = listeners.iterator().next();
    boolean own =
        listener.isThis()
            || listener instanceof Origin.Fresh fresh
                && (fresh.type().equals(type.name()) || fresh.type().startsWith(type.name() + "$"))
            || listener instanceof Origin.OfField f
                && !f.field().isStatic()
                && code.key(f.field()).owner().equals(type.name())
            || listener instanceof Origin.Function f && captures.holdsThis(f);
    Path source = paths.of(body, node.id(), call.receiver());
    return own ? Optional.of(new Link(body, node.id(), call, source, listener)) : Optional.empty();
  }

  /** A function that is written where it is given, beside a listener that is kept. */
  private boolean isFunctionBeside(Link other, Link add) {
    return add.listener() instanceof Origin.Function
        && !(other.listener() instanceof Origin.Function)
        && isOneField(other.source(), add.source());
  }

  private static boolean isOneField(Path one, Path other) {
    return one.fields() && one.equals(other);
  }

  private boolean isSame(Origin one, Origin other) {
    return one.equals(other)
        || one instanceof Origin.OfField a
            && other instanceof Origin.OfField b
            && code.key(a.field()).equals(code.key(b.field()));
  }

  private Draft draft(Link add, Link undo) {
    String end = "`" + undo.body().flow().source().name() + "()`";
    String missing =
        Verbs.opposites(add.name()).stream().findFirst().map(n -> "`" + n + "()`").orElseThrow();
    String source = "`" + Names.simple(add.call().callee().owner()) + "`";
    List<PathStep> path =
        List.of(
            new PathStep(
                PathStep.Kind.ACQUIRED, places.of(add.body(), add.node()), "registered here"),
            new PathStep(
                PathStep.Kind.EXIT,
                places.of(undo.body(), undo.node()),
                "takes another one back, not this"));
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        add.body().site(add.node()),
        "`"
            + add.name()
            + "()` gives a listener to a "
            + source
            + ", and "
            + end
            + ", which takes back what is added beside it, does not call "
            + missing
            + " there",
        "Call " + missing + " on it in " + end,
        path);
  }
}
