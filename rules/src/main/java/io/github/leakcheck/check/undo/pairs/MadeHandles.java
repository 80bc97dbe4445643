package io.github.leakcheck.check.undo.pairs;

import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Above;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads out of bodies that what a method returns takes back what the method was given. */
final class MadeHandles {
  private final World world;
  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final Above above;

  MadeHandles(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
    this.effects = Effects.of(world);
    this.above = new Above(code);
  }

  /**
   * The method of what the body returns that takes the parameter in this position out of the field
   * again; empty if it returns nothing of the kind.
   */
  Optional<Signature> undo(Body body, FieldKey field, int parameter) {
    boolean alone = isAlone(field);
    Set<Origin> keys = alone ? keys(body, field, parameter) : Set.of();
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return)
        .flatMap(node -> made(body, node).stream())
        .filter(function -> takesOut(function, body, field, parameter, keys))
        .findFirst()
        .flatMap(function -> method(body.method().result()))
        .or(() -> alone ? ended(body, field) : Optional.empty());
  }

  /**
   * Whether one method alone takes single things out of the field, other than at the end of all:
   * what others take out as well, such as work that is done, is no registration.
   */
  private boolean isAlone(FieldKey field) {
    return FieldUses.of(world).of(field).stream()
            .filter(Use::removes)
            .map(use -> use.site().method())
            .filter(method -> code.body(method).filter(b -> Lifecycle.ends(b.flow())).isEmpty())
            .distinct()
            .count()
        <= 1;
  }

  /** What the body adds the parameter to the field under. */
  private Set<Origin> keys(Body body, FieldKey field, int parameter) {
    Set<Origin> found = new HashSet<>();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && call.arguments().size() == 2
          && effects.of(call.callee()).kind() == Effect.Kind.ADDS
          && origins.isRead(body, node.id(), call.receiver(), field)
          && origins.of(body, node.id(), call.arguments().get(1)).stream()
              .anyMatch(o -> isGiven(o, body.method(), parameter))) {
        found.addAll(origins.of(body, node.id(), call.arguments().get(0)));
      }
    }
    found.removeIf(key -> key instanceof Origin.Constant);
    return found;
  }

  /**
   * The end of an object that the body makes and returns, if that takes something out of the field:
   * what the object was made for.
   */
  private Optional<Signature> ended(Body body, FieldKey field) {
    List<MethodRef> removals =
        FieldUses.of(world).of(field).stream()
            .filter(Use::removes)
            .map(use -> use.site().method())
            .toList();
    Set<MethodRef> ends = above.of(removals).orElse(Set.of());
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return)
        .flatMap(node -> returned(body, node).stream())
        .filter(o -> o instanceof Origin.Fresh made && code.owns(made.type()))
        .flatMap(o -> code.bodies(((Origin.Fresh) o).type()).stream())
        .filter(end -> Shapes.ENDS_HANDLE.contains(end.method().name()))
        .filter(end -> List.of().equals(end.method().parameters()))
        .filter(end -> ends.contains(end.method()))
        .map(end -> new Signature(body.method().result(), end.method().name(), List.of()))
        .filter(end -> !Platform.isJdk(end.owner()) || end.name().equals("close"))
        .findFirst();
  }

  private Set<Origin> returned(Body body, Node node) {
    return origins.of(body, node.id(), ((Step.Return) node.step()).value());
  }

  private List<Origin.Function> made(Body body, Node node) {
    return returned(body, node).stream()
        .filter(o -> o instanceof Origin.Function f && f.body() == body && !f.lambda().reference())
        .map(Origin.Function.class::cast)
        .toList();
  }

  private boolean takesOut(
      Origin.Function made, Body body, FieldKey field, int parameter, Set<Origin> keys) {
    Optional<Body> runs = Optional.ofNullable(made.lambda().body()).flatMap(code::body);
    return runs.isPresent()
        && runs.get().nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && call.receiver() != Step.NONE
                        && effects.of(call.callee()).kind() == Effect.Kind.REMOVES
                        && origins.isRead(runs.get(), node.id(), call.receiver(), field)
                        && origins
                            .ofArguments(runs.get(), node.id(), call)
                            .anyMatch(
                                o -> isGiven(o, body.method(), parameter) || keys.contains(o)));
  }

  private static boolean isGiven(Origin value, MethodRef method, int parameter) {
    return value instanceof Origin.OfParameter given
        && given.body().method().equals(method)
        && given.position() == parameter;
  }

  /** The one method without parameters that the type leaves to those who implement it. */
  private Optional<Signature> method(String type) {
    List<MethodRef> all =
        world.types().supertypes(type).stream()
            .flatMap(name -> world.program().type(name).stream())
            .map(TypeFacts::methods)
            .flatMap(List::stream)
            .filter(method -> Access.has(method.access(), Access.ABSTRACT))
            .map(MethodFacts::ref)
            .toList();
    return all.stream()
        .filter(ref -> List.of().equals(ref.parameters()))
        .findFirst()
        .map(ref -> new Signature(type, ref.name(), List.of()));
  }
}
