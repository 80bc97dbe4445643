package io.github.leakcheck.check.undo.lifetimes;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells code that runs once for each request that a server, endpoint or consumer gets. */
public final class Requests {
  private static final int CALLS = 3;

  private static final Set<String> MARKS =
      Set.of(
          "RequestMapping",
          "GetMapping",
          "PostMapping",
          "PutMapping",
          "DeleteMapping",
          "PatchMapping",
          "MessageMapping",
          "GET",
          "POST",
          "PUT",
          "DELETE",
          "PATCH",
          "JmsListener",
          "KafkaListener",
          "RabbitListener",
          "SqsListener",
          "OnMessage",
          "Scheduled");

  private static final Pattern NAMES =
      Pattern.compile(
          "(do(Get|Post|Put|Delete|Head|Filter|Service|Handle)|service|handle|onMessage|channelRead0?"
              + "|messageReceived|invoke|intercept)([A-Z].*)?");

  /** What a method is handed anew with each request. */
  private static final Pattern TYPES =
      Pattern.compile(
          ".*(Request|Exchange|Message|Invocation|MethodInvocation|HandlerContext|RoutingContext"
              + "|JobExecutionContext)");

  private final Code code;
  private final Origins origins;

  public Requests(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether the method runs for each request, or is a helper of those that do. */
  public boolean lead(MethodRef method) {
    return lead(method, CALLS, new HashSet<>());
  }

  private boolean lead(MethodRef method, int depth, Set<MethodRef> seen) {
    Optional<Body> body = code.body(method);
    if (body.isEmpty() || method.isConstructor() || !seen.add(method)) {
      return false;
    }
    if (isEntry(body.get())) {
      return true;
    }
    List<Site> callers = code.callers(method);
    return depth > 0
        && Access.has(body.get().flow().access(), Access.PRIVATE)
        && !callers.isEmpty()
        && callers.stream().allMatch(site -> lead(site.method(), depth - 1, seen));
  }

  private static boolean isEntry(Body body) {
    MethodRef method = body.method();
    return body.flow().annotations().stream().anyMatch(MARKS::contains)
        || !body.flow().isLambdaBody()
            && NAMES.matcher(method.name()).matches()
            && method.parameters() != null
            && method.parameters().stream().anyMatch(type -> TYPES.matcher(type).matches());
  }

  /** Whether the value was there before the request and outlasts it: a field, or what is shared. */
  public boolean outlive(Body body, int node, int register) {
    Set<Origin> found = origins.of(body, node, register);
    return !found.isEmpty() && found.stream().allMatch(this::isThere);
  }

  private boolean isThere(Origin origin) {
    if (origin instanceof Origin.OfField field) {
      return !TypeNames.isBrief(field.field().type())
          && !TypeNames.isBrief(field.field().owner())
          && (field.field().isStatic() || isThis(field));
    }
    return origin instanceof Origin.Result result
        && result.call().receiver() == Step.NONE
        && result.call().arguments().isEmpty()
        && !TypeNames.isBrief(result.call().callee().result());
  }

  private boolean isThis(Origin.OfField field) {
    return !(field.body().step(field.node()) instanceof Step.LoadField load)
        || origins.of(field.body(), field.node(), load.object()).stream()
            .allMatch(
                o ->
                    o.isThis()
                        || o instanceof Origin.OfField outer
                            && outer.field().name().startsWith("this$"));
  }
}
