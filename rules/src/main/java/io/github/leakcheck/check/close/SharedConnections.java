package io.github.leakcheck.check.close;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Set;

/**
 * Streams of connections and child processes that others have in hand, too: who asks the connection
 * again gets the same stream, and who disconnects it ends that.
 */
final class SharedConnections {
  private static final Set<String> ENDS_OR_ASKS =
      Set.of(
          "disconnect",
          "getInputStream",
          "getErrorStream",
          "getContent",
          "waitFor",
          "destroy",
          "destroyForcibly",
          "onExit");

  private static final String PROCESS = "java.lang.Process";

  private final MethodFlow flow;
  private final Code code;
  private final Knowledge knowledge;

  SharedConnections(MethodFlow flow, World world) {
    this.flow = flow;
    this.code = Code.of(world);
    this.knowledge = Knowledge.of(world);
  }

  /** Whether somebody else may ask the connection or process for this stream, or end it. */
  boolean isAskedByOthers(Site site) {
    Step.Call call = site.call();
    if (!call.callee().name().equals("getInputStream") || !isConnection(call.callee().owner())) {
      return false;
    }
    Definitions definitions = flow.definitions();
    int connection = FieldReleases.originNode(flow, definitions, site.node().id(), call.receiver());
    if (connection == Definitions.ENTRY) {
      return isOfItself(call) || !isLeftByCallers();
    }
    // a process leaves its streams open only where nobody waits for it, which tells of its maker
    return isProcess(call.callee().owner())
        || connection >= 0 && isHandedOn(definitions, connection);
  }

  /** A process that is waited for closes its streams itself, or has them closed. */
  private boolean isOfItself(Step.Call call) {
    return isProcess(call.callee().owner())
        && flow.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call other
                        && !other.callee().name().equals("getInputStream")
                        && ENDS_OR_ASKS.contains(other.callee().name())
                        && isProcess(other.callee().owner()));
  }

  private boolean isProcess(String type) {
    return knowledge.types().isSubtype(type, PROCESS);
  }

  /** The method got the connection, and nothing else is done with it by those who gave it. */
  private boolean isLeftByCallers() {
    List<io.github.leakcheck.check.usage.Site> callers = code.callers(flow.method());
    return !callers.isEmpty()
        && callers.stream()
            .map(io.github.leakcheck.check.usage.Site::method)
            .map(code::body)
            .noneMatch(body -> body.map(this::endsOrAsks).orElse(true));
  }

  private boolean endsOrAsks(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && ENDS_OR_ASKS.contains(call.callee().name())
                    && isConnection(call.callee().owner()));
  }

  private boolean isHandedOn(Definitions definitions, int connection) {
    return flow.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && !Platform.isProvided(call.callee().owner())
                    && call.arguments().stream()
                        .anyMatch(
                            a ->
                                FieldReleases.originNode(flow, definitions, node.id(), a)
                                    == connection));
  }

  private boolean isConnection(String type) {
    return isProcess(type) || knowledge.types().isSubtype(type, "java.net.URLConnection");
  }
}
