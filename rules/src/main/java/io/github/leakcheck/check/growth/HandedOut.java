package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells what a method makes and hands to its caller, who ends it at a time of his own. */
public final class HandedOut {
  private static final Pattern ENDS =
      Pattern.compile("(close|stop|dispose|cancel|unsubscribe|disconnect|shutdown|terminate)");
  private static final Pattern MAKES =
      Pattern.compile("(new|create|open|make|build|start)(\\p{Upper}.*)?");

  private final Code code;
  private final Origins origins;

  public HandedOut(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** The class of what is in the register, if the method made it, returns it, and it has an end. */
  public Optional<String> of(Body body, int node, int register) {
    Set<Origin> found = origins.of(body, node, register);
    boolean made = !found.isEmpty() && found.stream().allMatch(this::isMade);
    return made && !body.flow().isLambdaBody() && isReturned(body, found)
        ? Optional.of("`" + Names.simple(Added.type(found.iterator().next())) + "`")
        : Optional.empty();
  }

  /**
   * Whether the method makes each of these, or has them made by a method that does, and returns
   * one.
   */
  public boolean isMadeHere(Body body, Set<Origin> found) {
    return !found.isEmpty()
        && !body.flow().isLambdaBody()
        && found.stream().allMatch(o -> o instanceof Origin.Fresh || isFactorys(o))
        && isReturned(body, found);
  }

  private boolean isFactorys(Origin origin) {
    Optional<Body> maker =
        origin instanceof Origin.Result result ? code.target(result.call()) : Optional.empty();
    return maker.isPresent()
        && maker.get().nodes().stream().anyMatch(node -> node.step() instanceof Step.Return)
        && maker.get().nodes().stream()
            .filter(node -> node.step() instanceof Step.Return)
            .map(node -> origins.of(maker.get(), node.id(), ((Step.Return) node.step()).value()))
            .allMatch(
                back -> !back.isEmpty() && back.stream().allMatch(Origin.Fresh.class::isInstance));
  }

  private boolean isMade(Origin origin) {
    boolean makes =
        origin instanceof Origin.Fresh
            || origin instanceof Origin.Result result
                && MAKES.matcher(result.call().callee().name()).matches();
    return makes && hasEnd(Added.type(origin));
  }

  private boolean isReturned(Body body, Set<Origin> made) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Return back
                    && origins.isAny(body, node.id(), back.value(), made));
  }

  /** Whether objects of the class can be ended by whoever has one. */
  public boolean hasEnd(String type) {
    return code.world().types().isCloseable(type)
        || code.world().types().supertypes(type).stream()
            .flatMap(owner -> code.world().program().type(owner).stream())
            .flatMap(facts -> facts.methods().stream())
            .map(TypeFacts.MethodFacts::ref)
            .anyMatch(
                ref -> List.of().equals(ref.parameters()) && ENDS.matcher(ref.name()).matches());
  }

  /**
   * Whether some caller ends what the method gives it before it is done itself, and lets whoever
   * made it go on.
   */
  public boolean isEndedByCallers(Body maker) {
    return code.callers(maker.method()).stream()
        .anyMatch(
            site -> code.body(site.method()).filter(body -> ends(body, site.node())).isPresent());
  }

  private boolean ends(Body caller, int made) {
    return endsWhat(caller, o -> o.isMadeAt(caller, made))
        && !endsWhat(
            caller,
            o ->
                caller.step(made) instanceof Step.Call call
                    && origins.of(caller, made, call.receiver()).contains(o));
  }

  private boolean endsWhat(Body caller, Predicate<Origin> what) {
    return caller.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && ENDS.matcher(call.callee().name()).matches()
                    && call.receiver() != Step.NONE
                    && origins.of(caller, node.id(), call.receiver()).stream().anyMatch(what));
  }

  /** Whether the method's name says that it makes what it returns, rather than finds it. */
  public static boolean isNamedSo(Body body) {
    return MAKES.matcher(body.flow().source().name()).matches();
  }
}
