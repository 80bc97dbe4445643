package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.Optional;
import java.util.Set;

/**
 * Tells values that a method of the program picks by a name it is given, comparing it with the
 * names it knows: there are as many as it knows, and nothing for any other name.
 */
public final class ChosenByName {
  private static final int SEVERAL = 2;
  private static final Set<String> COMPARES = Set.of("equals", "equalsIgnoreCase");

  private final Code code;
  private final Origins origins;

  public ChosenByName(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether the value in the register is picked so. */
  public boolean is(Body body, int node, int register) {
    Set<Origin> found = origins.of(body, node, register);
    return !found.isEmpty()
        && found.stream()
            .allMatch(
                o ->
                    o instanceof Origin.Result result
                        && !result.call().arguments().isEmpty()
                        && picks(code.target(result.call())));
  }

  private boolean picks(Optional<Body> chooser) {
    return chooser.isPresent()
        && compared(chooser.get()) >= SEVERAL
        && chooser.get().nodes().stream().anyMatch(node -> refuses(chooser.get(), node));
  }

  private long compared(Body chooser) {
    return chooser.nodes().stream()
        .filter(
            node ->
                node.step() instanceof Step.Call call
                    && COMPARES.contains(call.callee().name())
                    && call.arguments().size() == 1
                    && isGiven(chooser, node.id(), call.receiver())
                        != isGiven(chooser, node.id(), call.arguments().get(0)))
        .count();
  }

  private boolean isGiven(Body chooser, int node, int register) {
    return origins.of(chooser, node, register).stream().anyMatch(Origin::isGiven);
  }

  /** {@code return null} or an exception, for a name that is not known. */
  private boolean refuses(Body chooser, Node node) {
    return node.step() instanceof Step.Throw
        || node.step() instanceof Step.Return back
            && origins.of(chooser, node.id(), back.value()).stream()
                .anyMatch(
                    o ->
                        o instanceof Origin.Constant c
                            && c.constant().kind() == Step.ConstKind.NULL);
  }
}
