package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells descriptors of classes: objects of the program's own that keep methods or fields of the
 * class that they describe, which hold that class.
 */
final class Members {
  private static final Set<String> MEMBERS =
      Set.of(
          "java.lang.reflect.Method",
          "java.lang.reflect.Field",
          "java.lang.reflect.Constructor",
          "java.lang.reflect.Method[]",
          "java.lang.reflect.Field[]",
          "java.lang.reflect.Constructor[]");

  private final Code code;
  private final Origins origins;
  private final Effects effects;

  Members(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.effects = Effects.of(code.world());
  }

  /** How the value holds members of its key, a class; empty if it does not. */
  Optional<String> of(Origin value, Set<Origin> key) {
    return ClassKeys.isClass(key)
        ? types(value, true)
            .filter(type -> keepsMember(type) || isNoCollection(value) && MEMBERS.contains(type))
            .findFirst()
            .map(type -> "a `" + Names.simple(type) + "` keeps members of its class")
        : Optional.empty();
  }

  /** What a new collection gets is told where it is put in. */
  private static boolean isNoCollection(Origin value) {
    return !(value instanceof Origin.Fresh);
  }

  /** The classes of the value, or of what is in it if it is an array, a list or a function. */
  private Stream<String> types(Origin value, boolean whole) {
    if (value instanceof Origin.Function function && whole) {
      return code.body(function.lambda().body()).stream()
          .filter(body -> !function.lambda().reference())
          .flatMap(this::returned);
    }
    String type =
        value instanceof Origin.Other other
                && other.body().step(other.node()) instanceof Step.NewArray array
            ? array.type()
            : Added.type(value);
    Stream<String> inside =
        whole && type.startsWith("java.util.") && value instanceof Origin.Fresh fresh
            ? elements(fresh)
            : Stream.empty();
    return Stream.concat(Stream.of(type.replace("[]", "")), inside);
  }

  private Stream<String> returned(Body body) {
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return back && back.value() != Step.NONE)
        .flatMap(node -> origins.of(body, node.id(), ((Step.Return) node.step()).value()).stream())
        .flatMap(origin -> types(origin, false));
  }

  /** The classes of what the same body adds to the new collection. */
  private Stream<String> elements(Origin.Fresh collection) {
    Body body = collection.body();
    return body.nodes().stream()
        .filter(node -> isAddedTo(body, node, collection))
        .flatMap(
            node ->
                ((Step.Call) node.step()).arguments().stream().map(a -> new int[] {node.id(), a}))
        .flatMap(at -> origins.of(body, at[0], at[1]).stream())
        .flatMap(origin -> types(origin, false));
  }

  private boolean isAddedTo(Body body, Node node, Origin.Fresh collection) {
    return node.step() instanceof Step.Call call
        && effects.of(call.callee()).kind() == Effect.Kind.ADDS
        && origins.of(body, node.id(), call.receiver()).contains(collection);
  }

  /** Whether objects of the class, or of one right below it, keep a member in a field. */
  private boolean keepsMember(String type) {
    return code.owns(type)
        && Stream.concat(
                code.world().types().supertypes(type).stream(),
                code.world().program().directSubtypes(type).stream())
            .filter(code::owns)
            .flatMap(owner -> code.world().program().type(owner).stream())
            .flatMap(facts -> facts.fields().stream())
            .anyMatch(
                field ->
                    MEMBERS.contains(field.type()) && !Access.has(field.access(), Access.STATIC));
  }
}
