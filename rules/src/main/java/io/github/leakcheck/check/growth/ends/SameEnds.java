package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.growth.Leads;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells two methods of a class of which one is run for a thing, whatever else they do: what a
 * callback is told of success and of failure, and whoever completes the same future.
 */
final class SameEnds {
  private static final Pattern COMPLETES =
      Pattern.compile("complete|completeExceptionally|setSuccess|setFailure|setException|set");

  private static final Set<String> FUTURES =
      Set.of(
          "java.util.concurrent.Future",
          "io.netty.util.concurrent.Promise",
          "com.google.common.util.concurrent.SettableFuture");

  /** Not over yet: it is tried once more, or waits for its turn again. */
  private static final Pattern GOES_ON =
      Pattern.compile("(?i).*(retry|again|resend|reconnect|schedule|requeue|submit|execute).*");

  private final Code code;
  private final Origins origins;
  private final Leads leads;

  SameEnds(Code code, Leads leads) {
    this.code = code;
    this.origins = Origins.of(code);
    this.leads = leads;
  }

  /** Whether the other method is the end of what the first one ends at other times. */
  boolean are(Body end, Body other, List<Use> adds) {
    return isOver(other, adds) && (areOfOneCallback(end, other) || completeOne(end, other));
  }

  private boolean areOfOneCallback(Body end, Body other) {
    List<String> given = end.method().parameters();
    boolean ofSame =
        given != null
            && other.method().parameters() != null
            && (given.isEmpty() || other.method().parameters().contains(given.get(0)));
    return ofSame
        && Alternatives.are(end, other)
        && code.world().types().supertypes(end.method().owner()).stream()
            .filter(type -> !type.equals(end.method().owner()))
            .flatMap(type -> code.world().program().type(type).stream())
            .filter(TypeFacts::isInterface)
            .anyMatch(
                type ->
                    type.method(end.method()).isPresent()
                        && type.method(other.method()).isPresent());
  }

  /** Whether the method neither goes on with what it is given, nor hands it to others. */
  private boolean isOver(Body other, List<Use> adds) {
    return !leads.toAny(other, adds)
        && other.nodes().stream()
            .filter(node -> node.step() instanceof Step.Call)
            .noneMatch(node -> goesOn(other, node, (Step.Call) node.step()));
  }

  private boolean goesOn(Body body, Node node, Step.Call call) {
    return GOES_ON.matcher(call.callee().name()).matches()
        || code.owns(call.callee().owner())
            && origins
                .ofArguments(body, node.id(), call)
                .anyMatch(o -> o instanceof Origin.OfParameter given && isThing(given));
  }

  /** What went wrong may well be told to others. */
  private boolean isThing(Origin.OfParameter given) {
    return !code.world().types().isSubtype(Added.type(given), "java.lang.Throwable");
  }

  private boolean completeOne(Body end, Body other) {
    Set<String> completed = completed(end);
    return completed(other).stream().anyMatch(completed::contains);
  }

  /** The futures of the object, or itself, that the body completes. */
  private Set<String> completed(Body body) {
    Set<String> found = new HashSet<>();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call && isCompletion(call.callee())) {
        for (Origin origin : origins.of(body, node.id(), call.receiver())) {
          if (origin.isThis()) {
            found.add("");
          } else if (origin instanceof Origin.OfField field && isOwn(body, field)) {
            found.add(code.key(field.field()).toString());
          }
        }
      }
    }
    return found;
  }

  private boolean isCompletion(MethodRef callee) {
    return COMPLETES.matcher(callee.name()).matches()
        && FUTURES.stream().anyMatch(type -> code.world().types().isSubtype(callee.owner(), type));
  }

  private boolean isOwn(Body body, Origin.OfField field) {
    return field.body() == body
        && !field.field().isStatic()
        && body.step(field.node()) instanceof Step.LoadField load
        && origins.isThis(body, field.node(), load.object());
  }
}
