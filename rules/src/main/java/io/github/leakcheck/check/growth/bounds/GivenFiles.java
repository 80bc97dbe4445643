package io.github.leakcheck.check.growth.bounds;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells paths that are made of nothing but files that others name, constants and settings: the lock
 * or backup beside a given file has the same path whenever that file is used again.
 */
final class GivenFiles {
  private static final int DEPTH = 16;
  private static final int RESULT = -1;
  private static final String BUILDER = "java.lang.StringBuilder";
  private static final Set<String> FILES = Set.of("java.io.File", "java.nio.file.Path");
  private static final Set<String> TEXTS = Set.of("java.lang.String", BUILDER);

  private final Code code;
  private final Origins origins;

  GivenFiles(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether the path in the register, as the node finds it, is new only with a file that is. */
  boolean isNamedSo(Body body, int node, int register) {
    return isNamedSo(body, node, register, new Asked(DEPTH, true, new HashSet<>()));
  }

  /** What a method is given, or returns. */
  private record Place(MethodRef method, int position, boolean whole) {}

  /**
   * How far to follow, and whether for a whole path or folder: a text that is given for one names
   * it as a file does, while one that is given for a part is a name of its own.
   *
   * @param seen what is asked already: one that says no is enough
   */
  private record Asked(int depth, boolean whole, Set<Place> seen) {
    Asked part() {
      return new Asked(depth, false, seen);
    }

    Asked path() {
      return new Asked(depth, true, seen);
    }

    Asked deeper() {
      return new Asked(depth - 1, whole, seen);
    }
  }

  private boolean isNamedSo(Body body, int node, int register, Asked asked) {
    return areAll(origins.of(body, node, register).stream(), asked);
  }

  private boolean areAll(Stream<Origin> values, Asked asked) {
    List<Origin> all = values.toList();
    return asked.depth() > 0
        && !all.isEmpty()
        && all.stream().allMatch(value -> isNamedSo(value, asked.deeper()));
  }

  private boolean isNamedSo(Origin value, Asked asked) {
    if (value instanceof Origin.Constant) {
      return true;
    } else if (value instanceof Origin.OfParameter given) {
      return isPath(given, asked) && areGiven(given, asked);
    } else if (value instanceof Origin.OfField field) {
      return areAll(
          code.stores(code.key(field.field())).stream().flatMap(s -> origins.stored(s).stream()),
          asked);
    } else if (value instanceof Origin.Fresh made) {
      return isMadeSo(made, asked);
    } else if (value instanceof Origin.Result result) {
      return isResultOf(result, asked);
    }
    return areParts((Origin.Other) value, asked.part());
  }

  private static boolean isPath(Origin.OfParameter given, Asked asked) {
    List<String> types = given.body().method().parameters();
    int position = given.position();
    return types != null
        && position >= 0
        && position < types.size()
        && (FILES.contains(types.get(position))
            || asked.whole() && types.get(position).equals("java.lang.String"));
  }

  /** Where the program itself makes the file, that must be named so as well. */
  private boolean areGiven(Origin.OfParameter given, Asked asked) {
    MethodRef method = given.body().method();
    return !asked.seen().add(new Place(method, given.position(), asked.whole()))
        || code.callers(method).stream()
            .allMatch(caller -> isGiven(caller, given.position(), asked));
  }

  private boolean isGiven(Site caller, int position, Asked asked) {
    return code.body(caller.method())
        .filter(
            body ->
                body.step(caller.node()) instanceof Step.Call call
                    && position < call.arguments().size()
                    && isNamedSo(body, caller.node(), call.arguments().get(position), asked))
        .isPresent();
  }

  /** {@code new File(path)}, {@code new File(folder, name)}, {@code new StringBuilder(text)}. */
  private boolean isMadeSo(Origin.Fresh made, Asked asked) {
    boolean file = FILES.contains(made.type());
    Optional<Integer> node = origins.constructor(made);
    if (node.isEmpty() || !file && !made.type().equals(BUILDER)) {
      return false;
    }
    List<Integer> arguments = ((Step.Call) made.body().step(node.get())).arguments();
    for (int i = 0; i < arguments.size(); i++) {
      Asked next = file && i == 0 ? asked.path() : asked.part();
      if (!isNamedSo(made.body(), node.get(), arguments.get(i), next)) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@code file.getName()}, {@code path.resolveSibling(text)}, {@code System.getProperty(text)}.
   */
  private boolean isResultOf(Origin.Result result, Asked asked) {
    Step.Call call = result.call();
    String owner = call.callee().owner();
    String name = call.callee().name();
    boolean file = FILES.contains(owner) && !name.startsWith("create");
    boolean text =
        TEXTS.contains(owner) || owner.equals("java.lang.System") && name.startsWith("get");
    if (file || text) {
      Asked receiver = file ? asked.path() : asked.part();
      return (call.receiver() == Step.NONE
              || isNamedSo(result.body(), result.node(), call.receiver(), receiver))
          && call.arguments().stream()
              .allMatch(a -> isNamedSo(result.body(), result.node(), a, asked.part()));
    }
    return isGot(call) || code.target(call).filter(body -> returnsNamedSo(body, asked)).isPresent();
  }

  /** {@code source.getFile()}: what is there already, unless the getter itself makes it. */
  private boolean isGot(Step.Call call) {
    return call.callee().name().startsWith("get")
        && call.arguments().isEmpty()
        && FILES.contains(call.callee().result())
        && code.target(call).stream()
            .flatMap(body -> body.nodes().stream())
            .noneMatch(node -> makes(node.step()));
  }

  private static boolean makes(Step step) {
    return step instanceof Step.New made && FILES.contains(made.type())
        || step instanceof Step.Call call && call.callee().name().startsWith("create");
  }

  private boolean returnsNamedSo(Body body, Asked asked) {
    return !asked.seen().add(new Place(body.method(), RESULT, asked.whole()))
        || areAll(
            body.nodes().stream()
                .filter(node -> node.step() instanceof Step.Return)
                .flatMap(node -> returned(body, node)),
            asked);
  }

  private Stream<Origin> returned(Body body, Node node) {
    return origins.of(body, node.id(), ((Step.Return) node.step()).value()).stream();
  }

  /** What a concatenation is made of. */
  private boolean areParts(Origin.Other other, Asked asked) {
    return other.body().step(other.node()) instanceof Step.Compute computed
        && computed.operands().stream()
            .allMatch(part -> isNamedSo(other.body(), other.node(), part, asked));
  }
}
