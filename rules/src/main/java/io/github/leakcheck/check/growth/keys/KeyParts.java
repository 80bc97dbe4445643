package io.github.leakcheck.check.growth.keys;

import io.github.leakcheck.check.growth.KeyNames;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a text apart into the values it is composed of, constants left out. */
final class KeyParts {
  private static final int DEPTH = 4;
  private static final String STRING = "java.lang.String";
  private static final Set<String> SAME = Set.of("valueOf", "toString");
  private static final Set<String> BUILDERS =
      Set.of("java.lang.StringBuilder", "java.lang.StringBuffer");

  private final Code code;
  private final Origins origins;

  KeyParts(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /**
   * One value: what an object tells by a getter or field, or what callers give under a name.
   *
   * @param owner the class of the object that tells it, empty for a parameter
   */
  record Part(String owner, String type, String name) {
    boolean isGiven() {
      return owner.isEmpty();
    }
  }

  /** The parts of the text or value in the register, empty if one is not understood. */
  Optional<Set<Part>> of(Body body, int node, int register) {
    return parts(body, node, register, DEPTH);
  }

  private Optional<Set<Part>> parts(Body body, int node, int register, int depth) {
    Set<Origin> found = origins.of(body, node, register);
    return found.size() == 1 && depth > 0
        ? parts(found.iterator().next(), depth)
        : Optional.empty();
  }

  private Optional<Set<Part>> parts(Origin only, int depth) {
    if (only instanceof Origin.Constant) {
      return Optional.of(Set.of());
    } else if (only instanceof Origin.OfParameter parameter) {
      return given(parameter).map(Set::of);
    } else if (only instanceof Origin.OfField field) {
      return told(field).map(Set::of);
    } else if (only instanceof Origin.Other other) {
      return other.body().step(other.node()) instanceof Step.Compute compute
              && compute.type().equals(STRING)
          ? all(other.body(), other.node(), compute.operands(), depth)
          : Optional.empty();
    }
    return only instanceof Origin.Result result ? result(result, depth) : Optional.empty();
  }

  private Optional<Set<Part>> all(Body body, int node, List<Integer> registers, int depth) {
    Set<Part> all = new HashSet<>();
    for (int register : registers) {
      Optional<Set<Part>> one = parts(body, node, register, depth - 1);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(one.get());
    }
    return Optional.of(all);
  }

  private Optional<Set<Part>> result(Origin.Result result, int depth) {
    Step.Call call = result.call();
    String owner = call.callee().owner();
    if (BUILDERS.contains(owner) && call.callee().name().equals("toString")) {
      return appended(result).flatMap(a -> all(result.body(), result.node(), a, depth));
    } else if (owner.equals(STRING) && call.callee().name().equals("concat")) {
      List<Integer> both = List.of(call.receiver(), call.arguments().get(0));
      return all(result.body(), result.node(), both, depth);
    } else if (owner.equals(STRING) && call.callee().name().equals("format")) {
      return formatted(result, depth);
    } else if (Platform.isJdk(owner)) {
      return SAME.contains(call.callee().name()) && call.arguments().size() == 1
          ? parts(result.body(), result.node(), call.arguments().get(0), depth - 1)
          : Optional.empty();
    }
    return call.arguments().isEmpty()
        ? told(result).map(Set::of)
        : code.target(call).flatMap(target -> returned(result, target, depth));
  }

  /** Registers of what the chain of appends puts in, which class files for Java 8 have. */
  private Optional<List<Integer>> appended(Origin.Result text) {
    List<Integer> found = new ArrayList<>();
    Origin.Result at = text;
    while (true) {
      Set<Origin> before = origins.of(at.body(), at.node(), at.call().receiver());
      Origin only = before.size() == 1 ? before.iterator().next() : null;
      if (only instanceof Origin.Result append
          && append.body() == text.body()
          && append.call().callee().name().equals("append")
          && append.call().arguments().size() == 1) {
        found.addAll(append.call().arguments());
        at = append;
      } else {
        return only instanceof Origin.Fresh && !found.isEmpty()
            ? Optional.of(found)
            : Optional.empty();
      }
    }
  }

  private Optional<Set<Part>> formatted(Origin.Result result, int depth) {
    Body body = result.body();
    List<Integer> given = result.call().arguments();
    Set<Origin> arrays = origins.of(body, result.node(), given.get(given.size() - 1));
    Set<Part> all = new HashSet<>();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreElement store
          && origins.of(body, node.id(), store.array()).equals(arrays)) {
        Optional<Set<Part>> one = parts(body, node.id(), store.value(), depth - 1);
        if (one.isEmpty()) {
          return Optional.empty();
        }
        all.addAll(one.get());
      }
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  /** What a method of the program composes of its parameters, as this call gives them. */
  private Optional<Set<Part>> returned(Origin.Result call, Body target, int depth) {
    List<Node> returns =
        target.nodes().stream().filter(node -> node.step() instanceof Step.Return).toList();
    if (returns.size() != 1 || !target.flow().method().result().equals(STRING)) {
      return Optional.empty();
    }
    int value = ((Step.Return) returns.get(0).step()).value();
    Optional<Set<Part>> inner = parts(target, returns.get(0).id(), value, depth - 1);
    Set<Part> all = new HashSet<>();
    for (Part part : inner.orElse(Set.of())) {
      Optional<Set<Part>> one =
          part.isGiven() ? argument(call, target, part, depth) : Optional.of(Set.of(part));
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(one.get());
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private Optional<Set<Part>> argument(Origin.Result call, Body target, Part part, int depth) {
    int position = position(target, part);
    List<Integer> given = call.call().arguments();
    return position >= 0 && position < given.size()
        ? parts(call.body(), call.node(), given.get(position), depth - 1)
        : Optional.empty();
  }

  /** Where callers of the method give the part among their arguments; below 0 if nowhere. */
  static int position(Body body, Part given) {
    int index = body.flow().parameterNames().indexOf(given.name());
    return body.flow().isStatic() ? index : index - 1;
  }

  private static Optional<Part> given(Origin.OfParameter parameter) {
    MethodFlow flow = parameter.body().flow();
    List<String> names = flow.parameterNames();
    List<String> types = flow.method().parameters();
    int position = parameter.position();
    boolean known =
        !parameter.isThis()
            && !flow.isLambdaBody()
            && types != null
            && position >= 0
            && position < types.size()
            && parameter.index() < names.size()
            && names.get(parameter.index()) != null;
    return known
        ? Optional.of(new Part("", types.get(position), names.get(parameter.index())))
        : Optional.empty();
  }

  private Optional<Part> told(Origin.OfField field) {
    FieldKey key = code.key(field.field());
    return Optional.of(new Part(key.owner(), field.field().type(), key.name()));
  }

  private static Optional<Part> told(Origin.Result getter) {
    String name = KeyNames.property(getter.call().callee().name());
    return getter.call().receiver() == Step.NONE
        ? Optional.empty()
        : Optional.of(
            new Part(getter.call().callee().owner(), getter.call().callee().result(), name));
  }
}
