package io.github.leakcheck.check.growth.neighbours;

import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.KeptParameters;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells that what one collection is given belongs to an object that another one keeps: it was made
 * with that object, or handed to it.
 */
final class Parents {
  private final Code code;
  private final Origins origins;
  private final KeptParameters keptParameters;

  Parents(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.keptParameters = new KeptParameters(code);
  }

  /**
   * Whether what is added belongs to one of those in the other collection.
   *
   * @param home the other collection
   * @param kept what is done with it
   */
  boolean isChildOfOne(Use add, FieldKey home, List<Use> kept) {
    Optional<Body> body = code.body(add.site().method());
    List<Integer> given = add.call().arguments();
    if (body.isEmpty() || given.isEmpty()) {
      return false;
    }
    Set<String> types = types(kept);
    int value = given.get(given.size() - 1);
    Set<Origin> child = origins.of(body.get(), add.site().node(), value);
    return child.size() == 1
        && (isOfOne(body.get(), child, home, types)
            || isOfCaller(body.get(), child.iterator().next(), home, types));
  }

  /** The classes of the program that the collection keeps objects of. */
  private Set<String> types(List<Use> kept) {
    Set<String> found = new HashSet<>();
    for (Use use : kept) {
      if (use.adds() && !use.call().arguments().isEmpty()) {
        int value = use.call().arguments().get(use.call().arguments().size() - 1);
        code.body(use.site().method())
            .map(body -> origins.of(body, use.site().node(), value))
            .ifPresent(all -> all.forEach(origin -> found.add(Added.type(origin))));
      }
    }
    found.removeIf(type -> !code.owns(type));
    return found;
  }

  private boolean isOfCaller(Body body, Origin child, FieldKey home, Set<String> types) {
    if (!(child instanceof Origin.OfParameter parameter)
        || parameter.isThis()
        || parameter.body() != body
        || parameter.position() < 0) {
      return false;
    }
    List<Site> callers = code.callers(body.method());
    return !callers.isEmpty()
        && callers.stream().allMatch(site -> isOfOne(site, parameter.position(), home, types));
  }

  private boolean isOfOne(Site site, int position, FieldKey home, Set<String> types) {
    Optional<Body> caller = code.body(site.method());
    return caller.isPresent()
        && caller.get().step(site.node()) instanceof Step.Call call
        && position < call.arguments().size()
        && isOfOne(
            caller.get(),
            origins.of(caller.get(), site.node(), call.arguments().get(position)),
            home,
            types);
  }

  /** Whether the method makes the child with a parent that it has, or gives it to one. */
  private boolean isOfOne(Body body, Set<Origin> child, FieldKey home, Set<String> types) {
    return child.size() == 1
        && child.iterator().next() instanceof Origin.Fresh made
        && code.owns(made.type())
        && !types.contains(made.type())
        && body.nodes().stream()
            .filter(node -> node.step() instanceof Step.Call)
            .anyMatch(
                node ->
                    isMadeWith(body, node, made, home, types)
                        || isHandedTo(body, node, child, home, types));
  }

  private boolean isMadeWith(
      Body body, Node node, Origin.Fresh made, FieldKey home, Set<String> types) {
    Step.Call call = (Step.Call) node.step();
    if (call.kind() != Step.CallKind.CONSTRUCTOR
        || !origins.of(body, node.id(), call.receiver()).contains(made)) {
      return false;
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      if (isParent(body, node, call.arguments().get(i), home, types)
          && keptParameters.keeps(call, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHandedTo(
      Body body, Node node, Set<Origin> child, FieldKey home, Set<String> types) {
    Step.Call call = (Step.Call) node.step();
    return call.kind() != Step.CallKind.CONSTRUCTOR
        && call.receiver() != Step.NONE
        && isParent(body, node, call.receiver(), home, types)
        && call.arguments().stream()
            .anyMatch(argument -> origins.of(body, node.id(), argument).equals(child));
  }

  /** Whether the object was found in the collection, or is of a class that it keeps. */
  private boolean isParent(Body body, Node node, int register, FieldKey home, Set<String> types) {
    Set<Origin> found = origins.of(body, node.id(), register);
    return !found.isEmpty()
        && found.stream().allMatch(origin -> isFoundIn(origin, home) || isOf(origin, types));
  }

  private boolean isFoundIn(Origin origin, FieldKey home) {
    return origin instanceof Origin.Result got
        && got.call().callee().name().equals("get")
        && origins.isRead(got.body(), got.node(), got.call().receiver(), home);
  }

  private static boolean isOf(Origin origin, Set<String> types) {
    return origin instanceof Origin.OfParameter && types.contains(Added.type(origin));
  }
}
