package io.github.leakcheck.check.close;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Set;

/**
 * Streams of connections that others have in hand, too: who asks the connection again gets the same
 * stream, and who disconnects it ends that.
 */
final class SharedConnections {
  private static final Set<String> ENDS_OR_ASKS =
      Set.of("disconnect", "getInputStream", "getErrorStream", "getContent");

  private final MethodFlow flow;
  private final Code code;
  private final Knowledge knowledge;

  SharedConnections(MethodFlow flow, World world) {
    this.flow = flow;
    this.code = Code.of(world);
    this.knowledge = Knowledge.of(world);
  }

  /** Whether somebody else may ask the connection for this stream, or end it. */
  boolean isAskedByOthers(Site site) {
    if (!site.call().callee().name().equals("getInputStream")
        || !isConnection(site.call().callee().owner())) {
      return false;
    }
    Definitions definitions = Definitions.of(flow);
    int connection =
        FieldReleases.originNode(flow, definitions, site.node().id(), site.call().receiver());
    return connection == Definitions.ENTRY && !isLeftByCallers()
        || connection >= 0 && isHandedOn(definitions, connection);
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
                    && !Platform.owns(call.callee().owner())
                    && call.arguments().stream()
                        .anyMatch(
                            a ->
                                FieldReleases.originNode(flow, definitions, node.id(), a)
                                    == connection));
  }

  private boolean isConnection(String type) {
    return knowledge.types().isSubtype(type, "java.net.URLConnection");
  }
}
