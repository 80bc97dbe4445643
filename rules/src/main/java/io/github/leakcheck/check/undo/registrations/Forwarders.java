package io.github.leakcheck.check.undo.registrations;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Learns which methods of the program register what they are given, under a name that they are
 * given as well, with something the catalogue knows, beside others that take back what has a name.
 */
final class Forwarders {
  private final World world;
  private final Code code;
  private final Origins origins;
  private final Map<MethodRef, Optional<Api>> known = new HashMap<>();

  Forwarders(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** What a catalogue would say of the call if it knew the method; empty if it forwards nothing. */
  Optional<Api> line(Step.Call call) {
    MethodRef callee = call.callee();
    if (callee.isConstructor()
        || callee.parameters() == null
        || callee.parameters().size() < 2
        || !code.owns(callee.owner())) {
      return Optional.empty();
    }
    Optional<Api> line = known.get(callee);
    if (line == null) {
      line = code.target(call).flatMap(this::learn);
      known.put(callee, line);
    }
    return line;
  }

  /** Whether the line was learned here: only a name that was surely never given says anything. */
  boolean isLearned(Step.Call call, Api line) {
    return known.getOrDefault(call.callee(), Optional.empty()).filter(line::equals).isPresent();
  }

  private Optional<Api> learn(Body body) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call && call.arguments().size() > 1) {
        Optional<Api> line =
            world
                .catalog()
                .match(Role.DOES, call.callee(), world.types())
                .filter(api -> api.undo().isPresent() && api.argument().isPresent());
        Optional<Api> learned = line.flatMap(api -> learn(body, node, call, api));
        if (learned.isPresent()) {
          return learned;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Api> learn(Body body, Node node, Step.Call call, Api api) {
    int registered = api.argument().getAsInt();
    OptionalInt what = parameter(body, node.id(), call.arguments().get(registered));
    for (int i = 0; what.isPresent() && i < call.arguments().size(); i++) {
      OptionalInt name = parameter(body, node.id(), call.arguments().get(i));
      if (i != registered && name.isPresent()) {
        String type = body.method().parameters().get(name.getAsInt());
        Optional<Signature> undo = undo(body, api.undo().orElseThrow(), type);
        if (undo.isPresent()) {
          return undo.map(found -> line(body.method(), found, what.getAsInt(), api));
        }
      }
    }
    return Optional.empty();
  }

  private static Api line(MethodRef method, Signature undo, int argument, Api api) {
    Map<String, String> keys = new HashMap<>();
    api.key(Key.LIFETIME).ifPresent(word -> keys.put(Key.LIFETIME.word(), word));
    keys.put(Key.CONFIDENCE.word(), "medium");
    keys.put(Key.ARGUMENT.word(), Integer.toString(argument));
    Signature does = new Signature(method.owner(), method.name(), method.parameters());
    return new Api(Role.DOES, does, Optional.of(undo), keys, "", api.rule(), "");
  }

  /** The method of the same class that takes back by a name of the type, and takes nothing else. */
  private Optional<Signature> undo(Body forwarder, Signature undo, String type) {
    String owner = forwarder.method().owner();
    return code.bodies(owner).stream()
        .filter(body -> !body.method().equals(forwarder.method()) && !body.flow().isLambdaBody())
        .filter(body -> List.of(type).equals(body.method().parameters()))
        .filter(body -> body.nodes().stream().anyMatch(node -> takesBack(body, node, undo)))
        .map(body -> new Signature(owner, body.method().name(), List.of(type)))
        .findFirst();
  }

  private boolean takesBack(Body body, Node node, Signature undo) {
    return node.step() instanceof Step.Call call
        && undo.matches(call.callee(), world.types())
        && call.arguments().stream().anyMatch(a -> parameter(body, node.id(), a).isPresent());
  }

  private OptionalInt parameter(Body body, int node, int register) {
    return origins.of(body, node, register).stream()
        .filter(o -> o instanceof Origin.OfParameter p && p.body() == body && p.position() >= 0)
        .mapToInt(o -> ((Origin.OfParameter) o).position())
        .findFirst();
  }
}
