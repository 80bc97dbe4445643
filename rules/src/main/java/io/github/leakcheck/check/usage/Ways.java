package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.regex.Pattern;

/** Asks which ways lead from one step of a body to another, exceptions left out. */
public final class Ways {
  private static final Pattern TRIES =
      Pattern.compile("(delete|remove|rename)(?!OnExit)(\\p{Upper}.*)?");
  private static final Pattern ASKS = Pattern.compile("(exists|notExists|isDirectory)");

  private final Origins origins;

  public Ways(Origins origins) {
    this.origins = origins;
  }

  /** Whether an ordinary way leads from one node to the other. */
  public static boolean lead(Body body, int from, int to) {
    return Reachability.leads(body.flow(), List.of(from), node -> node == to);
  }

  /** Whether an ordinary way leads through the body past the node. */
  public static boolean avoid(Body body, int node) {
    return Reachability.leads(
        body.flow(), List.of(0), to -> body.step(to) instanceof Step.Return, to -> to == node);
  }

  /** Whether the node runs only where deleting or the like was tried before, or in a handler. */
  public boolean onlyOnFailure(Body body, int node) {
    return !leads(body, node, TRIES);
  }

  /** Whether the node runs only behind the question whether a file is there. */
  public boolean onlyIfMissing(Body body, int node) {
    return !leads(body, node, ASKS);
  }

  private boolean leads(Body body, int to, Pattern without) {
    return Reachability.leads(
        body.flow(), List.of(0), node -> node == to, node -> asks(body, node, without));
  }

  private boolean asks(Body body, int node, Pattern names) {
    return body.step(node) instanceof Step.Test test
        && origins.of(body, node, test.left()).stream()
            .anyMatch(
                o ->
                    o instanceof Origin.Result r
                        && r.call().callee().result().equals("boolean")
                        && names.matcher(r.call().callee().name()).matches());
  }
}
