package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.undo.Bindings;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds methods that end the object in a thread local, as by {@code close()} or a mark, and leave
 * it there: always, or on one of their ways.
 */
final class EndedValues {
  private static final Set<String> ENDINGS =
      Set.of("close", "dispose", "destroy", "shutdown", "shutdownNow", "disconnect", "terminate");

  /** What ends all work, not one piece of it. */
  private static final Pattern ALL_OVER =
      Pattern.compile("(destroy|shutdown|shutDown|terminate|dispose)(\\p{Upper}.*)?");

  private static final Pattern MARKS =
      Pattern.compile("(is)?(closed|disposed|destroyed|finished|ended|terminated|done)", 2);

  private final Code code;
  private final Origins origins;

  EndedValues(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** The first such method, empty if there is none. */
  Optional<Remain> of(ThreadUses uses, Bindings bindings) {
    boolean never = isRemovedAtEndAlone(uses, bindings);
    for (MethodRef method : methods(uses.calls("get"))) {
      Optional<Body> body = code.body(method).filter(found -> !isOfThread(found));
      if (body.isPresent()
          && (never || !bindings.ends(method).isEmpty())
          && !endsElsewhere(bindings, method)) {
        Optional<Integer> left = left(uses, bindings, body.get());
        if (left.isPresent()) {
          return Optional.of(remain(uses, bindings, body.get(), left.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Nowhere, or where all ends, in one thread of all that have a value. */
  private boolean isRemovedAtEndAlone(ThreadUses uses, Bindings bindings) {
    return Stream.concat(
            uses.calls("remove").map(use -> use.site().method()), bindings.enders().stream())
        .allMatch(
            method ->
                code.body(method)
                    .filter(body -> ALL_OVER.matcher(body.flow().source().name()).matches())
                    .isPresent());
  }

  private static List<MethodRef> methods(Stream<Use> uses) {
    return uses.map(use -> use.site().method()).distinct().toList();
  }

  /** What a thread does at its own end needs no removal. */
  private boolean isOfThread(Body body) {
    return code.world().types().isSubtype(body.method().owner(), "java.lang.Thread");
  }

  /** Whether callers take away what the method leaves. */
  private boolean endsElsewhere(Bindings bindings, MethodRef method) {
    return code.callers(method).stream()
        .anyMatch(
            site ->
                bindings.ends(site.method()).stream()
                    .anyMatch(end -> end != site.node() && !isCallOf(site.method(), end, method)));
  }

  private boolean isCallOf(MethodRef caller, int node, MethodRef method) {
    return code.callers(method).contains(new Site(caller, node));
  }

  /** The step that ends the object on a way on which nothing takes it away. */
  private Optional<Integer> left(ThreadUses uses, Bindings bindings, Body body) {
    Set<Integer> gets = new HashSet<>();
    uses.calls("get")
        .filter(use -> use.site().method().equals(body.method()))
        .forEach(use -> gets.add(use.site().node()));
    Set<Integer> closed = new HashSet<>(bindings.ends(body.method()));
    uses.calls("set")
        .filter(use -> use.site().method().equals(body.method()))
        .forEach(use -> closed.add(use.site().node()));
    return body.nodes().stream()
        .filter(node -> isEnding(body, node, gets))
        .map(Node::id)
        .filter(
            end ->
                Reachability.leads(body.flow(), List.of(0), n -> n == end, closed::contains)
                    && Reachability.leads(
                        body.flow(),
                        List.of(end),
                        n -> body.step(n) instanceof Step.Return,
                        closed::contains))
        .findFirst();
  }

  private boolean isEnding(Body body, Node node, Set<Integer> gets) {
    if (node.step() instanceof Step.Call call) {
      return call.arguments().isEmpty()
          && ENDINGS.contains(call.callee().name())
          && isGot(body, node.id(), call.receiver(), gets);
    }
    return node.step() instanceof Step.StoreField store
        && MARKS.matcher(store.field().name()).matches()
        && isGot(body, node.id(), store.object(), gets)
        && origins.of(body, node.id(), store.value()).stream()
            .allMatch(
                o ->
                    o instanceof Origin.Constant c
                        && Integer.valueOf(1).equals(c.constant().value()));
  }

  private boolean isGot(Body body, int node, int register, Set<Integer> gets) {
    return origins.of(body, node, register).stream()
        .anyMatch(o -> o instanceof Origin.Result r && r.body() == body && gets.contains(r.node()));
  }

  private Remain remain(ThreadUses uses, Bindings bindings, Body body, int end) {
    boolean always = bindings.ends(body.method()).isEmpty();
    String message =
        "`"
            + body.flow().source().name()
            + "()` ends the value of "
            + uses.name()
            + (always ? ", but leaves it with its thread" : " and leaves it with its thread")
            + (always ? ", and nothing removes it" : " on one way, while it removes it on others");
    Site site = uses.calls("set").map(Use::site).findFirst().orElse(body.site(end));
    String help =
        "Call `" + uses.field().name() + ".remove()` wherever the value is ended, best in finally";
    return new Remain(site, Confidence.MEDIUM, message, help, body, end);
  }
}
