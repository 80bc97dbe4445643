package io.github.leakcheck.check.undo.lifetimes;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells code that runs once for each message of a connection, of which there are many. */
final class Messages {
  private static final Set<String> READS =
      Set.of("channelRead", "channelRead0", "messageReceived", "write");

  /** What happens once in the life of a connection, though a message may be the cause. */
  private static final Pattern ONCE =
      Pattern.compile(
          "(?i).*(connect|open|init|handshake|upgrade|active|register|login|accept|start|bind|auth"
              + "|tunnel|create|close|subscribe|join).*");

  private static final Pattern NAMED =
      Pattern.compile("msg|packet|frame|command|(\\w+)?([mM]essage|[rR]equest)");

  private final Code code;
  private final Origins origins;

  Messages(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether the call asks a connection that was there before for something, per message. */
  boolean arePerCall(Origin.Result asked) {
    Body body = asked.body();
    MethodRef method = body.method();
    if (body.flow().isLambdaBody() || method.isConstructor() || changesPipeline(body)) {
      return false;
    }
    return (isRead(method) || takesMessage(body) || isOnlyPartOfReading(body))
        && isThere(body, asked.node(), asked.call().receiver());
  }

  private static boolean isRead(MethodRef method) {
    return READS.contains(method.name())
        && method.parameters() != null
        && method.parameters().stream().anyMatch(type -> type.endsWith("HandlerContext"));
  }

  /** A private method that nothing but reading calls. */
  private boolean isOnlyPartOfReading(Body body) {
    List<Site> callers = code.callers(body.method());
    return Access.has(body.flow().access(), Access.PRIVATE)
        && !ONCE.matcher(body.method().name()).matches()
        && !callers.isEmpty()
        && callers.stream().allMatch(site -> isRead(site.method()));
  }

  /** By its type, or by its name where senders take anything. */
  private static boolean takesMessage(Body body) {
    MethodRef method = body.method();
    return !ONCE.matcher(method.name()).matches()
        && method.parameters() != null
        && (method.parameters().stream().anyMatch(TypeNames::isMessage)
            || body.flow().parameterNames().stream()
                .anyMatch(name -> name != null && NAMED.matcher(name).matches()));
  }

  /** A handler that leaves the pipeline has had its one message. */
  private static boolean changesPipeline(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.callee().owner().endsWith("ChannelPipeline")
                    && List.of("remove", "replace").contains(call.callee().name()));
  }

  /** Whether the value was given or is kept, or was asked of what is. */
  private boolean isThere(Body body, int node, int register) {
    for (Origin origin : origins.of(body, node, register)) {
      boolean there =
          origin instanceof Origin.OfField
              || origin instanceof Origin.OfParameter
              || origin instanceof Origin.Result result
                  && result.call().arguments().isEmpty()
                  && result.call().receiver() != Step.NONE
                  && isThere(result.body(), result.node(), result.call().receiver());
      if (!there) {
        return false;
      }
    }
    return true;
  }
}
