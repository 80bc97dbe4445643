package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds buffers that each thread keeps as large as the largest piece of work it has seen: made anew
 * for the size that is asked for, or filled with all there is and emptied for the next, with
 * nothing that says how large is too large to keep.
 */
final class LargestSeen {
  private static final int DEPTH = 5;
  private static final int LIMIT = 256;
  private static final Set<String> MAKERS = Set.of("allocate", "allocateDirect");
  private static final Pattern LIMITS = Pattern.compile("(?i).*(max|limit|cap|threshold|upper).*");

  private static final Set<String> GROWING =
      Set.of(
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.io.ByteArrayOutputStream",
          "java.io.CharArrayWriter");

  /** What empties such a buffer and leaves it as large as it is. */
  private static final Set<String> EMPTIES = Set.of("setLength", "reset");

  private static final Set<String> TRIMS = Set.of("capacity", "trimToSize");
  private static final Set<String> FILLS = Set.of("append", "write");
  private static final Set<String> TEXTS =
      Set.of("java.lang.String", "java.lang.CharSequence", "char[]", "byte[]");

  private final Code code;
  private final Origins origins;
  private final Capacities capacities;

  LargestSeen(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.capacities = new Capacities(code);
  }

  /** The first such buffer, empty if there is none. */
  Optional<Remain> of(ThreadUses uses) {
    if (uses.calls("remove").findAny().isPresent()) {
      return Optional.empty();
    }
    return uses.calls("set")
        .flatMap(set -> grown(uses, set).stream())
        .findFirst()
        .or(() -> filled(uses));
  }

  /** A buffer that each thread gets at first, and that takes in all of something in a loop. */
  private Optional<Remain> filled(ThreadUses uses) {
    if (!isGrowing(uses) || isTrimmed(uses)) {
      return Optional.empty();
    }
    return uses.calls("get").flatMap(get -> filled(uses, get).stream()).findFirst();
  }

  private boolean isGrowing(ThreadUses uses) {
    List<Use> sets = uses.calls("set").toList();
    return sets.isEmpty()
        ? uses.all().stream()
            .filter(use -> use.kind() == Use.Kind.WRITTEN)
            .flatMap(use -> origins.stored(use.site()).stream())
            .flatMap(local -> capacities.initial(local).stream())
            .anyMatch(this::makesGrowing)
        : sets.stream().allMatch(set -> asksBefore(uses, set) && setsGrowing(set));
  }

  private boolean setsGrowing(Use set) {
    return code.body(set.site().method())
        .filter(
            body ->
                origins.of(body, set.site().node(), set.call().arguments().get(0)).stream()
                    .allMatch(o -> o instanceof Origin.Fresh f && GROWING.contains(f.type())))
        .isPresent();
  }

  /** Filled by the method that asks for it, or by who calls that if it hands the buffer out. */
  private Optional<Remain> filled(ThreadUses uses, Use get) {
    Optional<Body> asks = code.body(get.site().method());
    Stream<Body> users =
        uses.getters().contains(get.site().method())
            ? code.callers(get.site().method()).stream()
                .flatMap(site -> code.body(site.method()).stream())
            : Stream.empty();
    return Stream.concat(asks.stream(), users)
        .filter(body -> isEmptied(uses, body) || asks.filter(a -> isEmptied(uses, a)).isPresent())
        .filter(body -> takesAll(uses, body))
        .findFirst()
        .map(body -> remain(uses, get, body));
  }

  private boolean makesGrowing(Body makes) {
    return makes.method().isConstructor()
        ? GROWING.contains(makes.method().owner())
        : makes.nodes().stream()
            .filter(node -> node.step() instanceof Step.Return)
            .flatMap(
                node -> origins.of(makes, node.id(), ((Step.Return) node.step()).value()).stream())
            .anyMatch(o -> o instanceof Origin.Fresh f && GROWING.contains(f.type()));
  }

  /** Whether the class looks at how large such buffers are. */
  private boolean isTrimmed(ThreadUses uses) {
    return code.nest(uses.owner().name()).stream()
        .flatMap(type -> code.bodies(type).stream())
        .anyMatch(body -> isLimited(body) || body.nodes().stream().anyMatch(LargestSeen::trims));
  }

  private static boolean trims(Node node) {
    return node.step() instanceof Step.Call call && TRIMS.contains(call.callee().name());
  }

  private boolean isEmptied(ThreadUses uses, Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && EMPTIES.contains(call.callee().name())
                    && isGot(uses, body, node, call.receiver()));
  }

  /** Whether a loop puts texts from elsewhere into the buffer, each by itself. */
  private boolean takesAll(ThreadUses uses, Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && takesText(uses, body, node, call)
                    && node.next().stream().anyMatch(next -> Ways.lead(body, next, node.id())));
  }

  /** Whether the call appends a text, or has a method of the program do so. */
  private boolean takesText(ThreadUses uses, Body body, Node node, Step.Call call) {
    boolean appends =
        FILLS.contains(call.callee().name()) && isGot(uses, body, node, call.receiver())
            || code.owns(call.callee().owner())
                && call.arguments().stream().anyMatch(a -> isGot(uses, body, node, a));
    List<String> types = call.callee().parameters();
    for (int i = 0; appends && types != null && i < types.size(); i++) {
      if (TEXTS.contains(types.get(i))
          && origins.of(body, node.id(), call.arguments().get(i)).stream()
              .anyMatch(o -> !(o instanceof Origin.Constant))
          && !isGot(uses, body, node, call.arguments().get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is the buffer of the thread, which appending gives back. */
  private boolean isGot(ThreadUses uses, Body body, Node node, int register) {
    return register != Step.NONE
        && origins.of(body, node.id(), register).stream()
            .anyMatch(
                o ->
                    o instanceof Origin.Result r
                        && (uses.isGet(r)
                            || isHandedOut(uses, r)
                            || FILLS.contains(r.call().callee().name())
                                && GROWING.contains(r.call().callee().owner())));
  }

  private boolean isHandedOut(ThreadUses uses, Origin.Result result) {
    return code.target(result.call())
        .filter(body -> uses.getters().contains(body.method()))
        .isPresent();
  }

  private Optional<Remain> grown(ThreadUses uses, Use set) {
    Optional<Body> body = code.body(set.site().method());
    if (body.isEmpty() || !asksBefore(uses, set) || isLimited(body.get())) {
      return Optional.empty();
    }
    return origins.of(body.get(), set.site().node(), set.call().arguments().get(0)).stream()
        .filter(made -> made.body() == body.get() && isSized(made))
        .findFirst()
        .map(made -> remain(uses, set, body.get()));
  }

  /** Whether the method looks first at the buffer that is there. */
  private static boolean asksBefore(ThreadUses uses, Use set) {
    return uses.calls("get").anyMatch(get -> get.site().method().equals(set.site().method()));
  }

  /** Whether the value is a buffer of the size that the method is asked for. */
  private boolean isSized(Origin made) {
    OptionalInt size = OptionalInt.empty();
    int node = -1;
    if (made instanceof Origin.Other other
        && other.body().step(other.node()) instanceof Step.NewArray array) {
      node = other.node();
      size = OptionalInt.of(array.length());
    } else if (made instanceof Origin.Result result
        && MAKERS.contains(result.call().callee().name())
        && result.call().callee().owner().equals("java.nio.ByteBuffer")) {
      node = result.node();
      size = OptionalInt.of(result.call().arguments().get(0));
    }
    return size.isPresent()
        && size.getAsInt() != Step.NONE
        && isAsked(made.body(), node, size.getAsInt(), DEPTH);
  }

  private boolean isAsked(Body body, int node, int register, int depth) {
    return depth > 0
        && origins.of(body, node, register).stream().anyMatch(o -> isAsked(o, depth - 1));
  }

  private boolean isAsked(Origin size, int depth) {
    if (size instanceof Origin.Other other
        && other.body().step(other.node()) instanceof Step.Compute sum) {
      return sum.operands().stream().anyMatch(r -> isAsked(other.body(), other.node(), r, depth));
    } else if (size instanceof Origin.Result result) {
      return Stream.concat(Stream.of(result.call().receiver()), result.call().arguments().stream())
          .anyMatch(r -> isAsked(result.body(), result.node(), r, depth));
    }
    return size.isGiven();
  }

  /** Whether the method compares anything with a limit, as for what is too large to keep. */
  private boolean isLimited(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Test test
                        && (isLimit(body, node, test.left()) || isLimit(body, node, test.right()))
                    || node.step() instanceof Step.Call call && call.callee().name().equals("min"));
  }

  private boolean isLimit(Body body, Node node, int register) {
    return origins.of(body, node.id(), register).stream()
        .anyMatch(
            o ->
                o instanceof Origin.Constant c
                        && c.constant().value() instanceof Integer number
                        && number >= LIMIT
                    || o instanceof Origin.OfField f && LIMITS.matcher(f.field().name()).matches());
  }

  private Remain remain(ThreadUses uses, Use set, Body body) {
    String message =
        "Each thread keeps a buffer in "
            + uses.name()
            + " as large as the largest that it was ever asked for, and nothing limits or removes it";
    String help = "Do not keep buffers above a limit: make those for the one call only";
    return new Remain(set.site(), Confidence.MEDIUM, message, help, body, set.site().node());
  }
}
