package io.github.leakcheck.check.undo.pairs;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds methods that by their name take something back, and pass it on to the method that adds it:
 * {@code unregister(listener)} calls {@code source.register(listener)}, or {@code close()} calls
 * {@code source.addListener(this)}.
 */
public final class WrongCalls {
  private final Code code;
  private final Origins origins;

  public WrongCalls(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
  }

  /** The wrong calls in methods of the class. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (!body.flow().isLambdaBody()
            && node.step() instanceof Step.Call call
            && (isWrong(body, node.id(), call) || isWrongAtEnd(type, body, node.id(), call))) {
          found.add(draft(body, node.id(), call));
        }
      }
    }
    return found;
  }

  private boolean isWrong(Body body, int node, Step.Call call) {
    String adds = call.callee().name();
    Set<String> undos = Verbs.opposites(adds);
    return undos.contains(body.method().name())
        && isOfMore(adds, undos)
        && call.receiver() != Step.NONE
        && !origins.mayBeThis(body, node, call.receiver())
        && isHandedOn(body, node, call)
        && body.nodes().stream().noneMatch(other -> isUndo(other.step(), undos));
  }

  /** The end of the object registers it once more, as its beginning does, and nothing undoes it. */
  private boolean isWrongAtEnd(TypeFacts type, Body body, int node, Step.Call call) {
    Set<String> undos = Verbs.opposites(call.callee().name());
    return Lifecycle.ends(body.flow())
        && isOfMore(call.callee().name(), undos)
        && registersItself(body, node, call)
        && canUndo(call, undos)
        && code.bodies(type.name()).stream()
            .anyMatch(other -> !Lifecycle.ends(other.flow()) && registersItself(other, call))
        && within(type)
            .flatMap(other -> other.nodes().stream())
            .noneMatch(o -> isUndo(o.step(), undos));
  }

  private Stream<Body> within(TypeFacts type) {
    return code.within(type.name()).stream().flatMap(one -> code.bodies(one).stream());
  }

  private boolean registersItself(Body body, Step.Call like) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.callee().equals(like.callee())
                    && registersItself(body, node.id(), call));
  }

  private boolean registersItself(Body body, int node, Step.Call call) {
    return call.receiver() != Step.NONE
        && origins.ofArguments(body, node, call).anyMatch(Origin::isThis);
  }

  /** Whether the type of the source has a method that takes the same back. */
  private boolean canUndo(Step.Call call, Set<String> undos) {
    return code.world().types().supertypes(call.callee().owner()).stream()
        .flatMap(owner -> code.world().program().type(owner).stream())
        .flatMap(facts -> facts.methods().stream())
        .anyMatch(
            method ->
                undos.contains(method.ref().name())
                    && Objects.equals(method.ref().parameters(), call.callee().parameters()));
  }

  /** Whether it gives all that the method takes, and nothing else, such as null for no more. */
  private boolean isHandedOn(Body body, int node, Step.Call call) {
    return !call.arguments().isEmpty()
        && Objects.equals(call.callee().parameters(), body.method().parameters())
        && origins.ofArguments(body, node, call).allMatch(Origin::isGiven);
  }

  /** Says what it adds beyond its verb, so that nothing but its opposite is named like that. */
  private static boolean isOfMore(String adds, Set<String> undos) {
    return adds.chars().anyMatch(Character::isUpperCase) && !undos.contains(adds);
  }

  private static boolean isUndo(Step step, Set<String> undos) {
    return step instanceof Step.Call call && undos.contains(call.callee().name());
  }

  private static Draft draft(Body body, int node, Step.Call call) {
    String adds = call.callee().name();
    String message =
        "`"
            + body.flow().source().name()
            + "()` calls `"
            + Names.simple(call.callee().owner())
            + "."
            + adds
            + "()`, which adds once more what it should take back";
    return new Draft(
        "listener-never-removed",
        Confidence.MEDIUM,
        body.site(node),
        message,
        "Call the method that takes it back",
        List.of());
  }
}
