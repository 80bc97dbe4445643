package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.check.close.Value.Bound;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.Liveness;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What called bodies do with what they get, and whether what they return is the caller's to
 * release. Made on demand by the same exploration that judges a method; a method that is already
 * being summarised counts as borrowing, and as returning nothing fresh.
 */
final class Summaries {
  /** Calls followed downwards from a judged method. */
  private static final int DEPTH = 8;

  /** What a factory returns: the line that acquired it and the innermost type. */
  record Fresh(Api api, String type, Confidence worth) {}

  private record Parameter(MethodRef method, int index, Env constants) {}

  private final Program program;
  private final Knowledge knowledge;
  private final Map<Parameter, Optional<ParameterEffect>> effects = new HashMap<>();
  private final Map<MethodRef, Optional<Fresh>> fresh = new HashMap<>();
  private final Map<MethodRef, Boolean> releasesOwn = new HashMap<>();
  private int depth;

  Summaries(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  /**
   * What the body does with the object in parameter {@code index} ({@code this} counts); empty
   * without a body.
   */
  Optional<ParameterEffect> effect(MethodRef method, int index) {
    return effect(method, index, Env.EMPTY);
  }

  /** The same for a call that passes these constants, by position of the parameter. */
  Optional<ParameterEffect> effect(MethodRef method, int index, Env constants) {
    Parameter key = new Parameter(method, index, constants);
    Optional<ParameterEffect> known = effects.get(key);
    if (known != null) {
      return known;
    }
    if (depth > DEPTH) {
      return Optional.empty();
    }
    Optional<MethodFlow> flow = program.body(method).filter(f -> index < f.parameters().size());
    effects.put(key, flow.map(f -> ParameterEffect.BORROWS));
    Optional<ParameterEffect> effect = flow.map(f -> explore(f, index, constants));
    effects.put(key, effect);
    return effect;
  }

  private Optional<MethodFlow> body(MethodRef method) {
    return depth > DEPTH ? Optional.empty() : program.body(method);
  }

  private ParameterEffect explore(MethodFlow flow, int index, Env constants) {
    depth++;
    try {
      int register = flow.parameters().get(index);
      String type = parameterType(flow, index);
      Role role = type.endsWith("[]") ? Role.ARRAY : Role.SELF;
      Env env = Before.entry(flow, constants).with(register, new Bound(role, -2 - index));
      Events events =
          Exploration.run(
              flow, Liveness.of(flow), Classifier.general(knowledge), type, Before.start(0, env));
      return events.asParameterEffect();
    } finally {
      depth--;
    }
  }

  private static String parameterType(MethodFlow flow, int index) {
    int offset = flow.isStatic() ? 0 : 1;
    return index < offset ? flow.method().owner() : flow.method().parameters().get(index - offset);
  }

  /**
   * What the body acquires and returns to the caller; empty if it returns nothing fresh or has no
   * body.
   */
  Optional<Fresh> fresh(MethodRef method) {
    Optional<Fresh> known = fresh.get(method);
    if (known != null) {
      return known;
    }
    if (depth > DEPTH) {
      return Optional.empty();
    }
    fresh.put(method, Optional.empty());
    Optional<Fresh> found = body(method).flatMap(this::returned);
    fresh.put(method, found);
    return found;
  }

  private Optional<Fresh> returned(MethodFlow flow) {
    depth++;
    try {
      Liveness liveness = Liveness.of(flow);
      Before before = Before.of(flow, liveness, Classifier.general(knowledge));
      for (Site site : Sites.of(flow, before, knowledge)) {
        Events events = Acquisition.follow(flow, liveness, knowledge, before, site);
        if (events.returned && !events.given && !events.keptInThis) {
          return Optional.of(new Fresh(site.api(), site.type(), site.worth()));
        }
      }
      return Optional.empty();
    } finally {
      depth--;
    }
  }

  /** Whether the body releases something held in a field of its receiver. */
  boolean releasesOwn(MethodRef method) {
    Boolean known = releasesOwn.get(method);
    if (known == null) {
      releasesOwn.put(method, false);
      known = body(method).map(this::releasesField).orElse(false);
      releasesOwn.put(method, known);
    }
    return known;
  }

  private boolean releasesField(MethodFlow flow) {
    depth++;
    try {
      Definitions definitions = Definitions.of(flow);
      return flow.nodes().stream().anyMatch(node -> releasesField(flow, definitions, node));
    } finally {
      depth--;
    }
  }

  private boolean releasesField(MethodFlow flow, Definitions definitions, Node node) {
    if (!(node.step() instanceof Step.Call call)) {
      return false;
    }
    boolean own =
        call.receiver() >= 0
            && !flow.isStatic()
            && definitions.reaching(node.id(), call.receiver()).equals(java.util.Set.of(-1))
            && call.receiver() == flow.parameters().get(0);
    if (own) {
      return knowledge.targets().of(call).stream().anyMatch(this::releasesOwn);
    }
    return knowledge.isReleaseName(call.callee()) && !call.callee().name().equals("clear");
  }

  /** Whether the body can end normally. */
  boolean canReturn(List<MethodRef> targets) {
    return targets.size() != 1
        || body(targets.get(0))
            .map(flow -> flow.nodes().stream().anyMatch(n -> n.step() instanceof Step.Return))
            .orElse(true);
  }
}
