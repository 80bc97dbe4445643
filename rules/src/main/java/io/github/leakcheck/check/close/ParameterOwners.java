package io.github.leakcheck.check.close;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.Liveness;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether a method that closes one of its parameters is the one in charge of it: its name says so,
 * or some caller hands over what it has just made and never looks at it again, while no caller
 * still uses it after the call.
 */
final class ParameterOwners {
  private static final int LINKS = 8;
  private static final int CALLERS = 60;

  private record Parameter(MethodRef method, int index) {}

  /** What a call site tells of who is in charge. */
  private enum Hint {
    HANDS_OVER,
    KEEPS,
    NOTHING
  }

  private final World world;
  private final Knowledge knowledge;
  private final Map<Parameter, Boolean> known = new HashMap<>();

  private ParameterOwners(World world) {
    this.world = world;
    this.knowledge = Knowledge.of(world);
  }

  static ParameterOwners of(World world) {
    return world.once(ParameterOwners.class, ParameterOwners::new);
  }

  /** Whether the method owns the object in parameter {@code index}, {@code this} counted. */
  boolean owns(MethodFlow flow, int index) {
    return known.computeIfAbsent(
        new Parameter(flow.method(), index),
        p ->
            isNamedSo(flow.method())
                || (flow.isLambdaBody() || !isOwnHelper(flow, index)) && handedOver(flow, index));
  }

  /**
   * One that only its own class calls, and that closes what it got, not something of its own around
   * it: a leak of that is told where the class opens it. One that calls itself is its own caller,
   * and hands over what it got.
   */
  private static boolean isOwnHelper(MethodFlow flow, int index) {
    Definitions definitions = flow.definitions();
    return Access.has(flow.access(), Access.PRIVATE)
        && !flow.method().isConstructor()
        && flow.nodes().stream()
            .noneMatch(
                node ->
                    node.step() instanceof Step.Call call && call.callee().equals(flow.method()))
        && flow.nodes().stream().anyMatch(node -> closes(definitions, flow, index, node));
  }

  private static boolean closes(Definitions definitions, MethodFlow flow, int index, Node node) {
    int parameter = flow.parameters().get(index);
    return node.step() instanceof Step.Call call
        && (call.callee().name().equals("close") && call.receiver() == parameter
            || ReleaseNames.releasesArgument(call.callee().name())
                && call.arguments().contains(parameter))
        && definitions.reaching(node.id(), parameter).contains(Definitions.ENTRY);
  }

  private static boolean isNamedSo(MethodRef method) {
    String name = method.name().toLowerCase(Locale.ROOT);
    return name.endsWith("andclose") || name.endsWith("thenclose");
  }

  private boolean handedOver(MethodFlow flow, int index) {
    boolean handed = false;
    int seen = 0;
    for (Site site : Code.of(world).callers(flow.method())) {
      Hint hint =
          flow.isLambdaBody()
              ? captured(site, index)
              : hint(site, index - (flow.isStatic() ? 0 : 1));
      if (hint == Hint.KEEPS || seen++ > CALLERS) {
        return false;
      }
      handed |= hint == Hint.HANDS_OVER;
    }
    return handed;
  }

  private Hint hint(Site site, int argument) {
    MethodFlow caller = Code.of(world).body(site.method()).map(Body::flow).orElse(null);
    if (caller == null || !(caller.node(site.node()).step() instanceof Step.Call call)) {
      return Hint.NOTHING;
    }
    if (Access.has(caller.access(), Access.BRIDGE) || argument >= call.arguments().size()) {
      return Hint.NOTHING;
    }
    return new Origins(caller).hint(site.node(), call.arguments().get(argument));
  }

  /** A lambda runs when whoever made it may be gone: what it closes of theirs is left to it. */
  private Hint captured(Site site, int index) {
    MethodFlow maker = Code.of(world).body(site.method()).map(Body::flow).orElse(null);
    return maker != null
            && maker.node(site.node()).step() instanceof Step.Lambda lambda
            && index < lambda.captured().size()
        ? new Origins(maker).hint(site.node(), lambda.captured().get(index))
        : Hint.NOTHING;
  }

  /** Follows the values of one method back to where they were made. */
  private final class Origins {
    private final MethodFlow flow;
    private final Definitions definitions;
    private final Set<Integer> registers = new HashSet<>();
    private final Set<Integer> sources = new HashSet<>();
    private boolean fresh;
    private boolean foreign;

    Origins(MethodFlow flow) {
      this.flow = flow;
      this.definitions = flow.definitions();
    }

    Hint hint(int node, int register) {
      follow(node, register, LINKS);
      if (isUsedAfter(node)) {
        return Hint.KEEPS;
      }
      return fresh && !foreign ? Hint.HANDS_OVER : Hint.NOTHING;
    }

    private void follow(int node, int register, int links) {
      if (!registers.add(register) && links < LINKS) {
        return;
      }
      for (int source : definitions.reaching(node, register)) {
        sources.add(source);
        Step made = source < 0 || links == 0 ? new Step.Nop() : flow.node(source).step();
        if (made instanceof Step.Copy copy) {
          follow(source, copy.from(), links - 1);
        } else if (made instanceof Step.Cast cast) {
          follow(source, cast.from(), links - 1);
        } else if (made instanceof Step.New) {
          fresh = true;
          wrapped(source, links - 1);
        } else if (made instanceof Step.Call call && opens(call)) {
          fresh = true;
        } else if (!(made instanceof Step.Const)) {
          foreign = true;
        }
      }
    }

    /** What the constructor got, if it can be closed: its origin counts, too. */
    private void wrapped(int made, int links) {
      for (Node node : flow.nodes()) {
        if (node.step() instanceof Step.Call call
            && call.callee().isConstructor()
            && definitions.reaching(node.id(), call.receiver()).contains(made)) {
          for (int i = 0; i < call.arguments().size(); i++) {
            if (knowledge.types().isCloseable(call.callee().parameters().get(i))) {
              follow(node.id(), call.arguments().get(i), links);
            }
          }
        }
      }
    }

    private boolean opens(Step.Call call) {
      return call.callee().name().startsWith("open")
          || knowledge.acquire(call.callee()).isPresent()
          || knowledge.targets().of(call).stream()
              .anyMatch(target -> knowledge.summaries().fresh(target).isPresent());
    }

    private boolean isUsedAfter(int id) {
      Liveness liveness = flow.liveness();
      Node node = flow.node(id);
      Step.Call call = node.step() instanceof Step.Call one ? one : null;
      int result = call == null ? Step.NONE : call.result();
      // an object whose constructor failed closes nothing, so that the caller may have to
      boolean made = call == null || call.callee().isConstructor();
      return registers.stream()
          .filter(register -> register != result)
          .anyMatch(
              register ->
                  node.next().stream().anyMatch(next -> isUsed(liveness, next, register))
                      || !made
                          && node.handlers().stream().anyMatch(h -> isUsed(liveness, h, register)));
    }

    /** The register may have been taken for something else meanwhile. */
    private boolean isUsed(Liveness liveness, int node, int register) {
      return liveness.isLive(node, register)
          && !Collections.disjoint(definitions.reaching(node, register), sources);
    }
  }
}
